import { isDeepStrictEqual } from 'node:util';
import type { Issue } from '../../src/runtime/issue/issue.js';
import type { Decoded, DecodeOptions, Message } from '../../src/runtime/message/element-message.js';
import { documentDifference } from './compare-documents.js';
import { parsePlainXml, type PlainElement } from './plain-xml.js';

/** A message of a loaded codec. */
export type AnyRecordMessage = Message<unknown, Record<string, unknown>>;

/** Every way of reading and writing a valid document must lead to the same. Says where it does not. */
export function roundTripFault(
  message: AnyRecordMessage,
  document: string | Uint8Array,
  original: PlainElement,
  value: unknown,
  options: DecodeOptions,
): string | undefined {
  const known = options.registry === undefined ? {} : { registry: options.registry };
  const again = message.safeDecode(message.encode(value, known), options);
  if (!again.ok) return `what was encoded is not valid: ${again.issues.slice(0, 1).map(shown).join('')}`;
  if (!isDeepStrictEqual(again.value, value)) return 'decode(encode(decode(x))) is not decode(x)';
  const indented = message.safeDecode(message.encode(value, { ...known, indent: 2 }), options);
  if (!indented.ok || !isDeepStrictEqual(indented.value, value)) return 'indentation changes the value';
  // A text is taken for a document, so a value that is one cannot be asked about.
  if (typeof value !== 'string' && !message.validate(value, options).valid)
    return 'the decoded value is not valid';
  const bare = message.safeDecode(document, { ...options, applyDefaults: false });
  if (!bare.ok) return 'valid with defaults, invalid without';
  const difference = documentDifference(original, parsePlainXml(message.encode(bare.value, known)));
  return difference === undefined ? undefined : `the document changed, ${difference}`;
}

/**
 * Streams must find the issues that reading as a whole finds, and hand out the same records, however the bytes arrive. Says
 * where they do not. A DOCTYPE is out: what it declares is worked in before anything is read.
 */
export async function streamFault(
  message: AnyRecordMessage,
  bytes: Uint8Array,
  whole: Decoded<unknown>,
): Promise<string | undefined> {
  for (const record of Object.keys((await message.info.records?.()) ?? {})) {
    const issues: Issue[] = [];
    const found: unknown[] = [];
    const stream = message.stream(windowsOf(bytes), { record, onIssue: (issue) => issues.push(issue) });
    await stream.forEach((one) => {
      found.push(one);
    });
    const [a, b] = [placesOf(whole.issues), placesOf(issues)];
    if (a !== b) return `the stream of ${record} has other issues:\n${b}\nas a whole:\n${a}`;
    const wanted = recordsIn(whole.value, record.split('/'));
    if (whole.ok && wanted !== undefined && !isDeepStrictEqual(found, wanted))
      return `the stream of ${record} has ${found.length} records, not the ${wanted.length} of the whole`;
  }
  return undefined;
}

/** Small windows that end anywhere. */
async function* windowsOf(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  for (let at = 0, size = 61; at < bytes.length; at += size, size = (size * 7 + 13) % 997 || 61)
    yield bytes.subarray(at, at + size);
}

/** The records of a decoded value; undefined where its properties are not called as the elements are. */
function recordsIn(value: unknown, [property, ...rest]: readonly string[]): readonly unknown[] | undefined {
  if (property === undefined) return Array.isArray(value) ? value : [value];
  const items: readonly unknown[] = Array.isArray(value) ? value : [value];
  const found: unknown[] = [];
  for (const item of items) {
    if (typeof item !== 'object' || item === null || !(property in item)) return undefined;
    const inner = (item as Readonly<Record<string, unknown>>)[property];
    const records = inner === undefined ? [] : recordsIn(inner, rest);
    if (records === undefined) return undefined;
    found.push(...records);
  }
  return found;
}

const placesOf = (issues: readonly Issue[]): string =>
  issues
    .map(({ line, column, rule, path }) => `${line}:${column} ${rule} ${path}`)
    .sort()
    .join('\n');

/** An issue on one line. */
export const shown = (issue: Pick<Issue, 'rule' | 'path' | 'message'>): string =>
  `${issue.rule} ${issue.path}: ${issue.message}`;
