import {
  accept,
  componentAdapter,
  failed,
  memoryAudit,
  memoryStore,
  ok,
  partial,
  replyError,
  ReplyFailure,
  type Accepted,
  type AdapterOptions,
  type Answer,
  type ComponentAdapter,
  type Exchange,
} from '@cimbind/runtime/adapter';
import { embed, embedDocument, payloadsOf, type Operation } from '@cimbind/runtime/envelope';
import { createInMemoryAdapter, createInMemoryMiddleware } from '@cimbind/runtime/transport/in-memory';
import { afterEach, describe, expect, test } from 'vitest';
import { CreateEndDeviceControlsRequest } from '../../../generated/head-end/exchange/index.js';
import {
  endDeviceControls,
  endDeviceEvents,
  getMeterReadings,
  meterReadings,
} from '../../../generated/head-end/index.js';
import { ed1 } from '../../support/envelope-editions.js';
import { CONTROL, EVENT, EXECUTE, LATER, ONE_WAY, READ } from '../../support/head-end-exchanges.js';

const { MeterReadings } = meterReadings;
const { EndDeviceControls } = endDeviceControls;
const { EndDeviceEvents } = endDeviceEvents;

const READINGS = MeterReadings.sample();
const CONTROLS = EndDeviceControls.sample();
const EVENTS = EndDeviceEvents.sample();

const running: ComponentAdapter[] = [];
afterEach(async () => {
  await Promise.all(running.splice(0).map((adapter) => adapter.drain(1000)));
});

/** A head end with the handlers given, and an MDM that talks to it, connected in memory. */
async function pair(
  accepts: readonly Accepted[],
  own: Partial<AdapterOptions> = {},
  sends: readonly Exchange[] = [],
) {
  const hub = createInMemoryMiddleware();
  const audit = memoryAudit();
  const middleware = () => createInMemoryAdapter({ middleware: hub, redelivery: { delay: 1 } });
  const headEnd = componentAdapter(
    { component: 'HeadEnd', editions: [ed1], accepts, sends: [] },
    { middleware: middleware(), hooks: { audit: audit.add }, ...own },
  );
  const mdmAudit = memoryAudit();
  const mdm = componentAdapter(
    { component: 'Mdm', editions: [ed1], accepts: [], sends },
    { middleware: middleware(), hooks: { audit: mdmAudit.add } },
  );
  running.push(headEnd, mdm);
  await headEnd.start();
  await mdm.start();
  const raw = middleware();
  await raw.start();
  return { headEnd, mdm, audit, mdmAudit, raw, hub };
}

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const message = (body: string) => ({ body: bytes(body), contentType: 'application/xml', properties: {} });
const eventually = async (check: () => boolean): Promise<void> => {
  for (let tries = 0; tries < 200 && !check(); tries++)
    await new Promise((resolve) => setTimeout(resolve, 5));
};

