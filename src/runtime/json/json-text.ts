import type { Issue } from '../issue/issue.js';
import { numberText } from '../value/mapping.js';
import { parseJson, type JsonFault } from './parse-json.js';
import type { Misfit } from './understood.js';

/** How JSON is written. */
export interface JsonOptions {
  /** Spaces for each level; 0 for none and no line breaks. Default 0. */
  readonly indent?: number;
}

/** A value as JSON; numbers that JSON cannot write are the texts of XML Schema: `INF`, `-INF`, `NaN`, `-0`. */
export const jsonText = (value: unknown, { indent = 0 }: JsonOptions = {}): string =>
  JSON.stringify(
    value,
    (_name, inner: unknown) =>
      typeof inner === 'number' && (!Number.isFinite(inner) || Object.is(inner, -0))
        ? String(numberText(inner))
        : inner,
    indent,
  );

/** The issue of a text that is no JSON. */
export const unreadable = (text: string, { at, message, expected }: JsonFault): readonly Issue[] => [
  issueAt(text, at, {
    code: 'VAL4002',
    rule: 'json',
    path: '',
    message: expected === undefined ? message : `${message}, ${expected} expected`,
    ...(expected === undefined ? {} : { expected }),
  }),
];

/** Issues of what was not understood, with the places that the text is read for a second time. */
export function placedMisfits(text: string, found: readonly Misfit[]): readonly Issue[] {
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
