import type { DiagnosticDefinition } from '../diagnostic.js';
import { runtimeIssue as issue, type Said } from './runtime-issue.js';

/** Issues of the envelope of IEC 61968-100: `@cimbind/runtime/envelope` reports them. */
export const VAL_ENVELOPE: readonly DiagnosticDefinition<Said>[] = [
  issue(
    'VAL6001',
    'error',
    'the root element is no message of the edition',
    'An edition of the envelope has the roots RequestMessage, ResponseMessage, EventMessage, FaultMessage and, in the first, Message, all in its namespace; strongly typed messages have roots of their own. ' +
      'Tolerant reading takes any root that has a header or a reply in it.',
  ),
  issue(
    'VAL6002',
    'warning',
    'tolerant reading accepted what the schema or the standard does not',
    'The rule names the tolerance: docs/messages.md lists them. A tolerance that the receiver does not allow is an error.',
  ),
  issue(
    'VAL6003',
    'error',
    'the message is of another class',
    'Kind, verb and noun say which class a message is of: `CreateMeterReadingsRequest` is a request with the verb create and the noun MeterReadings.',
  ),
  issue(
    'VAL6004',
    'warning',
    'a message does not do as the exchange asks for',
    'The rule says what was looked at: docs/messages.md lists the rules of `cimbind lint`. They hold for any schema: verb, noun, root, reply, correlation and revision have to fit together.',
  ),
];