describe('request and reply', () => {
  test('the handler gets what was sent, the caller what was answered', async () => {
    const { mdm, audit } = await pair([
      accept(READ, (request) => {
        expect(request.request?.startTime).toBe('2026-01-01T00:00:00Z');
        expect(request.header).toMatchObject({ verb: 'get', noun: 'MeterReadings', source: 'Mdm' });
        return ok(READINGS);
      }),
    ]);
    const response = await mdm.sending.request(READ, {
      request: { startTime: '2026-01-01T00:00:00Z' },
    });
    expect(response).toMatchObject({
      kind: 'response',
      header: { verb: 'reply', noun: 'MeterReadings' },
      reply: { result: 'OK' },
      payload: READINGS,
    });
    expect(audit.records).toMatchObject([{ verdict: 'accepted', verb: 'get', source: 'Mdm', result: 'OK' }]);
  });

  test('a partial answer has its errors and what there is', async () => {
    const { mdm } = await pair([
      accept(READ, () => partial(READINGS, [replyError('2.4', { level: 'WARNING', xpath: '/x' })])),
    ]);
    const response = await mdm.sending.request(READ, {});
    expect(response).toMatchObject({
      reply: {
        result: 'PARTIAL',
        // The schema of the first edition has no room for a path.
        errors: [{ code: '2.4', level: 'WARNING', reason: 'meter invalid', details: 'at /x' }],
      },
      payload: READINGS,
    });
  });

  test.each([
    ['an answer that says so', () => failed(replyError('2.4')), '2.4'],
    [
      'a failure thrown on purpose',
      () => {
        throw new ReplyFailure('6.1');
      },
      '6.1',
    ],
    [
      'a bug',
      () => {
        throw new TypeError('secret detail');
      },
      '5.3',
    ],
    [
      'an error with a reply code',
      () => {
        throw Object.assign(new Error(), { code: '3.1' });
      },
      '3.1',
    ],
  ])('%s fails the request', async (_, handler: () => Answer<never>, code) => {
    const { mdm, audit } = await pair([accept(READ, handler)]);
    const failure: unknown = await mdm.sending.request(READ, {}).catch((error: unknown) => error);
    expect(failure).toMatchObject({ name: 'RequestFailedError', code });
    expect(JSON.stringify(failure)).not.toContain('secret');
    expect(audit.records[0]?.result ?? 'FAILED').toBe('FAILED');
  });

  test('what may succeed later is asked again, with the same identifier', async () => {
    const ids: (string | undefined)[] = [];
    const { mdm } = await pair([
      accept(READ, ({ header }) => {
        ids.push(header.messageId);
        if (ids.length < 3) throw new ReplyFailure('5.1');
        return ok(READINGS);
      }),
    ]);
    await expect(mdm.sending.request(READ, {})).rejects.toMatchObject({ code: '5.1' });
    expect(new Set(ids).size).toBe(1);
  });

  test('what is not valid is not sent', async () => {
    const { mdm } = await pair([accept(CONTROL, () => ok())]);
    // A value that was cast to its type, as values from elsewhere are.
    const wrong = { EndDeviceControl: [{ drProgramLevel: 'high' }] } as never;
    await expect(mdm.sending.request(CONTROL, { payload: wrong })).rejects.toMatchObject({
      name: 'InvalidOutgoingError',
    });
  });

  test('an answer that is not valid is not sent, either', async () => {
    const wrong = { MeterReading: [{ Readings: [{ value: 'much' }] }] } as never;
    const { mdm, audit } = await pair([accept(READ, () => ok(wrong))]);
    await expect(mdm.sending.request(READ, {})).rejects.toMatchObject({ code: '5.3' });
    expect(audit.records).toMatchObject([{ verdict: 'failed', result: 'FAILED' }]);
  });
});

