import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { linkServices } from '../../../src/readers/wsdl/link-services.js';
import { loadWsdlDocuments } from '../../../src/readers/wsdl/load-wsdl-documents.js';
import { memorySourceHostWithCatalogs } from '../../../src/readers/source/memory-source-host.js';
import { toUtf8 } from '../../../src/runtime/xml/encoding.js';
import { utf8Chunks } from '../../../src/runtime/xml/utf8-chunks.js';
import type { EncodingFault } from '../../../src/runtime/xml/encoding.js';

const HEADS = [
  '',
  '\xef\xbb\xbf',
  '\xff\xfe',
  '\xfe\xff',
  '<\0?\0',
  '\0<\0?',
  '<?xml version="1.0" encoding="',
].map((head) => Uint8Array.from(head, (char) => char.charCodeAt(0)));
const NAMES = [
  'UTF-8"?>',
  'utf-16"?>',
  'iso-8859-1"?>',
  'windows-1252"?>',
  'us-ascii"?>',
  'shift_jis"?>',
  'x"?>',
  '"',
];

const documents = fc
  .tuple(fc.constantFrom(...HEADS), fc.constantFrom('', ...NAMES), fc.uint8Array({ maxLength: 60 }))
  .map(([head, name, rest]) => Uint8Array.from([...head, ...new TextEncoder().encode(name), ...rest]));

async function* split(input: Uint8Array, size: number): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < input.length; at += size) yield input.slice(at, at + size);
}

test('bytes in pieces give what they give as a whole', async () => {
  await fc.assert(
    fc.asyncProperty(documents, fc.integer({ min: 1, max: 40 }), async (input, size) => {
      const whole = toUtf8(input);
      const parts: number[] = [];
      const faults: EncodingFault[] = [];
      for await (const part of utf8Chunks(split(input, size), (fault) => faults.push(fault)))
        parts.push(...part);
      if ('fault' in whole) {
        // A platform decoder knows no offset but that of the piece.
        expect(faults.map(({ fault, encoding }) => ({ fault, encoding }))).toEqual([
          { fault: whole.fault, encoding: whole.encoding },
        ]);
      } else {
        expect(faults).toEqual([]);
        expect(parts).toEqual([...whole.bytes]);
      }
    }),
    { numRuns: 2000, seed: 1 },
  );
});

test('mutilated service descriptions and catalogs give diagnostics', () => {
  const wsdl = readFileSync(new URL('./mutilate.wsdl', import.meta.url));
  const catalog = readFileSync(new URL('./mutilate.catalog.xml', import.meta.url));
  const mutilation = fc.array(
    fc.record({
      at: fc.nat(3000),
      drop: fc.nat(40),
      put: fc.oneof(fc.uint8Array({ maxLength: 6 }), fc.constantFrom(...SNIPPETS)),
    }),
    { minLength: 1, maxLength: 4 },
  );
  fc.assert(
    fc.property(mutilation, (changes) => {
      const mutilate = (bytes: Uint8Array): Uint8Array =>
        changes.reduce<Uint8Array>(
          (sum, { at, drop, put }) =>
            Uint8Array.from([
              ...sum.slice(0, at % sum.length),
              ...put,
              ...sum.slice((at % sum.length) + drop),
            ]),
          bytes,
        );
      const files = { 'main.wsdl': mutilate(wsdl), 'catalog.xml': mutilate(catalog), 'next.xml': catalog };
      const { value: host, diagnostics } = memorySourceHostWithCatalogs(files, ['catalog.xml']);
      const loaded = loadWsdlDocuments([host.resolve('main.wsdl', '')], host);
      const linked = linkServices(loaded.value.documents, { elements: new Map(), types: new Map() });
      for (const { code, message } of [...diagnostics, ...loaded.diagnostics, ...linked.diagnostics]) {
        expect(code).toMatch(/^(SRC|XML|WSD)\d{4}$/);
        expect(message).not.toMatch(/undefined|\[object/);
      }
    }),
    { numRuns: 1500, seed: 2 },
  );
});

const SNIPPETS = [
  '<',
  '>',
  '"',
  '<x/>',
  '<input/>',
  ' name="a"',
  '&lt;',
  '&x;',
  '<!--',
  ']]>',
  ':',
  '{a}',
  '../',
  '%',
  '\\',
  ' ',
].map((text) => new TextEncoder().encode(text));
