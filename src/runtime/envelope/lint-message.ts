import { decompressedName } from './embedded-name.js';
import type { Envelope } from './envelope.js';
import type { MessageHeader } from './header.js';
import type { Payload } from './payload.js';
import type { Reply } from './reply.js';
import { isEventVerb, isRequestVerb } from './verb.js';
import { verbIn } from './verb-form.js';

/** What `lintMessage` and `lintExchange` look for. */
export type LintRule =
  /** The verb has not the form that the kind of message asks for. */
  | 'verb-form'
  /** The verb is not one of the standard's. */
  | 'verb-unknown'
  /** There is no noun. */
  | 'noun-missing'
  /** The root element of the payload is not the noun. */
  | 'payload-root'
  /** A request or event says nothing of the objects that it is about. */
  | 'payload-missing'
  /** A query has a payload; its parameters belong into the request. */
  | 'payload-unexpected'
  /** The query profile is not that of the noun. */
  | 'query-root'
  /** `execute` without an operation set, or an operation set under another verb. */
  | 'operation-set'
  /** Two operations of a set have the same number. */
  | 'operation-id'
  /** The result says one thing, the errors another. */
  | 'reply-result'
  /** A failure without a reason. */
  | 'reply-errors'
  /** A code that no group of the reply codes has (IEC 61968-9, annex B is informative). */
  | 'reply-code'
  /** No MessageID. */
  | 'message-id'
  /** An answer without CorrelationID, or a request without one where answers come later. */
  | 'correlation-missing'
  /** An asynchronous reply is wanted, and nobody says where to. */
  | 'reply-address'
  /** No Timestamp, or one without a time zone. */
  | 'timestamp'
  /** No Source, so that nobody knows whose message it is. */
  | 'source-missing'
  /** Exchange: an answer to a request that was not captured. */
  | 'correlation-unknown'
  /** Exchange: request and answer have different nouns. */
  | 'noun-differs'
  /** Exchange: revisions of a noun differ. */
  | 'revision-differs'
  /** Exchange: the event is not what follows the request. */
  | 'event-differs'
  /** Exchange: two messages have the same MessageID. */
  | 'message-id-twice'
  /** Exchange: a request without an answer. */
  | 'unanswered'
  /** Exchange: a request with several answers that are neither partial nor acknowledgements. */
  | 'answered-twice'
  /** Exchange: the answer names an operation that the request has not. */
  | 'operation-unknown'
  /** Exchange: the answer is older than the request. */
  | 'answer-before-request';

/** One thing that an exchange does not do as IEC 61968-100 and practice have it. */
export interface LintFinding {
  readonly rule: LintRule;
  readonly severity: 'error' | 'warning' | 'info';
  readonly message: string;
  /** Which part of the message: `Header/Verb`. */
  readonly part: string;
}

/** Checks one message by itself. */
export function lintMessage(envelope: Envelope): readonly LintFinding[] {
  const { header, reply, payload } = envelope;
  return [
    ...(header === undefined ? [] : lintHeader(envelope, header)),
    ...(header === undefined ? [] : lintPayload(envelope, header)),
    ...(payload?.operationSet === undefined ? [] : lintOperations(payload)),
    ...(reply === undefined ? [] : lintReply(reply)),
  ];
}

const finding = (
  rule: LintRule,
  severity: LintFinding['severity'],
  part: string,
  message: string,
): LintFinding => ({ rule, severity, part, message });

function lintHeader({ kind }: Envelope, header: MessageHeader): readonly LintFinding[] {
  const { verb, noun, messageId, correlationId, timestamp, source } = header;
  const meant = verbIn(kind, verb);
  const found: LintFinding[] = [];
  if (meant !== verb)
    found.push(
      finding(
        'verb-form',
        'error',
        'Header/Verb',
        `verb "${verb}" in a ${kind} message, "${meant}" expected`,
      ),
    );
  else if (verb !== 'reply' && !isRequestVerb(verb) && !isEventVerb(verb))
    found.push(
      finding('verb-unknown', 'error', 'Header/Verb', `verb "${verb}" is not one of the standard's`),
    );
  else if (verb === 'reply' && (kind === 'request' || kind === 'event'))
    found.push(finding('verb-form', 'error', 'Header/Verb', `verb "reply" in a ${kind} message`));
  if (noun === '') found.push(finding('noun-missing', 'error', 'Header/Noun', 'there is no noun'));
  if ((messageId ?? '') === '')
    found.push(
      finding('message-id', 'warning', 'Header', 'there is no MessageID: nobody can tell a duplicate'),
    );
  if ((correlationId ?? '') === '') {
    if (kind === 'response')
      found.push(finding('correlation-missing', 'error', 'Header', 'an answer has no CorrelationID'));
    else if (header.asyncReplyFlag === true)
      found.push(
        finding(
          'correlation-missing',
          'error',
          'Header',
          'a request with a later answer has no CorrelationID',
        ),
      );
  }
  if (header.asyncReplyFlag === true && (header.replyAddress ?? '') === '')
    found.push(
      finding('reply-address', 'error', 'Header', 'AsyncReplyFlag is set and there is no ReplyAddress'),
    );
  if ((timestamp ?? '') === '') found.push(finding('timestamp', 'info', 'Header', 'there is no Timestamp'));
  else if (!/(?:Z|[+-]\d\d:\d\d)$/.test(timestamp ?? ''))
    found.push(
      finding('timestamp', 'warning', 'Header/Timestamp', `the time "${timestamp ?? ''}" has no time zone`),
    );
  if ((source ?? '') === '')
    found.push(
      finding('source-missing', 'info', 'Header', 'there is no Source: whose message it is, nobody knows'),
    );
  return found;
}

