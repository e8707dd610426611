import { fileURLToPath } from 'node:url';
import { defineConfig } from '@playwright/test';
import { findBrowser } from '@/bin/checks/browser.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));

// Found once: the workers inherit it.
process.env.LOOKBACK_TEST_BROWSER ??= findBrowser(root, console.log);

const isRoot = process.getuid?.() === 0;

export default defineConfig({
  testDir: '.',
  // Emptied before each run: databases lie elsewhere.
  outputDir: '../test-results',
  globalSetup: './serve.ts',
  forbidOnly: Boolean(process.env.CI),
  fullyParallel: false,
  workers: 1,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  use: {
    locale: 'en-GB',
    timezoneId: 'UTC',
    viewport: { width: 1440, height: 900 },
    screenshot: 'only-on-failure',
    trace: 'retain-on-failure',
    launchOptions: {
      executablePath: process.env.LOOKBACK_TEST_BROWSER,
      chromiumSandbox: !isRoot && !process.env.CI,
      args: [
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
        '--no-first-run',
        '--disable-quic',
        '--disable-gpu',
      ],
    },
  },
});
