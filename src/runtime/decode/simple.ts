import type { NamespaceLookup, SimpleTypeCodec, SimpleTypeFault } from '../primitive/simple-type.js';
import { UNSURE } from '../primitive/scan.js';
import { normalizeWhiteSpace } from '../primitive/white-space.js';
import { attributeName, attributeText } from '../xml/attribute.js';
import { close, closeTag, textContent } from '../xml/element.js';
import { report } from '../xml/fault.js';
import { namespaceOf } from '../xml/namespace.js';
import type { NameTable } from '../xml/name-table.js';
import type { Reader } from '../xml/reader.js';
import { cut } from '../xml/text.js';
import { element } from './element.js';

/**
 * Reads the content of an element of simple type, its end tag included: the literal, white space normalised by the type.
 * A literal that is not valid is reported and returned as it stands. Attributes but those of `xsi:` are reported.
 */
export function simple<T extends string = string>(r: Reader, type: SimpleTypeCodec): T {
  if (!r.plain) {
    if (r.xsi)
      return element(r, {
        name: '',
        type: { kind: 'simple', name: '', codec: type },
      }) as T;
    if (r.attributeCount !== 0) refuseAttributes(r);
  }
  return content(r, type, SIMPLE);
}

/** What elements in an element of simple type break; in one of complex type with simple content it is another rule. */
export const SIMPLE = 'cvc-type.3.1.2';

/** As `simple`, for simple content of a complex type: its attributes were read before. */
export function content<T extends string = string>(
  r: Reader,
  type: SimpleTypeCodec,
  rule = 'cvc-complex-type.2.2',
): T {
  const start = r.at;
  const b = r.bytes;
  if (!r.selfClosed && r.pending === null && type.scan !== undefined) {
    const p = type.scan(b, start, r.end);
    if (p !== UNSURE && b[p] === 0x3c && b[p + 1] === 0x2f) {
      const literal = cut(r, start, p);
      if (r.watch !== null) r.watch.text(r, type, literal);
      closeTag(r, p);
      return literal as T;
    }
  }
  return checkedContent(r, type, start, rule) as T;
}

function checkedContent(r: Reader, type: SimpleTypeCodec, at: number, rule: string): string {
  // In an empty-element tag, so that the place is inside the element.
  const start = r.selfClosed ? at - 2 : at;
  const pending = r.pending;
  r.pending = null;
  const text = textContent(r, rule);
  let literal = normalizeWhiteSpace(text, type.whiteSpace);
  let lookup: NamespaceLookup = (prefix) => namespaceOf(r, prefix);
  let isDefault = false;
  if (pending !== null && text === '') {
    literal = normalizeWhiteSpace(pending.lexical, type.whiteSpace);
    lookup = lookupOf(pending.namespaces);
    isDefault = true;
  }
  const fault = type.check(literal, lookup);
  if (fault !== undefined) {
    reportFault(r, fault, type, literal, start);
    if (r.watch !== null) r.watch.withoutValue(r);
  } else {
    if (pending?.fixed === true && !isDefault) {
      const fixed = normalizeWhiteSpace(pending.lexical, type.whiteSpace);
      if (type.key(literal, lookup) !== type.key(fixed, lookupOf(pending.namespaces)))
        report(
          r,
          'VAL2205',
          'cvc-elt.5.2.2.2.2',
          `the value must be the fixed value "${shorten(fixed)}", but it is "${shorten(literal)}"`,
          start,
          fixed,
          literal,
        );
    }
    if (r.watch !== null) r.watch.text(r, type, literal, lookup);
    noteIdentifiers(r, type, literal, start);
  }
  const value = isDefault && !r.applyDefaults ? '' : settled(type, literal, lookup);
  close(r);
  return value;
}

export const lookupOf =
  (namespaces: Readonly<Record<string, string>> | undefined): NamespaceLookup =>
  (prefix) =>
    namespaces !== undefined && Object.hasOwn(namespaces, prefix) ? namespaces[prefix] : undefined;

/**
 * The value of attribute `index` as a literal of `type`; reported and returned as it stands where it is not valid. Another
 * value than the fixed one breaks `rule`: cvc-au where the attribute use fixes it, cvc-attribute.4 where the declaration does.
 */
export function attributeValue<T extends string = string>(
  r: Reader,
  type: SimpleTypeCodec,
  index: number,
  fixed?: string,
  rule = 'cvc-au',
): T {
  const start = r.attributeValue[index] as number;
  const end = r.attributeValueEnd[index] as number;
  if (
    r.attributeCooked[index] !== true &&
    fixed === undefined &&
    type.scan !== undefined &&
    type.scan(r.bytes, start, end) === end
  ) {
    const literal = cut(r, start, end);
    if (r.watch !== null)
      r.watch.attribute(r, r.attributeNamespace[index] as string, attributeName(r, index), type, literal);
    return literal as T;
  }
  const literal = normalizeWhiteSpace(attributeText(r, index), type.whiteSpace);
  const lookup: NamespaceLookup = (prefix) => namespaceOf(r, prefix);
  const fault = type.check(literal, lookup);
  if (fault !== undefined) {
    reportFault(r, fault, type, literal, start, attributeName(r, index));
    if (r.watch !== null)
      r.watch.attributeWithoutValue(r, r.attributeNamespace[index] as string, attributeName(r, index));
  } else {
    if (fixed !== undefined) {
      const wanted = normalizeWhiteSpace(fixed, type.whiteSpace);
      if (type.key(literal, lookup) !== type.key(wanted, lookup))
        report(
          r,
          'VAL2104',
          rule,
          `the value must be the fixed value "${shorten(wanted)}", but it is "${shorten(literal)}"`,
          start,
          wanted,
          literal,
          attributeName(r, index),
        );
    }
    if (r.watch !== null)
      r.watch.attribute(r, r.attributeNamespace[index] as string, attributeName(r, index), type, literal);
    noteIdentifiers(r, type, literal, start, attributeName(r, index));
  }
  return settled(type, literal, lookup) as T;
}

