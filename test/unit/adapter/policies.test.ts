import {
  checkReplay,
  Correlations,
  DeadLetters,
  dispositionOf,
  DrainGate,
  DuplicateFilter,
  InFlight,
  memoryStore,
  type PendingReply,
  type ReplayOptions,
} from '@cimbind/runtime/adapter';
import { describe, expect, test } from 'vitest';
import { manualClock } from '../../support/manual-clock.js';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const NOW = Date.UTC(2026, 0, 1);
const at = (offset: number): string => new Date(NOW + offset).toISOString();

describe('duplicate suppression', () => {
  const filter = () => {
    const clock = manualClock();
    const store = memoryStore({ clock });
    return { clock, store, duplicates: new DuplicateFilter({ store, clock, keep: 1000 }) };
  };

  test('a message is handled, then answered from the store, then forgotten', async () => {
    const { clock, duplicates } = filter();
    expect(await duplicates.reserve('a')).toEqual({ state: 'reserved' });
    await duplicates.commit('a', bytes('answer'));
    expect(await duplicates.reserve('a')).toEqual({ state: 'handled', answer: bytes('answer') });
    expect(await duplicates.reserve('b')).toEqual({ state: 'reserved' });
    await clock.advance(1000);
    expect(await duplicates.reserve('a')).toEqual({ state: 'reserved' });
  });

  test('copies that come at once: one is handled, all get its answer', async () => {
    const { duplicates } = filter();
    const [first, second, third] = await Promise.all(['a', 'a', 'a'].map((key) => duplicates.reserve(key)));
    expect([first?.state, second?.state, third?.state]).toEqual(['reserved', 'in-hand', 'in-hand']);
    await duplicates.commit('a', bytes('answer'));
    expect(second?.state === 'in-hand' && (await second.outcome)).toEqual(bytes('answer'));
  });

  test('what was given back may come again', async () => {
    const { duplicates } = filter();
    const [, copy] = await Promise.all([duplicates.reserve('a'), duplicates.reserve('a')]);
    duplicates.release('a');
    expect(copy.state === 'in-hand' && (await copy.outcome)).toBeUndefined();
    expect(await duplicates.reserve('a')).toEqual({ state: 'reserved' });
  });

  test('of two programs over one store the answer of the faster one holds', async () => {
    const { store, clock, duplicates } = filter();
    const other = new DuplicateFilter({ store, clock, keep: 1000 });
    await duplicates.reserve('a');
    await other.reserve('a');
    expect(await other.commit('a', bytes('first'))).toEqual(bytes('first'));
    expect(await duplicates.commit('a', bytes('second'))).toEqual(bytes('first'));
  });
});

describe('replay check', () => {
  const options = (own: Partial<ReplayOptions> = {}): ReplayOptions => {
    const clock = manualClock(NOW);
    return { store: memoryStore({ clock }), clock, window: 300_000, skew: 5000, required: true, ...own };
  };

  test.each([
    ['made now', { nonce: 'n', created: at(0) }, true],
    ['as old as the window', { nonce: 'n', created: at(-300_000) }, true],
    ['older', { nonce: 'n', created: at(-300_001) }, false],
    ['made by a clock a little ahead', { nonce: 'n', created: at(5000) }, true],
    ['made in the future', { nonce: 'n', created: at(5001) }, false],
    ['without a zone', { nonce: 'n', created: at(0).replace('Z', '') }, true],
    ['in another zone', { nonce: 'n', created: '2026-01-01T02:00:00+02:00' }, true],
    ['with a time that is none', { nonce: 'n', created: 'yesterday' }, false],
    ['with an empty nonce', { nonce: '', created: at(0) }, false],
    ['with an endless nonce', { nonce: 'n'.repeat(257), created: at(0) }, false],
    ['without detection', undefined, false],
  ])('a message %s', async (_, detection, isFresh) => {
    expect(await checkReplay(detection, 'sender', options())).toMatchObject({ isFresh });
  });

  test('a nonce is refused the second time, of the same sender', async () => {
    const replay = options();
    const detection = { nonce: 'n', created: at(0) };
    expect(await checkReplay(detection, 'a', replay)).toEqual({ isFresh: true });
    expect(await checkReplay(detection, 'a', replay)).toMatchObject({ isFresh: false });
    expect(await checkReplay(detection, 'b', replay)).toEqual({ isFresh: true });
  });

  test('a nonce is remembered as long as its message would be accepted', async () => {
    const clock = manualClock(NOW);
    const replay = options({ clock, store: memoryStore({ clock }) });
    const detection = { nonce: 'n', created: at(5000) };
    await checkReplay(detection, 'a', replay);
    await clock.advance(304_999);
    expect(await checkReplay(detection, 'a', replay)).toMatchObject({ reason: 'the nonce was used before' });
  });

  test('a full store refuses; it does not forget', async () => {
    const clock = manualClock(NOW);
    const replay = options({ clock, store: memoryStore({ clock, maxEntries: 1 }) });
    await checkReplay({ nonce: '1', created: at(0) }, 'a', replay);
    await expect(checkReplay({ nonce: '2', created: at(0) }, 'a', replay)).rejects.toMatchObject({
      code: '5.1',
    });
  });

  test('it may be optional', async () => {
    expect(await checkReplay(undefined, 'a', options({ required: false }))).toEqual({ isFresh: true });
  });
});

