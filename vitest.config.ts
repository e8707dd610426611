import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url));

// `server-only` throws outside of Next: tests see an empty file instead.
const resolve = { alias: { '@': at('.'), 'server-only': at('db/testing/empty.ts') } };

const long = '**/*.long.test.ts';
const withDatabase = {
  globalSetup: ['db/testing/global-setup.ts'],
  // For what hangs: a machine that is slow today is no defect.
  testTimeout: 180_000,
  hookTimeout: 180_000,
  // Originals are sealed under it; the home of whoever runs the tests is left alone.
  env: { LOOKBACK_SECRET: 'Vq8s-tests-only-k3J9w2LmTz7RbYp4' },
};

export default defineConfig({
  test: {
    projects: [
      {
        resolve,
        test: {
          name: 'lib',
          include: ['lib/**/*.test.ts', 'bin/**/*.test.ts', 'app/_ui/**/*.test.{ts,tsx}'],
          exclude: ['**/node_modules/**', long],
        },
      },
      {
        resolve,
        test: {
          name: 'db',
          include: ['db/**/*.test.ts'],
          exclude: ['**/node_modules/**', long],
          ...withDatabase,
        },
      },
      { resolve, test: { name: 'long', include: [long], ...withDatabase, testTimeout: 900_000 } },
    ],
  },
});
