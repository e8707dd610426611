import type { Page } from '@playwright/test';
import { type Server, startServer } from '@/bin/testing/server.ts';
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
});
test.afterAll(() => server.stop());

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
  }
  expect(wide).toEqual([]);
});

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
