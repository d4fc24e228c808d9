import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const source = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

export default defineConfig({
  resolve: {
    alias: [
      {
        find: '@cimbind/runtime/codegen/v1/streams',
        replacement: source('./src/runtime/codegen/v1/streams.ts'),
      },
      { find: /^@cimbind\/runtime\/(.+)$/u, replacement: source('./src/runtime/$1/index.ts') },
    ],
  },
  test: {
    include: ['test/**/*.test.ts'],
    exclude: ['node_modules/**', 'dist/**', 'generated/**'],
    globalSetup: './test/support/temporary-folder.ts',
    testTimeout: 60_000,
    maxWorkers: 2,
  },
});
