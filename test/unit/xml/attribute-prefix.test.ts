import { expect, test } from 'vitest';
import { parseXml } from '../../../src/readers/xml/parse-xml.js';

const parse = (text: string) =>
  parseXml({ uri: 'a.xml', label: 'a.xml', bytes: new TextEncoder().encode(text) });

test.each(['w', 'W', '_', 'Ä', 'ä', 'Wé', 'w1', 'W.-'])('a prefix may be %s', (prefix) => {
  const { value, diagnostics } = parse(`<${prefix}:A xmlns:${prefix}="urn:w" ${prefix}:b="c"/>`);
  expect(diagnostics).toEqual([]);
  const name = { namespace: 'urn:w', localName: 'b' };
  expect(value?.attributes).toMatchObject([{ name, prefix }]);
});

test.each(['1a', '-a', ':a', 'a:', 'A:', 'a:b:c', 'A:b:c', '.', 'A:-b', 'A:1', 'Q:b'])(
  'an attribute must not be called %s',
  (name) => {
    expect(parse(`<a xmlns:a="urn:a" xmlns:A="urn:A" ${name}="c"/>`).diagnostics).toHaveLength(1);
  },
);
