import type { BridgePlan, TypePlan } from '../../analysis/compatibility/bridge/bridge-plan.js';
import type { Binding, NumberForm } from '../../analysis/binding/index.js';
import { XSD_NAMESPACE } from '../../foundation/expanded-name.js';
import type { ComponentId, Schema } from '../../model/schema/index.js';
import type { ImportSymbol } from '../../printer/index.js';

/** An SDK at one end of a bridge. */
export interface BridgeSdk {
  readonly schema: Schema;
  readonly binding: Binding;
  readonly numbers: NumberForm;
  /** Its output folder, relative to the configuration: `generated/metering`. */
  readonly folder: string;
}

/** What every piece of a bridge's code is made from. */
export interface BridgeContext {
  readonly from: BridgeSdk;
  readonly to: BridgeSdk;
  readonly plan: BridgePlan;
  /** `@cimbind/runtime`. */
  readonly runtime: string;
}

/** Something that a module of an SDK exports. */
export const ofSdk = ({ folder }: BridgeSdk, module: string, name: string): ImportSymbol => ({
  module: `./${folder}/${module}.js`,
  name,
});

/** Something that the runtime's entry for bridges exports. */
export const ofBridge = ({ runtime }: BridgeContext, name: string, typeOnly = false): ImportSymbol => ({
  module: `${runtime}/bridge`,
  name,
  typeOnly,
});

/** The codec of a simple type: one of the runtime, or one of the SDK. */
export function simpleCodec(ctx: BridgeContext, sdk: BridgeSdk, id: ComponentId): ImportSymbol {
  const type = sdk.schema.types.get(id);
  const binding = sdk.binding.simpleTypes.get(id);
  if (binding !== undefined && type?.span.source !== '')
    return ofSdk(sdk, 'simple-types', `${binding.codecName}_`);
  const name = type?.name?.namespace === XSD_NAMESPACE ? type.name.localName : 'anySimpleType';
  return { module: `${ctx.runtime}/codegen/v1`, name };
}

/** The constant that holds the table of a pair of types: named for the new one, and for both where it has several. */
export function tableName({ plan }: BridgeContext, type: TypePlan): string {
  const isShared = [...plan.types.values()].some((one) => one !== type && one.to === type.to);
  return isShared ? `${type.from.codecName}To${type.to.codecName}_` : `${type.to.codecName}_`;
}

/** The new type as hooks call it: its name, or the name of its codec where two types of the model are called the same. */
export function hookOwner({ to }: BridgeContext, type: TypePlan): string {
  const alike = [...to.binding.complexTypes.values()].filter(({ name }) => name === type.to.name);
  return alike.length > 1 ? type.to.codecName : type.to.name;
}
