import { randomBytes, randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type {
  Delivery,
  MiddlewareAdapter,
  TransportCapabilities,
  TransportMessage,
  TransportOptions,
} from '@cimbind/runtime/transport';
import { TransportError } from '@cimbind/runtime/transport';

/** One transport, ready to be put to the proof. */
export interface TransportUnderTest {
  /** A new adapter with its own connection; all adapters meet at the same middleware. */
  create(options?: TransportOptions): MiddlewareAdapter;
  /** The address to write into `replyTo` for a destination; the destination itself by default. */
  replyAddress?(destination: string): string;
  /** Breaks the connections of all adapters, without a word. */
  cut?(): void;
  close(): Promise<void>;
}

/** Bodies of texts and back, in the form that a transport carries. */
interface BodyForm {
  bytes(text: string): Uint8Array;
  text(bytes: Uint8Array): string;
}

const PLAIN: BodyForm = {
  bytes: (value) => new TextEncoder().encode(value),
  text: (bytes) => new TextDecoder().decode(bytes),
};

const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };
const MEANINGS: Readonly<Record<string, string>> = { '&amp;': '&', '&lt;': '<', '&gt;': '>' };

/** Where a body is an element, a text is its content. */
const ELEMENT: BodyForm = {
  bytes: (value) => PLAIN.bytes(`<m>${value.replaceAll(/[&<>]/gu, (found) => ESCAPES[found] ?? '')}</m>`),
  text: (bytes) => {
    const [, content] = /^<m(?: [^>]*)?>(.*)<\/m>$/su.exec(PLAIN.text(bytes)) ?? [];
    if (content === undefined) throw new Error(`not the element that was sent: ${PLAIN.text(bytes)}`);
    return content.replaceAll(/&(?:amp|lt|gt);/gu, (found) => MEANINGS[found] ?? '');
  },
};

