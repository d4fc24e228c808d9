import { report } from '../xml/fault.js';
import type { Reader } from '../xml/reader.js';
import type { PendingValue } from './element-descriptor.js';

/** Takes the value constraint of the element being read: its children are not to see it. */
export function takePending(r: Reader): PendingValue | null {
  const { pending } = r;
  r.pending = null;
  return pending === null ? null : pending.constraint;
}

/**
 * Holds the mixed content of an element that was read against its fixed value (cvc-elt.5.2.2); answers the text that stands
 * for no content at all (cvc-elt.5.1), where there is one.
 */
export function mixedValue(
  r: Reader,
  pending: PendingValue | null,
  content: readonly unknown[],
): string | undefined {
  if (pending === null) return undefined;
  if (content.length === 0) return r.applyDefaults ? pending.lexical : undefined;
  if (!pending.fixed) return undefined;
  const isText = content.every((item) => typeof item === 'string');
  const text = isText ? content.join('') : '';
  if (isText && text === pending.lexical) return undefined;
  const shown = text.slice(0, 40);
  report(
    r,
    'VAL2205',
    isText ? 'cvc-elt.5.2.2.2.1' : 'cvc-elt.5.2.2.1',
    `the value must be the fixed value "${pending.lexical}", but ${isText ? `it is "${shown}"` : 'there are elements in it'}`,
    r.nameStart[r.depth + 1] as number,
    pending.lexical,
    shown,
  );
  return undefined;
}
