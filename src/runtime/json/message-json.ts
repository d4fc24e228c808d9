import type { Issue } from '../issue/issue.js';
import { decodeDocument, withoutPlace } from '../message/decode.js';
import type { DecodeOptions, Decoded, Message } from '../message/element-message.js';
import { encodeDocument } from '../message/encode.js';
import { numberText } from '../value/mapping.js';
import { parseJson } from './parse-json.js';
import { misfits, type Misfit } from './understood.js';

/** How JSON is written. */
export interface JsonOptions {
  /** Spaces for each level; 0 for none and no line breaks. Default 0. */
  readonly indent?: number;
}

/** Any message: what its records are does not matter here. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- `Message` is invariant in both
type AnyMessage<T = any> = Pick<Message<T, any>, 'info'>;

/** The value of a message: `ValueOf<typeof MeterReadings>`. */
export type ValueOf<M> = M extends { decode(...given: never): infer T } ? T : unknown;

/**
 * Writes a value as JSON, from which `fromJson` makes the same value again. Properties without a value are left out;
 * numbers that JSON cannot write are the texts of XML Schema: `INF`, `-INF`, `NaN`, `-0`.
 */
export const toJson = <M extends AnyMessage>(
  _message: M,
  value: ValueOf<M>,
  { indent = 0 }: JsonOptions = {},
): string =>
  JSON.stringify(
    value,
    (_name, inner: unknown) =>
      typeof inner === 'number' && (!Number.isFinite(inner) || Object.is(inner, -0))
        ? String(numberText(inner))
        : inner,
    indent,
  );

/**
 * Reads and validates JSON. Nothing in it is trusted: the value is written as XML and read again, by all rules of the
 * schema, and must be understood completely. Issues of the JSON itself have a JSON Pointer as path, and their place.
 */
export function fromJson<M extends AnyMessage>(
  { info }: M,
  text: string,
  options: DecodeOptions = {},
): Decoded<ValueOf<M>> {
  const parsed = parseJson(text);
  if (!parsed.ok) {
    const { at, message, expected } = parsed;
    return refused([
      issueAt(text, at, {
        code: 'VAL4002',
        rule: 'json',
        path: '',
        message: expected === undefined ? message : `${message}, ${expected} expected`,
        ...(expected === undefined ? {} : { expected }),
      }),
    ]);
  }
  const { value } = parsed;
  let written: Uint8Array;
  try {
    const registry = options.registry === undefined ? {} : { registry: options.registry };
    written = encodeDocument(info, value, { declaration: false, ...registry });
  } catch (error) {
    // What writers say about a value that is not what its type promises.
    if (!(error instanceof TypeError)) throw error;
    return refused(
      placed(text, [{ pointer: '', message: `the value cannot be written as XML: ${error.message}` }]),
    );
  }
  const result = decodeDocument<ValueOf<M>>(info, written, options);
  const issues = result.issues.map(withoutPlace);
  if (result.ok || result.value !== undefined) {
    const understood = misfits(value, result.value);
    if (understood.length > 0) {
      const shape = placed(text, understood);
      const count = result.ok ? issues.length : result.issueCount;
      return {
        ok: false,
        value: result.value,
        issues: [...shape, ...issues],
        issueCount: count + shape.length,
      };
    }
  }
  return { ...result, issues };
}

const refused = (issues: readonly Issue[]): Decoded<never> => ({
  ok: false,
  issues,
  issueCount: issues.length,
});

/** Issues of what was not understood, with the places that the text is read for a second time. */
function placed(text: string, found: readonly Misfit[]): readonly Issue[] {
  const places = new Map<string, number>();
  const wanted = new Set(found.map(({ pointer }) => pointer));
  parseJson(text, (pointer, at) => {
    if (wanted.has(pointer)) places.set(pointer, at);
  });
  return found.map(({ pointer, ...said }) =>
    issueAt(text, places.get(pointer) ?? 0, { code: 'VAL4001', rule: 'shape', path: pointer, ...said }),
  );
}

/** An issue of the text: lines and columns are counted from 1, the offset in UTF-8. */
function issueAt(
  text: string,
  at: number,
  said: Pick<Issue, 'code' | 'rule' | 'message' | 'path' | 'expected' | 'found'>,
): Issue {
  const before = text.slice(0, at);
  const lines = before.split(/\r\n?|\n/);
  return {
    severity: 'error',
    ...said,
    line: lines.length,
    column: [...(lines.at(-1) ?? '')].length + 1,
    offset: new TextEncoder().encode(before).length,
  };
}
