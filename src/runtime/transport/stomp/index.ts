export { createStompAdapter, type StompOptions } from './stomp.js';
