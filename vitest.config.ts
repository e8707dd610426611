import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url));

// `server-only` throws outside of Next: tests see an empty file instead.
const resolve = { alias: { '@': at('.'), 'server-only': at('db/testing/empty.ts') } };

export default defineConfig({
  test: {
    projects: [
      {
        resolve,
        test: {
          name: 'lib',
          include: ['lib/**/*.test.ts', 'bin/**/*.test.ts', 'app/_ui/**/*.test.{ts,tsx}'],
        },
      },
      {
        resolve,
        test: {
          name: 'db',
          include: ['db/**/*.test.ts'],
          globalSetup: ['db/testing/global-setup.ts'],
          testTimeout: 30_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
});
