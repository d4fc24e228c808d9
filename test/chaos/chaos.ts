import type { ChildProcess } from 'node:child_process';
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { startBroker } from '../support/brokers/broker.js';
import { CHAOS_TRANSPORTS } from './transports.js';

export interface ChaosOptions {
  readonly transport: string;
  readonly messages: number;
  readonly seed: number;
  /** How often something is killed. */
  readonly kills: number;
  /** Milliseconds after which it is over, done or not; 15 minutes by default. */
  readonly within?: number;
  readonly report?: (line: string) => void;
}

export interface ChaosOutcome {
  readonly transport: string;
  readonly messages: number;
  /** Effects that took place, and of how many different messages. */
  readonly effects: number;
  readonly different: number;
  /** Deliveries noted by consumers before they were killed. */
  readonly deliveries: number;
  readonly killed: Readonly<Record<'broker' | 'producer' | 'consumer', number>>;
  readonly seconds: number;
}

const pause = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, milliseconds));

/** Numbers from 0 to 1, the same for the same seed (mulberry32). */
function randomOf(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

const isOver = (child: ChildProcess): boolean => child.exitCode !== null || child.signalCode !== null;

async function end(child: ChildProcess, signal: 'SIGKILL' | 'SIGTERM'): Promise<void> {
  child.kill(signal);
  for (let waited = 0; !isOver(child) && waited < 20_000; waited += 20) await pause(20);
  if (!isOver(child)) child.kill('SIGKILL');
}

/** Messages through a broker while it, who sends and who takes are killed (SIGKILL) at random. */
export async function runChaos(options: ChaosOptions): Promise<ChaosOutcome> {
  const { transport, messages, seed, kills, within = 15 * 60_000, report = () => undefined } = options;
  const under = CHAOS_TRANSPORTS[transport];
  if (under === undefined) throw new Error(`no transport ${transport}`);
  const begun = Date.now();
  const random = randomOf(seed);
  const folder = mkdtempSync(join(tmpdir(), 'cimbind-chaos-'));
  const file = (name: string): string => join(folder, name);
  const broker = await startBroker(under.kind);
  const port = String(broker.ports[under.protocol] ?? 0);
  const start = (script: string, args: readonly string[]): ChildProcess =>
    spawn(
      process.execPath,
      ['--import', 'tsx', fileURLToPath(new URL(script, import.meta.url)), transport, port, ...args],
      { stdio: ['ignore', 'inherit', 'inherit'], cwd: fileURLToPath(new URL('../..', import.meta.url)) },
    );
  const startProducer = (): ChildProcess => start('producer.ts', [String(messages), file('sent')]);
  const startConsumer = (): ChildProcess =>
    start('consumer.ts', [file('effects.sqlite'), file('effects'), file('deliveries')]);
  const numberIn = (name: string): number =>
    existsSync(file(name)) ? Number(readFileSync(file(name), 'utf8')) : 0;

  const killed = { broker: 0, producer: 0, consumer: 0 };
  let producer = startProducer();
  let consumer = startConsumer();
  try {
    let nextKill = Infinity;
    let left = kills;
    for (;;) {
      await pause(50);
      if (Date.now() - begun > within) break;
      if (isOver(producer) && producer.exitCode !== 0) producer = startProducer();
      if (isOver(consumer)) consumer = startConsumer();
      if (isOver(producer) && numberIn('effects') >= messages) break;
      // Nothing is killed before something works.
      if (nextKill === Infinity && numberIn('effects') > 0) nextKill = Date.now() + 500;
      // On a machine that is quick, progress says when, so that something is killed before all is done.
      const due = (messages * (kills - left + 1)) / (kills + 2);
      if (left === 0 || (Date.now() < nextKill && numberIn('effects') < due)) continue;
      left--;
      const choice = random();
      const victim = choice < 0.3 ? 'broker' : choice < 0.65 && !isOver(producer) ? 'producer' : 'consumer';
      killed[victim]++;
      report(
        `${((Date.now() - begun) / 1000).toFixed(1)} s: ${victim} killed; sent ${numberIn('sent')}, effects ${numberIn('effects')}`,
      );
      if (victim === 'broker') await broker.restart();
      else if (victim === 'producer') await end(producer, 'SIGKILL');
      else await end(consumer, 'SIGKILL');
      nextKill = Date.now() + 1500 + random() * 2500;
    }
    // What was sent twice may still be under way: it must not take effect.
    await pause(3000);
    await end(consumer, 'SIGTERM');
    const outcome: unknown = JSON.parse(readFileSync(file('effects'), 'utf8'));
    const { total, different } = outcome as { readonly total: number; readonly different: number };
    const deliveries = readFileSync(file('deliveries'), 'utf8').trim().split('\n').map(Number);
    return {
      transport,
      messages,
      effects: total,
      different,
      deliveries: deliveries.reduce((sum, one) => sum + one, 0),
      killed,
      seconds: Math.round((Date.now() - begun) / 1000),
    };
  } finally {
    await end(producer, 'SIGKILL');
    await end(consumer, 'SIGKILL');
    await broker.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}
