import { describe, expect, test } from 'vitest';
import { XSD_NAMESPACE } from '../../../src/foundation/expanded-name.js';
import { memorySourceHost } from '../../../src/readers/source/memory-source-host.js';
import {
  WELL_KNOWN_SCHEMAS,
  wellKnownForLocation,
  wellKnownUri,
} from '../../../src/readers/well-known/index.js';
import { parseXml } from '../../../src/readers/xml/parse-xml.js';
import type { XmlElement } from '../../../src/readers/xml/xml-element.js';

const host = memorySourceHost({});

const REFERENCES: Readonly<Record<string, string>> = {
  'element@ref': 'element',
  'attribute@ref': 'attribute',
  'group@ref': 'group',
  'attributeGroup@ref': 'attributeGroup',
  'element@type': 'type',
  'attribute@type': 'type',
  'restriction@base': 'type',
  'extension@base': 'type',
  'list@itemType': 'type',
  'union@memberTypes': 'type',
};

const BUILT_IN = new Set(
  (
    'anyType anySimpleType string boolean decimal float double duration dateTime time date gYearMonth gYear gMonthDay gDay ' +
    'gMonth hexBinary base64Binary anyURI QName NOTATION normalizedString token language NMTOKEN NMTOKENS Name NCName ID ' +
    'IDREF IDREFS ENTITY ENTITIES integer nonPositiveInteger negativeInteger long int short byte nonNegativeInteger ' +
    'unsignedLong unsignedInt unsignedShort unsignedByte positiveInteger'
  ).split(' '),
);

const attribute = (element: XmlElement, name: string): string | undefined =>
  element.attributes.find((each) => each.name.localName === name && each.name.namespace === '')?.value;

const elementsIn = (element: XmlElement): readonly XmlElement[] =>
  element.children
    .filter((child) => typeof child !== 'string')
    .flatMap((child) => [child, ...elementsIn(child)]);

describe.each(WELL_KNOWN_SCHEMAS)('our own declarations of $namespace', (schema) => {
  const root = host.load(wellKnownUri(schema)).value;
  const tree = root && parseXml(root);

  test('are well-formed and of the namespace', () => {
    expect(tree?.diagnostics).toEqual([]);
    expect(tree?.value?.name).toEqual({ namespace: XSD_NAMESPACE, localName: 'schema' });
    expect(tree?.value && attribute(tree.value, 'targetNamespace')).toBe(schema.namespace);
  });

  test('refer only to what they declare and to built-in types', () => {
    if (tree?.value === undefined) return;
    const global = tree.value.children.filter((child) => typeof child !== 'string');
    const declared = new Set(
      global.map(
        (each) =>
          `${each.name.localName.replace(/^(simple|complex)Type$/, 'type')} ${attribute(each, 'name') ?? ''}`,
      ),
    );
    for (const element of elementsIn(tree.value)) {
      for (const { name, value } of element.attributes) {
        const space = REFERENCES[`${element.name.localName}@${name.localName}`];
        if (space === undefined || name.namespace !== '') continue;
        const [prefix = '', local = ''] = value.split(':');
        if (element.namespaces[prefix] === XSD_NAMESPACE && space === 'type' && BUILT_IN.has(local)) continue;
        expect(element.namespaces[prefix] ?? (prefix === 'xml' ? schema.namespace : undefined)).toBe(
          schema.namespace,
        );
        expect(declared).toContain(`${space} ${local}`);
      }
    }
  });

  test('are found by every address, with http and https', () => {
    for (const location of schema.locations) {
      expect(wellKnownForLocation(location)).toBe(schema);
      expect(wellKnownForLocation(location.replace('http:', 'https:'))).toBe(schema);
    }
  });
});

test('no address stands for two namespaces', () => {
  const all = WELL_KNOWN_SCHEMAS.flatMap(({ locations }) => locations);
  expect(new Set(all).size).toBe(all.length);
});
