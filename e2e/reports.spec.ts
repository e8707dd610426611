import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { type Server, startServer } from '@/bin/testing/server.ts';
import { openRecords } from '@/db/records.ts';
import { factChange } from '@/db/schema/housekeeping.ts';
import { incident } from '@/db/schema/incidents.ts';
import { makeIncidents } from '@/db/testing/incident-factory.ts';
import { type MailServer, startMailServer } from '@/db/testing/mail-server.ts';
import { formatBytes } from '@/lib/charts/format-bytes.ts';
import { expect, test } from './fixtures.ts';
import { credentialsOf, makeOrganisation, type Person } from './organisation.ts';
import { READY_WORKSPACE } from './people.ts';

let office: MailServer;
let server: Server;
const folder = mkdtempSync(join(tmpdir(), 'lookback-e2e-reports-'));

test.beforeAll(async () => {
  office = await startMailServer();
  server = await startServer({
    env: (url) => ({
      ...READY_WORKSPACE,
      LOOKBACK_URL: url,
      LOOKBACK_SMTP_URL: `smtp://127.0.0.1:${office.port}`,
      LOOKBACK_MAIL_FROM: 'Lookback <lookback@example.org>',
      LOOKBACK_REPORTS_FOLDER: folder,
    }),
  });
  await makeOrganisation(server.home);
});
test.afterAll(async () => {
  await server.stop();
  await office.close();
  rmSync(folder, { recursive: true, force: true });
});

async function signInAs(page: Page, person: Person): Promise<void> {
  const { email, password } = credentialsOf(person);
  await page.context().clearCookies();
  await page.goto(`${server.url}/sign-in`);
  await page.getByLabel('E-mail address').fill(email);
  await page.getByLabel('Password').fill(password);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.getByRole('navigation', { name: 'Pages', exact: true }).waitFor();
}

async function addIncidents(count: number): Promise<void> {
  const opened = await openRecords({ home: server.home, databaseUrl: null, databaseDirectUrl: null });
  try {
    const { records } = opened;
    await makeIncidents(
      records,
      Array.from({ length: count }, () => ({ at: '2024-06-05T10:00', trigger: 'billing_error' })),
    );
    const rows = await records.select({ incidentId: incident.incidentId }).from(incident);
    await records.insert(factChange).values(rows.map((row) => ({ ...row, changedAt: new Date() })));
  } finally {
    await opened.close();
  }
}

test('an analyst makes a report in the background, opens it as it was, and sees what has changed since', async ({
  page,
  axe,
}) => {
  await signInAs(page, 'qa');
  await page.goto(`${server.url}/reports?from=${encodeURIComponent('/?period=all')}`);
  await expect(page.getByText('You have not asked for a report or taken a page out yet.')).toBeVisible();
  await axe();
  const form = page.getByRole('form', { name: 'Make a report' });
  await expect(form.getByLabel('Made of').locator('option').first()).toHaveText(
    'Overview, with its filters and period',
  );
  await form.getByLabel('Format').selectOption('PDF, A4');
  await form.getByRole('button', { name: 'Make the report' }).click();
  await expect(form.getByText('is being made. You can leave this page.')).toBeVisible();

  const row = page.getByRole('table').getByRole('row').nth(1);
  await expect(row).toContainText('Made', { timeout: 30_000 });
  const code = (await row.getByRole('link').first().textContent()) ?? '';
  expect(code).toMatch(/^R-\d{4}-\d{4}$/);
  await axe();
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: `Download ${code}` }).click(),
  ]);
  expect(download.suggestedFilename()).toBe(`lookback-overview-${code}.pdf`);
  expect(
    readFileSync(await download.path())
      .subarray(0, 5)
      .toString(),
  ).toBe('%PDF-');

  await test.step('its address opens the figures of then, whatever came in since', async () => {
    await addIncidents(3);
    await page.goto(`${server.url}/reports/${code}`);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(`${code} · Overview`);
    await expect(page.getByText(/^As it was on \d/)).toBeVisible();
    await expect(page.getByText('2 of 2', { exact: true })).toBeVisible();
    await axe();
    await page.getByRole('link', { name: 'Compare with now' }).click();
    const since = page.getByRole('region', { name: /with other figures now$/ });
    await expect(since).toContainText('As it was: 2 of 2 incidents');
    await expect(since).toContainText('5 of 5 incidents');
    await axe();
  });

  await test.step('for who makes none it is not there, and their list is of what they took out themselves', async () => {
    await signInAs(page, 'manager');
    const statuses = [];
    for (const path of [`/reports/${code}`, '/reports/schedules', `/api/reports/${code}/file`])
      statuses.push((await page.request.get(`${server.url}${path}`)).status());
    expect(statuses).toEqual([404, 403, 404]);
    await page.goto(`${server.url}/reports?of=everybody`);
    await expect(page.getByText('You have not taken a page out yet.')).toBeVisible();
    await expect(page.getByRole('heading', { name: 'Make a report' })).toHaveCount(0);
    const taken = await page.request.get(`${server.url}/api/packs/overview/xlsx?period=all`);
    const { length } = await taken.body();
    await page.goto(`${server.url}/reports`);
    const row = page.getByRole('row').filter({ hasText: 'Overview' });
    await expect(row).toHaveCount(1);
    await expect(row).toContainText(formatBytes(length));
    await expect(row.getByRole('link', { name: /^Download R-/ })).toBeVisible();
    await axe();
  });
});

