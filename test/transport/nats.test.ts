import { createNatsAdapter } from '@cimbind/runtime/transport/nats';
import { NATS } from '../support/brokers/nats.js';
import { overBroker } from './over-broker.js';

overBroker('NATS JetStream', NATS, 'nats', (port, options) =>
  createNatsAdapter({ servers: `127.0.0.1:${port}`, ackWait: 3000, ...options }),
);