describe('messages by class', () => {
  test('several objects of the noun are all validated, and all there', async () => {
    const seen: unknown[] = [];
    const { mdm, raw } = await pair([
      accept(CONTROL, (request) => {
        seen.push(...payloadsOf(request, EndDeviceControls));
        return ok();
      }),
    ]);
    const wrong = bytes(
      `<EndDeviceControls xmlns="${EndDeviceControls.namespace}"><nonsense/></EndDeviceControls>`,
    );
    const further = embedDocument(wrong);
    if (further === undefined) throw new Error('not well-formed');
    const both = { payload: CONTROLS, furtherPayloads: [further] };
    await expect(mdm.sending.request(CONTROL, both)).rejects.toMatchObject({ name: 'InvalidOutgoingError' });
    const body = CreateEndDeviceControlsRequest.encodeBytes(CreateEndDeviceControlsRequest.create(both));
    const sent = { ...message(''), body };
    const answer = await raw.request('HeadEnd.EndDeviceControls.create', sent, { timeout: 1000 });
    expect(ed1.decode(answer.body).value?.reply?.errors).toMatchObject([{ code: '1.8' }]);
    const second = embed(EndDeviceControls, CONTROLS);
    await mdm.sending.request(CONTROL, { payload: CONTROLS, furtherPayloads: [second] });
    expect(seen).toEqual([CONTROLS, CONTROLS]);
  });

  test('a whole message of the class can be sent, with the identifiers that it has', async () => {
    const { mdm } = await pair([
      accept(CONTROL, (request) => {
        expect(request).toMatchObject({
          kind: 'request',
          header: { messageId: 'own', correlationId: 'own' },
        });
        return ok();
      }),
    ]);
    const message = CreateEndDeviceControlsRequest.create({
      header: { messageId: 'own' },
      payload: CONTROLS,
    });
    const response = await mdm.sending.request(CONTROL, { ...message, payload: CONTROLS });
    expect(response.header).toMatchObject({ verb: 'reply', correlationId: 'own' });
  });

  test('what a verb asks for must be there: the compiler says so, and the adapter', async () => {
    const { mdm } = await pair([accept(CONTROL, ({ payload }) => void payload.EndDeviceControl.length)]);
    // @ts-expect-error -- `create` has a payload
    await expect(mdm.sending.request(CONTROL, {})).rejects.toMatchObject({ name: 'InvalidOutgoingError' });
  });

  test('the message as it came is at hand, with what its class has no room for', async () => {
    const { raw } = await pair([
      accept(READ, (_, { envelope, operationId }) => {
        expect([envelope.header?.source, operationId]).toEqual(['Other', undefined]);
        return ok(READINGS);
      }),
    ]);
    const header = { verb: 'get', noun: 'MeterReadings', source: 'Other' };
    const body = ed1.encode({ kind: 'request', header, request: {} });
    const answer = await raw.request(
      'HeadEnd.MeterReadings.get',
      { ...message(''), body },
      { timeout: 1000 },
    );
    expect(ed1.decode(answer.body).value?.reply?.result).toBe('OK');
  });
});

describe('what is answered to messages that are wrong', () => {
  const envelope = (header: string, rest = '') =>
    `<RequestMessage xmlns="${ed1.namespace}"><Header>${header}<MessageID>1</MessageID></Header>${rest}</RequestMessage>`;
  const payload = (content: string) =>
    `<Payload><EndDeviceControls xmlns="${EndDeviceControls.namespace}">${content}</EndDeviceControls></Payload>`;

  test.each([
    ['not XML', 'hello', '1.8', 'fault'],
    ['a bomb', '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>', '1.8', 'fault'],
    ['without a header', `<RequestMessage xmlns="${ed1.namespace}"/>`, '1.8', 'fault'],
    ['of a noun nobody takes', envelope('<Verb>create</Verb><Noun>Crews</Noun>'), '2.5', 'response'],
    [
      'of a verb nobody takes',
      envelope('<Verb>delete</Verb><Noun>EndDeviceControls</Noun>'),
      '2.9',
      'response',
    ],
    ['without a payload', envelope('<Verb>create</Verb><Noun>EndDeviceControls</Noun>'), '1.7', 'response'],
    [
      'with a payload about something else',
      envelope('<Verb>create</Verb><Noun>EndDeviceControls</Noun>', '<Payload><a xmlns="urn:a"/></Payload>'),
      '1.7',
      'response',
    ],
    [
      'with a payload that is not valid',
      envelope('<Verb>create</Verb><Noun>EndDeviceControls</Noun>', payload('<nonsense/>')),
      '1.8',
      'response',
    ],
  ])('%s', async (_, body, code, kind) => {
    const { raw, audit, headEnd } = await pair([accept(CONTROL, () => ok())]);
    const answer = await raw.request('HeadEnd.EndDeviceControls.create', message(body), { timeout: 1000 });
    const decoded = ed1.decode(answer.body);
    expect(decoded.ok).toBe(true);
    expect(decoded.value).toMatchObject({ kind, reply: { result: 'FAILED', errors: [{ code }] } });
    expect(audit.records).toMatchObject([{ verdict: 'rejected' }]);
    expect(await headEnd.deadLetters.count()).toBe(0);
    if (code === '1.8' && kind === 'response')
      expect(decoded.value?.reply?.errors?.[0]?.details).toContain('at /RequestMessage/Payload/');
  });

  test('a message of a noun that is at home elsewhere is not taken here', async () => {
    const { raw } = await pair([accept(CONTROL, () => ok()), accept(READ, () => ok(READINGS))]);
    const body = envelope('<Verb>create</Verb><Noun>EndDeviceControls</Noun>', payload(''));
    const answer = await raw.request('HeadEnd.MeterReadings.get', message(body), { timeout: 1000 });
    expect(ed1.decode(answer.body).value?.reply?.errors).toMatchObject([{ code: '2.9' }]);
  });
});

