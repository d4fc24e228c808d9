import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { InstanceSource } from '../../../src/readers/source/instance-source.js';
import { instanceFile, instanceStream } from '../../../src/readers/source/instance-source.js';

let folder = '';
const LARGE = `<a>${'0123456789'.repeat(100_000)}</a>`;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'instance-'));
  writeFileSync(join(folder, 'large.xml'), LARGE);
  writeFileSync(
    join(folder, 'wide.xml'),
    Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(LARGE, 'utf16le')]),
  );
  writeFileSync(
    join(folder, 'half.xml'),
    Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(LARGE, 'utf16le'), Buffer.from([1])]),
  );
});

afterAll(() => {
  rmSync(folder, { recursive: true });
});

async function drain({
  windows,
  diagnostics,
}: InstanceSource): Promise<{ text: string; largest: number; said: readonly string[] }> {
  const parts: Uint8Array[] = [];
  for await (const window of windows) parts.push(window);
  return {
    text: Buffer.concat(parts).toString(),
    largest: Math.max(0, ...parts.map(({ length }) => length)),
    said: diagnostics().map(({ code, message }) => `${code} ${message}`),
  };
}

describe('messages from files', () => {
  test.each(['large.xml', 'wide.xml'])('%s comes in windows of UTF-8', async (name) => {
    const { text, largest, said } = await drain(instanceFile(join(folder, name), folder));
    expect(text).toBe(LARGE);
    expect(largest).toBeLessThanOrEqual(256 * 1024);
    expect(said).toEqual([]);
  });

  test.each([
    ['half.xml', 'SRC1011 half.xml is not valid UTF-16LE: see the byte at offset 2000016'],
    ['nothing.xml', 'SRC1001 there is no file nothing.xml'],
    ['.', 'SRC1003 . is a folder, expected a file'],
  ])('%s ends early, and says why', async (name, message) => {
    expect((await drain(instanceFile(join(folder, name), folder))).said).toEqual([message]);
  });

  test('who stops early closes the file', async () => {
    for await (const window of instanceFile(join(folder, 'large.xml'), folder).windows) {
      expect(window.length).toBeGreaterThan(0);
      break;
    }
  });
});

describe('messages from streams', () => {
  async function* failing(): AsyncGenerator<Uint8Array> {
    yield new TextEncoder().encode('<ab>');
    throw new Error('the line is dead');
  }

  test('a failure ends the message and is told', async () => {
    const { text, said } = await drain(instanceStream('standard input', failing()));
    expect(text).toBe('<ab>');
    expect(said).toEqual(['SRC1002 standard input cannot be read: the line is dead']);
  });

  test('a failure of the reader passes', async () => {
    const source = instanceStream('standard input', failing());
    const read = async (): Promise<void> => {
      for await (const window of source.windows) throw new Error(`${window.length} is too much`);
    };
    await expect(read()).rejects.toThrow('4 is too much');
    expect(source.diagnostics()).toEqual([]);
  });
});
