export { createAmqp091Adapter, type Amqp091Options } from './amqp091.js';