describe('duplicates', () => {
  test('a request that comes again is answered as before, and not done again', async () => {
    let runs = 0;
    const { mdm, audit } = await pair([accept(CONTROL, () => (runs++, ok(CONTROLS)))]);
    const header = { messageId: 'same' };
    const first = await mdm.sending.request(CONTROL, { header, payload: CONTROLS });
    const second = await mdm.sending.request(CONTROL, { header, payload: CONTROLS });
    expect([runs, second.header?.messageId]).toEqual([1, first.header?.messageId]);
    expect(audit.records.map(({ verdict }) => verdict)).toEqual(['accepted', 'duplicate']);
  });

  test('a request that failed by accident is done again', async () => {
    let runs = 0;
    const { mdm } = await pair([
      accept(CONTROL, () => {
        if (++runs === 1) throw new Error('by accident');
        return ok(CONTROLS);
      }),
    ]);
    const header = { messageId: 'same' };
    await expect(mdm.sending.request(CONTROL, { header, payload: CONTROLS })).rejects.toMatchObject({
      code: '5.3',
    });
    await expect(mdm.sending.request(CONTROL, { header, payload: CONTROLS })).resolves.toMatchObject({
      reply: { result: 'OK' },
    });
  });

  test('nobody gets the answer to a message of somebody else', async () => {
    let runs = 0;
    const { mdm } = await pair([accept(CONTROL, () => (runs++, ok(CONTROLS)))]);
    await mdm.sending.request(CONTROL, { header: { messageId: 'same' }, payload: CONTROLS });
    await mdm.sending.request(CONTROL, { header: { messageId: 'same', source: 'Other' }, payload: CONTROLS });
    expect(runs).toBe(2);
  });

  test('an effect under `once` is had once, although its handler fails behind it', async () => {
    const store = memoryStore();
    let effects = 0;
    let runs = 0;
    const { mdm, raw } = await pair(
      [
        accept(EVENT, async (_, context) => {
          const result = await context.once(store, () => ++effects);
          expect(result).toBe(1);
          if (++runs === 1) throw new Error('after the effect');
        }),
      ],
      { store },
    );
    await raw.subscribe('EndDeviceEvents.created', async () => {});
    await mdm.sending.tell(EVENT, { payload: EVENTS });
    await eventually(() => runs === 2);
    expect([runs, effects]).toEqual([2, 1]);
  });
});

