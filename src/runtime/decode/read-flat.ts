import { add } from '../value/mapping.js';
import { closeTag, END, enterPlain, isSame, withAttributes } from '../xml/element.js';
import { UNSURE } from '../primitive/scan.js';
import type { Reader } from '../xml/reader.js';
import { cut } from '../xml/text.js';
import { attributeNumber, missingAttribute } from './children.js';
import { element } from './element.js';
import { fieldsOf, type Field, type Fields, type FlatContent } from './flat-content.js';
import { AGAIN, next, placed } from './next-child.js';
import { noContent } from './no-content.js';
import { attributeValue, content, refuseAttribute, simple } from './simple.js';
import { mayFollow, type ComplexTypeInfo } from './type-descriptor.js';

/** Reads attributes and content of the element whose start tag was read, where both are all data. */
export function readFlat(r: Reader, type: ComplexTypeInfo): unknown {
  const flat = type.flat as FlatContent;
  const fields = flat.fields ?? fieldsOf(type, flat);
  const slots = emptySlots(fields.slots.length);
  if (r.attributeCount !== 0 || fields.attributes.length !== 0) readAttributes(r, type, flat, fields, slots);
  if (fields.content !== null)
    keep(fields.content, slots, mapped(fields.content, content(r, fields.content.simple as never)));
  else if (flat.isEmpty) noContent(r, type);
  else readChildren(r, type, fields, slots, null);
  return flat.make(slots);
}

/** Room for so many values, none of them there. */
const emptySlots = (size: number): unknown[] =>
  size <= 8
    ? [undefined, undefined, undefined, undefined, undefined, undefined, undefined, undefined]
    : new Array<unknown>(size).fill(undefined);

/** Reads an element of complex type whose start tag was read. */
export const complex = (r: Reader, type: ComplexTypeInfo): unknown =>
  r.xsi ? element(r, { name: '', type }) : type.read(r, type);

/** Behind a place before `end - MARGIN`, four bytes can be read even behind a name that is looked at. */
const MARGIN = 64;
const FOUR_SPACES = 0x20202020;

/** What becomes of children that are not kept: those of an element on the way to the records of a stream. */
export interface Passage {
  /** The child before the next one. */
  last: number;
  /** The child that leads on: reading stops behind its start tag. -1 for none. */
  readonly opens: number;
  /** Another child may begin here; `last` is the one before it. */
  readonly step: (r: Reader, last: number) => void;
  readonly take: (r: Reader, number: number, value: unknown) => void;
}

/** Reads the attributes of an element, and nothing more: their values, by slot. */
export function attributesOf(
  r: Reader,
  type: ComplexTypeInfo,
): { readonly fields: Fields; readonly slots: readonly unknown[] } {
  const flat = type.flat as FlatContent;
  const fields = flat.fields ?? fieldsOf(type, flat);
  const slots = emptySlots(fields.slots.length);
  readAttributes(r, type, flat, fields, slots);
  return { fields, slots };
}

/** Reads children for a passage: `END` at the end tag, or the number of the child that leads on. */
export const passChildren = (r: Reader, type: ComplexTypeInfo, fields: Fields, way: Passage): number =>
  readChildren(r, type, fields, NONE, way);

const NONE: unknown[] = [];

/**
 * Reads the children up to the end tag. A child that came last time at this place, has no attributes and holds plain text
 * is taken in one go: start tag, value, end tag. Everything else goes the way of `next`.
 */
