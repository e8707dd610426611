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
/** In which the browser makes of a page what can be clicked, and somebody would look at it, before the next is opened. */
const LOOKED_AT_MS = 500;

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
  let told: (times: Opened) => void = () => {};
  await page.exposeFunction('lookbackTold', (times: Opened) => told(times));
  await page.addInitScript({ content: WATCH });
  const opened: Opened[] = [];
  for (const query of queries) {
    const standing = new Promise<Opened>((resolve, reject) => {
      told = resolve;
      setTimeout(
        () => reject(new Error(`the panels of ${query} do not all stand after a minute`)),
        60_000,
      ).unref();
    });
    await page.goto(`${url}/?${query}`, { waitUntil: 'commit' });
    opened.push(await standing);
    await sleep(LOOKED_AT_MS);
  }
  const counted = opened.slice(warm);
  return {
    firstByte: toTimes(counted.map(({ firstByte }) => firstByte)),
    allPanels: toTimes(counted.map(({ allPanels }) => allPanels)),
  };
}

interface Opened {
  firstByte: number;
  allPanels: number;
}

/**
 * Runs in the page: tells when every panel stands, nothing is being counted any more and a frame shows it. It looks by a
 * timer, since to look at each frame would have the browser draw sixty of them a second, with the core that the server
 * needs meanwhile. As text, since what compiles this file writes calls into functions that the page does not have.
 */
const WATCH = `
  const look = () => {
    const standing = document.querySelectorAll('section[aria-labelledby$="-headline"]').length;
    if (standing < ${OVERVIEW_PANELS.length} || document.querySelector('[aria-busy="true"]')) {
      setTimeout(look, 10);
      return;
    }
    requestAnimationFrame(() => {
      const [navigation] = performance.getEntriesByType('navigation');
      window.lookbackTold({
        firstByte: navigation.responseStart - navigation.requestStart,
        allPanels: performance.now(),
      });
    });
  };
  if (location.pathname === '/') setTimeout(look, 10);`;

async function signIn(page: Page, url: string): Promise<void> {
  await page.goto(`${url}/sign-in`);
  await page.getByLabel('E-mail address').fill(BENCHMARK_ACCOUNT.email);
  await page.getByLabel('Password').fill(BENCHMARK_ACCOUNT.password);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.getByRole('navigation', { name: 'Pages' }).waitFor();
}
