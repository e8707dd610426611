import type { Page } from '@playwright/test';
import { type Server, startServer } from '@/bin/testing/server.ts';
import { loadSample } from '@/db/commands/load-sample.ts';
import { openRecords } from '@/db/records.ts';
import { expect, test } from './fixtures.ts';
import { makeOrganisation } from './organisation.ts';
import { ADMIN, READY_WORKSPACE } from './people.ts';
import { ROUTE_CASES } from './routes.ts';

/** Every page that the signed-in see; those that lead elsewhere or to nobody are no pages on paper. */
const PAGES = ROUTE_CASES.filter(
  ({ method, at, needs, answers = 200 }) =>
    method === 'GET' && !at.startsWith('/api') && needs !== 'open' && answers === 200,
);
/** A4 less its margins of 9 mm, at 96 dots an inch: 725.7. */
const PAPER = 725;
const WIDEST = 726;

let server: Server;
let own = 0;
test.beforeAll(async () => {
  server = await startServer({ env: READY_WORKSPACE });
  own = (await makeOrganisation(server.home)).incidents.own;
  await loadRows(server.home);
});
test.afterAll(() => server.stop());

/** So many incidents that tables are as wide as they get. */
async function loadRows(home: string): Promise<void> {
  const opened = await openRecords({ home, databaseUrl: null, databaseDirectUrl: null });
  const plan = { incidents: 5000, seed: 1, until: '2024-08-25', timeZone: 'Europe/London', currency: 'GBP' };
  await loadSample(opened.records, { actor: 'test', roles: ['admin'], teams: 'all' }, plan, () => undefined);
  await opened.close();
}

/** The administrator of these servers has every role but the agent’s, so that every page opens. */
async function signIn(page: Page, account: { email: string; password: string }): Promise<void> {
  const headers = { origin: server.url, accept: 'application/json' };
  const answer = await page.request.post(`${server.url}/sign-in/session`, { form: account, headers });
  expect(answer.status()).toBe(200);
}

test('on paper each page has its heading, no navigation, no button, and is not cut at its side', async ({
  page,
}) => {
  test.setTimeout(180_000);
  await signIn(page, ADMIN);
  await page.emulateMedia({ media: 'print' });
  await page.setViewportSize({ width: PAPER, height: 1040 });
  const wide: string[] = [];
  for (const { at } of PAGES) {
    await page.goto(server.url + at.replace('{own}', String(own)));
    await expect(page.getByRole('heading', { level: 1 }).first(), at).toBeVisible();
    await expect(page.getByRole('navigation', { name: 'Pages', exact: true }), at).toBeHidden();
    const width = await page.evaluate(() => document.documentElement.scrollWidth);
    if (width > WIDEST) wide.push(`${at} is ${width} wide`);
    wide.push(...(await page.evaluate(cutTables)).map((words) => `${at}: ${words}`));
  }
  expect(wide).toEqual([]);
});

test('on paper the scan of patterns has its weeks, and whiskers that can be read', async ({ page }) => {
  await open(page, '/patterns?period=2022-08-29..2024-08-25');
  const scan = page.getByRole('table').filter({ hasText: 'Lift' });
  await expect(scan.getByRole('columnheader', { name: 'Found by week' })).toBeVisible();
  const [weeks, whisker] = [scan.locator('tbody tr').first().locator('td').nth(2), scan.locator('thead td')];
  expect((await weeks.boundingBox())?.width).toBeGreaterThan(90);
  expect((await whisker.boundingBox())?.width).toBeGreaterThan(80);
});

test('on paper the list of incidents has no boxes to tick, and names the columns that it has no room for', async ({
  page,
}) => {
  await open(page, `/incidents?${PERIOD}`);
  await expect(page.getByRole('columnheader', { name: 'Occurred' })).toBeVisible();
  await expect(page.getByRole('checkbox')).toHaveCount(0);
  await expect(page.getByText('Not on paper: product, emotion.')).toBeVisible();
  for (const name of ['Trigger', 'Outcome', 'Channel', 'Team', 'Severity', 'Path', 'To close'])
    await expect(page.getByRole('columnheader', { name }).first(), name).toBeVisible();
  for (const name of ['Product', 'Emotion'])
    await expect(page.getByRole('columnheader', { name }), name).toHaveCount(0);
});

test('on paper the skills of all teams stand beside each other, each figure on one line', async ({
  page,
}) => {
  await open(page, `/skills?${PERIOD}`);
  const matrix = page.getByRole('table').first();
  await expect(matrix.getByRole('columnheader', { name: 'Easton Chat' })).toBeVisible();
  const heads = await matrix.getByRole('columnheader').allInnerTexts();
  for (const name of ['Easton Chat', 'Northgate Support', 'Team not known']) expect(heads).toContain(name);
  const heights = await matrix
    .locator('tfoot td')
    .evaluateAll((cells) => cells.map((cell) => cell.getBoundingClientRect().height));
  expect(Math.max(...heights)).toBeLessThan(26);
});

const PERIOD = 'period=2024-02-26..2024-08-25';

async function open(page: Page, path: string): Promise<void> {
  await signIn(page, ADMIN);
  await page.emulateMedia({ media: 'print' });
  await page.setViewportSize({ width: PAPER, height: 1040 });
  await page.goto(server.url + path);
}

/** Tables that go on beyond the sheet, or beyond what holds them; what is only read aloud does not count. */
function cutTables(): string[] {
  return Array.from(document.querySelectorAll('table')).flatMap((table) => {
    const { right, width, height } = table.getBoundingClientRect();
    if (width === 0 || height <= 1) return [];
    const held = table.closest('main')?.getBoundingClientRect().right ?? window.innerWidth;
    const name = table.caption?.textContent ?? table.textContent?.slice(0, 40) ?? '';
    return right > held + 1 ? [`the table ${name} ends at ${Math.round(right)} of ${Math.round(held)}`] : [];
  });
}

for (const path of ['/', '/patterns', '/incidents', '/skills']) {
  test(`the filters of ${path} stand in its head on paper, without what changes them`, async ({ page }) => {
    await signIn(page, ADMIN);
    await page.emulateMedia({ media: 'print' });
    await page.goto(`${server.url}${path}?period=2024-06-01..2024-06-30&trigger=billing_error`);
    await expect(
      page.getByText(/where the trigger is billing error.*1 to 30 Jun 2024/i).first(),
    ).toBeVisible();
    await expect(page.getByRole('button', { name: 'Choose the period' })).toBeHidden();
    await expect(page.getByRole('button', { name: 'Add a filter' })).toBeHidden();
  });
}

test('what is to be filled in in the settings is not on paper; what is set is', async ({ page }) => {
  await signIn(page, ADMIN);
  await page.emulateMedia({ media: 'print' });
  for (const [path, label] of [
    ['accounts', 'Invite somebody'],
    ['events', 'Add an event'],
    ['keys', 'Make a key'],
    ['measures', 'Set a target'],
    ['taxonomy/trigger', 'Add a value'],
    ['volumes', 'By hand'],
  ]) {
    await page.goto(`${server.url}/settings/${path}`);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    const head = page.locator('h2, h3').filter({ hasText: label });
    await expect(head).toHaveCount(1);
    await expect(head, path).toBeHidden();
  }
  await page.goto(`${server.url}/settings/workspace`);
  await expect(page.getByLabel('Name', { exact: true })).toBeVisible();
});
