import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Page } from '@playwright/test';
import { type Server, startServer } from '@/bin/testing/server.ts';
import { complaintsCsv } from './complaints.ts';
import { expect, test } from './fixtures.ts';
import { READY_WORKSPACE, signIn } from './people.ts';

const ROOT = fileURLToPath(new URL('..', import.meta.url));

// Its own: what is chosen here would be seen everywhere else.
let server: Server;

test.beforeAll(async () => {
  server = await startServer({ env: READY_WORKSPACE });
  const file = join(server.home, 'complaints.csv');
  writeFileSync(file, complaintsCsv());
  execFileSync(
    process.execPath,
    [join(ROOT, 'bin', 'run.mjs'), 'import', file, '--mapping', 'cfpb', '--json'],
    { env: { ...process.env, ...READY_WORKSPACE, LOOKBACK_HOME: server.home }, stdio: 'pipe' },
  );
});

test.afterAll(async () => {
  await server.stop();
});

const links = (page: Page) => page.locator('a[data-row]');

test('somebody pages through the list by its places, and the address leads back to each', async ({
  page,
}) => {
  await signIn(page, server.url);
  await page.goto(`${server.url}/incidents?period=all`);
  const pager = page.getByRole('navigation', { name: 'Pages of the list' });
  await expect(pager).toContainText('1 to 50 of 360');
  const first = await links(page).first().textContent();
  await pager.getByRole('link', { name: 'Next' }).click();
  await expect(page).toHaveURL(/after=2024-/);
  await expect(pager).toContainText('51 to 100 of 360');
  await expect(pager).toContainText('page 2 of 8');
  await pager.getByRole('link', { name: 'Last' }).click();
  await expect(page).toHaveURL(/at=last/);
  await expect(pager).toContainText('351 to 360 of 360');
  await pager.getByRole('link', { name: 'Previous' }).click();
  await expect(pager).toContainText('301 to 350 of 360');
  await page.goBack();
  await expect(pager).toContainText('351 to 360 of 360');
  await page.goBack();
  await page.goBack();
  await expect(links(page).first()).toHaveText(first ?? '');
});

test('columns, their order, the height of rows and their number are chosen by the keyboard and stay', async ({
  page,
  axe,
}) => {
  await signIn(page, server.url);
  await page.goto(`${server.url}/incidents?period=all`);
  const heads = () => page.getByRole('columnheader').allTextContents();
  const button = page.getByRole('button', { name: 'Columns' });
  await button.focus();
  await page.keyboard.press('Enter');
  const form = page.getByRole('form', { name: 'Columns of the list' });
  await expect(form).toBeVisible();
  await axe();
  await form.getByRole('checkbox', { name: 'Channel' }).press('Space');
  await form.getByRole('checkbox', { name: 'Source' }).press('Space');
  const up = form.getByRole('button', { name: 'Move Outcome up' });
  for (let press = 0; press < 3; press += 1) await up.press('Enter');
  await expect(up).toBeFocused();
  await form.getByRole('radio', { name: 'Compact' }).press('Space');
  await form.getByRole('radio', { name: '200' }).press('Space');
  await form.getByRole('button', { name: 'Keep', exact: true }).press('Enter');
  await expect(form).toHaveCount(0);
  await expect(page.getByRole('navigation', { name: 'Pages of the list' })).toContainText('1 to 200 of 360');
  const chosen = await heads();
  expect(chosen.join()).not.toContain('Channel');
  expect(chosen.indexOf('Outcome')).toBeLessThan(chosen.indexOf('Trigger'));
  expect(chosen.at(-1)).toBe('Source');
  await page.reload();
  expect(await heads()).toEqual(chosen);
  await axe();

  await test.step('of a long page only what is near is drawn, and the keys go to its end', async () => {
    expect(await links(page).count()).toBeLessThan(120);
    await page.getByRole('link', { name: /^INC-/ }).first().focus();
    for (let press = 0; press < 199; press += 1) await page.keyboard.press('j');
    await expect(page.locator('[data-index="199"] a[data-row]')).toBeFocused();
    await expect(page.locator('[data-index="0"]')).toHaveCount(0);
  });

  await test.step('of all 360, the row that one is at is kept when it goes out of sight', async () => {
    await button.click();
    await form.getByRole('radio', { name: '500' }).check();
    await form.getByRole('button', { name: 'Keep', exact: true }).click();
    await expect(page.getByRole('navigation', { name: 'Pages of the list' })).toContainText(
      '1 to 360 of 360',
    );
    await page.getByRole('link', { name: /^INC-/ }).first().focus();
    for (let press = 0; press < 150; press += 1) await page.keyboard.press('j');
    await expect(page.locator('[data-index="150"] a[data-row]')).toBeFocused();
    await page.evaluate(() => window.scrollTo(0, 0));
    await expect(page.locator('[data-index="150"]')).toHaveCount(0);
    await page.keyboard.press('j');
    await expect(page.locator('[data-index="151"] a[data-row]')).toBeFocused();
    await expect(page.locator('[data-index="151"]')).toBeInViewport();
  });

  await test.step('beside an open incident its row stays in sight, and has the focus once that is closed', async () => {
    await page.keyboard.press('Enter');
    await expect(page.getByRole('complementary', { name: /^Incident/ })).toContainText('152 of 360');
    await expect(page.locator('[data-index="151"] [aria-current]')).toBeInViewport();
    for (let press = 0; press < 30; press += 1) await page.keyboard.press('j');
    await expect(page.getByRole('complementary', { name: /^Incident/ })).toContainText('182 of 360');
    await expect(page.locator('[data-index="181"] [aria-current]')).toBeInViewport();
    await page.evaluate(() => window.scrollTo(0, 0));
    await page.keyboard.press('Escape');
    await expect(page.locator('[data-index="181"] a[data-row]')).toBeFocused();
    await expect(page.locator('[data-index="181"]')).toBeInViewport();
  });

  await test.step('as at first, all is as it was', async () => {
    await button.click();
    await form.getByRole('button', { name: 'Columns as at first' }).click();
    await form.getByRole('radio', { name: 'Comfortable' }).check();
    await form.getByRole('radio', { name: '50', exact: true }).check();
    await form.getByRole('button', { name: 'Keep', exact: true }).click();
    await expect(page.getByRole('columnheader', { name: 'Channel' })).toBeVisible();
  });
});

