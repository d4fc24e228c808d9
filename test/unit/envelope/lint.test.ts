import { describe, expect, test } from 'vitest';
import {
  embedDocument,
  lintExchange,
  lintMessage,
  readEnvelope,
  type Envelope,
} from '../../../src/runtime/envelope/index.js';

const header = {
  verb: 'create',
  noun: 'MeterReadings',
  messageId: 'm1',
  correlationId: 'c1',
  timestamp: '2024-06-03T06:30:00Z',
  source: 'HES',
};
const elements = (name: string) => {
  const element = embedDocument(`<${name} xmlns="urn:x"/>`);
  return element === undefined ? [] : [element];
};
const request: Envelope = { kind: 'request', header, payload: { elements: elements('MeterReadings') } };
const response: Envelope = {
  kind: 'response',
  header: { ...header, verb: 'reply', messageId: 'm2', timestamp: '2024-06-03T06:30:01Z' },
  reply: { result: 'OK' },
};
const rules = (envelope: Envelope): readonly string[] => lintMessage(envelope).map(({ rule }) => rule);
const withHeader = (envelope: Envelope, change: object): Envelope => ({
  ...envelope,
  header: { ...header, ...envelope.header, ...change },
});

describe('one message', () => {
  test('that is right has no finding', () => {
    expect(lintMessage(request)).toEqual([]);
    expect(lintMessage(response)).toEqual([]);
    expect(lintMessage({ kind: 'fault', reply: { result: 'FAILED', errors: [{ code: '5.1' }] } })).toEqual(
      [],
    );
  });

  const query: Envelope = { kind: 'request', header: { ...header, verb: 'get' } };
  const set = (...ids: string[]) => ({
    operationSet: { operations: ids.map((operationId) => ({ operationId })) },
  });
  test.each<[string, Envelope]>([
    ['verb-form', withHeader(request, { verb: 'created' })],
    ['verb-form', withHeader(request, { verb: 'reply' })],
    ['verb-form', withHeader(response, { verb: 'create' })],
    ['verb-unknown', withHeader(request, { verb: 'show' })],
    ['noun-missing', withHeader(request, { noun: '' })],
    ['payload-root', withHeader(request, { noun: 'EndDeviceEvents' })],
    ['payload-missing', { ...request, payload: undefined }],
    ['payload-missing', withHeader({ ...request, payload: undefined }, { verb: 'delete' })],
    ['payload-unexpected', { ...query, payload: request.payload }],
    ['query-root', { ...query, request: { parameters: elements('GetMeters') } }],
    ['operation-set', withHeader({ ...request, payload: undefined }, { verb: 'execute' })],
    ['operation-set', { ...request, payload: set('1') }],
    ['operation-id', withHeader({ ...request, payload: set('1', '1') }, { verb: 'execute' })],
    ['reply-result', { ...response, reply: { result: 'OK', errors: [{ code: '2.4', level: 'FATAL' }] } }],
    ['reply-result', { ...response, reply: { result: 'SUCCESS' } }],
    ['reply-errors', { ...response, reply: { result: 'FAILED' } }],
    ['reply-code', { ...response, reply: { result: 'FAILED', errors: [{ code: 'ABC1234' }] } }],
    ['message-id', withHeader(request, { messageId: undefined })],
    ['correlation-missing', withHeader(response, { correlationId: undefined })],
    ['reply-address', withHeader(request, { asyncReplyFlag: true })],
    ['timestamp', withHeader(request, { timestamp: '2024-06-03T06:30:00' })],
    ['source-missing', withHeader(request, { source: undefined })],
  ])('%s', (rule, envelope) => {
    expect(rules(envelope)).toEqual([rule]);
  });

  test('a packed payload is told by its root where it is not packed', () => {
    expect(
      rules({ ...request, payload: { compressed: btoa('<?xml version="1.0"?><m:Other xmlns:m="x"/>') } }),
    ).toEqual(['payload-root']);
    expect(rules({ ...request, payload: { compressed: 'H4sIAAAAAAAAA7Mp' } })).toEqual([]);
  });
});

describe('an exchange', () => {
  const found = (...messages: Envelope[]): readonly string[] =>
    lintExchange(messages).map(
      ({ index, rule, other }) => `${index} ${rule}${other === undefined ? '' : ` ${other}`}`,
    );

  test('that is complete has no finding', () => {
    expect(found(request, response)).toEqual([]);
  });

  test.each<[readonly string[], Envelope[]]>([
    [['0 unanswered'], [request]],
    [['0 correlation-unknown'], [response]],
    [['1 noun-differs 0'], [request, withHeader(response, { noun: 'X' })]],
    [['1 message-id-twice 0'], [request, withHeader(response, { messageId: 'm1' })]],
    [
      ['1 revision-differs 0'],
      [withHeader(request, { revision: '1' }), withHeader(response, { revision: '2' })],
    ],
    [['2 answered-twice 1'], [request, response, withHeader(response, { messageId: 'm3' })]],
    [['1 answer-before-request 0'], [request, withHeader(response, { timestamp: '2024-06-03T06:29:00Z' })]],
    [
      ['1 operation-unknown 0'],
      [request, { ...response, reply: { result: 'FAILED', errors: [{ code: '2.4', operationId: '7' }] } }],
    ],
    [
      ['2 event-differs 0'],
      [request, response, withHeader({ kind: 'event' }, { verb: 'deleted', messageId: 'm4' })],
    ],
  ])('%s', (expected, messages) => {
    expect(found(...messages)).toEqual(expected);
  });

  test('a request may be answered more than once where that was agreed', () => {
    const later = withHeader(response, { messageId: 'm3' });
    expect(found(withHeader(request, { asyncReplyFlag: true }), response, later)).toEqual([]);
    expect(found(request, { ...response, reply: { result: 'PARTIAL' } }, later)).toEqual([]);
  });
});

test('a document without a message is told to be one', () => {
  expect(readEnvelope('<a><header><x/></header></a>')).toMatchObject({ ok: true });
  expect(readEnvelope('<a><b>1</b></a>').issues).toMatchObject([{ code: 'VAL6001' }]);
  expect(readEnvelope('<a>').issues.at(-1)).toMatchObject({ code: 'XML1001' });
});
