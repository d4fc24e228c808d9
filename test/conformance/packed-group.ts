import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';

/** A test of the packed suite: see the suite's README for the form. */
export interface SuiteTest {
  readonly name: string;
  readonly docs: readonly string[];
  readonly expected: Readonly<Record<string, string | null>>;
  readonly score: boolean;
}

/** A test group: one schema and instances of it. */
export interface SuiteGroup {
  readonly id: string;
  readonly contributor: string;
  readonly schemaTest: SuiteTest | null;
  readonly instanceTests: readonly SuiteTest[];
  readonly files: Readonly<Record<string, string | { readonly b64: string }>>;
}

/** Reads a packed part of the suite. */
export const readPacked = (file: string): readonly SuiteGroup[] =>
  gunzipSync(readFileSync(file))
    .toString('utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as SuiteGroup);

/** The bytes of a document of the suite. */
export const bytesOf = (text: string | { readonly b64: string }): Uint8Array =>
  typeof text === 'string' ? new TextEncoder().encode(text) : new Uint8Array(Buffer.from(text.b64, 'base64'));

export type Outcome = 'valid' | 'invalid';

/** The outcome that counts for a version, if any does. */
export const scoredOutcome = (test: SuiteTest, version: string): Outcome | undefined => {
  const expected = test.expected[version];
  return test.score && (expected === 'valid' || expected === 'invalid') ? expected : undefined;
};
