import { describe, expect, test } from 'vitest';
import { memorySourceHost } from '../../../src/readers/source/memory-source-host.js';

describe('documents in memory', () => {
  const host = memorySourceHost({
    'main.xsd': '<main/>',
    'sub/b c.xsd': '<b/>',
    'http://example.org/c.xsd': '<c/>',
    'utf16.xsd': Uint8Array.from([0xfe, 0xff, 0, 0x3c, 0, 0x61, 0, 0x2f, 0, 0x3e]),
    'declares.xsd': '<?xml version="1.0" encoding="utf-16"?><d/>',
  });
  const text = (reference: string, base: string): string | undefined => {
    const bytes = host.load(host.resolve(reference, base)).value?.bytes;
    return bytes === undefined ? undefined : new TextDecoder().decode(bytes);
  };

  test.each([
    { reference: 'main.xsd', base: '', expected: '<main/>' },
    { reference: '../main.xsd', base: 'memory:/sub/b%20c.xsd', expected: '<main/>' },
    { reference: 'b c.xsd', base: 'memory:/sub/other.xsd', expected: '<b/>' },
    { reference: 'MAIN.xsd', base: '', expected: '<main/>' },
    { reference: 'http://example.org/c.xsd', base: 'memory:/main.xsd', expected: '<c/>' },
    { reference: 'c.xsd', base: 'http://example.org/d.xsd', expected: '<c/>' },
    { reference: 'utf16.xsd', base: '', expected: '<a/>' },
    { reference: 'declares.xsd', base: '', expected: '<?xml version="1.0" encoding="utf-16"?><d/>' },
    { reference: 'nothing.xsd', base: '', expected: undefined },
  ])('$reference from $base', ({ reference, base, expected }) => {
    expect(text(reference, base)).toBe(expected);
  });

  test('labels are names', () => {
    expect(host.load('memory:/sub/b%20c.xsd').value).toMatchObject({
      label: 'sub/b c.xsd',
      uri: 'memory:/sub/b%20c.xsd',
    });
  });
});

describe('our own declarations', () => {
  test('stand in for addresses that are not at hand', () => {
    const host = memorySourceHost({});
    for (const address of ['http://www.w3.org/2001/03/xml.xsd', 'https://www.w3.org/2001/xml.xsd']) {
      const uri = host.resolve(address, 'memory:/a.xsd');
      expect(uri).toBe('cimbind:/well-known/xml.xsd');
      const { value, diagnostics } = host.load(uri);
      expect(value?.label).toBe('well-known/xml.xsd');
      expect(diagnostics.map(({ code }) => code)).toEqual(['SRC1016']);
    }
    expect(host.resolveNamespace('http://www.w3.org/2000/09/xmldsig#')).toBe(
      'cimbind:/well-known/xmldsig.xsd',
    );
    expect(host.resolveNamespace('http://example.org/')).toBeUndefined();
  });

  test('give way to a document', () => {
    const host = memorySourceHost({ 'http://www.w3.org/2001/xml.xsd': '<own/>' });
    expect(host.resolve('http://www.w3.org/2001/xml.xsd', 'memory:/a.xsd')).toBe(
      'http://www.w3.org/2001/xml.xsd',
    );
  });
});