describe('events', () => {
  test('are told to whoever subscribed', async () => {
    const seen: unknown[] = [];
    const { mdm, audit } = await pair([accept(EVENT, ({ payload }) => void seen.push(payload))]);
    await mdm.sending.tell(EVENT, { payload: EVENTS });
    await eventually(() => audit.records.length > 0);
    expect(seen).toEqual([EVENTS]);
    expect(audit.records).toMatchObject([{ verdict: 'accepted', destination: 'EndDeviceEvents.created' }]);
  });

  test('go one way to one receiver', async () => {
    const seen: unknown[] = [];
    const { mdm } = await pair([accept(ONE_WAY, ({ payload }) => void seen.push(payload))]);
    await mdm.sending.tell(ONE_WAY, { payload: EVENTS });
    await eventually(() => seen.length > 0);
    expect(seen).toEqual([EVENTS]);
  });

  test('come again when their handler fails, and are kept when it goes on failing', async () => {
    let runs = 0;
    const { mdm, headEnd, audit } = await pair([
      accept(EVENT, () => {
        runs++;
        throw new Error('down');
      }),
    ]);
    await mdm.sending.tell(EVENT, { payload: EVENTS });
    await eventually(() => audit.records.length >= 3);
    await eventually(() => runs >= 3);
    expect(runs).toBe(3);
    const [letter] = await headEnd.deadLetters.list();
    expect(letter).toMatchObject({ direction: 'received', attempts: 3, failure: 'server', reason: 'down' });
    expect(ed1.decode(letter?.body ?? '').value?.header?.noun).toBe('EndDeviceEvents');
  });

  test('that are not valid are kept at once, and can be dealt with again', async () => {
    const { raw, headEnd, audit } = await pair([accept(EVENT, () => {})]);
    await raw.publish('EndDeviceEvents.created', message('<broken'));
    await eventually(() => audit.records.length > 0);
    const [letter] = await headEnd.deadLetters.list();
    expect(letter).toMatchObject({ attempts: 1, failure: 'message' });
    expect(await headEnd.redrive(letter?.id ?? '')).toBe(true);
    expect(await headEnd.deadLetters.count()).toBe(1);
    expect(await headEnd.redrive('nothing')).toBe(false);
  });
});

describe('asynchronous replies', () => {
  const OPTIONS = { replyAddresses: ['Mdm.reply'] };

  test('an acknowledgement at once, the answer later', async () => {
    const { mdm, audit, mdmAudit } = await pair([accept(LATER, () => ok(CONTROLS))], OPTIONS, [LATER]);
    const response = await mdm.sending.requestLater(LATER, { payload: CONTROLS });
    expect(response).toMatchObject({ reply: { result: 'OK' }, payload: CONTROLS });
    expect(audit.records).toMatchObject([
      { verdict: 'accepted', code: '0.3' },
      { direction: 'sent', verb: 'reply', destination: 'Mdm.reply' },
    ]);
    expect(mdmAudit.records[0]).toMatchObject({ direction: 'received', verdict: 'accepted', verb: 'reply' });
  });

  test('a failure comes later, too', async () => {
    const handler = () => {
      throw new ReplyFailure('6.1');
    };
    const { mdm } = await pair([accept(LATER, handler)], OPTIONS, [LATER]);
    await expect(mdm.sending.requestLater(LATER, { payload: CONTROLS })).rejects.toMatchObject({
      code: '6.1',
    });
  });

  test('an address that is not registered is refused, and nothing is done', async () => {
    let runs = 0;
    const { mdm, audit } = await pair([accept(LATER, () => (runs++, ok()))], {}, [LATER]);
    await expect(mdm.sending.requestLater(LATER, { payload: CONTROLS })).rejects.toMatchObject({
      code: '7.7',
    });
    expect(runs).toBe(0);
    expect(audit.records).toMatchObject([{ verdict: 'refused', code: '7.7' }]);
  });

  test('a forged reply is refused, and the true one still arrives', async () => {
    let release: () => void = () => {};
    const gate = new Promise<void>((resolve) => (release = resolve));
    const { mdm, raw, mdmAudit } = await pair([accept(LATER, () => gate.then(() => ok(CONTROLS)))], OPTIONS, [
      LATER,
    ]);
    const answer = mdm.sending.requestLater(LATER, { header: { messageId: 'known' }, payload: CONTROLS });
    const forge = (correlationId: string, noun: string) =>
      raw.send('Mdm.reply', {
        ...message(''),
        body: ed1.encode({
          kind: 'response',
          header: { verb: 'reply', noun, correlationId },
          reply: { result: 'OK' },
        }),
      });
    await forge('guessed', 'EndDeviceControls');
    await forge('known', 'MeterReadings');
    await eventually(() => mdmAudit.records.length >= 2);
    expect(mdmAudit.records).toMatchObject([{ verdict: 'refused' }, { verdict: 'refused' }]);
    release();
    await expect(answer).resolves.toMatchObject({ payload: CONTROLS });
  });

  test('what was acknowledged is answered after a restart', async () => {
    const store = memoryStore();
    const hub = createInMemoryMiddleware();
    const headEnd = (handler: () => Promise<never> | ReturnType<typeof ok<typeof CONTROLS>>) => {
      const adapter = componentAdapter(
        { component: 'HeadEnd', editions: [ed1], accepts: [accept(LATER, handler)], sends: [] },
        { middleware: createInMemoryAdapter({ middleware: hub }), store, ...OPTIONS },
      );
      return adapter;
    };
    const mdm = componentAdapter(
      { component: 'Mdm', editions: [ed1], accepts: [], sends: [LATER] },
      { middleware: createInMemoryAdapter({ middleware: hub }) },
    );
    running.push(mdm);
    const first = headEnd(() => new Promise(() => {}));
    await first.start();
    await mdm.start();
    const answer = mdm.sending.requestLater(LATER, { payload: CONTROLS });
    for (let tries = 0; tries < 100 && (await store.count('accepted')) === 0; tries++)
      await new Promise((resolve) => setTimeout(resolve, 5));
    // The first one is gone without a farewell: its handler never ends.
    const second = headEnd(() => ok(CONTROLS));
    running.push(second);
    await second.start();
    await expect(answer).resolves.toMatchObject({ payload: CONTROLS });
    expect(await store.count('accepted')).toBe(0);
    await first.drain(0);
  });
});

