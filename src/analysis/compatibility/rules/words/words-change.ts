import type { Annotation } from '../../../../model/schema/index.js';
import { documentationOf } from '../../match/model-reference.js';
import type { Found } from '../rule.js';

/** Documentation that is not the same, white space aside. */
export function wordsChange(
  before: Annotation | undefined,
  after: Annotation | undefined,
): Found | undefined {
  if (before === undefined || after === undefined) return undefined;
  const [old, now] = [documentationOf(before), documentationOf(after)];
  return old === now ? undefined : { before: shortened(old), after: shortened(now) };
}

const MOST_LETTERS = 120;

const shortened = (text: string): string => {
  const line = text.replaceAll('\n', ' ');
  if (line === '') return 'none';
  return line.length <= MOST_LETTERS ? line : `${line.slice(0, MOST_LETTERS)}…`;
};