/**
 * Tells the identity constraints of attribute `number` of the type, which is absent, that it has its default value.
 * Generated code calls this where a field may lead to the attribute.
 */
export function absentAttribute(
  r: Reader,
  attributes: NameTable,
  number: number,
  type: SimpleTypeCodec,
  lexical: string,
): void {
  if (r.watch === null) return;
  const literal = normalizeWhiteSpace(lexical, type.whiteSpace);
  r.watch.attribute(
    r,
    attributes.namespace[number] as string,
    attributes.text[number] as string,
    type,
    literal,
  );
}

/** What is kept of a literal. */
const settled = (type: SimpleTypeCodec, literal: string, lookup: NamespaceLookup): string =>
  (type.kept ?? type.normalized)?.(literal, lookup) ?? literal;

export function reportFault(
  r: Reader,
  fault: SimpleTypeFault,
  type: SimpleTypeCodec,
  literal: string,
  at: number,
  attribute?: string,
): void {
  report(
    r,
    'VAL3002',
    fault.rule,
    `"${shorten(literal)}" is not a valid value of type ${type.name}: ${fault.expected} expected`,
    at,
    fault.expected,
    shorten(literal),
    attribute,
  );
}

export const shorten = (text: string): string => (text.length > 60 ? `${text.slice(0, 60)}…` : text);

/**
 * Notes the references in the default value of an attribute that is absent (cvc-id.1). Generated code calls this for types
 * that hold some.
 */
export function absentReference(r: Reader, type: SimpleTypeCodec, lexical: string): void {
  noteIdentifiers(r, type, normalizeWhiteSpace(lexical, type.whiteSpace), r.nameStart[r.depth] as number);
}

/**
 * Keeps ID values unique and remembers IDREF values (cvc-id), for types that say they are one or hold some; looks up ENTITY
 * values among the unparsed entities of the document (cvc-simple-type.2).
 */
function noteIdentifiers(
  r: Reader,
  type: SimpleTypeCodec,
  literal: string,
  at: number,
  attribute?: string,
): void {
  const kind = type.identifier?.(literal);
  if (kind === undefined) return;
  // A union hands in its literal as it stands; an empty list names nothing.
  const names = normalizeWhiteSpace(literal, 'collapse').split(' ');
  if (names[0] === '') return;
  if (kind === 'ID') {
    const ids = (r.ids ??= new Map<string, number>());
    let place = r.base + at;
    for (const name of names) {
      const before = ids.get(name);
      // A record that did not fit into the window is read again: an ID is no other than itself.
      if (before !== undefined && before !== place)
        report(r, 'VAL2301', 'cvc-id.2', `ID "${name}" is there twice`, at, 'a unique ID', name, attribute);
      ids.set(name, before ?? place);
      place += name.length + 1;
    }
    return;
  }
  if (kind === 'ENTITY') {
    for (const name of names)
      if (r.unparsedEntities?.has(name) !== true)
        report(
          r,
          'VAL2303',
          'cvc-simple-type.2',
          `the document declares no unparsed entity "${name}"`,
          at,
          'an unparsed entity',
          name,
          attribute,
        );
    return;
  }
  const idrefs = (r.idrefs ??= new Map<string, number>());
  for (const name of names) {
    if (idrefs.has(name)) continue;
    idrefs.set(name, r.base + at);
    r.late?.push(r.base + at);
  }
}

function refuseAttributes(r: Reader): void {
  for (let index = 0; index < r.attributeCount; index++) refuseAttribute(r, index, 'cvc-type.3.1.1');
}

const XSI = 'http://www.w3.org/2001/XMLSchema-instance';
const XSI_NAMES = /* @__PURE__ */ ['type', 'nil', 'schemaLocation', 'noNamespaceSchemaLocation'];

/** Whether an attribute is one of the four of `xsi:` that may always be there (cvc-complex-type.3). */
export const isOfXsi = (r: Reader, index: number): boolean =>
  r.attributeNamespace[index] === XSI && XSI_NAMES.includes(attributeName(r, index));

/** Reports an attribute that must not be there. */
export function refuseAttribute(r: Reader, index: number, rule = 'cvc-complex-type.3.2.2'): void {
  if (isOfXsi(r, index)) return;
  const name = attributeName(r, index);
  report(
    r,
    'VAL2102',
    rule,
    `attribute "${name}" must not be here`,
    r.attributeName[index] as number,
    undefined,
    name,
    name,
    r.tolerant ? 'warning' : 'error',
  );
}
