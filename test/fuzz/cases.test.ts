import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { compileOwn } from './judge/ours.js';

/** Differences from libxml2 and Xerces that were faults of ours, minimised, and what took too long. Names say the verdict that is right. */
const folder = new URL('./cases/', import.meta.url);
const files = readdirSync(folder).sort();
const read = (name: string): string => readFileSync(new URL(name, folder), 'utf8');

const TIME_LIMIT = 10_000;

describe('what fuzzing found', () => {
  test.each(files.filter((name) => name.endsWith('.invalid.xsd')))('%s is refused', (name) => {
    expect(compileOwn({ [name]: read(name) }).verdict.isValid).toBe(false);
  });

  test.each(files.filter((name) => /^[^.]+\.xsd$/.test(name)))(
    '%s and its documents',
    (name) => {
      const own = compileOwn({ [name]: read(name) });
      expect(own.verdict.message).toBe('');
      const documents = files.filter(
        (file) => file.startsWith(name.replace('xsd', '')) && file.endsWith('.xml'),
      );
      const wrong = documents.filter(
        (file) => own.validate(read(file)).isValid === file.endsWith('.invalid.xml'),
      );
      expect(wrong).toEqual([]);
    },
    TIME_LIMIT,
  );
});
