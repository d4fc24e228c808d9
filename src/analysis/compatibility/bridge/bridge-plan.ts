import type { ComplexTypeBinding, MessageBinding } from '../../binding/index.js';
import type { ComponentId } from '../../../model/schema/index.js';

/** How messages of one model become messages of another: which types and fields go where. Knows no TypeScript. */
export interface BridgePlan {
  readonly messages: readonly MessagePlan[];
  /** Every pair of complex types that a message leads to, by key, in the order in which they are met. */
  readonly types: ReadonlyMap<string, TypePlan>;
}

export interface MessagePlan {
  readonly from: MessageBinding;
  readonly to: MessageBinding;
  readonly value: ValuePlan;
}

export type ValuePlan =
  | SimplePlan
  /** A pair of complex types, by its key. */
  | { readonly kind: 'type'; readonly key: string }
  | {
      readonly kind: 'members';
      readonly members: readonly { readonly from: string; readonly to: string; readonly value: ValuePlan }[];
      readonly plain?: { readonly to: string; readonly value: ValuePlan };
      readonly bare: boolean;
    }
  | { readonly kind: 'wrap' | 'unwrap'; readonly property: string; readonly value: SimplePlan }
  | { readonly kind: 'nillable'; readonly value: ValuePlan }
  | { readonly kind: 'open' };

export interface SimplePlan {
  readonly kind: 'simple';
  /** The new simple type. */
  readonly to: ComponentId;
  /** Some old value may be none of the new type. */
  readonly narrows: boolean;
  /** The new type holds codes of reading types. */
  readonly isReadingType: boolean;
}

export interface TypePlan {
  readonly key: string;
  readonly from: ComplexTypeBinding;
  readonly to: ComplexTypeBinding;
  readonly fields: readonly FieldPlan[];
  /** Properties without a counterpart. */
  readonly lost: readonly string[];
  readonly missing: readonly MissingPlan[];
  readonly derived: readonly {
    readonly from: string;
    readonly to: string | undefined;
    readonly key: string;
  }[];
  readonly ordered?: {
    readonly from: string;
    readonly to: string;
    readonly mixed: boolean;
    readonly entries: readonly { readonly from: string; readonly to: string; readonly value: ValuePlan }[];
  };
}

export interface FieldPlan {
  readonly from: string;
  readonly to: string;
  readonly value: ValuePlan;
  readonly fromList: boolean;
  readonly toList: boolean;
  readonly required: boolean;
  /** Some old message may lack it, or have a value that does not come over: a hook is needed where it is required. */
  readonly mayBeAbsent: boolean;
  readonly most: number | undefined;
  /** Default or fixed value of the new model: a literal. */
  readonly fallback: string | undefined;
}

export interface MissingPlan {
  readonly to: string;
  readonly toList: boolean;
  readonly fallback: string | undefined;
  /** The simple type of the fallback. */
  readonly type: ComponentId;
}