test('rows are selected by hand and taken out: exactly these', async ({ page, axe }) => {
  await signIn(page, server.url);
  await page.goto(`${server.url}/incidents?period=all`);
  const bar = page.getByRole('region', { name: 'Selection' });
  await links(page).nth(1).focus();
  await page.keyboard.press(' ');
  await expect(bar).toContainText('1 incident selected');
  await page.keyboard.press('j');
  await page.keyboard.press('j');
  await page.keyboard.press('Shift+ ');
  await expect(bar).toContainText('3 incidents selected');
  await axe();

  await test.step('they stay selected on the next page, and the file has them alone', async () => {
    const names = (await links(page).allTextContents()).slice(1, 4);
    await page.getByRole('link', { name: 'Next' }).click();
    await expect(page).toHaveURL(/after=/);
    await page
      .getByRole('checkbox', { name: /^Select INC-/ })
      .nth(0)
      .click();
    await page
      .getByRole('checkbox', { name: /^Select INC-/ })
      .nth(2)
      .click({ modifiers: ['Shift'] });
    await expect(bar).toContainText('6 incidents selected');
    names.push(...(await links(page).allTextContents()).slice(0, 3));
    const coming = page.waitForEvent('download');
    await bar.getByRole('button', { name: /^CSV/ }).click();
    const file = await coming;
    expect(file.suggestedFilename()).toMatch(/^lookback-selected-incidents.*\.csv$/);
    const lines = readFileSync(await file.path(), 'utf8')
      .trim()
      .split('\r\n');
    expect(lines).toContain('# Selected by hand in the list of these filters');
    const numbers = lines.slice(-6).map((line) => `INC-${line.split(',', 1)[0]}`);
    expect(numbers.toSorted()).toEqual(names.map((name) => name.replace(/[\s\u202f]/g, '')).toSorted());
  });

  await test.step('Esc lets go of them, and all of the page or of the list are selected at once', async () => {
    await page.keyboard.press('Escape');
    await expect(bar.getByRole('button')).toHaveCount(0);
    await page.getByRole('checkbox', { name: 'Select the 50 on this page' }).check();
    await expect(bar).toContainText('50 incidents selected');
    await bar.getByRole('button', { name: 'All 360 of the list' }).click();
    await expect(bar).toContainText('All 360 incidents of the list selected');
    await expect(bar.getByRole('link', { name: /^NDJSON/ })).toHaveAttribute(
      'href',
      /period=all.*format=ndjson/,
    );
    await bar.getByRole('button', { name: /^Clear/ }).click();
    await expect(page.getByRole('checkbox', { name: 'Select the 50 on this page' })).not.toBeChecked();
  });
});

test('the values of a filter are counted among what the words find', async ({ page }) => {
  await signIn(page, server.url);
  await page.goto(`${server.url}/incidents?period=all&q=unbroken*`);
  await expect(page.getByText(/^1 of 360/)).toBeVisible();
  await page.getByRole('button', { name: 'Add a filter' }).or(page.getByText('Add filter')).first().click();
  await page.getByRole('button', { name: 'Trigger', exact: true }).click();
  const options = page.getByRole('form', { name: 'Trigger' });
  await expect(options.getByRole('listitem').first()).toBeVisible();
  const counts = await options.getByRole('listitem').allTextContents();
  expect(counts.map((text) => Number(/\d+$/.exec(text)?.[0])).reduce((sum, count) => sum + count, 0)).toBe(1);
});