describe('operation sets', () => {
  const done: string[] = [];
  const control = (fails: (mRID: string) => boolean, compensable = true) =>
    accept(
      CONTROL,
      ({ payload }) => {
        const mRID = String(payload.EndDeviceControl[0]?.mRID ?? '');
        if (fails(mRID)) throw new ReplyFailure('2.4');
        done.push(`+${mRID}`);
        return ok();
      },
      compensable
        ? ({ payload }) => void done.push(`-${String(payload.EndDeviceControl[0]?.mRID ?? '')}`)
        : undefined,
    );
  const operation = (operationId: string, mRID: string, verb = 'create'): Operation => ({
    operationId,
    noun: 'EndDeviceControls',
    verb,
    elements: [
      embed(
        EndDeviceControls,
        EndDeviceControls.decode(
          `<EndDeviceControls xmlns="${EndDeviceControls.namespace}"><EndDeviceControl><mRID>${mRID}</mRID><EndDeviceControlType ref="3.31.0.23"/><EndDevices><mRID>6b1ad1b0-2f1e-4c5d-9a76-3a0f4c2f9e11</mRID></EndDevices></EndDeviceControl></EndDeviceControls>`,
        ),
      ),
    ],
  });
  const A = operation('1', '11111111-1111-4111-8111-111111111111');
  const B = operation('2', '22222222-2222-4222-8222-222222222222');
  const C = operation('3', '33333333-3333-4333-8333-333333333333');
  const short = (step: string): string => step.slice(0, 2);

  const execute = async (
    operations: readonly Operation[],
    flags: { enforceMsgSequence?: boolean; enforceTransactionalIntegrity?: boolean },
    fails: (mRID: string) => boolean = () => false,
    compensable = true,
  ) => {
    done.length = 0;
    const { mdm } = await pair([control(fails, compensable), accept(EXECUTE, () => ok())]);
    try {
      const content = { operationSet: { ...flags, operations } };
      const { reply } = await mdm.sending.request(EXECUTE, content);
      return { result: reply.result, errors: reply.errors ?? [], done: done.map(short) };
    } catch (error) {
      const errors = error instanceof ReplyFailure ? error.errors : [];
      return { result: 'FAILED', errors, done: done.map(short) };
    }
  };
  const codes = (errors: readonly { code: string; operationId?: string | undefined }[]) =>
    errors.map(({ operationId, code }) => `${operationId ?? ''}:${code}`);
  const isB = (mRID: string): boolean => mRID.startsWith('2');

  test('all that can be done is done, the errors say what was not', async () => {
    const outcome = await execute([A, B, C], {}, isB);
    expect([outcome.result, codes(outcome.errors), outcome.done.sort()]).toEqual([
      'PARTIAL',
      ['2:2.4'],
      ['+1', '+3'],
    ]);
  });

  test('in order: none after one that fails', async () => {
    const outcome = await execute([A, B, C], { enforceMsgSequence: true }, isB);
    expect([outcome.result, codes(outcome.errors), outcome.done]).toEqual([
      'PARTIAL',
      ['2:2.4', '3:5.2'],
      ['+1'],
    ]);
  });

  test('all or nothing: what was done is taken back in reverse order', async () => {
    const outcome = await execute([A, C, B], { enforceTransactionalIntegrity: true }, isB);
    expect([outcome.result, codes(outcome.errors), outcome.done]).toEqual([
      'FAILED',
      ['1:5.9', '3:5.9', '2:2.4'],
      ['+1', '+3', '-3', '-1'],
    ]);
  });

  test('all or nothing: nothing is begun where one operation is known not to succeed', async () => {
    const outcome = await execute([A, operation('9', '99999999-9999-4999-8999-999999999999', 'delete')], {
      enforceTransactionalIntegrity: true,
    });
    expect([outcome.result, codes(outcome.errors), outcome.done]).toEqual(['FAILED', ['1:5.2', '9:2.9'], []]);
  });

  test('all or nothing needs handlers that can take back', async () => {
    const outcome = await execute([A], { enforceTransactionalIntegrity: true }, () => false, false);
    expect([outcome.result, codes(outcome.errors), outcome.done]).toEqual(['FAILED', ['1:5.2'], []]);
  });

  test('an operation is a message of its own class', async () => {
    const seen: unknown[] = [];
    const { mdm } = await pair([
      accept(CONTROL, ({ kind, header: { verb, noun, source } }, { operationId, envelope }) => {
        seen.push([kind, verb, noun, source, operationId, envelope.header?.verb]);
        return ok();
      }),
      accept(READ, ({ header: { verb }, request }) => {
        seen.push([verb, request?.query?.content.length]);
        return ok(READINGS);
      }),
      accept(EXECUTE, () => ok()),
    ]);
    const query = getMeterReadings.GetMeterReadings.sample();
    const elements = [embed(getMeterReadings.GetMeterReadings, query)];
    const ask: Operation = { operationId: '4', noun: 'MeterReadings', verb: 'get', elements };
    const response = await mdm.sending.request(EXECUTE, {
      operationSet: { enforceMsgSequence: true, operations: [A, ask] },
    });
    expect(seen).toEqual([
      ['request', 'create', 'EndDeviceControls', 'Mdm', '1', 'execute'],
      ['get', query.content.length],
    ]);
    expect(response.operationSet?.operations).toMatchObject([{ operationId: '4', noun: 'MeterReadings' }]);
  });

  test('all done', async () => {
    const outcome = await execute([A, B, C], {
      enforceTransactionalIntegrity: true,
      enforceMsgSequence: true,
    });
    expect([outcome.result, outcome.errors, outcome.done]).toEqual(['OK', [], ['+1', '+2', '+3']]);
  });

  test('two operations of one number are refused', async () => {
    const outcome = await execute([A, { ...B, operationId: '1' }], {});
    expect([outcome.result, codes(outcome.errors), outcome.done]).toEqual(['FAILED', ['1:1.8'], []]);
  });
});

