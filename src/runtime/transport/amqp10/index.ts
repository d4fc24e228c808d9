export { createAmqp10Adapter, type Amqp10Options } from './amqp10.js';
