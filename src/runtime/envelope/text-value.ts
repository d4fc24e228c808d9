import { dateTime } from '../primitive/date-time.js';
import { integer } from '../primitive/integer.js';
import { QName } from '../primitive/qname.js';
import type { TextKind } from './shape.js';
import type { ToleranceId } from './tolerance.js';
import { isEventVerb, isRequestVerb } from './verb.js';

/** What a text is taken for. */
interface LooseValue {
  /** Undefined: the text is no value. */
  readonly value: string | boolean | undefined;
  readonly tolerance?: ToleranceId;
  readonly message?: string;
}

const RESULTS = ['OK', 'PARTIAL', 'FAILED'];
const LEVELS = ['INFORM', 'WARNING', 'FATAL', 'CATASTROPHIC'];

/** The value of a text, as people mean it. */
export function readLoosely(
  kind: TextKind,
  text: string,
  namespaces: ReadonlyMap<string, string>,
): LooseValue {
  const trimmed = text.trim();
  if (trimmed === '' || trimmed === '?')
    return { value: undefined, tolerance: 'placeholder', message: `is "${trimmed}", which is no value` };
  switch (kind) {
    case 'string':
      return { value: text };
    case 'verb':
      return looseVerb(trimmed);
    case 'result':
      return oneOf(RESULTS, trimmed);
    case 'level':
      return oneOf(LEVELS, trimmed);
    case 'boolean':
      return looseBoolean(trimmed);
    case 'dateTime':
    case 'integer': {
      const codec = kind === 'integer' ? integer : dateTime;
      const fault = codec.check(trimmed, () => undefined);
      if (fault === undefined) return { value: trimmed };
      return {
        value: trimmed,
        tolerance: 'value-form',
        message: `is "${trimmed}", ${fault.expected} expected`,
      };
    }
    case 'xpath':
      // The published schema has QName; what is meant is an XPath, which it refuses.
      return QName.check(trimmed, (prefix) => namespaces.get(prefix)) === undefined
        ? { value: text }
        : { value: text, tolerance: 'xpath-not-qname', message: 'is an XPath, and no QName' };
  }
}

const OTHER_SPELLINGS: Readonly<Record<string, string>> = { cancelled: 'canceled' };

function looseVerb(text: string): LooseValue {
  const lower = text.toLowerCase();
  const known = (verb: string): boolean => verb === 'reply' || isRequestVerb(verb) || isEventVerb(verb);
  if (known(text)) return { value: text };
  const other = Object.hasOwn(OTHER_SPELLINGS, lower) ? OTHER_SPELLINGS[lower] : undefined;
  if (other !== undefined)
    return { value: other, tolerance: 'verb-spelling', message: `is "${text}", "${other}" expected` };
  if (known(lower))
    return { value: lower, tolerance: 'verb-case', message: `is "${text}", "${lower}" expected` };
  return { value: text, tolerance: 'verb-unknown', message: `is "${text}", which is no verb` };
}

function oneOf(known: readonly string[], text: string): LooseValue {
  if (known.includes(text)) return { value: text };
  const upper = text.toUpperCase();
  if (known.includes(upper))
    return { value: upper, tolerance: 'result-case', message: `is "${text}", "${upper}" expected` };
  return {
    value: text,
    tolerance: 'value-form',
    message: `is "${text}", one of ${known.join(', ')} expected`,
  };
}

function looseBoolean(text: string): LooseValue {
  if (text === 'true' || text === '1') return { value: true };
  if (text === 'false' || text === '0') return { value: false };
  const lower = text.toLowerCase();
  const words = new Map([
    ['true', true],
    ['yes', true],
    ['false', false],
    ['no', false],
  ]);
  const meant = words.get(lower);
  if (meant !== undefined)
    return { value: meant, tolerance: 'boolean-case', message: `is "${text}", "${String(meant)}" expected` };
  return { value: undefined, tolerance: 'value-form', message: `is "${text}", true or false expected` };
}
