import { backOff, failureOf, retry, seededRandom, type RetryPolicy } from '@cimbind/runtime/adapter';
import { TransportError } from '@cimbind/runtime/transport';
import { describe, expect, test } from 'vitest';
import { manualClock } from '../../support/manual-clock.js';

const POLICY: RetryPolicy = { attempts: 4, firstDelay: 100, factor: 2, maxDelay: 300, jitter: 0 };

const withStatus = (status: number): Error => Object.assign(new Error(String(status)), { status });
const withCode = (code: string): Error => Object.assign(new Error(code), { code });

describe('failure classes', () => {
  test.each([
    ['400', withStatus(400), 'client', false],
    ['404', withStatus(404), 'client', false],
    ['429', withStatus(429), 'overload', true],
    ['500', withStatus(500), 'server', true],
    ['503', withStatus(503), 'server', true],
    ['504', withStatus(504), 'timeout', true],
    ['reply 1.8, does not validate', withCode('1.8'), 'message', false],
    ['reply 2.4, meter invalid', withCode('2.4'), 'message', false],
    ['reply 3.2, too many pending', withCode('3.2'), 'overload', true],
    ['reply 4.1, timed out', withCode('4.1'), 'timeout', true],
    ['reply 5.2, not tried', withCode('5.2'), 'server', true],
    ['reply 5.3, tried and failed', withCode('5.3'), 'client', false],
    ['reply 7.5, not authorised', withCode('7.5'), 'client', false],
    ['a broken connection', new TransportError('TRN2001', 'gone'), 'server', true],
    ['a request that the transport refuses', new TransportError('TRN3003', 'no'), 'client', false],
    ['a bug in a handler', new TypeError('undefined is not a function'), 'server', true],
    ['a thrown text', 'oops', 'server', true],
  ])('%s', (_, thrown, kind, isRetriable) => {
    expect(failureOf(thrown)).toMatchObject({ kind, isRetriable });
  });
});

describe('retry', () => {
  test('delays grow, up to a limit', () => {
    expect([1, 2, 3, 4].map((failed) => backOff(POLICY, failed, () => 0.5))).toEqual([100, 200, 300, 300]);
  });

  test('jitter is a function of the seed and never makes a delay longer', () => {
    const delays = (seed: number): readonly number[] => {
      const random = seededRandom(seed);
      return [1, 2, 3].map((failed) => backOff({ ...POLICY, jitter: 0.5 }, failed, random));
    };
    expect(delays(7)).toEqual(delays(7));
    expect(delays(7)).not.toEqual(delays(8));
    for (const [index, delay] of delays(9).entries()) {
      const full = backOff(POLICY, index + 1, () => 0);
      expect(delay).toBeGreaterThanOrEqual(full / 2);
      expect(delay).toBeLessThanOrEqual(full);
    }
  });

  test('what may succeed later is tried at its times', async () => {
    const clock = manualClock(0);
    const times: number[] = [];
    const result = retry(POLICY, { clock, random: () => 0 }, async (attempt) => {
      times.push(clock.now());
      if (attempt < 3) throw withStatus(503);
      return 'done';
    });
    await clock.advance(1000);
    await expect(result).resolves.toBe('done');
    expect(times).toEqual([0, 100, 300]);
  });

  test.each([
    ['a fault of the client', withStatus(400), 1],
    ['a message that does not validate', withCode('1.8'), 1],
    ['a fault of the server', withStatus(500), 4],
  ])('%s is tried %i times', async (_, error, expected) => {
    const clock = manualClock(0);
    let tries = 0;
    const result = retry(POLICY, { clock, random: () => 0 }, async () => {
      tries++;
      throw error;
    });
    const verdict = expect(result).rejects.toBe(error);
    await clock.advance(10_000);
    await verdict;
    expect(tries).toBe(expected);
  });

  test('an abort ends the wait', async () => {
    const clock = manualClock(0);
    const abort = new AbortController();
    const result = retry(POLICY, { clock, random: () => 0, signal: abort.signal }, async () => {
      throw withStatus(500);
    });
    const verdict = expect(result).rejects.toThrow('enough');
    await clock.advance(50);
    abort.abort(new Error('enough'));
    await verdict;
    expect(clock.pending).toBe(0);
  });
});