describe('correlation', () => {
  const pending = (correlationId: string, deadline = NOW + 1000): PendingReply => ({
    correlationId,
    verb: 'get',
    noun: 'MeterReadings',
    sent: NOW,
    deadline,
    destination: 'HeadEnd',
  });
  const fine = (): undefined => undefined;

  test('a reply reaches who waits for it, once', async () => {
    const clock = manualClock(NOW);
    const replies = new Correlations<string>({ store: memoryStore({ clock }), clock });
    const { reply } = await replies.expect(pending('a'));
    expect(await replies.settle('a', 'answer', fine, true)).toMatchObject({ state: 'settled' });
    await expect(reply).resolves.toBe('answer');
    expect(await replies.settle('a', 'again', fine, true)).toEqual({ state: 'unknown' });
    expect(clock.pending).toBe(0);
  });

  test('two replies at once: one is taken', async () => {
    const clock = manualClock(NOW);
    const replies = new Correlations<string>({ store: memoryStore({ clock }), clock });
    const { reply } = await replies.expect(pending('a'));
    const states = await Promise.all(['1', '2'].map((text) => replies.settle('a', text, fine, true)));
    expect(states.map(({ state }) => state)).toEqual(['settled', 'unknown']);
    await expect(reply).resolves.toBe('1');
  });

  test('a forged correlation and a reply to something else are refused, and nobody is disturbed', async () => {
    const clock = manualClock(NOW);
    const replies = new Correlations<string>({ store: memoryStore({ clock }), clock });
    const { reply } = await replies.expect(pending('a'));
    expect(await replies.settle('forged', 'x', fine, true)).toEqual({ state: 'unknown' });
    const objection = (): string => 'another noun';
    expect(await replies.settle('a', 'x', objection, true)).toEqual({
      state: 'mismatch',
      reason: 'another noun',
    });
    await replies.settle('a', 'answer', fine, true);
    await expect(reply).resolves.toBe('answer');
  });

  test('parts come before the last reply', async () => {
    const clock = manualClock(NOW);
    const replies = new Correlations<string>({ store: memoryStore({ clock }), clock });
    const parts: string[] = [];
    const { reply } = await replies.expect(pending('a'), (part) => parts.push(part));
    await replies.settle('a', 'part', fine, false);
    await replies.settle('a', 'rest', fine, true);
    expect([parts, await reply]).toEqual([['part'], 'rest']);
  });

  test('waiting ends', async () => {
    const clock = manualClock(NOW);
    const replies = new Correlations<string>({ store: memoryStore({ clock }), clock });
    const { reply } = await replies.expect(pending('a'));
    await clock.advance(1000);
    await expect(reply).rejects.toMatchObject({ code: '4.1', retriable: true });
    expect(await replies.settle('a', 'late', fine, true)).toEqual({ state: 'unknown' });
  });

  test('after a restart replies are known, and so is their time', async () => {
    const clock = manualClock(NOW);
    const store = memoryStore({ clock });
    const before = new Correlations<string>({ store, clock });
    await before.expect(pending('a'));
    await before.expect(pending('b'));
    before.close(new Error('stopped'));
    const late: string[] = [];
    const onTimeout = ({ correlationId }: PendingReply): number => late.push(correlationId);
    const after = new Correlations<string>({ store, clock, onTimeout });
    expect(await after.restore()).toBe(2);
    expect(await after.settle('a', 'answer', fine, true)).toMatchObject({
      state: 'unclaimed',
      pending: { noun: 'MeterReadings' },
    });
    await clock.advance(1000);
    expect(late).toEqual(['b']);
  });
});

