import { writeFlat } from '../encode/write-flat.js';
import type { FieldType } from './flat-content.js';
import { readFlat } from './read-flat.js';
import { complexType, type ComplexTypeInfo, type Occurrence } from './type-descriptor.js';

/** Instead of occurrences: simple content, or no content at all. */
const SIMPLE = '=';
const EMPTY = '-';

/**
 * Makes the descriptor of a complex type whose attributes and content are all data. Required attributes end with `!`.
 * `kept` and `properties` are left out where occurrences and local names say the same.
 */
export function flatType(
  name: string,
  namespace: string,
  children: readonly string[],
  attributes: readonly string[],
  occurs: Occurrence,
  types: () => readonly FieldType[],
  make: (slots: readonly unknown[]) => unknown,
  kept?: string,
  properties?: readonly string[],
): ComplexTypeInfo {
  const isSimple = occurs === SIMPLE;
  const isEmpty = occurs === EMPTY;
  const names = attributes.map((attribute) => attribute.replace(/!$/, ''));
  const marks = typeof occurs === 'string' && !isSimple && !isEmpty ? occurs : '';
  return {
    ...complexType(name, namespace, children, names, isSimple || isEmpty ? '' : occurs, readFlat, writeFlat),
    flat: {
      types,
      make,
      properties: properties ?? [...names, ...children, 'value'].map((one) => one.replace(/^\{.*\}/, '')),
      kept: kept ?? ' '.repeat(names.length) + marks.replace(/[1?]/g, ' ').replace(/\+/g, '*').padEnd(1),
      required: attributes.map((attribute) => (attribute.endsWith('!') ? '!' : ' ')).join(''),
      isEmpty,
      isSimple,
      fields: null,
    },
  };
}
