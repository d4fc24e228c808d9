import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const source = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

export default defineConfig({
  resolve: {
    alias: {
      '@cimbind/runtime/codegen/v1/streams': source('./src/runtime/codegen/v1/streams.ts'),
      '@cimbind/runtime/codegen/v1': source('./src/runtime/codegen/v1/index.ts'),
      '@cimbind/runtime/codes': source('./src/runtime/codes/index.ts'),
      '@cimbind/runtime/envelope': source('./src/runtime/envelope/index.ts'),
      '@cimbind/runtime/json': source('./src/runtime/json/index.ts'),
    },
  },
  test: {
    include: ['test/**/*.test.ts'],
    exclude: ['node_modules/**', 'dist/**', 'generated/**'],
    globalSetup: './test/support/temporary-folder.ts',
    testTimeout: 60_000,
    maxWorkers: 2,
  },
});
