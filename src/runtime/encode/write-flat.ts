import { fieldsOf, type Field, type FlatContent } from '../decode/flat-content.js';
import type { ComplexTypeInfo } from '../decode/type-descriptor.js';
import {
  attributeTagsOf,
  complexElement,
  endContentOf,
  endEmpty,
  endWithText,
  putAttribute,
  startContentOf,
  tagsOf,
  textElement,
  type Tag,
  type Writer,
} from './writer.js';

/** Writes attributes and content of an element whose name was written, where both are all data. */
export function writeFlat(w: Writer, value: never, tag: Tag, type: ComplexTypeInfo): void {
  const flat = type.flat as FlatContent;
  const { attributes, children, content, slots } = flat.fields ?? fieldsOf(type, flat);
  const properties = value as Readonly<Record<string, unknown>>;
  if (attributes.length > 0) {
    const names = attributeTagsOf(w, type.attributes);
    for (let index = 0; index < attributes.length; index++)
      putAttribute(
        w,
        names[index + 1] as Uint8Array,
        literalOf(w, attributes[index] as Field, properties[flat.properties[index] as string]),
      );
  }
  if (content !== null) {
    endWithText(w, tag, literalOf(w, content, properties[flat.properties[attributes.length] as string]));
    return;
  }
  if (flat.isEmpty) {
    endEmpty(w);
    return;
  }
  const tags = tagsOf(w, type);
  const before = startContentOf(w);
  for (let slot = attributes.length; slot < slots.length; slot++) {
    const { property, numbers } = slots[slot] as (typeof slots)[number];
    const all = properties[property];
    if (all === undefined) continue;
    const only = numbers[0] as number;
    const field = children[only] as Field;
    if (!field.isList) writeChild(w, children, tags, numbers, all);
    else for (const one of all as Iterable<unknown>) writeChild(w, children, tags, numbers, one);
  }
  endContentOf(w, tag, before);
}

function writeChild(
  w: Writer,
  children: readonly Field[],
  tags: readonly Tag[],
  numbers: readonly number[],
  given: unknown,
): void {
  let number = numbers[0] as number;
  let field = children[number] as Field;
  let value = given;
  if (field.member !== null) {
    const { $type, value: inner } = given as { readonly $type: string; readonly value: unknown };
    const found = numbers.find((one) => children[one]?.member === $type);
    if (found === undefined) return;
    number = found;
    field = children[number] as Field;
    value = inner;
  }
  const tag = tags[number] as Tag;
  if (field.element !== null) field.element.special?.write(w, field.element, tag, literalOf(w, field, value));
  else if (field.simple !== null) textElement(w, tag, literalOf(w, field, value));
  else complexElement(w, tag, value, field.complex as ComplexTypeInfo);
}

const literalOf = (w: Writer, field: Field, value: unknown): unknown =>
  field.mapping === null ? value : field.mapping.to(value, w);
