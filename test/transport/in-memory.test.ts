import { createInMemoryAdapter, createInMemoryMiddleware } from '@cimbind/runtime/transport/in-memory';
import { transportConformance } from './conformance.js';

transportConformance('in memory', createInMemoryAdapter().capabilities, async () => {
  const middleware = createInMemoryMiddleware();
  return {
    create: (options) => createInMemoryAdapter({ middleware, ...options }),
    close: async () => undefined,
  };
});
