import { COMPLAINTS } from './complaints.ts';
import { expect, test } from './fixtures.ts';
import { API_KEY, signIn } from './people.ts';

const ALL = '/?period=all';
/** 120 late fees and 60 billing disputes. */
const BILLING_ERRORS = 180;

test.beforeEach(({ page }) => signIn(page));

test('every bar of the Pareto opens as many incidents as it shows', async ({ page }) => {
  await page.goto(ALL);
  const bar = page.getByRole('row', { name: /^Billing error/ }).first();
  const link = bar.getByRole('link', { name: /^Open [\d,]+ incidents$/ });
  const count = (await link.innerText()).trim();
  await link.click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(
    `Showing ${count} of ${COMPLAINTS} incidents`,
  );
  await expect(page.getByText('Trigger is').first()).toBeVisible();
});

test('a mark toggles its value in the filter, and back and forward walk through it', async ({ page }) => {
  await page.goto(ALL);
  const heading = page.getByRole('heading', { level: 1 });
  await expect(heading).toHaveText(`Showing ${COMPLAINTS} of ${COMPLAINTS} incidents`);
  await page
    .getByRole('row', { name: /^Billing error/ })
    .first()
    .getByRole('link', { name: 'Billing error' })
    .click();
  await expect(page).toHaveURL(/trigger=billing_error/);
  await expect(heading).not.toHaveText(`Showing ${COMPLAINTS} of ${COMPLAINTS} incidents`);
  await page.goBack();
  await expect(heading).toHaveText(`Showing ${COMPLAINTS} of ${COMPLAINTS} incidents`);
  await page.goForward();
  await expect(page).toHaveURL(/trigger=billing_error/);
  await page
    .getByRole('button', { name: /^Remove filter/ })
    .or(page.getByRole('link', { name: /^Remove filter/ }))
    .first()
    .click();
  await expect(heading).toHaveText(`Showing ${COMPLAINTS} of ${COMPLAINTS} incidents`);
});

test('the table twin of the control chart adds up to the heading', async ({ page }) => {
  await page.goto(ALL);
  const panel = page.getByRole('region', { name: /^Incidents/ });
  await panel.getByRole('button', { name: 'Table' }).click();
  const weeks = panel.getByRole('table').getByRole('row').filter({ hasNotText: 'Total' });
  const sum = async () =>
    (await weeks.allInnerTexts())
      .map((row) => Number(/\t([\d,]+)/.exec(row)?.[1]?.replaceAll(',', '') ?? Number.NaN))
      .filter((count) => !Number.isNaN(count))
      .reduce((total, count) => total + count, 0);
  await expect.poll(sum).toBe(COMPLAINTS);
});

