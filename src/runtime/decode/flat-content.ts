import type { Scan } from '../primitive/scan.js';
import type { SimpleTypeCodec } from '../primitive/simple-type.js';
import { none, type Mapping } from '../value/mapping.js';
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
  /** How each of them is kept: ` ` one value, `*` a list, `~` a list that is absent where nothing is in it. */
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
  /** What each slot holds at the start. */
  readonly initial: readonly unknown[];
  /** By slot, the property and the numbers of the children that it is written as. */
  /** By the child before, the child that came behind it last time. */
  readonly guess: Uint16Array;
  /** Local names of the children, one behind the other, and where each begins. */
  readonly tags: DataView;
  readonly tagAt: Uint32Array;
  readonly slots: readonly { readonly property: string; readonly numbers: readonly number[] }[];
}

/** The fields of flat content. */
export function fieldsOf(type: ComplexTypeInfo, flat: FlatContent): Fields {
  const slots: { property: string; numbers: number[] }[] = [];
  const slotOf = new Map<string, number>();
  const initial: unknown[] = [];
  const attributeCount = type.attributes.text.length - 1;
  const all = flat.types().map((given, index): Field => {
    const property = flat.properties[index] as string;
    const kept = flat.kept[index];
    let slot = slotOf.get(property);
    if (slot === undefined) {
      slot = slots.length;
      slotOf.set(property, slot);
      slots.push({ property, numbers: [] });
      initial.push(kept === '*' ? none : undefined);
    }
    const number = index - attributeCount + 1;
    if (number > 0) slots[slot]?.numbers.push(number);
    return fieldOf(given, slot, kept !== ' ');
  });
  const fields: Fields = {
    attributes: all.slice(0, attributeCount),
    children: [NO_FIELD, ...all.slice(attributeCount)],
    content: flat.isSimple ? (all[attributeCount] as Field) : null,
    initial,
    slots,
    guess: Uint16Array.from(type.follow),
    ...tagsOf(type.local),
  };
  flat.fields = fields;
  return fields;
}

function tagsOf(names: readonly Uint8Array[]): Pick<Fields, 'tags' | 'tagAt'> {
  const tagAt = new Uint32Array(names.length + 1);
  for (let number = 1; number < names.length; number++)
    tagAt[number + 1] = (tagAt[number] as number) + (names[number] as Uint8Array).length;
  const bytes = new Uint8Array(tagAt[names.length] as number);
  for (let number = 1; number < names.length; number++) bytes.set(names[number] as Uint8Array, tagAt[number]);
  return { tags: new DataView(bytes.buffer), tagAt };
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
