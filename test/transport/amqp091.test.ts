import { createAmqp091Adapter } from '@cimbind/runtime/transport/amqp091';
import { RABBITMQ } from '../support/brokers/rabbitmq.js';
import { overBroker } from './over-broker.js';

overBroker('AMQP 0-9-1, RabbitMQ', RABBITMQ, 'amqp', (port, options) =>
  createAmqp091Adapter({ url: `amqp://guest:guest@127.0.0.1:${port}`, ...options }),
);
