import { createStompAdapter } from '@cimbind/runtime/transport/stomp';
import { ACTIVEMQ } from '../support/brokers/activemq.js';
import { overBroker } from './over-broker.js';

overBroker('STOMP, ActiveMQ', ACTIVEMQ, 'stomp', (port, options) =>
  createStompAdapter({ url: `stomp://127.0.0.1:${port}`, ...options }),
);