describe('back-pressure and drain', () => {
  const gate = () => {
    const open: (() => void)[] = [];
    const task = (): Promise<void> => new Promise((resolve) => open.push(resolve));
    return { open, task };
  };
  const settle = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

  test('so many at once, so many in a queue, no more', async () => {
    const inFlight = new InFlight({ limit: 2, waiting: 1 });
    const { open, task } = gate();
    const runs = [1, 2, 3].map(() => inFlight.run(task));
    await settle();
    expect([open.length, inFlight.size, inFlight.waiting]).toEqual([2, 2, 1]);
    await expect(inFlight.run(task)).rejects.toMatchObject({ code: '5.1', retriable: true });
    open[0]?.();
    await settle();
    expect([open.length, inFlight.size, inFlight.waiting]).toEqual([3, 2, 0]);
    open.forEach((finish) => finish());
    await Promise.all(runs);
    expect(inFlight.size).toBe(0);
  });

  test('draining waits for what is in hand, and takes nothing new', async () => {
    const clock = manualClock();
    const drain = new DrainGate(clock);
    const { open, task } = gate();
    const run = drain.run(task);
    const drained = drain.drain(1000);
    await expect(drain.run(task)).rejects.toMatchObject({ code: '5.2', retriable: true });
    open[0]?.();
    await run;
    await expect(drained).resolves.toBe(true);
    expect(clock.pending).toBe(0);
  });

  test('draining ends when its time is up', async () => {
    const clock = manualClock();
    const drain = new DrainGate(clock);
    void drain.run(gate().task);
    const drained = drain.drain(1000);
    await clock.advance(1000);
    await expect(drained).resolves.toBe(false);
  });
});

describe('dead letters', () => {
  test('are kept whole, and taken out once', async () => {
    const clock = manualClock();
    const store = memoryStore({ clock });
    const letters = new DeadLetters({ store, clock, keep: Infinity });
    const letter = {
      destination: 'Mdm.EndDeviceEvents.created',
      direction: 'received',
      reason: 'does not validate',
      failure: 'message',
      attempts: 1,
      contentType: 'application/xml',
      properties: { noun: 'EndDeviceEvents' },
      body: bytes('<a>\n</a>'),
    } as const;
    const { id } = await letters.add(letter);
    await letters.add({ ...letter, reason: 'again' });
    // Another program over the same store counts from the beginning, in the same millisecond.
    await new DeadLetters({ store, clock, keep: Infinity }).add({ ...letter, reason: 'third' });
    expect((await letters.list()).map(({ reason }) => reason)).toEqual([
      'does not validate',
      'again',
      'third',
    ]);
    expect(await letters.take(id)).toEqual({ id, at: clock.now(), ...letter });
    expect(await letters.take(id)).toBeUndefined();
    expect(await letters.count()).toBe(2);
  });
});

describe('acknowledgement', () => {
  const failure = (isRetriable: boolean) => ({ kind: 'server', isRetriable, reason: '' }) as const;

  test.each([
    [
      'a request whose sender was told',
      { failure: failure(true), isAnswered: true, deliveries: 1 },
      'acknowledge',
    ],
    [
      'an event that may succeed later',
      { failure: failure(true), isAnswered: false, deliveries: 1 },
      'redeliver',
    ],
    [
      'an event that fails again',
      { failure: failure(true), isAnswered: false, deliveries: 3 },
      'dead-letter',
    ],
    ['an event that is wrong', { failure: failure(false), isAnswered: false, deliveries: 1 }, 'dead-letter'],
  ])('%s', (_, failed, expected) => {
    expect(dispositionOf({ ...failed, attempts: 3 })).toBe(expected);
  });
});
