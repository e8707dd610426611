import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { openPdf } from '@/lib/export/testing/open-pdf.ts';
import { openXlsx, valuesOf } from '@/lib/export/testing/open-xlsx.ts';
import { PACK_PAGES } from '@/lib/packs/pack-pages.ts';
import { expect, test } from './fixtures.ts';
import { signIn } from './people.ts';

test.beforeEach(async ({ page }) => signIn(page));

async function take(page: Page, link: string): Promise<{ name: string; bytes: Buffer }> {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('dialog').getByRole('link', { name: link, exact: true }).click(),
  ]);
  return { name: download.suggestedFilename(), bytes: await readFile(await download.path()) };
}

test('an analyst takes the overview to a meeting: as a PDF, as a workbook with its incidents, and its incidents as CSV', async ({
  page,
  axe,
}) => {
  await page.goto('/?period=all');
  const heading = page.getByRole('heading', { level: 1 });
  await expect(heading).toHaveText('Showing 360 of 360 incidents');
  await page.getByRole('button', { name: 'Download' }).click();
  await expect(page.getByRole('dialog', { name: 'Download this page' })).toBeVisible();
  await axe({ include: '[role="dialog"]' });

  const pdf = await take(page, 'PDF, A4');
  const code = /^lookback-overview-(R-\d{4}-\d{4,})\.pdf$/.exec(pdf.name)?.[1] ?? '';
  const opened = await openPdf(pdf.bytes);
  expect(opened.pages[0]?.replace(/\s+/g, '')).toContain(code);
  expect(opened.title).toMatch(/^Overview, /);
  expect(opened.pages[0]?.replace(/\s+/g, '')).toContain('360of360');
  expect((await openPdf((await take(page, 'PDF, Letter')).bytes)).size).toEqual([612, 792]);

  const workbook = openXlsx((await take(page, 'XLSX')).bytes);
  const names = Object.values(PACK_PAGES.overview.panels);
  expect([...workbook.keys()]).toEqual(['Read me', ...names, 'Incidents']);
  expect(valuesOf(workbook.get('Incidents') ?? [])).toHaveLength(361);

  const csv = await take(page, 'CSV');
  expect(csv.name).toMatch(/^lookback-incidents-.*\.csv$/);
  expect(csv.bytes.toString('utf8')).toContain('# Incidents: 360');
  const plain = await take(page, 'CSV without byte order mark');
  expect([csv.bytes[0], plain.bytes[0]]).toEqual([0xef, '#'.charCodeAt(0)]);

  await test.step('all of it is on the list with who, and the id opens the figures as they were', async () => {
    await page.goto('/reports?of=everybody');
    const row = page.getByRole('row').filter({ hasText: code });
    await expect(row).toContainText('PDF, A4');
    await expect(page.getByRole('row').filter({ hasText: 'Taken out, 360 rows' }).first()).toBeVisible();
    await axe();
    await row.getByRole('link', { name: code, exact: true }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(`${code} · Overview`);
    await expect(page.getByText(/^As it was on \d/)).toBeVisible();
    const [again] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: 'Download PDF, A4' }).click(),
    ]);
    expect(again.suggestedFilename()).toBe(pdf.name);
  });
});

test('the pages of patterns and skills leave in the same way, with their filters', async ({ page }) => {
  for (const [path, id] of [
    ['/patterns', 'patterns'],
    ['/skills', 'skills'],
    ['/skills/techniques', 'techniques'],
    ['/skills/teams', 'teams'],
  ]) {
    await page.goto(`${path}?period=all`);
    await page.getByRole('button', { name: 'Download' }).click();
    const link = page.getByRole('link', { name: 'XLSX', exact: true });
    await expect(link).toHaveAttribute('href', new RegExp(`^/api/packs/${id}/xlsx\\?.*period=all`));
    await page.keyboard.press('Escape');
  }
});

test('lists leave together as a workbook, and each by itself', async ({ page, axe }) => {
  for (const [path, names] of [
    ['/skills/lessons', Object.values(PACK_PAGES.lessons.panels)],
    ['/skills/training', Object.values(PACK_PAGES.training.panels)],
  ] as const) {
    await page.goto(path);
    await page.getByRole('button', { name: 'Download' }).click();
    await expect(page.getByRole('dialog', { name: 'Download this page' })).toBeVisible();
    await axe({ include: '[role="dialog"]' });
    const workbook = openXlsx((await take(page, 'XLSX')).bytes);
    expect([...workbook.keys()]).toEqual(['Read me', ...names]);
    const rows = await take(page, `${names[0]}, NDJSON`);
    expect(JSON.parse(rows.bytes.toString('utf8').split('\n')[0] ?? '')).toMatchObject({ kind: 'about' });
    await page.keyboard.press('Escape');
  }
});