test('a long table is fetched when it is looked at, and says so where that fails', async ({
  page,
  allowConsole,
}) => {
  allowConsole(/429/);
  let refused = true;
  await page.route('**/api/panels/overview/signals?format=twin*', (route) =>
    refused
      ? route.fulfill({ status: 429, json: { error: { code: 'quota', message: 'Too many at once.' } } })
      : route.continue(),
  );
  await page.goto(ALL);
  const panel = page.getByRole('region', { name: /series/ });
  await panel.getByRole('button', { name: 'Table' }).click();
  await expect(panel.getByRole('alert')).toContainText('The rows could not be fetched: Too many at once.');
  refused = false;
  await panel.getByRole('button', { name: 'Try again' }).click();
  const twin = panel.getByRole('region', { name: 'The same numbers as a table' });
  const rows = twin.getByRole('row');
  const csv = await page.request.get('/api/panels/overview/signals?format=csv&period=all');
  const lines = (await csv.text()).trimEnd().split('\r\n');
  const series = lines.length - 1 - lines.findIndex((line) => line.startsWith('Series'));
  expect(series, 'more rows than come with a page').toBeGreaterThan(40);
  await expect(rows).toHaveCount(series + 1);
  await twin.getByRole('link', { name: 'Incidents', exact: true }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(
    `Showing ${COMPLAINTS} of ${COMPLAINTS} incidents`,
  );
});

test('the page, its CSV and the API answer the same numbers', async ({ page, request }) => {
  const query = 'period=2024-01-01..2024-06-30&channel=phone';
  await page.goto(`/?${query}`);
  const heading = page.getByRole('heading', { level: 1 });
  const answer = await request.get(`/api/v1/reports/overview?${query}&colour=blue`, {
    headers: { authorization: `Bearer ${API_KEY}` },
  });
  expect(answer.status()).toBe(200);
  const report = await answer.json();
  await expect(heading).toHaveText(`Showing ${report.incidents.shown} of ${report.incidents.all} incidents`);
  expect(report.period).toMatchObject({ firstDay: '2024-01-01', lastDay: '2024-06-30' });
  expect(report.filters.ignored).toEqual([
    { parameter: 'colour', value: 'blue', reason: 'there is no filter of this name' },
  ]);
  const csv = await page.request.get(`/api/panels/overview/triggers?format=csv&${query}`);
  for (const row of report.panels.triggers.rows)
    expect(await csv.text()).toContain(`${row.trigger ?? Object.values(row)[0]}`);
});

test('without a key the API answers 401, with a wrong one too', async ({ playwright, baseURL }) => {
  const stranger = await playwright.request.newContext({ baseURL: baseURL ?? '' });
  const path = '/api/v1/reports/overview';
  expect((await stranger.get(path)).status()).toBe(401);
  const headers = { authorization: `Bearer ${API_KEY.slice(1)}x` };
  expect((await stranger.get(path, { headers })).status()).toBe(401);
  await stranger.dispose();
});

test('what cannot be read in the address is said, and the rest stands', async ({ page }) => {
  await page.goto('/?period=2024-02-30..2024-03-01&trigger=billing_error,ghosts&colour=blue');
  await expect(page.getByText('colour=blue')).toBeVisible();
  await expect(page.getByText(/ghosts/)).toBeVisible();
  await expect(page.getByText(/2024-02-30/)).toBeVisible();
  await expect(page.getByText('Trigger is').first()).toBeVisible();
});

test('filters that leave nothing say which one to drop', async ({ page, axe }) => {
  await page.goto(`${ALL}&channel=referral`);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(`Showing 0 of ${COMPLAINTS} incidents`);
  await axe();
  await page.getByRole('link', { name: /^Drop/ }).first().click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(
    `Showing ${COMPLAINTS} of ${COMPLAINTS} incidents`,
  );
});

for (const [theme, size] of [
  ['light', { width: 1440, height: 900 }],
  ['dark', { width: 1440, height: 900 }],
  ['light', { width: 390, height: 844 }],
] as const) {
  test(`axe finds nothing on the overview, ${theme}, ${size.width} wide, and nothing scrolls sideways`, async ({
    page,
    axe,
  }) => {
    await page.emulateMedia({ colorScheme: theme });
    await page.setViewportSize(size);
    await page.goto(ALL);
    await expect(page.getByRole('region', { name: /lead/ })).toBeVisible();
    await axe();
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(
      0,
    );
  });
}

test('axe finds nothing in the open menus and tables', async ({ page, axe }) => {
  await page.goto(ALL);
  await page.getByRole('button', { name: 'All dates' }).click();
  await expect(page.getByText('Last 12 weeks')).toBeVisible();
  await axe();
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Add filter' }).click();
  await expect(page.getByText('Outcome', { exact: true }).last()).toBeVisible();
  await axe();
  await page.keyboard.press('Escape');
  for (const button of await page.getByRole('button', { name: 'Table' }).all()) await button.click();
  await axe();
});

test('120 late fees and 60 billing disputes are 180 billing errors, in the chart and in the list', async ({
  page,
}) => {
  await page.goto(ALL);
  const bar = page.getByRole('row', { name: /^Billing error/ }).first();
  await expect(bar).toContainText(String(BILLING_ERRORS));
  await page.goto('/incidents?period=all&trigger=billing_error');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(
    `Showing ${BILLING_ERRORS} of ${COMPLAINTS} incidents`,
  );
});
