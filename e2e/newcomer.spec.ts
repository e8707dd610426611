import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Page } from '@playwright/test';
import { type Server, startServer } from '@/bin/testing/server.ts';
import { expect, test } from './fixtures.ts';
import { setUp } from './people.ts';

const FILE = fileURLToPath(
  new URL('../../shared/data/cfpb_payday_loan_complaints_2025-04-25.csv', import.meta.url),
);

let server: Server;
test.beforeAll(async () => {
  server = await startServer();
});
test.afterAll(() => server.stop());

test('a newcomer sets Lookback up, imports real complaints and reads true numbers', async ({ page, axe }) => {
  test.skip(!existsSync(FILE), 'the file of real complaints is not beside this checkout');

  await test.step('nobody gets in before the set-up', async () => {
    await page.goto(`${server.url}/incidents`);
    await expect(page).toHaveURL(/sign-in|set-up/);
  });

  const link = /http\S+\/set-up\?token=\S+/.exec(server.output())?.[0] ?? '';
  await test.step('the link of the console opens the set-up page', async () => {
    await page.goto(link);
    await axe();
    await setUp(page);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Nothing imported yet');
    await expect(page.getByText('Tidewater Energy').first()).toBeVisible();
    await axe();
  });

  await test.step('the same link does not work twice', async () => {
    await page.goto(link);
    await expect(page.getByRole('button', { name: /set up/i })).toHaveCount(0);
    await page.goto(server.url);
  });

  await test.step('the empty page leads to the import', async () => {
    await page.getByRole('link', { name: 'Import a file' }).click();
    await page.getByLabel('File', { exact: true }).setInputFiles(FILE);
    await page.getByLabel('Mapping').selectOption({ label: 'CFPB consumer complaints' });
    await axe();
    await page.getByRole('button', { name: 'Import', exact: true }).click();
    await expect(page.getByText('2,827 rows read = 2,827 incidents + 0 merged + 0 rejected.')).toBeVisible({
      timeout: 30_000,
    });
    await expect(page.getByText('2,827 incidents = 2,827 created + 0 updated + 0 unchanged.')).toBeVisible();
    await axe();
    await page.getByRole('link', { name: 'See the overview of these dates' }).click();
  });

  await test.step('the overview says what is known of the file', async () => {
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Showing 2,827 of 2,827 incidents');
    await expect(page.getByText('1 Jan to 24 Aug 2023').first()).toBeVisible();
    // 712 of "Charged fees or interest you didn't expect" are the only unmet expectations but for a few more issues.
    expect(await twinTotals(page, /unresolved or lost/)).toMatchObject({
      // 2,554 explanations and 113 non-monetary reliefs; 142 monetary reliefs; 18 untimely responses.
      Resolved: 2667,
      'Resolved, compensated': 142,
      Unresolved: 18,
      Total: 2827,
    });
    await axe();
  });

  await test.step('an incident shows its text and the row that it came from', async () => {
    await page.goto(`${server.url}/incidents?period=all`);
    await page.getByRole('link', { name: /^INC-/ }).first().click();
    await expect(page.getByText(/source row|as it came/i).first()).toBeVisible();
    await axe();
  });

  await test.step('the same file again adds nothing', async () => {
    await page.goto(`${server.url}/import`);
    await page.getByLabel('File', { exact: true }).setInputFiles(FILE);
    await page.getByRole('button', { name: 'Import', exact: true }).click();
    await expect(page.getByText('2,827 incidents = 0 created + 0 updated + 2,827 unchanged.')).toBeVisible({
      timeout: 30_000,
    });
  });
});

/** The totals row of a panel's table twin, by column. */
async function twinTotals(page: Page, headline: RegExp): Promise<Record<string, number>> {
  const panel = page.getByRole('region', { name: headline });
  await panel.getByRole('button', { name: 'Table' }).click();
  const table = panel.getByRole('table').last();
  const heads = await table.getByRole('columnheader').allInnerTexts();
  const cells = await table.getByRole('row').last().locator('th, td').allInnerTexts();
  return Object.fromEntries(
    heads.map((head, index) => [head.trim(), Number(cells[index]?.replaceAll(',', ''))]),
  );
}
