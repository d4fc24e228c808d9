import { openName, skip } from '../xml/element.js';
import { report } from '../xml/fault.js';
import { findName } from '../xml/name-table.js';
import type { Reader } from '../xml/reader.js';
import { refuseAttribute } from './simple.js';
import { mayFollow, type ComplexTypeInfo } from './type-descriptor.js';

/**
 * The element just opened, number `found` of the type, must not follow what was there so far (`last`): notes it, and
 * answers what is to be taken for the last one from here.
 * cvc-complex-type.2.4.a.
 */
export function outOfPlace(r: Reader, type: ComplexTypeInfo, last: number, found: number): number {
  const name = type.text[found] as string;
  unexpectedElement(r, name, expectedAfter(type, last));
  return Math.max(last, found);
}

/**
 * Notes that the element just opened must not stand here. Where one of the names could, for which it stands as an abstract
 * element, that is what is wrong with it (cvc-elt.2).
 */
export function unexpectedElement(
  r: Reader,
  name: string,
  expected: readonly string[],
  type?: ComplexTypeInfo,
  rule = expected.length === 0 ? 'cvc-complex-type.2.4.d' : 'cvc-complex-type.2.4.a',
): void {
  const local = name.slice(name.indexOf(':') + 1);
  const key = r.openNamespace === '' ? local : `{${r.openNamespace}}${local}`;
  const abstracts = type?.abstracts ?? null;
  if (
    abstracts !== null &&
    Object.hasOwn(abstracts, key) &&
    abstracts[key]?.some((one) => expected.includes(one))
  ) {
    abstractElement(r);
    return;
  }
  // The name alone would say that the very element is expected that is there.
  const isForeign = expected.includes(local);
  const space = isForeign ? ` of namespace "${r.openNamespace}"` : '';
  report(
    r,
    'VAL2001',
    rule,
    expected.length === 0
      ? `element "${name}" must not stand here: nothing more may follow`
      : `element "${name}"${space} must not stand here: ${anyOf(expected)} ${space && 'of another namespace '}expected`,
    r.nameStart[r.depth] as number,
    expected.join(', '),
    name,
    undefined,
    r.tolerant ? 'warning' : 'error',
  );
}

/** Notes that the element ended too early: `last` is the last child there was. cvc-complex-type.2.4.b. */
export function incomplete(r: Reader, type: ComplexTypeInfo, last: number): void {
  incompleteContent(r, expectedAfter(type, last));
}

/** Notes that the element just closed lacks elements. */
export function incompleteContent(r: Reader, expected: readonly string[]): void {
  report(
    r,
    'VAL2002',
    'cvc-complex-type.2.4.b',
    `the element is not complete: ${expected.length === 0 ? 'no element can complete it' : `${anyOf(expected)} expected`}`,
    endTagOf(r),
    expected.join(', '),
    'the end of the element',
  );
}

/** Where the end tag starts that was read last. */
function endTagOf(r: Reader): number {
  let at = r.at - 1;
  while (at > 0 && r.bytes[at] !== 0x3c) at--;
  return r.bytes[at + 1] === 0x2f ? at : at + 1;
}

/** Notes that the element just opened is none of the children, and passes over it. */
export function refuseElement(r: Reader, type: ComplexTypeInfo, last: number): void {
  unexpectedElement(r, openName(r), expectedAfter(type, last), type);
  skip(r);
}

/** Notes that the element just opened is abstract (cvc-elt.2). */
export function abstractElement(r: Reader): void {
  const name = openName(r);
  report(
    r,
    'VAL2201',
    'cvc-elt.2',
    `element "${name}" is abstract: a member of its substitution group must stand here`,
    r.nameStart[r.depth] as number,
    'a member of the substitution group',
    name,
  );
}

/** Tolerant mode: the child that has the open element's local name in another namespace. */
export function variantOf(r: Reader, type: ComplexTypeInfo): number {
  if (!r.tolerant) return 0;
  const end = (r.nameStart[r.depth] as number) + (r.nameLength[r.depth] as number);
  for (const namespace of new Set(type.namespace)) {
    const variant = findName(type, namespace, r.bytes, r.openLocal, end);
    if (variant <= 0) continue;
    report(
      r,
      'VAL2005',
      'cvc-complex-type.2.4.a',
      `element "${openName(r)}" has namespace "${r.openNamespace}", "${namespace}" expected`,
      r.nameStart[r.depth] as number,
      namespace,
      r.openNamespace,
      undefined,
      'warning',
    );
    return variant;
  }
  return 0;
}

/** The names that may come after child number `last` of flat content. */
function expectedAfter(type: ComplexTypeInfo, last: number): readonly string[] {
  const expected: string[] = [];
  for (let number = 1; number < type.text.length; number++) {
    if (mayFollow(type, last, number)) expected.push(type.text[number] as string);
  }
  return expected;
}

const anyOf = (names: readonly string[]): string => {
  // What a wildcard lets in is told in words.
  const shown = names.slice(0, 6).map((name) => (name.includes(' ') ? name : `"${name}"`));
  if (names.length > 6) shown.push(`${names.length - 6} more`);
  return shown.length === 1 ? (shown[0] as string) : `one of ${shown.join(', ')}`;
};

/** Number of attribute `index` among the type's attributes, 0 if it is none of them. */
export function attributeNumber(r: Reader, type: ComplexTypeInfo, index: number): number {
  const found = findName(
    type.attributes,
    r.attributeNamespace[index] as string,
    r.bytes,
    r.attributeLocal[index] as number,
    r.attributeNameEnd[index] as number,
  );
  return found < 0 ? 0 : found;
}

/** Notes that a required attribute is not there (cvc-complex-type.4). */
export function missingAttribute(r: Reader, type: ComplexTypeInfo, number: number): void {
  const name = type.attributes.text[number] as string;
  report(
    r,
    'VAL2101',
    'cvc-complex-type.4',
    `attribute "${name}" is required on element "${openName(r)}"`,
    r.nameStart[r.depth] as number,
    name,
    undefined,
    name,
  );
}

/** Notes attributes of an element whose type has none. */
export function noAttributes(r: Reader): void {
  for (let index = 0; index < r.attributeCount; index++) refuseAttribute(r, index);
}

/** Notes that there are too few or too many of an element. */
export function occurrence(
  r: Reader,
  type: ComplexTypeInfo,
  number: number,
  count: number,
  min: number,
  max: number,
): void {
  const name = type.text[number] as string;
  const expected = count < min ? `at least ${min}` : `at most ${max}`;
  const isLast = expectedAfter(type, number).every((other) => other === name);
  report(
    r,
    'VAL2004',
    `cvc-complex-type.2.4.${count < min ? 'b' : isLast ? 'd' : 'a'}`,
    `element "${name}" is there ${count} times, ${expected} expected`,
    endTagOf(r),
    expected,
    String(count),
  );
}
