import { qnameText, type Writer } from '../encode/writer.js';

/**
 * The value of a boolean literal. What is none stays as it is: null for a nil element, a value of the type that `xsi:type`
 * names, and the empty text where a default was not to be filled in.
 */
export const booleanFrom = (literal: unknown): unknown =>
  typeof literal !== 'string' || literal === '' ? literal : literal === 'true' || literal === '1';

/** As `booleanFrom`, for a numeric literal that a JavaScript number holds; XML Schema's infinity is JavaScript's. */
export function numberFrom(literal: unknown): unknown {
  if (typeof literal !== 'string' || literal === '') return literal;
  if (literal === 'INF') return Infinity;
  return literal === '-INF' ? -Infinity : Number(literal);
}

/** The items of a list literal. */
export const itemsFrom = (literal: unknown, item?: (literal: unknown) => unknown): unknown => {
  if (typeof literal !== 'string') return literal;
  if (literal === '') return [];
  const items = literal.split(' ');
  return item === undefined ? items : items.map(item);
};

/** A boolean as a literal of a type whose pattern takes digits alone. */
export const bitText = (value: unknown): unknown => (value === true ? '1' : value === false ? '0' : value);

/** A number as a literal. */
export const numberText = (value: unknown): unknown =>
  value === Infinity ? 'INF' : value === -Infinity ? '-INF' : Object.is(value, -0) ? '-0' : value;

/** Items as a list literal. */
export const itemsText = (value: unknown, item?: (value: unknown) => unknown): unknown =>
  Array.isArray(value)
    ? value.map((one: unknown) => String(item === undefined ? one : item(one))).join(' ')
    : value;

/** QName values, which are Clark names, as a list literal with the document's prefixes. */
export const qnamesText = (w: Writer, value: unknown): unknown => qnameText(w, itemsText(value));

const NO_ITEMS: readonly unknown[] = /* @__PURE__ */ Object.freeze([]);

/** The empty list, one for all. */
export const none = NO_ITEMS as unknown[];

/** Adds to a list, which starts as `none`. */
export const add = (list: unknown[] | undefined, value: unknown): unknown[] => {
  if (list === undefined || list === NO_ITEMS) return [value];
  list.push(value);
  return list;
};

/** How the literals of a simple type become values and back, where they are not the values themselves. */
export interface Mapping {
  readonly from: (literal: unknown) => unknown;
  readonly to: (value: unknown, w: Writer) => unknown;
}

const asIs = (value: unknown): unknown => value;

export const asBoolean: Mapping = { from: booleanFrom, to: asIs };
export const asBit: Mapping = { from: booleanFrom, to: bitText };
export const asNumber: Mapping = { from: numberFrom, to: numberText };
export const asQName: Mapping = { from: asIs, to: (value, w) => qnameText(w, value) };
export const asTexts: Mapping = { from: (literal) => itemsFrom(literal), to: (value) => itemsText(value) };
export const asQNames: Mapping = { from: asTexts.from, to: (value, w) => qnamesText(w, value) };
export const asBooleans: Mapping = { from: (literal) => itemsFrom(literal, booleanFrom), to: asTexts.to };
export const asBits: Mapping = { from: asBooleans.from, to: (value) => itemsText(value, bitText) };
export const asNumbers: Mapping = {
  from: (literal) => itemsFrom(literal, numberFrom),
  to: (value) => itemsText(value, numberText),
};
