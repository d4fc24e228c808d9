export { emitMessages, type MessageOptions } from './emit-messages.js';
