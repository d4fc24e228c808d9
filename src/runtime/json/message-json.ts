import type { Issue } from '../issue/issue.js';
import { decodeDocument, withoutPlace } from '../message/decode.js';
import type { DecodeOptions, Decoded, Message } from '../message/element-message.js';
import { encodeDocument } from '../message/encode.js';
import { parseJson } from './parse-json.js';
import { jsonText, placedMisfits, unreadable, type JsonOptions } from './json-text.js';
import { misfits } from './understood.js';

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
): string => jsonText(value, { indent });

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
  if (!parsed.ok) return refused(unreadable(text, parsed));
  const { value } = parsed;
  let written: Uint8Array;
  try {
    const registry = options.registry === undefined ? {} : { registry: options.registry };
    written = encodeDocument(info, value, { declaration: false, ...registry });
  } catch (error) {
    // What writers say about a value that is not what its type promises.
    if (!(error instanceof TypeError)) throw error;
    return refused(
      placedMisfits(text, [{ pointer: '', message: `the value cannot be written as XML: ${error.message}` }]),
    );
  }
  const result = decodeDocument<ValueOf<M>>(info, written, options);
  const issues = result.issues.map(withoutPlace);
  if (result.ok || result.value !== undefined) {
    const understood = misfits(value, result.value);
    if (understood.length > 0) {
      const shape = placedMisfits(text, understood);
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