describe('back-pressure, drain, health', () => {
  test('too much at once is answered so, and counted', async () => {
    let release: () => void = () => {};
    const gate = new Promise<void>((resolve) => (release = resolve));
    const accepts = [accept(READ, () => gate.then(() => ok(READINGS))), accept(CONTROL, () => ok())];
    const { mdm, headEnd } = await pair(accepts, { concurrency: 1, waiting: 0 });
    const slow = mdm.sending.request(READ, {});
    await eventually(() => headEnd.health().inHand === 1);
    await expect(mdm.sending.request(CONTROL, { payload: CONTROLS })).rejects.toMatchObject({
      code: '5.1',
      retriable: true,
    });
    expect(headEnd.health()).toMatchObject({
      state: 'running',
      inHand: 1,
      counts: { received: 2, failed: 1 },
    });
    release();
    await slow;
    expect(headEnd.health()).toMatchObject({ inHand: 0, counts: { accepted: 1 } });
  });

  test('draining finishes what is in hand', async () => {
    let release: () => void = () => {};
    const gate = new Promise<void>((resolve) => (release = resolve));
    const { mdm, headEnd } = await pair([accept(READ, () => gate.then(() => ok(READINGS)))]);
    const slow = mdm.sending.request(READ, {});
    await eventually(() => headEnd.health().inHand === 1);
    const drained = headEnd.drain(1000);
    release();
    await expect(slow).resolves.toMatchObject({ reply: { result: 'OK' } });
    await expect(drained).resolves.toBe(true);
    expect(headEnd.health().state).toBe('stopped');
  });
});

