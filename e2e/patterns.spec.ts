import type { Page } from '@playwright/test';
import { type Server, startServer } from '@/bin/testing/server.ts';
import { expect, test } from './fixtures.ts';
import { credentialsOf, makeOrganisation } from './organisation.ts';
import { API_KEY, READY_WORKSPACE } from './people.ts';
import { BILL, makeRecurring, QUARTER } from './recurring.ts';

/** 91 delays, 45 technical issues, 30 billing errors as usual, 91 by chat, and the two of the organisation. */
const SHOWN = 259;
const ALL = 427;
const BILLING_ERRORS = 123;

let server: Server;
test.beforeAll(async () => {
  server = await startServer({ env: READY_WORKSPACE });
  const { teams } = await makeOrganisation(server.home);
  await makeRecurring(server.home, teams.own);
});
test.afterAll(() => server.stop());

async function signIn(page: Page): Promise<void> {
  const { email, password } = credentialsOf('qa');
  await page.goto(`${server.url}/sign-in`);
  await page.getByLabel('E-mail address').fill(email);
  await page.getByLabel('Password').fill(password);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.getByRole('navigation', { name: 'Pages', exact: true }).waitFor();
}

/** The page with everything counted; the copy of the facts follows the record a moment later. */
async function openPatterns(page: Page, query = QUARTER): Promise<void> {
  await expect(async () => {
    await page.goto(`${server.url}/patterns?${query}`);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(`Showing ${SHOWN} of ${ALL} incidents`, {
      timeout: 1000,
    });
  }).toPass();
  await expect(page.locator('[aria-busy="true"]')).toHaveCount(0);
}

const counted = (text: string) => Number(/[\d,]+/.exec(text)?.[0]?.replaceAll(',', ''));

test('an analyst finds what recurs, proves it by its incidents, and keeps it', async ({ page, axe }) => {
  await signIn(page);
  await openPatterns(page);
  const heading = page.getByRole('heading', { level: 1 });
  const scan = page.getByRole('region', { name: /is the (first|only) pattern/ });
  await axe();

  await test.step('the first pattern rises, and its figure opens as many incidents', async () => {
    await expect(page.getByText(/patterns? found in [\d,]+\s+tests/)).toBeVisible();
    const first = scan.getByRole('row').nth(1);
    await expect(first).toContainText('Rising:');
    const link = first.getByRole('link', { name: /Open/ });
    const count = counted(await link.innerText());
    expect(count).toBeGreaterThanOrEqual(91);
    await link.click();
    await expect(heading).toHaveText(`Showing ${count} of ${ALL} incidents`);
    await page.goBack();
  });

  await test.step('the Pareto adds up to the page; its bar is 30 + 91 + 2 billing errors', async () => {
    const pareto = page.getByRole('region', { name: /leads|lead/ });
    await pareto.getByRole('button', { name: 'Table' }).click();
    const twin = pareto.getByRole('region', { name: 'The same numbers as a table' });
    await expect(twin.getByRole('row', { name: /^Billing error/ })).toContainText(String(BILLING_ERRORS));
    await expect(twin.getByRole('row', { name: /^Total/ })).toContainText(String(SHOWN));
    await axe();
    await twin.getByRole('link', { name: 'Billing error' }).click();
    await expect(heading).toHaveText(`Showing ${BILLING_ERRORS} of ${ALL} incidents`);
    await page.goBack();
  });

  await test.step('weighed by time, delays of an hour fall behind bills of ten', async () => {
    await page.getByRole('navigation', { name: 'Weighed by' }).getByRole('link', { name: 'Time' }).click();
    await expect(page).toHaveURL(/weigh=minutes/);
    const pareto = page.getByRole('region', { name: /^Billing error leads/ });
    // 91 bills of 10 hours, 91 delays of one.
    await expect(pareto.getByRole('row', { name: /^Billing error/ })).toContainText('910');
    await page
      .getByRole('navigation', { name: 'Ranked by' })
      .getByRole('link', { name: 'Root cause' })
      .click();
    await expect(page).toHaveURL(/by=cause/);
    await expect(heading).toHaveText(`Showing ${SHOWN} of ${ALL} incidents`);
    await axe();
  });

  await test.step('words of the narratives are said, and a sentence opens its incident', async () => {
    const themes = page.getByRole('region', { name: /^Narratives of/ });
    await page
      .getByRole('navigation', { name: 'Narratives of' })
      .getByRole('link', { name: 'Billing error' })
      .click();
    const word = themes.getByRole('button', { name: 'estimated', exact: true });
    await word.click();
    await expect(word).toHaveAttribute('aria-pressed', 'true');
    await axe();
    await themes
      .getByRole('link', { name: /^Incident \d+$/ })
      .first()
      .click();
    await expect(page).toHaveURL(/\/incidents\/\d+$/);
    await expect(page.getByText(BILL)).toBeVisible();
    await page.goBack();
  });

  await test.step('10 of 20 customers are back after a broken promise, 0 of 20 after a kept one', async () => {
    await expect(
      page.getByRole('heading', {
        name: /^After a broken promise 50 of 100 customers are back within 30 days; after a kept one 0/,
      }),
    ).toBeVisible();
    // Of 50 bills with a customer the ten that came back repeat one of 20 days before.
    await expect(page.getByRole('heading', { name: /^10 of 50 incidents repeat|10 of 50/ })).toBeVisible();
    await page.getByRole('navigation', { name: 'Within' }).getByRole('link', { name: '60 days' }).click();
    await expect(page.getByRole('heading', { name: /within 60 days/ })).toBeVisible();
    await expect(
      page.getByRole('heading', { name: /^20 of 40 follow-ups were kept \(50.0 %\)/ }),
    ).toBeVisible();
    await page.getByRole('link', { name: 'By reason' }).click();
    await expect(page.getByRole('heading', { name: /^“Forgotten” .* 20 of 20 \(100 %\)$/ })).toBeVisible();
    await axe();
  });

  await test.step('the finding is kept by keyboard, and stands below with its state', async () => {
    const keep = scan.getByRole('button', { name: /^Keep as a pattern/ }).first();
    const name = ((await keep.getAttribute('aria-label')) ?? '').replace('Keep as a pattern: ', '');
    await keep.focus();
    await page.keyboard.press('Enter');
    await expect(page.getByRole('textbox', { name: 'Name' })).toHaveValue(name);
    await axe();
    await page.getByRole('textbox', { name: 'Name' }).press('Enter');
    await expect(heading).toHaveText(name);
    await expect(page.getByRole('link', { name: 'See it on the overview' })).toHaveAttribute(
      'href',
      /chart=incidents/,
    );
    await openPatterns(page);
    await expect(scan.getByRole('link', { name: `Kept as ${name}: watching` })).toBeVisible();
    await expect(page.getByRole('heading', { name: /^3 kept patterns/ })).toBeVisible();
    await axe();
  });
});

