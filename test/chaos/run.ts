// npm run chaos -- --transport nats|amqp091|stomp --messages N --seed S [--kills K]

import { parseArgs } from 'node:util';
import { isInstalled } from '../support/brokers/broker.js';
import { runChaos } from './chaos.js';
import { CHAOS_TRANSPORTS } from './transports.js';

const { values } = parseArgs({
  options: {
    transport: { type: 'string', default: 'nats' },
    messages: { type: 'string', default: '50000' },
    seed: { type: 'string', default: '1' },
    kills: { type: 'string', default: '12' },
  },
});
const transport = CHAOS_TRANSPORTS[values.transport];
if (transport === undefined) {
  console.error(
    `there is no transport "${values.transport}"; there are ${Object.keys(CHAOS_TRANSPORTS).join(', ')}`,
  );
  process.exit(2);
}
if (!isInstalled(transport.kind)) {
  console.error(`${transport.kind.name} is not installed`);
  process.exit(2);
}
const outcome = await runChaos({
  transport: values.transport,
  messages: Number(values.messages),
  seed: Number(values.seed),
  kills: Number(values.kills),
  report: (line) => console.log(line),
});
console.log(JSON.stringify(outcome));
process.exit(outcome.effects === outcome.messages && outcome.different === outcome.messages ? 0 : 1);
