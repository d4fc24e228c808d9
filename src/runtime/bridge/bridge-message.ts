import type { Message } from '../message/element-message.js';
import { settled, type ValueBridge } from './bridge-table.js';
import { type AnyHook, bridgeRoot, type Crossing } from './bridge-value.js';
import type { Bridged } from './loss.js';

/** Brings messages of one model over to another. */
export interface MessageBridge<From, To, Hooks> {
  /** Clark names of the root elements. */
  readonly from: string;
  readonly to: string;
  /**
   * The message in the other model. It is valid there unless a loss is reported. Never throws on a value of its type; what a
   * hook throws passes through.
   */
  cross(value: From, hooks: Hooks): Bridged<To>;
}

// eslint-disable-next-line @typescript-eslint/no-explicit-any -- `Message` is invariant in its records, which do not matter here
type End<T> = Pick<Message<T, any>, 'name' | 'namespace' | 'validate'>;

/** Makes the bridge of a message. Generated code calls this once a pair of global elements and direction. */
export const bridgeMessage = <From, To, Hooks extends object>(
  from: End<From>,
  to: End<To>,
  bridge: ValueBridge | (() => ValueBridge),
): MessageBridge<From, To, Hooks> => ({
  from: clark(from),
  to: clark(to),
  cross(value, hooks) {
    const crossing: Crossing = {
      hooks: hooks as Readonly<Record<string, AnyHook | undefined>>,
      losses: [],
      asked: [],
    };
    const brought = bridgeRoot(crossing, settled(bridge), value) as To;
    const { issues } = to.validate(brought);
    for (const { path, rule, message, severity } of issues)
      if (severity === 'error')
        crossing.losses.push({ reason: 'not-valid', path, name: rule, value: message });
    return { value: brought, losses: crossing.losses, asked: crossing.asked };
  },
});

const clark = ({ namespace, name }: { readonly namespace: string; readonly name: string }): string =>
  namespace === '' ? name : `{${namespace}}${name}`;
