import { describe, expect, test } from 'vitest';
import { toUtf8 } from '../../../src/runtime/xml/encoding.js';
import type { EncodingFault } from '../../../src/runtime/xml/encoding.js';
import { EncodingError, malformedOffset, utf8Chunks } from '../../../src/runtime/xml/utf8-chunks.js';

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const latin = (text: string): Uint8Array => Uint8Array.from(text, (char) => char.charCodeAt(0));
const utf16 = (text: string, little: boolean): Uint8Array => {
  const out = new Uint8Array(text.length * 2);
  const view = new DataView(out.buffer);
  for (let at = 0; at < text.length; at++) view.setUint16(at * 2, text.charCodeAt(at), little);
  return out;
};
const bytes = (...parts: readonly (Uint8Array | readonly number[])[]): Uint8Array =>
  Uint8Array.from(parts.flatMap((part) => [...part]));
const declared = (encoding: string, body: string): string =>
  `<?xml version="1.0" encoding="${encoding}"?><a>${body}</a>`;
const body = 'aé€😀z';

interface Accepted {
  readonly name: string;
  readonly input: Uint8Array;
  readonly hint?: string;
  readonly text: string;
  readonly encoding: string;
}

const accepted: readonly Accepted[] = [
  { name: 'nothing', input: bytes(), text: '', encoding: 'UTF-8' },
  { name: 'one byte', input: utf8('<'), text: '<', encoding: 'UTF-8' },
  {
    name: 'UTF-8 without a declaration',
    input: utf8(`<a>${body}</a>`),
    text: `<a>${body}</a>`,
    encoding: 'UTF-8',
  },
  {
    name: 'UTF-8 declared',
    input: utf8(declared('utf-8', body)),
    text: declared('utf-8', body),
    encoding: 'UTF-8',
  },
  {
    name: 'UTF-8 with a mark',
    input: bytes([0xef, 0xbb, 0xbf], utf8(declared('UTF-8', body))),
    text: declared('UTF-8', body),
    encoding: 'UTF-8',
  },
  { name: 'a mark alone', input: bytes([0xef, 0xbb, 0xbf]), text: '', encoding: 'UTF-8' },
  {
    name: 'UTF-16 LE with a mark',
    input: bytes([0xff, 0xfe], utf16(declared('UTF-16', body), true)),
    text: declared('UTF-16', body),
    encoding: 'UTF-16LE',
  },
  {
    name: 'UTF-16 BE with a mark',
    input: bytes([0xfe, 0xff], utf16(declared('utf-16', body), false)),
    text: declared('utf-16', body),
    encoding: 'UTF-16BE',
  },
  {
    name: 'UTF-16 LE without a mark',
    input: utf16(declared('UTF-16LE', body), true),
    text: declared('UTF-16LE', body),
    encoding: 'UTF-16LE',
  },
  {
    name: 'UTF-16 BE without a mark',
    input: utf16(declared('UTF-16', body), false),
    text: declared('UTF-16', body),
    encoding: 'UTF-16BE',
  },
  {
    name: 'UTF-16 without mark and declaration',
    input: utf16(`<a>${body}</a>`, false),
    text: `<a>${body}</a>`,
    encoding: 'UTF-16BE',
  },
  {
    name: 'ISO-8859-1',
    input: latin(declared('ISO-8859-1', 'é\x80ÿ')),
    text: declared('ISO-8859-1', 'é\x80ÿ'),
    encoding: 'ISO-8859-1',
  },
  {
    name: 'ISO-8859-1 by an alias',
    input: latin(declared('latin1', 'é')),
    text: declared('latin1', 'é'),
    encoding: 'ISO-8859-1',
  },
  {
    name: 'windows-1252',
    input: latin(declared('windows-1252', '\x80\x93é\x94')),
    text: declared('windows-1252', '€“é”'),
    encoding: 'windows-1252',
  },
  {
    name: 'US-ASCII',
    input: latin(declared('US-ASCII', 'plain')),
    text: declared('US-ASCII', 'plain'),
    encoding: 'US-ASCII',
  },
  {
    name: 'ISO-8859-2 by the platform',
    input: latin(declared('ISO-8859-2', '\xb1')),
    text: declared('ISO-8859-2', 'ą'),
    encoding: 'ISO-8859-2',
  },
  {
    name: 'single quotes and spaces',
    input: latin(`<?xml version='1.0'\n encoding = 'iso-8859-1' standalone='yes' ?><é/>`),
    text: `<?xml version='1.0'\n encoding = 'iso-8859-1' standalone='yes' ?><é/>`,
    encoding: 'ISO-8859-1',
  },
  {
    name: 'the transport overrules the declaration',
    input: latin(declared('UTF-8', 'é')),
    hint: 'ISO-8859-1',
    text: declared('UTF-8', 'é'),
    encoding: 'ISO-8859-1',
  },
  {
    name: 'the mark overrules the transport',
    input: bytes([0xef, 0xbb, 0xbf], utf8('<é/>')),
    hint: 'ISO-8859-1',
    text: '<é/>',
    encoding: 'UTF-8',
  },
  {
    name: 'text given as text',
    input: utf8(declared('UTF-16', body)),
    hint: 'UTF-8',
    text: declared('UTF-16', body),
    encoding: 'UTF-8',
  },
  {
    name: 'no declaration, only something like it',
    input: utf8('<!-- encoding="ISO-8859-1" --><é/>'),
    text: '<!-- encoding="ISO-8859-1" --><é/>',
    encoding: 'UTF-8',
  },
];

