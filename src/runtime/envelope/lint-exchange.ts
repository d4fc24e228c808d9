import type { Envelope } from './envelope.js';
import type { LintFinding, LintRule } from './lint-message.js';
import { pastOf } from './verb.js';

/** A finding about one of several messages. */
export interface ExchangeFinding extends LintFinding {
  /** Which of the messages: its number in the list. */
  readonly index: number;
  /** The other message that it is about. */
  readonly other?: number;
}

/** Checks messages against each other: requests with their answers and events, by CorrelationID. */
export function lintExchange(messages: readonly Envelope[]): readonly ExchangeFinding[] {
  const found: ExchangeFinding[] = [];
  const note = (
    index: number,
    rule: LintRule,
    severity: LintFinding['severity'],
    part: string,
    message: string,
    other?: number,
  ): void => {
    found.push({ index, rule, severity, part, message, ...(other === undefined ? {} : { other }) });
  };
  const requests = new Map<string, number>();
  const byId = new Map<string, number>();
  const revisions = new Map<string, readonly [revision: string, index: number]>();
  messages.forEach(({ kind, header }, index) => {
    if (header === undefined) return;
    const { messageId = '', correlationId = '', noun, revision = '' } = header;
    const before = byId.get(messageId);
    if (messageId !== '') {
      if (before === undefined) byId.set(messageId, index);
      else
        note(
          index,
          'message-id-twice',
          'warning',
          'Header/MessageID',
          `MessageID "${messageId}" was there before`,
          before,
        );
    }
    if (kind === 'request' || (kind === 'message' && header.verb !== 'reply'))
      for (const id of [messageId, correlationId])
        if (id !== '' && !requests.has(id)) requests.set(id, index);
    const known = revisions.get(noun);
    if (known === undefined) {
      if (revision !== '') revisions.set(noun, [revision, index]);
    } else if (revision !== '' && known[0] !== revision)
      note(
        index,
        'revision-differs',
        'warning',
        'Header/Revision',
        `revision "${revision}" of ${noun}, and "${known[0]}" in another message`,
        known[1],
      );
  });
  const answers = new Map<number, number>();
  messages.forEach((message, index) => {
    const { kind, header } = message;
    const correlation = header?.correlationId ?? '';
    if (header === undefined || correlation === '' || (kind !== 'response' && kind !== 'event')) return;
    const at = requests.get(correlation);
    const request = at === undefined ? undefined : messages[at];
    if (at === undefined || request?.header === undefined) {
      // Events may be about what nobody asked for.
      if (kind === 'response')
        note(
          index,
          'correlation-unknown',
          'warning',
          'Header/CorrelationID',
          `no request has the CorrelationID "${correlation}"`,
        );
      return;
    }
    compare(message, index, request, at, note);
    if (kind !== 'response') return;
    const earlier = answers.get(at);
    answers.set(at, index);
    const isMore =
      request.header.asyncReplyFlag === true || messages[earlier ?? -1]?.reply?.result === 'PARTIAL';
    if (earlier !== undefined && !isMore)
      note(
        index,
        'answered-twice',
        'warning',
        'Header/CorrelationID',
        'the request was answered before',
        earlier,
      );
  });
  messages.forEach(({ kind }, index) => {
    if (kind === 'request' && !answers.has(index))
      note(index, 'unanswered', 'info', 'Header', 'there is no answer to the request');
  });
  return found.sort((a, b) => a.index - b.index);
}

/** An answer or an event beside the request that it belongs to. */
function compare(
  answer: Envelope,
  index: number,
  request: Envelope,
  at: number,
  note: (
    index: number,
    rule: LintRule,
    severity: LintFinding['severity'],
    part: string,
    message: string,
    other?: number,
  ) => void,
): void {
  const [asked, told] = [request.header, answer.header];
  if (asked === undefined || told === undefined) return;
  if (asked.noun !== told.noun)
    note(
      index,
      'noun-differs',
      'error',
      'Header/Noun',
      `noun "${told.noun}", and "${asked.noun}" in the request`,
      at,
    );
  const past = pastOf(asked.verb);
  if (answer.kind === 'event' && past !== undefined && told.verb !== past)
    note(
      index,
      'event-differs',
      'warning',
      'Header/Verb',
      `verb "${told.verb}" after "${asked.verb}", "${past}" expected`,
      at,
    );
  const [before, after] = [Date.parse(asked.timestamp ?? ''), Date.parse(told.timestamp ?? '')];
  if (after < before)
    note(
      index,
      'answer-before-request',
      'info',
      'Header/Timestamp',
      'the answer is older than the request',
      at,
    );
  const operations = new Set(
    request.payload?.operationSet?.operations.map(({ operationId }) => operationId) ?? [],
  );
  const named = [
    answer.reply?.operationId,
    ...(answer.reply?.errors ?? []).map(({ operationId }) => operationId),
    ...(answer.payload?.operationSet?.operations ?? []).map(({ operationId }) => operationId),
  ];
  for (const operationId of new Set(named))
    if (operationId !== undefined && answer.kind === 'response' && !operations.has(operationId))
      note(
        index,
        'operation-unknown',
        'error',
        'Reply',
        `operation "${operationId}" is not in the request`,
        at,
      );
}
