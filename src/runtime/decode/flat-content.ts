import type { Scan } from '../primitive/scan.js';
import type { SimpleTypeCodec } from '../primitive/simple-type.js';
import type { Mapping } from '../value/mapping.js';
import type { ElementInfo } from './element-descriptor.js';
import type { ComplexTypeInfo } from './type-descriptor.js';

type ElementType = SimpleTypeCodec | ComplexTypeInfo | ElementInfo;

/**
 * What an attribute or a child element is read and written with: its type, or the descriptor of an element about which
 * something is special. Before it, the name that `$type` gives to a member of a substitution group; behind it, a mapping.
 */
export type FieldType =
  ElementType | readonly [ElementType, Mapping] | readonly [string, ElementType, Mapping?];

/** Content that is all data: attributes, then flat content or simple content, each of a name and a type. */
export interface FlatContent {
  /** Behind a function: types refer to each other in circles. */
  readonly types: () => readonly FieldType[];
  /** Makes the value of what the slots hold. */
  readonly make: (slots: readonly unknown[]) => unknown;
  /** Property of each attribute, child and simple content, in order. Names of one property share a slot. */
  readonly properties: readonly string[];
  /** How each of them is kept: ` ` one value, `*` a list. */
  readonly kept: string;
  /** By attribute: `!` required, ` ` not. */
  readonly required: string;
  readonly isEmpty: boolean;
  readonly isSimple: boolean;
  /** Worked out when the first value is read or written. */
  fields: Fields | null;
}

/** One name of flat content, ready for use. One of `simple`, `complex` and `element` is there. */
export interface Field {
  readonly slot: number;
  readonly isList: boolean;
  readonly simple: SimpleTypeCodec | null;
  readonly complex: ComplexTypeInfo | null;
  readonly element: ElementInfo | null;
  readonly mapping: Mapping | null;
  /** `$type` of a member of a substitution group. */
  readonly member: string | null;
  /** Simple types: accepts literals as bytes. */
  readonly scan: Scan | null;
  /** The literal is the value, and the only one. */
  readonly isPlain: boolean;
}

export interface Fields {
  readonly attributes: readonly Field[];
  /** By number; the first entry stands for none. */
  readonly children: readonly Field[];
  readonly content: Field | null;
  /** By the child before, the child that came behind it last time. */
  readonly guess: Uint16Array;
  /** By slot, the property and the numbers of the children that it is written as. */
  readonly slots: readonly { readonly property: string; readonly numbers: readonly number[] }[];
}

/** The fields of flat content. */
export function fieldsOf(type: ComplexTypeInfo, flat: FlatContent): Fields {
  const slots: { property: string; numbers: number[] }[] = [];
  const slotOf = new Map<string, number>();
  const attributeCount = type.attributes.text.length - 1;
  const all = flat.types().map((given, index): Field => {
    const property = flat.properties[index] as string;
    let slot = slotOf.get(property);
    if (slot === undefined) {
      slot = slots.length;
      slotOf.set(property, slot);
      slots.push({ property, numbers: [] });
    }
    const number = index - attributeCount + 1;
    if (number > 0) slots[slot]?.numbers.push(number);
    return fieldOf(given, slot, flat.kept[index] === '*');
  });
  const fields: Fields = {
    attributes: all.slice(0, attributeCount),
    children: [NO_FIELD, ...all.slice(attributeCount)],
    content: flat.isSimple ? (all[attributeCount] as Field) : null,
    slots,
    guess: Uint16Array.from(type.follow),
  };
  flat.fields = fields;
  return fields;
}

const NO_FIELD: Field = /* @__PURE__ */ Object.freeze({
  slot: 0,
  isList: false,
  simple: null,
  complex: null,
  element: null,
  mapping: null,
  member: null,
  scan: null,
  isPlain: false,
});

function fieldOf(given: FieldType, slot: number, isList: boolean): Field {
  const parts = (Array.isArray(given) ? given : [given]) as readonly unknown[];
  const member = typeof parts[0] === 'string' ? parts[0] : null;
  const [type, mapping = null] = (member === null ? parts : parts.slice(1)) as [ElementType, Mapping?];
  return {
    slot,
    isList,
    simple: 'variety' in type ? type : null,
    complex: 'read' in type ? type : null,
    element: 'type' in type ? type : null,
    mapping,
    member,
    scan: ('variety' in type && type.scan) || null,
    isPlain: mapping === null && member === null && !isList,
  };
}
