import { describe, expect, test } from 'vitest';
import { includeConditionally } from '../../../src/readers/xsd/conditional-inclusion.js';
import { parseXml } from '../../../src/readers/xml/parse-xml.js';

/** Whether an element with these attributes stays. */
function stays(attributes: string): boolean {
  const text =
    `<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:vc="http://www.w3.org/2007/XMLSchema-versioning">` +
    `<xs:element name="a"/><xs:element name="b" ${attributes}/></xs:schema>`;
  const { value } = parseXml(
    { uri: 'memory:/a.xsd', label: 'a.xsd', bytes: new TextEncoder().encode(text) },
    {},
  );
  if (value === undefined) throw new Error('not well-formed');
  return includeConditionally(value).children.filter((child) => typeof child !== 'string').length === 2;
}

describe('conditional inclusion (vc:)', () => {
  test.each([
    ['', true],
    ['vc:minVersion="1.0"', true],
    ['vc:minVersion="1.1"', false],
    ['vc:maxVersion="1.1"', true],
    ['vc:maxVersion="1.0"', false],
    ['vc:minVersion="10g"', true],
    ['vc:typeAvailable="xs:integer xs:date"', true],
    ['vc:typeAvailable="xs:integer xs:dateTimeStamp"', false],
    ['vc:typeUnavailable="xs:error"', true],
    ['vc:typeUnavailable="xs:string"', false],
    ['vc:facetAvailable="xs:assertion"', false],
    ['vc:facetUnavailable="xs:assertion"', true],
  ])('%s', (attributes, expected) => {
    expect(stays(attributes)).toBe(expected);
  });
});
