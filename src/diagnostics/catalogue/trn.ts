import type { DiagnosticDefinition } from '../diagnostic.js';
import { defineDiagnostic } from '../diagnostic.js';

/** What a transport says. The words are the runtime's own. */
interface Said {
  readonly message: string;
}

const failure = (code: string, title: string, explanation: string): DiagnosticDefinition<Said> =>
  defineDiagnostic<Said>({ code, severity: 'error', title, message: ({ message }) => message, explanation });

/** Failures of transports: `TransportError` of `@cimbind/runtime/transport` carries the code, and whether to try again. */
export const TRN: readonly DiagnosticDefinition<Said>[] = [
  failure(
    'TRN1001',
    'the client library of a transport is not installed',
    'Client libraries are optional peer dependencies: install the one that the message names, in the version range that package.json of @cimbind/runtime has under peerDependencies.',
  ),
  failure(
    'TRN1002',
    'a transport cannot do what is asked',
    'Transports differ: HTTP keeps no messages, for example. `capabilities` of the adapter says what it can do; what it cannot do is refused, never imitated. docs/transports.md has the table.',
  ),
  failure(
    'TRN1003',
    'an adapter is not started, or closed already',
    'Call `start()` once before anything else. After `drain()` an adapter stays closed; make a new one.',
  ),
  failure(
    'TRN1004',
    'an option of a transport is not usable',
    'The message names the option and what was expected.',
  ),
  failure(
    'TRN2001',
    'a transport cannot connect, or lost its connection',
    'The adapter reconnects by itself, waiting longer each time. A message that was being sent is sent again over the next connection until `sendTimeout` is over; only then does this error come. Whether the middleware had the message is unknown: send it again with the same message id, and let the receiver suppress duplicates.',
  ),
  failure(
    'TRN2002',
    'no reply came in time',
    'The request may have been carried out all the same. Send it again with the same message id, or ask for the state of things.',
  ),
  failure(
    'TRN2003',
    'a call was cancelled by its caller',
    'The signal that was handed in said so. What was sent already is not called back.',
  ),
  failure(
    'TRN2004',
    'nobody takes messages of a destination',
    'Only transports that do not keep messages say so, see `storesMessages` in the capabilities. Start the component that serves the destination, or use a broker that keeps messages.',
  ),
  failure(
    'TRN2005',
    'the middleware did not confirm',
    'It answered with an error, or not in time: a full queue, a missing permission, a destination of another kind. The message has its words.',
  ),
  failure(
    'TRN2006',
    'an adapter closed before everything in hand was finished',
    'What was not finished was not acknowledged either: a broker hands it out again. Give `drain` more time than the slowest handler needs.',
  ),
  failure(
    'TRN3001',
    'a body is too large for a transport',
    'Send it in parts, or compress it. The limit is an option where it is the adapter’s own, and configuration of the middleware where it is not.',
  ),
  failure(
    'TRN3002',
    'a text is no name of a destination',
    'Words of letters, digits, `-` and `_`, joined by dots, fit every middleware. Blanks and control characters fit none.',
  ),
  failure(
    'TRN3003',
    'a property cannot travel',
    'Names are letters, digits, `-`, `_` and `.`, at most 200 of them. Values are any well-formed text.',
  ),
  failure(
    'TRN3004',
    'the other side could not handle a message',
    'It said so (HTTP 5xx or 429, for example) and may be able to later.',
  ),
  failure(
    'TRN3005',
    'the other side refused a message',
    'It said that the message itself is at fault (HTTP 4xx, for example): to send it again would not help.',
  ),
  failure(
    'TRN3006',
    'a correlation is in use by another request under way',
    'A reply is matched to its request by correlation id. Give each request an id of its own, or none: the adapter makes one.',
  ),
  failure(
    'TRN3007',
    'a body is not what a transport carries',
    'The body of a SOAP message is an element: bytes, text and an empty body do not go over it. See `bodies` in the capabilities.',
  ),
];
