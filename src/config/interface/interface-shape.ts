import { flag, listOf, literal, objectOf, either, numberThat, text, textThat } from '../shape.js';
import type { Shape } from '../shape.js';
import type {
  ExchangeOptions,
  InterfaceOptions,
  RetryOptions,
  SecurityOptions,
  TimeOption,
} from './interface-options.js';
import { millisecondsOf } from './milliseconds.js';

const name = textThat('a name in letters, digits and _, such as MeterReadings', (value) =>
  /^[A-Za-z_]\w*$/u.test(value),
);

const time: Shape<TimeOption> = either(
  numberThat('milliseconds, 0 or more', (value) => value >= 0 && Number.isFinite(value)),
  textThat('a time such as "250ms", "30s", "5m" or "2h"', (value) => millisecondsOf(value) !== undefined),
);

const count = numberThat('a whole number, 1 or more', (value) => Number.isInteger(value) && value >= 1);

const retry = either(
  objectOf<RetryOptions>(
    'an object with attempts, delay and maxDelay',
    { attempts: count, delay: time, maxDelay: time },
    [],
  ),
  literal(false),
);

const security = objectOf<SecurityOptions>(
  'an object with authenticated, signed, replayProtected and roles',
  { authenticated: flag, signed: flag, replayProtected: flag, roles: listOf(text) },
  [],
);

const exchange = objectOf<ExchangeOptions>(
  'an object with noun and verbs',
  {
    noun: name,
    verbs: listOf(textThat('a verb such as "create"', (value) => /^[A-Za-z]+$/u.test(value))),
    pattern: literal('request-reply', 'async-reply', 'publish', 'one-way'),
    priority: numberThat(
      'a whole number from 0 to 9',
      (value) => Number.isInteger(value) && value >= 0 && value <= 9,
    ),
    timeout: time,
    retry,
    acknowledgement: literal('after-handler', 'on-receipt'),
    security,
    documentation: text,
  },
  ['noun', 'verbs'],
);

/** What an interface specification may hold. */
export const interfaceShape = objectOf<InterfaceOptions>(
  'an object: defineInterface({ component, accepts, sends })',
  {
    component: name,
    businessFunction: text,
    documentation: text,
    accepts: listOf(exchange),
    sends: listOf(exchange),
  },
  ['component'],
);