describe('security needs of an interface', () => {
  const needs = (security: Partial<Exchange['security']>) => ({
    ...CONTROL,
    security: { ...CONTROL.security, ...security },
  });
  const somebody = (
    name: string,
    roles: readonly string[] = [],
    mechanisms: readonly string[] = ['tls'],
  ) => ({
    hooks: { authenticate: () => ({ ok: true, value: { sender: { name, mechanisms, roles } } }) as const },
  });

  test.each([
    ['nobody, where somebody is needed', { authenticated: true }, {}, '7.2'],
    ['somebody', { authenticated: true }, somebody('mdm'), undefined],
    ['somebody without the role', { roles: ['operator'] }, somebody('mdm', ['reader']), '7.5'],
    ['somebody with the role', { roles: ['operator'] }, somebody('mdm', ['operator']), undefined],
    ['somebody without a signature', { signed: true }, somebody('mdm'), '7.7'],
    ['somebody with a signature', { signed: true }, somebody('mdm', [], ['xml-signature']), undefined],
    ['somebody without nonce', { replayProtected: true }, somebody('mdm'), '7.7'],
  ])('%s', async (_, security, options, code) => {
    const { mdm } = await pair([accept(needs(security), () => ok(CONTROLS))], options);
    const outcome = mdm.sending.request(CONTROL, { payload: CONTROLS });
    if (code === undefined) await expect(outcome).resolves.toMatchObject({ reply: { result: 'OK' } });
    else await expect(outcome).rejects.toMatchObject({ code });
  });

  test('a replayed message is refused, whatever its identifier says', async () => {
    const exchange = needs({ replayProtected: true });
    const { mdm } = await pair([accept(exchange, () => ok(CONTROLS))]);
    const replayDetection = { nonce: 'n', created: new Date().toISOString() };
    await expect(mdm.sending.request(exchange, { payload: CONTROLS })).resolves.toMatchObject({
      reply: { result: 'OK' },
    });
    await mdm.sending.request(exchange, { header: { replayDetection }, payload: CONTROLS });
    await expect(
      mdm.sending.request(exchange, { header: { replayDetection }, payload: CONTROLS }),
    ).rejects.toMatchObject({
      code: '7.7',
    });
  });
});