test('the page, its files and the API answer the same numbers', async ({ page, request }) => {
  await signIn(page);
  await openPatterns(page);
  const answer = await request.get(`${server.url}/api/v1/reports/patterns?${QUARTER}&within=60`, {
    headers: { authorization: `Bearer ${API_KEY}` },
  });
  const report = await answer.json();
  expect(report.incidents).toMatchObject({ shown: SHOWN, all: ALL });
  for (const [id, panel] of Object.entries<{ headline: string; rows: unknown[] }>(report.panels)) {
    const at = (format: string) =>
      `${server.url}/api/panels/patterns/${id}?format=${format}&${QUARTER}&within=60`;
    const csv = await (await page.request.get(at('csv'))).text();
    // The lines above the table, its head, and in most a total.
    const lines = csv
      .trim()
      .split('\r\n')
      .filter((line) => !line.replace('\ufeff', '').startsWith('#'));
    expect([0, 1], id).toContain(lines.length - 1 - panel.rows.length);
    const ndjson = (await (await page.request.get(at('ndjson'))).text()).trim().split('\n');
    expect(
      ndjson.filter((line) => JSON.parse(line).kind === 'row'),
      id,
    ).toHaveLength(panel.rows.length);
    expect((await page.request.get(at('svg'))).headers()['content-type'], id).toContain('image/svg+xml');
    expect((await page.request.get(at('png'))).headers()['content-type'], id).toBe('image/png');
  }
  expect((await page.request.get(`${server.url}/api/panels/patterns/ghosts?format=csv`)).status()).toBe(404);
  expect((await page.request.get(`${server.url}/api/panels/patterns/scan?format=xls`)).status()).toBe(422);
});

test('filters that leave nothing get one answer; what cannot be read is said', async ({ page, axe }) => {
  await signIn(page);
  await page.goto(`${server.url}/patterns?${QUARTER}&channel=referral&by=mood&words=ghosts`);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Showing 0 of 427 incidents');
  await expect(page.getByText('by=mood')).toBeVisible();
  await expect(page.getByText(/words=ghosts/)).toBeVisible();
  await axe();
  await page.getByRole('link', { name: /^Drop Channel/ }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(`Showing ${SHOWN} of ${ALL} incidents`);
});

test('by keyboard alone from the bars to the incidents of a word', async ({ page }) => {
  await signIn(page);
  await openPatterns(page);
  await page
    .getByRole('navigation', { name: 'Narratives of' })
    .getByRole('link', { name: 'Billing error' })
    .focus();
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/words=billing_error/);
  await page.getByRole('button', { name: 'estimated', exact: true }).focus();
  await page.keyboard.press('Space');
  const sentence = page.getByRole('link', { name: /^Incident \d+$/ }).first();
  for (let presses = 0; presses < 20; presses += 1) {
    if (await sentence.evaluate((link) => link === document.activeElement)) break;
    await page.keyboard.press('Tab');
  }
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/incidents\/\d+$/);
});

for (const [theme, size] of [
  ['dark', { width: 1440, height: 900 }],
  ['light', { width: 390, height: 844 }],
] as const) {
  test(`axe finds nothing, ${theme}, ${size.width} wide, with every table open, and nothing scrolls sideways`, async ({
    page,
    axe,
  }) => {
    await page.emulateMedia({ colorScheme: theme });
    await page.setViewportSize(size);
    await signIn(page);
    await openPatterns(page);
    for (const button of await page.getByRole('button', { name: 'Table', exact: true }).all())
      await button.click();
    await axe();
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(
      0,
    );
  });
}
