export {
  createInMemoryAdapter,
  createInMemoryMiddleware,
  type InMemoryMiddleware,
  type InMemoryOptions,
} from './in-memory.js';