test('all incidents are taken out as rows, and the report removed again', async ({
  page,
  axe,
  allowConsole,
}) => {
  allowConsole(/status of 404/);
  await signInAs(page, 'qa');
  await page.goto(`${server.url}/reports`);
  const form = page.getByRole('form', { name: 'Make a report' });
  await form.getByLabel('Made of').selectOption('Incidents');
  await expect(form.getByLabel('Format').locator('option')).toHaveText([
    'Incidents as CSV',
    'Incidents as CSV without byte order mark',
    'Incidents as NDJSON',
  ]);
  await form.getByRole('button', { name: 'Make the report' }).click();
  const row = page.getByRole('row').filter({ hasText: 'Incidents as CSV' });
  await expect(row).toContainText('Made', { timeout: 30_000 });
  const code = (await row.getByRole('link').first().textContent()) ?? '';

  await test.step('asked first, with the keyboard: Escape keeps it', async () => {
    const remove = row.getByRole('button', { name: `Remove ${code}` });
    await remove.focus();
    await page.keyboard.press('Enter');
    await expect(row.getByRole('button', { name: 'Keep it' })).toBeFocused();
    await axe();
    await page.keyboard.press('Escape');
    await expect(remove).toBeFocused();
    await page.keyboard.press('Enter');
    await row.getByRole('form').getByRole('button', { name: 'Remove' }).click();
    await expect(row).toHaveCount(0);
  });

  await test.step('its address says that it was removed; one that never was says no more to anybody', async () => {
    await page.goto(`${server.url}/reports/${code}`);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(`${code} is no longer kept`);
    await expect(page.getByText(/^You removed it on \d/)).toBeVisible();
    await axe();
    const answer = await page.goto(`${server.url}/reports/R-2026-9999`);
    expect(answer?.status()).toBe(404);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(
      'There is no report here that you can open',
    );
    await axe();
  });
});

test('a schedule is set up, run, skipped by nobody, paused and removed; it writes to the folder and by mail', async ({
  page,
  axe,
}) => {
  await signInAs(page, 'qa');
  await page.goto(`${server.url}/reports/schedules`);
  const form = page.getByRole('form', { name: 'Set up a schedule' });
  await axe();

  await test.step('what is wrong is said at its field', async () => {
    await form.getByRole('button', { name: 'Set it up' }).click();
    await expect(form.getByText('Give a name for the schedule.')).toBeVisible();
    await expect(form.getByText('Give at least one e-mail address.')).toBeVisible();
    await form.getByLabel('Name').fill('To the folder');
    await form.getByLabel('Where it goes').selectOption('To a folder of the server');
    await form.getByLabel('Folder', { exact: true }).fill('../../etc');
    await form.getByRole('button', { name: 'Set it up' }).click();
    await expect(form.getByText(/^Give names of folders parted by a slash/)).toBeVisible();
    await axe();
  });

  await test.step('to a folder', async () => {
    await form.getByLabel('Folder', { exact: true }).fill('weekly/review');
    await form.getByRole('button', { name: 'Set it up' }).click();
    const schedule = page.getByRole('article', { name: 'To the folder' });
    await expect(schedule).toContainText('every Monday at 07:00, to the folder weekly/review');
    await schedule.getByRole('button', { name: 'Run now' }).click();
    await expect(schedule.getByRole('row').nth(1)).toContainText('Sent', { timeout: 30_000 });
    expect(readdirSync(join(folder, 'weekly', 'review'))).toEqual([
      expect.stringMatching(/^lookback-overview-R-\d{4}-\d{4}\.pdf$/),
    ]);
    await axe();
    await schedule.getByRole('button', { name: 'Pause' }).click();
    await expect(schedule).toContainText('Paused.');
    await schedule.getByRole('button', { name: 'Resume' }).click();
    await expect(schedule).toContainText('Next:');
    await schedule.getByRole('button', { name: 'Remove To the folder' }).click();
    await expect(schedule.getByText('Remove To the folder?')).toBeVisible();
    await axe();
    await schedule.getByRole('form').getByRole('button', { name: 'Remove' }).click();
    await expect(schedule).toHaveCount(0);
  });

  await test.step('by mail', async () => {
    await page.reload();
    await form.getByLabel('Name').fill('By mail');
    await form.getByLabel('How often').selectOption('Every month');
    await form.getByLabel('On day').fill('31');
    await form.getByLabel('E-mail addresses').fill('ines@example.org');
    await form.getByRole('button', { name: 'Set it up' }).click();
    const schedule = page.getByRole('article', { name: 'By mail' });
    await expect(schedule).toContainText('on day 31 of each month at 07:00, to ines@example.org');
    await schedule.getByRole('button', { name: 'Run now' }).click();
    await expect(schedule.getByRole('row').nth(1)).toContainText('Mailed to ines@example.org.', {
      timeout: 30_000,
    });
    expect(office.taken.map(({ to }) => to)).toEqual([['ines@example.org']]);
  });

  await page.setViewportSize({ width: 390, height: 844 });
  for (const path of ['/reports', '/reports/schedules']) {
    await page.goto(`${server.url}${path}`);
    expect(await page.evaluate(() => document.documentElement.scrollWidth), path).toBe(390);
  }
});
