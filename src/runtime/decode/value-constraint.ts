import { normalizeWhiteSpace } from '../primitive/white-space.js';
import type { SimpleTypeCodec } from '../primitive/simple-type.js';
import { keyOf } from '../value-space/key-of.js';
import { attributeName, attributeText } from '../xml/attribute.js';
import { report } from '../xml/fault.js';
import type { NameTable } from '../xml/name-table.js';
import type { Reader } from '../xml/reader.js';
import { judge, shorten } from './simple.js';

/**
 * As `attributeValue`, where the value is fixed. Another one breaks `rule`: cvc-au where the attribute use fixes it,
 * cvc-attribute.4 where the declaration does.
 */
export function fixedAttribute<T extends string = string>(
  r: Reader,
  type: SimpleTypeCodec,
  index: number,
  fixed: string,
  rule = 'cvc-au',
): T {
  const at = r.attributeValue[index] as number;
  return judge(r, type, attributeText(r, index), at, index, undefined, (literal, lookup) => {
    const wanted = normalizeWhiteSpace(fixed, type.whiteSpace);
    if (keyOf(type, literal, lookup) !== keyOf(type, wanted, lookup))
      report(
        r,
        'VAL2104',
        rule,
        `the value must be the fixed value "${shorten(wanted)}", but it is "${shorten(literal)}"`,
        at,
        wanted,
        literal,
        attributeName(r, index),
      );
  }) as T;
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

/**
 * Notes the references in the default value of an attribute that is absent (cvc-id.1). Generated code calls this for types
 * that hold some.
 */
export function absentReference(r: Reader, type: SimpleTypeCodec, lexical: string): void {
  type.note?.(r, type, normalizeWhiteSpace(lexical, type.whiteSpace), r.nameStart[r.depth] as number);
}
