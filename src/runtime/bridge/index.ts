/*
 * Bridges between editions of a model, or a standard and its vendor variant: what generated bridges import.
 */

export type {
  DerivedBridge,
  FieldBridge,
  MembersBridge,
  MissingField,
  NillableBridge,
  OrderedBridge,
  SimpleBridge,
  TypeBridge,
  ValueBridge,
  ValueForm,
  ValueLink,
} from './bridge-table.js';
export type { Hook, HookPlace, ListItem } from './hook.js';
export { bridgeMessage, type MessageBridge } from './bridge-message.js';
export type { Bridged, Loss, LossReason } from './loss.js';
