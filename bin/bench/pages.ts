import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import type { Browser, Page } from '@playwright/test';
import { BENCHMARK_ACCOUNT } from '@/db/benchmark/open-benchmark.ts';
import { OVERVIEW_PANELS } from '@/db/reports/report-types.ts';
import { findBrowser } from '../checks/browser.mjs';
import { type Server, startServer } from '../testing/server.ts';
import { memoryOfTree } from './machine.ts';
import type { PageTimes } from './result.ts';
import { toTimes } from './time-each.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const KEY = 'benchmark-0123456789abcdefghijklmnopqr';
const COPY_WITHIN_MS = 600_000;

/**
 * The overview in a browser, served by the built program on the same record.
 * @param wanted null: where there are a built program and Playwright
 */
export async function timePages(
  home: string,
  { queries, warm }: { queries: readonly string[]; warm: number },
  wanted: boolean | null,
  say: (line: string) => void,
): Promise<PageTimes | null> {
  if (wanted === false) return null;
  const playwright = await import('@playwright/test').catch(() => null);
  if (!playwright || (wanted === null && !existsSync(join(ROOT, '.next', 'BUILD_ID')))) {
    say('Pages are not measured: there is no built program, or no Playwright.');
    return null;
  }
  const server = await startServer({ home, env: { LOOKBACK_INIT_API_KEY: KEY } });
  try {
    await untilCopied(server);
    const browser = await playwright.chromium.launch({
      executablePath: findBrowser(ROOT, say),
      chromiumSandbox: process.getuid?.() !== 0,
      args: ['--disable-background-networking', '--no-first-run', '--disable-gpu'],
    });
    const times = await openAll(browser, server, queries, warm).finally(() => browser.close());
    return { ...times, serverMb: memoryOfTree(server.pid) };
  } finally {
    await server.stop();
  }
}

/** Until there is a copy the record answers, and that is measured already. */
async function untilCopied({ url }: Server): Promise<void> {
  const last = performance.now() + COPY_WITHIN_MS;
  const address = `${url}/api/v1/reports/overview?period=2024-01-01..2024-01-07`;
  while (performance.now() < last) {
    const answer = await fetch(address, { headers: { authorization: `Bearer ${KEY}` } });
    if (!answer.ok) throw new Error(`the overview answers ${answer.status}: ${await answer.text()}`);
    const { version } = (await answer.json()) as { version: number | null };
    if (version !== null) return;
    await sleep(500);
  }
  throw new Error(`the server has no copy of the facts after ${COPY_WITHIN_MS / 1000} s`);
}

async function openAll(browser: Browser, { url }: Server, queries: readonly string[], warm: number) {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  await signIn(page, url);
  await page.addInitScript({ content: WATCH });
  const opened: { firstByte: number; allPanels: number }[] = [];
  for (const query of queries) {
    await page.goto(`${url}/?${query}`, { waitUntil: 'commit' });
    // Written as text it would be evaluated, which the page does not allow.
    const handle = await page.waitForFunction(() => (window as Watched).lookbackTimes);
    opened.push((await handle.jsonValue()) as (typeof opened)[number]);
  }
  const counted = opened.slice(warm);
  return {
    firstByte: toTimes(counted.map(({ firstByte }) => firstByte)),
    allPanels: toTimes(counted.map(({ allPanels }) => allPanels)),
  };
}

type Watched = Window & { lookbackTimes?: { firstByte: number; allPanels: number } };

/**
 * Runs in the page: notes when every panel stands and nothing is being counted any more. As text, since what compiles this
 * file writes calls into functions that the page does not have.
 */
const WATCH = `
  const look = () => {
    const standing = document.querySelectorAll('section[aria-labelledby$="-headline"]').length;
    if (standing < ${OVERVIEW_PANELS.length} || document.querySelector('[aria-busy="true"]')) {
      requestAnimationFrame(look);
      return;
    }
    const [navigation] = performance.getEntriesByType('navigation');
    window.lookbackTimes = {
      firstByte: navigation.responseStart - navigation.requestStart,
      allPanels: performance.now(),
    };
  };
  requestAnimationFrame(look);`;

async function signIn(page: Page, url: string): Promise<void> {
  await page.goto(`${url}/sign-in`);
  await page.getByLabel('E-mail address').fill(BENCHMARK_ACCOUNT.email);
  await page.getByLabel('Password').fill(BENCHMARK_ACCOUNT.password);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.getByRole('navigation', { name: 'Pages' }).waitFor();
}