/** Waits until something holds; fails with what was there instead. */
async function eventually(holds: () => boolean, what: () => unknown, within = 20_000): Promise<void> {
  for (const deadline = Date.now() + within; !holds();) {
    if (Date.now() > deadline)
      throw new Error(`did not happen within ${within} ms: ${JSON.stringify(what())}`);
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}

const failureOf = async (call: Promise<unknown> | (() => Promise<unknown>)): Promise<unknown> => {
  try {
    await (typeof call === 'function' ? call() : call);
    return 'no failure';
  } catch (error) {
    return error instanceof TransportError ? error.code : error;
  }
};

/** Every character of some ranges that a property may hold. */
const charactersOf = (...ranges: readonly (readonly [number, number])[]): string =>
  ranges
    .flatMap(([first, last]) =>
      Array.from({ length: last - first + 1 }, (_, index) => String.fromCodePoint(first + index)),
    )
    .join('');

const PROPERTIES: Readonly<Record<string, string>> = {
  verb: 'get',
  noun: 'MeterReadings',
  mRIDOfSender: 'a-b_c.d',
  'with-hyphen': 'x',
  with_underscore: 'y',
  'with.dot': 'z',
  UPPER: 'Upper Case',
  'Content-Length': '3',
  destination: 'of mine',
  empty: '',
  blanks: '  inside and around  ',
  ascii: charactersOf([0x20, 0x7e]),
  latin: charactersOf([0xa0, 0xff]),
  controls: charactersOf([0x01, 0x1f], [0x7f, 0x9f]),
  lines: 'one\ntwo\r\nthree\n: \\ \\n \\c',
  greek: 'Ελληνικά, 漢字, עברית',
  astral: '𝔐𝔢𝔱𝔢𝔯 😀 \u{10ffff}',
  percent: '100%25 %zz',
  looksEncoded: "UTF-8''abc%20d",
  long: 'ü'.repeat(2000),
};

/** What every transport promises. `open` is called once, when the tests run. */
export function transportConformance(
  name: string,
  capabilities: TransportCapabilities,
  open: () => Promise<TransportUnderTest>,
): void {
  const { bytes: bytesOf, text: textOf } = capabilities.bodies === 'xml' ? ELEMENT : PLAIN;
  const message = (body: string | Uint8Array, more: Partial<TransportMessage> = {}): TransportMessage => ({
    body: typeof body === 'string' ? bytesOf(body) : body,
    contentType: 'application/xml',
    properties: {},
    ...more,
  });

  describe(name, () => {
    let under: TransportUnderTest;
    const adapters: MiddlewareAdapter[] = [];
    const quick = { redelivery: { limit: 5, delay: 20, longest: 100 } };
    const start = async (options: TransportOptions = {}): Promise<MiddlewareAdapter> => {
      const adapter = under.create({ ...quick, acceptsReplyTo: () => true, ...options });
      adapters.push(adapter);
      await adapter.start();
      return adapter;
    };
    const fresh = (what = 'target'): string => `t${randomUUID().slice(0, 8)}.${what}`;

    beforeAll(async () => {
      under = await open();
    }, 120_000);
    afterEach(async () => {
      await Promise.all(adapters.splice(0).map((adapter) => adapter.drain(10_000).catch(() => undefined)));
    }, 60_000);
    afterAll(() => under.close(), 60_000);

    test('says what it can do', async () => {
      expect((await start()).capabilities).toEqual(capabilities);
    });

    test('request and reply, with properties and ids', async () => {
      const server = await start();
      const client = await start();
      const to = fresh();
      const seen: Delivery[] = [];
      await server.serve(to, async (delivery) => {
        seen.push(delivery);
        return message('<answer/>', { properties: { result: 'OK' }, contentType: 'text/xml' });
      });
      const reply = await client.request(
        to,
        message('<question/>', {
          messageId: 'urn:uuid:1',
          correlationId: 'c 1',
          priority: 7,
          properties: { verb: 'get', noun: 'MeterReadings', traceparent: '00-ab-cd-01' },
        }),
        { timeout: 20_000 },
      );
      expect(textOf(reply.body)).toBe('<answer/>');
      expect(reply.contentType).toBe('text/xml');
      expect(reply.properties).toEqual({ result: 'OK' });
      expect(reply.correlationId).toBe('c 1');
      expect(seen).toMatchObject([
        {
          destination: to,
          contentType: 'application/xml',
          redelivered: false,
          messageId: 'urn:uuid:1',
          correlationId: 'c 1',
          priority: 7,
        },
      ]);
      expect(seen[0]?.properties).toEqual({
        verb: 'get',
        noun: 'MeterReadings',
        traceparent: '00-ab-cd-01',
      });
    });

    test('200 requests at once find their replies', async () => {
      const server = await start();
      const client = await start();
      const to = fresh();
      await server.serve(to, async ({ body }) => message(`reply to ${textOf(body)}`), { concurrency: 16 });
      const replies = await Promise.all(
        Array.from({ length: 200 }, (_, index) =>
          client.request(to, message(String(index)), { timeout: 30_000 }),
        ),
      );
      expect(replies.map(({ body }) => textOf(body))).toEqual(replies.map((_, index) => `reply to ${index}`));
    });

    test('a reply goes to the destination that the request names', async () => {
      const server = await start();
      const client = await start();
      const to = fresh();
      const back = fresh('reply');
      const replies: Delivery[] = [];
      await client.serve(back, async (delivery) => {
        replies.push(delivery);
        return undefined;
      });
      await server.serve(to, async () => message('<later/>'));
      const replyTo = under.replyAddress?.(back) ?? back;
      await client.send(to, message('<question/>', { messageId: 'm1', correlationId: 'c1', replyTo }));
      await client.send(to, message('<question/>', { messageId: 'm2', replyTo }));
      await eventually(
        () => replies.length === 2,
        () => replies,
      );
      expect(replies.map(({ correlationId }) => correlationId).sort()).toEqual(['c1', 'm2']);
      expect(replies[0]?.destination).toBe(back);
    });

    test('an event reaches everybody who subscribed', async () => {
      const one = await start();
      const two = await start();
      const topic = fresh('MeterReadings.created');
      const seen: string[] = [];
      await one.subscribe(topic, async ({ body }) => void seen.push(`one ${textOf(body)}`));
      await two.subscribe(topic, async ({ body }) => void seen.push(`two ${textOf(body)}`));
      await one.publish(topic, message('<event/>', { properties: { verb: 'created' } }));
      await eventually(
        () => seen.length === 2,
        () => seen,
      );
      expect(seen.sort()).toEqual(['one <event/>', 'two <event/>']);
    });

    test('an event without subscriber is no failure', async () => {
      const one = await start();
      await one.publish(fresh(), message('<event/>'));
    });

    test('a pattern of topics, or its refusal', async () => {
      const one = await start();
      const root = fresh('MeterReadings');
      const seen: string[] = [];
      const all = one.subscribe(`${root}.*`, async ({ destination }) => void seen.push(`* ${destination}`));
      if (!capabilities.topicWildcards) return expect(await failureOf(all)).toBe('TRN1002');
      await all;
      await one.subscribe(`${root}.>`, async ({ destination }) => void seen.push(`> ${destination}`));
      for (const topic of [`${root}.created`, `${root}.changed.late`, `${root}X.created`])
        await one.publish(topic, message('<event/>'));
      await eventually(
        () => seen.length >= 3,
        () => seen,
      );
      expect(seen.sort()).toEqual([`* ${root}.created`, `> ${root}.changed.late`, `> ${root}.created`]);
      return undefined;
    });

    test('a durable subscription keeps events while nobody is there, or is refused', async () => {
      const topic = fresh('created');
      const durable = fresh('durable').replace('.', '-');
      const first = await start({ name: durable });
      const seen: string[] = [];
      const subscribe = (adapter: MiddlewareAdapter): Promise<unknown> =>
        adapter.subscribe(topic, async ({ body }) => void seen.push(textOf(body)), { durable });
      if (!capabilities.durableSubscription) return expect(await failureOf(subscribe(first))).toBe('TRN1002');
      await subscribe(first);
      const sender = await start();
      await sender.publish(topic, message('1'));
      await eventually(
        () => seen.length === 1,
        () => seen,
      );
      await first.drain();
      for (const body of ['2', '3']) await sender.publish(topic, message(body));
      await subscribe(await start({ name: durable }));
      await eventually(
        () => seen.length >= 3,
        () => seen,
      );
      expect(seen).toEqual(['1', '2', '3']);
      return undefined;
    });

    test('what a handler rejects comes again', async () => {
      const adapter = await start();
      const to = fresh();
      const seen: { body: string; redelivered: boolean }[] = [];
      await adapter.serve(to, async ({ body, redelivered }) => {
        seen.push({ body: textOf(body), redelivered });
        if (seen.length < 3) throw new Error('not now');
        return undefined;
      });
      const sent = failureOf(adapter.send(to, message('x')));
      if (capabilities.redelivery === 'sender') {
        expect(await sent).toBe('TRN3004');
        return;
      }
      expect(await sent).toBe('no failure');
      await eventually(
        () => seen.length >= 3,
        () => seen,
      );
      expect(seen).toEqual([
        { body: 'x', redelivered: false },
        { body: 'x', redelivered: true },
        { body: 'x', redelivered: true },
      ]);
    });

    test.skipIf(!capabilities.deadLetters)(
      'what is rejected too often, or for good, goes to the dead letters',
      async () => {
        const adapter = await start({ redelivery: { limit: 3, delay: 10, longest: 20 } });
        const to = fresh();
        let attempts = 0;
        const dead: string[] = [];
        await adapter.serve(to, async ({ body }) => {
          attempts++;
          if (textOf(body) === 'for good') throw Object.assign(new Error('invalid'), { retriable: false });
          throw new Error('always');
        });
        await adapter.serve(`${to}.dead-letter`, async ({ body, properties }) => {
          dead.push(`${textOf(body)} ${properties['verb'] ?? '?'}`);
          return undefined;
        });
        await adapter.send(to, message('too often', { properties: { verb: 'create' } }));
        await eventually(
          () => dead.length === 1,
          () => ({ attempts, dead }),
        );
        expect(attempts).toBe(3);
        await adapter.send(to, message('for good', { properties: { verb: 'change' } }));
        await eventually(
          () => dead.length === 2,
          () => ({ attempts, dead }),
        );
        expect(attempts).toBe(4);
        expect(dead).toEqual(['too often create', 'for good change']);
        await eventually(
          () => adapter.health().deadLettered === 2,
          () => adapter.health(),
        );
      },
    );

    test.skipIf(!capabilities.redeliversAfterLoss)(
      'what was in hand when the connection was lost comes again',
      async () => {
        const adapter = await start();
        const sender = await start();
        const to = fresh();
        const seen: string[] = [];
        let release = (): void => undefined;
        await adapter.serve(
          to,
          async ({ body }) => {
            seen.push(textOf(body));
            if (seen.length === 1) await new Promise<void>((resolve) => (release = resolve));
            return undefined;
          },
          { concurrency: 2 },
        );
        await sender.send(to, message('x'));
        await eventually(
          () => seen.length === 1,
          () => seen,
        );
        under.cut?.();
        await eventually(
          () => seen.length >= 2,
          () => ({ seen, health: adapter.health() }),
          40_000,
        );
        release();
        expect(seen.slice(0, 2)).toEqual(['x', 'x']);
        await eventually(
          () => adapter.health().inHand === 0 && adapter.health().healthy,
          () => adapter.health(),
        );
        expect(adapter.health().reconnections).toBeGreaterThan(0);
      },
    );

    test('after a lost connection everything works again', async () => {
      const server = await start();
      const client = await start();
      const to = fresh();
      const topic = fresh('topic');
      const events: string[] = [];
      await server.serve(to, async ({ body }) => message(`re ${textOf(body)}`));
      await server.subscribe(topic, async ({ body }) => void events.push(textOf(body)));
      const ask = async (what: string): Promise<string> =>
        textOf((await client.request(to, message(what), { timeout: 20_000 })).body);
      expect(await ask('1')).toBe('re 1');
      under.cut?.();
      await eventually(
        () => server.health().healthy && client.health().healthy,
        () => server.health(),
      );
      // The first may fall into the time in which the loss is noticed.
      const again = await ask('2').catch(() => ask('2'));
      expect(again).toBe('re 2');
      await eventually(
        () => server.health().healthy,
        () => server.health(),
      );
      await client.publish(topic, message('e'));
      await eventually(
        () => events.length >= 1,
        () => events,
      );
    });

    test('the order is kept', async () => {
      const sender = await start();
      const taker = await start();
      const to = fresh();
      const seen: number[] = [];
      const serve = (): Promise<unknown> =>
        taker.serve(to, async ({ body }) => {
          seen.push(Number(textOf(body)));
          return undefined;
        });
      if (!capabilities.storesMessages) await serve();
      for (let index = 0; index < 200; index++) await sender.send(to, message(String(index)));
      if (capabilities.storesMessages) await serve();
      await eventually(
        () => seen.length >= 200,
        () => seen.length,
      );
      expect(seen).toEqual(Array.from({ length: 200 }, (_, index) => index));
    });

    test('8 MB there and back', async () => {
      const server = await start();
      const client = await start();
      const to = fresh();
      await server.serve(to, async ({ body }) => message(body));
      const size = 8 * 1024 * 1024;
      if (capabilities.bodies === 'xml') {
        const content = randomBytes(size).toString('base64').slice(0, size);
        const reply = await client.request(to, message(content), { timeout: 60_000 });
        expect(textOf(reply.body) === content).toBe(true);
        return;
      }
      const body = randomBytes(size);
      const reply = await client.request(to, message(body), { timeout: 60_000 });
      expect(Buffer.compare(reply.body, body)).toBe(0);
    });

    test('characters of all kinds, in body and properties', async () => {
      const server = await start();
      const client = await start();
      const to = fresh();
      await server.serve(to, async ({ body, properties }) => message(body, { properties }));
      // XML has no place for NUL.
      const content = `<x>𝔐𝔢𝔱𝔢𝔯 😀 \u{10ffff} é 漢</x>${capabilities.bodies === 'xml' ? '' : '\0'}`;
      const reply = await client.request(to, message(content, { properties: PROPERTIES }), {
        timeout: 20_000,
      });
      expect(reply.properties).toEqual(PROPERTIES);
      expect(textOf(reply.body)).toBe(content);
    });

    test('an empty body, and bytes of every value, or their refusal', async () => {
      const server = await start();
      const client = await start();
      const to = fresh();
      await server.serve(to, async ({ body }) => message(body, { contentType: 'application/octet-stream' }));
      for (const body of [new Uint8Array(0), Uint8Array.from({ length: 256 }, (_, index) => index)]) {
        if (capabilities.bodies === 'xml') {
          expect(await failureOf(client.request(to, message(body), { timeout: 20_000 }))).toBe('TRN3007');
          continue;
        }
        const reply = await client.request(to, message(body), { timeout: 20_000 });
        expect([...reply.body]).toEqual([...body]);
        expect(reply.contentType).toBe('application/octet-stream');
      }
    });

    test('no more are in hand than was asked for', async () => {
      const adapter = await start();
      const sender = await start();
      const to = fresh();
      let now = 0;
      let most = 0;
      let done = 0;
      await adapter.serve(
        to,
        async () => {
          most = Math.max(most, ++now);
          await new Promise((resolve) => setTimeout(resolve, 15));
          now--;
          done++;
          return undefined;
        },
        { concurrency: 3 },
      );
      await Promise.all(Array.from({ length: 30 }, (_, index) => sender.send(to, message(String(index)))));
      await eventually(
        () => done >= 30,
        () => ({ done, health: adapter.health() }),
      );
      expect(most).toBeLessThanOrEqual(3);
      expect(most).toBeGreaterThan(1);
      expect(done).toBe(30);
    });

    test('those who serve the same destination share its messages', async () => {
      const sender = await start();
      const to = fresh();
      const seen: string[] = [];
      const by = new Set<string>();
      const serve = async (who: string): Promise<unknown> =>
        (await start()).serve(to, async ({ body }) => {
          await new Promise((resolve) => setTimeout(resolve, 5));
          by.add(who);
          seen.push(textOf(body));
          return undefined;
        });
      const first = serve('one');
      await first;
      const second = await failureOf(serve('two'));
      // A server has its address for itself.
      if (capabilities.redelivery !== 'sender') expect(second).toBe('no failure');
      const bodies = Array.from({ length: 60 }, (_, index) => String(index));
      await Promise.all(bodies.map((body) => sender.send(to, message(body))));
      await eventually(
        () => seen.length >= 60,
        () => seen.length,
      );
      expect([...seen].sort()).toEqual([...bodies].sort());
      if (capabilities.redelivery !== 'sender') expect(by.size).toBe(2);
    });

    test('drain finishes what is in hand, and takes no more', async () => {
      const adapter = await start();
      const sender = await start();
      const to = fresh();
      const events: string[] = [];
      await adapter.serve(to, async ({ body }) => {
        events.push(`begun ${textOf(body)}`);
        await new Promise((resolve) => setTimeout(resolve, 150));
        events.push(`done ${textOf(body)}`);
        return undefined;
      });
      const sent = sender.send(to, message('1'));
      await eventually(
        () => events.length === 1,
        () => events,
      );
      await adapter.drain();
      await sent;
      expect(events).toEqual(['begun 1', 'done 1']);
      expect(adapter.health()).toMatchObject({ state: 'closed', healthy: false, inHand: 0 });
      expect(await failureOf(adapter.send(to, message('2')))).toBe('TRN1003');
      if (!capabilities.storesMessages) {
        expect(['TRN2001', 'TRN2004']).toContain(
          await failureOf((await start({ sendTimeout: 100 })).send(to, message('2'))),
        );
        return;
      }
      await sender.send(to, message('2'));
      const other: string[] = [];
      await (
        await start()
      ).serve(to, async ({ body }) => {
        other.push(textOf(body));
        return undefined;
      });
      await eventually(
        () => other.length >= 1,
        () => other,
      );
      expect(other).toEqual(['2']);
      expect(events).toHaveLength(2);
    });

    test('drain does not wait for ever', async () => {
      const adapter = await start();
      const sender = await start({ sendTimeout: 1000 });
      const to = fresh();
      let release = (): void => undefined;
      let begun = false;
      await adapter.serve(to, async () => {
        begun = true;
        await new Promise<void>((resolve) => (release = resolve));
        return undefined;
      });
      const sent = failureOf(sender.send(to, message('1')));
      await eventually(
        () => begun,
        () => begun,
      );
      expect(await failureOf(adapter.drain(100))).toBe('TRN2006');
      release();
      await sent;
      expect(adapter.health().state).toBe('closed');
    });

    test('a subscription that is stopped takes no more', async () => {
      const adapter = await start();
      const topic = fresh();
      const seen: string[] = [];
      const subscription = await adapter.subscribe(topic, async ({ body }) => void seen.push(textOf(body)));
      await adapter.publish(topic, message('1'));
      await eventually(
        () => seen.length === 1,
        () => seen,
      );
      await subscription.stop();
      // Over HTTP the subscriber is registered all the same, and does not answer.
      const failure = await failureOf(adapter.publish(topic, message('2')));
      expect(failure).toBe(capabilities.redelivery === 'sender' ? 'TRN2004' : 'no failure');
      const other: string[] = [];
      await adapter.subscribe(topic, async ({ body }) => void other.push(textOf(body)));
      await adapter.publish(topic, message('3'));
      await eventually(
        () => other.length >= 1,
        () => other,
      );
      expect({ seen, other }).toEqual({ seen: ['1'], other: ['3'] });
    });

    test('a request gives up in time, and a late reply finds nobody', async () => {
      const server = await start();
      const client = await start();
      const to = fresh();
      let release = (): void => undefined;
      let begun = 0;
      await server.serve(to, async () => {
        begun++;
        await new Promise<void>((resolve) => (release = resolve));
        return message('late');
      });
      const late = failureOf(client.request(to, message('x', { timeToLive: 60_000 }), { timeout: 500 }));
      await eventually(
        () => begun > 0,
        () => begun,
      );
      expect(await late).toBe('TRN2002');
      release();
      expect(client.health().pendingReplies).toBe(0);
      if (capabilities.redelivery !== 'sender')
        await eventually(
          () => client.health().unmatchedReplies === 1,
          () => client.health(),
        );
    });

    test('a request can be cancelled', async () => {
      const server = await start();
      const client = await start();
      const to = fresh();
      let release = (): void => undefined;
      await server.serve(to, async () => {
        await new Promise<void>((resolve) => (release = resolve));
        return undefined;
      });
      const stop = new AbortController();
      const failed = failureOf(client.request(to, message('x'), { timeout: 20_000, signal: stop.signal }));
      await eventually(
        () => server.health().inHand === 1,
        () => server.health(),
      );
      stop.abort();
      expect(await failed).toBe('TRN2003');
      release();
      const gone = AbortSignal.abort();
      expect(await failureOf(client.request(to, message('x'), { timeout: 1000, signal: gone }))).toBe(
        'TRN2003',
      );
    });

    test.skipIf(!capabilities.storesMessages)('nobody gets what has expired', async () => {
      const adapter = await start();
      const to = fresh();
      await adapter.send(to, message('old', { timeToLive: 1 }));
      await new Promise((resolve) => setTimeout(resolve, 1500));
      await adapter.send(to, message('new', { timeToLive: 60_000 }));
      const seen: string[] = [];
      await adapter.serve(to, async ({ body }) => {
        seen.push(textOf(body));
        return undefined;
      });
      await eventually(
        () => seen.includes('new'),
        () => seen,
      );
      expect(seen).toEqual(['new']);
    });

    test('sending where nobody takes is said, or kept', async () => {
      const adapter = await start({ sendTimeout: 500 });
      const failure = await failureOf(adapter.send(fresh(), message('x')));
      if (capabilities.storesMessages) expect(failure).toBe('no failure');
      else expect(['TRN2001', 'TRN2004']).toContain(failure);
    });

    test('what passes can be watched, or that is refused', async () => {
      const adapter = await start();
      const seen: string[] = [];
      const watch = adapter.watch(({ destination, body }) => seen.push(`${destination} ${textOf(body)}`));
      if (!capabilities.watch) return expect(await failureOf(watch)).toBe('TRN1002');
      await watch;
      const to = fresh();
      const topic = fresh('topic');
      const taken: string[] = [];
      await adapter.serve(to, async ({ body }) => {
        taken.push(textOf(body));
        return undefined;
      });
      await adapter.send(to, message('m'));
      await adapter.publish(topic, message('e'));
      await eventually(
        () => seen.some((line) => line === `${to} m`) && seen.some((line) => line === `${topic} e`),
        () => seen,
      );
      await eventually(
        () => taken.length === 1,
        () => taken,
      );
      return undefined;
    });

    test('what cannot be is refused', async () => {
      const adapter = under.create();
      expect(adapter.health()).toMatchObject({ state: 'new', healthy: false });
      expect(await failureOf(adapter.send('a.b', message('x')))).toBe('TRN1003');
      await start();
      const open = await start();
      expect(open.health()).toMatchObject({ state: 'connected', healthy: true, inHand: 0 });
      expect(await failureOf(open.send('', message('x')))).toBe('TRN3002');
      expect(await failureOf(open.send('a b', message('x')))).toBe('TRN3002');
      expect(await failureOf(open.send('a.b', message('x', { properties: { 'a:b': '' } })))).toBe('TRN3003');
      expect(await failureOf(open.send('a.b', message('x', { properties: { a: '\ud800' } })))).toBe(
        'TRN3003',
      );
      if (capabilities.maximumBody !== undefined) {
        const body = new Uint8Array(capabilities.maximumBody + 1);
        expect(await failureOf(open.send('a.b', message(body)))).toBe('TRN3001');
      }
      await adapter.drain();
    });
  });
}