function lintPayload({ kind, payload, request }: Envelope, header: MessageHeader): readonly LintFinding[] {
  const { verb, noun } = header;
  const found: LintFinding[] = [];
  const { elements = [], ids = [], operationSet, compressed } = payload ?? {};
  if (verb === 'get' && kind === 'request') {
    if (elements.length > 0 || operationSet !== undefined)
      found.push(
        finding(
          'payload-unexpected',
          'warning',
          'Payload',
          'a query has a payload: parameters belong into Request',
        ),
      );
    for (const { name } of request?.parameters ?? [])
      if (localOf(name).startsWith('Get') && localOf(name) !== `Get${noun}`)
        found.push(
          finding(
            'query-root',
            'error',
            'Request',
            `the query profile is "${localOf(name)}", "Get${noun}" expected`,
          ),
        );
    return found;
  }
  const isExecution = verb === 'execute' || verb === 'executed';
  if (isExecution && operationSet === undefined && compressed === undefined)
    found.push(finding('operation-set', 'warning', 'Payload', `verb "${verb}" without an operation set`));
  // Strongly typed payloads have room for an operation set beside the noun.
  if (!isExecution && operationSet !== undefined && verb !== 'reply' && elements.length === 0)
    found.push(
      finding('operation-set', 'warning', 'Payload/OperationSet', `an operation set under verb "${verb}"`),
    );
  const isAbout = kind === 'request' || kind === 'event';
  const isEmpty =
    elements.length === 0 && ids.length === 0 && operationSet === undefined && compressed === undefined;
  if (isAbout && isEmpty && !isExecution && (isRequestVerb(verb) || isEventVerb(verb)))
    found.push(
      finding(
        'payload-missing',
        verb === 'create' || verb === 'change' ? 'error' : 'warning',
        'Payload',
        `verb "${verb}", and neither objects nor identifiers of what it is about`,
      ),
    );
  const names = [...elements.map(({ name }) => name), ...decompressedName(compressed)].map(localOf);
  if (names.length > 0 && noun !== '' && !isExecution && !names.includes(noun))
    found.push(
      finding(
        'payload-root',
        'error',
        'Payload',
        `the payload is "${names.join('", "')}", noun "${noun}" expected`,
      ),
    );
  return found;
}

function lintOperations({ operationSet }: Payload): readonly LintFinding[] {
  const seen = new Set<string>();
  return (operationSet?.operations ?? []).flatMap(({ operationId }) => {
    if (!seen.has(operationId)) {
      seen.add(operationId);
      return [];
    }
    return [
      finding(
        'operation-id',
        'error',
        'Payload/OperationSet',
        `two operations have the number "${operationId}"`,
      ),
    ];
  });
}

function lintReply({ result, errors = [] }: Reply): readonly LintFinding[] {
  const found: LintFinding[] = [];
  const isGrave = errors.some(({ level }) => level === 'FATAL' || level === 'CATASTROPHIC');
  if (result === 'OK' && isGrave)
    found.push(finding('reply-result', 'warning', 'Reply/Result', 'the result is OK, and an error is FATAL'));
  if (!['OK', 'PARTIAL', 'FAILED'].includes(result))
    found.push(
      finding(
        'reply-result',
        'error',
        'Reply/Result',
        `the result is "${result}", OK, PARTIAL or FAILED expected`,
      ),
    );
  if ((result === 'FAILED' || result === 'PARTIAL') && errors.length === 0)
    found.push(finding('reply-errors', 'warning', 'Reply', `the result is ${result}, and no error says why`));
  for (const { code } of errors)
    if (!/^[0-7]\.\d{1,2}$/.test(code))
      found.push(
        finding('reply-code', 'info', 'Reply/Error/code', `code "${code}" is one of the sender's own`),
      );
  return found;
}

const localOf = (name: string): string => name.slice(name.lastIndexOf('}') + 1);
