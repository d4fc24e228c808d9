import { createAmqp10Adapter } from '@cimbind/runtime/transport/amqp10';
import { RABBITMQ } from '../support/brokers/rabbitmq.js';
import { overBroker } from './over-broker.js';

overBroker('AMQP 1.0, RabbitMQ', RABBITMQ, 'amqp', (port, options) =>
  createAmqp10Adapter({ url: `amqp://guest:guest@127.0.0.1:${port}`, ...options }),
);
