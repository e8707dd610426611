import type { Page } from '@playwright/test';
import { type Server, startServer } from '@/bin/testing/server.ts';
import { recordIncidents } from '@/db/commands/record-incidents.ts';
import { openRecords } from '@/db/records.ts';
import { expect, test } from './fixtures.ts';
import { READY_WORKSPACE, signIn } from './people.ts';

const LONG_TEXT = 'The router blinked again. '.repeat(4000);
const LONG_PRODUCT = `Router ${'x'.repeat(293)}`;
const ARABIC = 'العميل غاضب من الفاتورة (45 GBP)';

let server: Server;

test.beforeAll(async () => {
  server = await startServer({ env: READY_WORKSPACE });
  const { records, close } = await openRecords({
    home: server.home,
    databaseUrl: null,
    databaseDirectUrl: null,
  });
  const day = (hour: number) => `2026-03-04T${hour}:00`;
  const common = { source: 'crm', kind: 'incident', trigger: 'billing_error' };
  const rows = [
    {
      ...common,
      id: 'z'.repeat(200),
      occurredAt: day(10),
      narrative: 'W'.repeat(3000),
      topic: 'T'.repeat(300),
    },
    { ...common, id: '2', occurredAt: day(11), narrative: LONG_TEXT, product: LONG_PRODUCT },
    {
      ...common,
      id: '3',
      occurredAt: day(12),
      narrative: ARABIC,
      topic: 'שאלה',
      product: '🔥 <b>fire</b>',
      steps: [{ level: 'frontline', at: day(12), note: 'x'.repeat(480) }],
    },
  ];
  await recordIncidents(records, { actor: 'test', roles: ['admin'], teams: 'all' }, rows, new Date());
  await close();
});

test.afterAll(() => server.stop());

const fits = (page: Page) =>
  page.evaluate(() => {
    const sheet = document.querySelector('aside');
    const isWithin = ({ scrollWidth, clientWidth }: Element) => scrollWidth <= clientWidth;
    return isWithin(document.documentElement) && (!sheet || isWithin(sheet));
  });

for (const [width, height] of [
  [1440, 900],
  [390, 844],
] as const) {
  test(`texts without an end, without a space and from right to left stay within ${width} px`, async ({
    page,
    axe,
  }) => {
    await page.setViewportSize({ width, height });
    await page.emulateMedia({ colorScheme: width === 390 ? 'dark' : 'light' });
    await signIn(page, server.url);
    await page.goto(`${server.url}/incidents?period=all`);
    await expect(page.locator('a[data-row]')).toHaveCount(3);
    expect(await fits(page)).toBe(true);
    for (const number of [1, 2, 3]) {
      await page.goto(`${server.url}/incidents?period=all&open=${number}`);
      await expect(page.getByRole('complementary', { name: `Incident INC-${number}` })).toBeVisible();
      expect(await fits(page)).toBe(true);
      await axe();
      await page.goto(`${server.url}/incidents/${number}`);
      await expect(page.getByRole('heading', { level: 1 })).toContainText(`INC-${number}`);
      expect(await fits(page)).toBe(true);
    }
  });
}

test('a narrative of 104,000 characters is there in full, and what follows is still within reach', async ({
  page,
}) => {
  await signIn(page, server.url);
  await page.goto(`${server.url}/incidents?period=all&open=2`);
  const sheet = page.getByRole('complementary', { name: 'Incident INC-2' });
  const words = sheet.getByRole('region', { name: 'Narrative, in full' });
  expect((await words.textContent())?.length).toBe(LONG_TEXT.trim().length);
  expect(await sheet.evaluate((one) => one.scrollHeight)).toBeLessThan(4000);
  await page.emulateMedia({ media: 'print' });
  expect(await words.evaluate((one) => one.scrollHeight - one.clientHeight)).toBeLessThanOrEqual(1);
});

test('words from right to left are read so, and markup is text', async ({ page }) => {
  await signIn(page, server.url);
  await page.goto(`${server.url}/incidents?period=all&q=غاضب`);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Showing 1 of 3 incidents');
  await expect(page.locator('mark')).toHaveText('غاضب');
  await expect(page.getByText('🔥 <b>fire</b>')).toBeVisible();
  await page.goto(`${server.url}/incidents?period=all&open=3`);
  const narrative = page.getByRole('paragraph').filter({ hasText: ARABIC });
  expect(await narrative.evaluate((one) => getComputedStyle(one).direction)).toBe('rtl');
});