function readChildren(
  r: Reader,
  type: ComplexTypeInfo,
  fields: Fields,
  slots: unknown[],
  way: Passage | null,
): number {
  const { children, guess } = fields;
  const b = r.bytes;
  const words = r.words;
  // An element that would be too deep is left to `next`.
  const safe = r.depth < r.maxDepth ? r.end - MARGIN : 0;
  let last = way === null ? 0 : way.last;
  for (;;) {
    if (way !== null) way.step(r, last);
    let p = r.at;
    let c = b[p] as number;
    while (c === 0x20 || c === 0x0a || c === 0x0d || c === 0x09) {
      c = b[++p] as number;
      if (c === 0x20) {
        while (p < safe && words.getInt32(p) === FOUR_SPACES) p += 4;
        c = b[p] as number;
      }
    }
    const number = guess[last] as number;
    const from = type.at[number] as number;
    const length = (type.at[number + 1] as number) - from;
    const { prefix } = r;
    const local = p + 1 + prefix.length;
    const close = local + length;
    if (
      c === 0x3c &&
      close < safe &&
      number !== 0 &&
      isSame(words, local, type.words, from, length) &&
      r.watch === null &&
      !r.selfClosed &&
      r.prefixNamespace === type.namespace[number] &&
      hasPrefix(b, p + 1, prefix)
    ) {
      const field = children[number] as Field;
      const d = b[close];
      if (d !== 0x3e) {
        if (d === 0x20 || d === 0x2f) {
          // The attributes may bind the prefix anew: then it is another element.
          const found = placed(r, type, last, withAttributes(r, type, p, local, close, number));
          if (found === AGAIN) continue;
          if (way !== null && found === way.opens) return found;
          const value = elementValue(r, children[found] as Field);
          if (way === null) keep(children[found] as Field, slots, value);
          else way.take(r, found, value);
          last = found;
          continue;
        }
      } else if (field.complex !== null) {
        enterPlain(r, p + 1, close);
        if (way !== null && number === way.opens) return number;
        const value = field.complex.read(r, field.complex);
        if (way === null) keep(field, slots, value);
        else way.take(r, number, value);
        last = number;
        continue;
      } else if (field.scan !== null) {
        const start = close + 1;
        const end = field.scan(b, start, safe);
        const name = close - p - 1;
        const after = end + 2 + name;
        if (
          end !== UNSURE &&
          b[end] === 0x3c &&
          b[end + 1] === 0x2f &&
          after < safe &&
          b[after] === 0x3e &&
          isSame(words, end + 2, words, p + 1, name)
        ) {
          r.at = after + 1;
          const literal = cut(r, start, end);
          if (way !== null) way.take(r, number, mapped(field, literal));
          else if (field.isPlain) slots[field.slot] = literal;
          else keep(field, slots, mapped(field, literal));
          last = number;
          continue;
        }
      }
    }
    if (c === 0x3c && last >= type.complete && b[p + 1] === 0x2f && !r.selfClosed) {
      closeTag(r, p);
      return END;
    }
    const found = next(r, type, last);
    if (found === END) return END;
    if (way !== null && found === way.opens) return found;
    const value = elementValue(r, children[found] as Field);
    if (way === null) keep(children[found] as Field, slots, value);
    else way.take(r, found, value);
    // What is out of order is no example to go by.
    if (mayFollow(type, last, found)) guess[last] = found;
    last = found;
  }
}

function hasPrefix(b: Uint8Array, at: number, prefix: Uint8Array): boolean {
  for (let i = 0; i < prefix.length; i++) if (b[at + i] !== prefix[i]) return false;
  return true;
}

/** Reads a child whose start tag was read. */
const elementValue = (r: Reader, field: Field): unknown =>
  mapped(
    field,
    field.element !== null
      ? element(r, field.element)
      : field.simple !== null
        ? simple(r, field.simple)
        : complex(r, field.complex as ComplexTypeInfo),
  );

const mapped = (field: Field, literal: unknown): unknown =>
  field.mapping === null ? literal : field.mapping.from(literal);

function keep(field: Field, slots: unknown[], value: unknown): void {
  const { slot } = field;
  const kept = field.member === null ? value : { $type: field.member, value };
  slots[slot] = field.isList ? add(slots[slot] as unknown[] | undefined, kept) : kept;
}

function readAttributes(
  r: Reader,
  type: ComplexTypeInfo,
  flat: FlatContent,
  fields: Fields,
  slots: unknown[],
): void {
  for (let index = 0; index < r.attributeCount; index++) {
    const field = fields.attributes[attributeNumber(r, type, index) - 1];
    if (field === undefined) refuseAttribute(r, index);
    else keep(field, slots, mapped(field, attributeValue(r, field.simple as never, index)));
  }
  for (let index = 0; index < flat.required.length; index++)
    if (flat.required[index] === '!' && slots[index] === undefined) missingAttribute(r, type, index + 1);
}
