import { describe, expect, test } from 'vitest';
import { isInstalled } from '../support/brokers/broker.js';
import { runChaos } from './chaos.js';
import { CHAOS_TRANSPORTS } from './transports.js';

/* A small sample; `npm run chaos` does it with 50,000 messages. */
describe('nothing is lost while processes are killed', () => {
  const kind = CHAOS_TRANSPORTS['nats']?.kind;
  test.skipIf(kind === undefined || !isInstalled(kind))(
    'NATS: each message takes effect exactly once',
    async () => {
      const outcome = await runChaos({
        transport: 'nats',
        messages: 6000,
        seed: 7,
        kills: 4,
        within: 150_000,
      });
      expect(outcome).toMatchObject({ effects: 6000, different: 6000 });
      expect(Object.values(outcome.killed).reduce((sum, one) => sum + one, 0)).toBeGreaterThan(0);
    },
    200_000,
  );
});
