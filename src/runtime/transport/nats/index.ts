export { createNatsAdapter, type NatsOptions } from './nats.js';