interface Refused {
  readonly name: string;
  readonly input: Uint8Array;
  readonly fault: EncodingFault;
}

const refused: readonly Refused[] = [
  {
    name: 'an unknown name',
    input: utf8(declared('x-klingon', '')),
    fault: { fault: 'unsupported-encoding', encoding: 'x-klingon' },
  },
  {
    name: 'UTF-32 with a mark',
    input: bytes([0xff, 0xfe, 0, 0, 0x3c, 0, 0, 0]),
    fault: { fault: 'unsupported-encoding', encoding: 'UTF-32' },
  },
  {
    name: 'UCS-4 without a mark',
    input: bytes([0, 0, 0, 0x3c, 0, 0, 0, 0x61]),
    fault: { fault: 'unsupported-encoding', encoding: 'UTF-32' },
  },
  {
    name: 'EBCDIC',
    input: bytes([0x4c, 0x6f, 0xa7, 0x94]),
    fault: { fault: 'unsupported-encoding', encoding: 'EBCDIC' },
  },
  {
    name: 'a high byte in US-ASCII',
    input: latin(declared('US-ASCII', 'é')),
    fault: { fault: 'malformed', encoding: 'US-ASCII', offset: 44 },
  },
  {
    name: 'half a code unit',
    input: bytes(utf16('<a/>', true), [0x20]),
    fault: { fault: 'malformed', encoding: 'UTF-16LE', offset: 8 },
  },
  {
    name: 'a lone high surrogate',
    input: utf16('<a>\ud83d</a>', true),
    fault: { fault: 'malformed', encoding: 'UTF-16LE', offset: 6 },
  },
  {
    name: 'a lone low surrogate',
    input: utf16('<a>\ude00</a>', false),
    fault: { fault: 'malformed', encoding: 'UTF-16BE', offset: 6 },
  },
  {
    name: 'a high surrogate at the end',
    input: bytes([0xfe, 0xff], utf16('<a>\ud83d', false)),
    fault: { fault: 'malformed', encoding: 'UTF-16BE', offset: 8 },
  },
  {
    name: 'UTF-16 by mark, UTF-8 by name',
    input: bytes([0xff, 0xfe], utf16(declared('UTF-8', ''), true)),
    fault: { fault: 'contradicting-encoding', encoding: 'UTF-16LE', declared: 'UTF-8' },
  },
  {
    name: 'UTF-8 by mark, Latin-1 by name',
    input: bytes([0xef, 0xbb, 0xbf], utf8(declared('ISO-8859-1', ''))),
    fault: { fault: 'contradicting-encoding', encoding: 'UTF-8', declared: 'ISO-8859-1' },
  },
  {
    name: 'one byte a letter, UTF-16 by name',
    input: utf8(declared('utf-16', '')),
    fault: { fault: 'contradicting-encoding', encoding: 'UTF-8', declared: 'utf-16' },
  },
  {
    name: 'the other byte order by name',
    input: utf16(declared('UTF-16BE', ''), true),
    fault: { fault: 'contradicting-encoding', encoding: 'UTF-16LE', declared: 'UTF-16BE' },
  },
];

async function* split(input: Uint8Array, size: number): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < input.length; at += size) yield input.slice(at, at + size);
}

async function collect(source: AsyncIterable<Uint8Array>): Promise<string> {
  const parts: number[] = [];
  for await (const part of source) for (const byte of part) parts.push(byte);
  return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(Uint8Array.from(parts));
}

describe('toUtf8', () => {
  test.each(accepted)('reads $name', ({ input, hint, text, encoding }) => {
    const result = toUtf8(input, hint);
    expect(result).toMatchObject({ encoding });
    expect('bytes' in result && new TextDecoder('utf-8', { ignoreBOM: true }).decode(result.bytes)).toBe(
      text,
    );
  });

  test.each(refused)('refuses $name', ({ input, fault }) => {
    const { offset, ...why } = fault;
    expect(toUtf8(input)).toEqual(why);
    expect(malformedOffset(input)).toBe(offset);
  });

  test('does not copy UTF-8', () => {
    const input = utf8('<a/>');
    const result = toUtf8(input);
    expect('bytes' in result && result.bytes.buffer).toBe(input.buffer);
  });
});

describe('utf8Chunks', () => {
  test.each([1, 2, 3, 5, 64, 10_000])('gives the same in pieces of %i bytes', async (size) => {
    for (const { input, hint, text } of accepted) {
      expect(await collect(utf8Chunks(split(input, size), undefined, hint))).toBe(text);
    }
  });

  test.each([1, 2, 3, 5, 64, 10_000])('reports the same fault in pieces of %i bytes', async (size) => {
    for (const { input, fault } of refused) {
      const faults: EncodingFault[] = [];
      await collect(utf8Chunks(split(input, size), (found) => faults.push(found)));
      expect(faults).toEqual([fault]);
    }
  });

  test('hands out what came before a fault', async () => {
    const input = utf16('<a>ok\ude00</a>', true);
    expect(await collect(utf8Chunks(split(input, 100), () => undefined))).toBe('<a>ok');
  });

  test('throws where nobody takes the fault', async () => {
    await expect(collect(utf8Chunks(split(utf8(declared('x-klingon', '')), 7)))).rejects.toBeInstanceOf(
      EncodingError,
    );
  });
});
