import type { Page } from '@playwright/test';
import { type Server, startServer } from '@/bin/testing/server.ts';
import { openRecords } from '@/db/records.ts';
import { factChange } from '@/db/schema/housekeeping.ts';
import { incident } from '@/db/schema/incidents.ts';
import { makeIncidents } from '@/db/testing/incident-factory.ts';
import { shiftDays } from '@/lib/filters/local-dates.ts';
import { expect, test } from './fixtures.ts';
import { credentialsOf, makeOrganisation } from './organisation.ts';
import { READY_WORKSPACE } from './people.ts';

const NAME = 'Delays that nobody explains';
const HOSTILE = `${'W'.repeat(60)} <b>&"'`;

let server: Server;
test.beforeAll(async () => {
  server = await startServer({ env: READY_WORKSPACE });
  const { teams } = await makeOrganisation(server.home);
  const opened = await openRecords({ home: server.home, databaseUrl: null, databaseDirectUrl: null });
  // Two and three a week in turn, for 20 weeks from a Monday on.
  const weeks = Array.from({ length: 20 }, (_, week) => week);
  const made = weeks.flatMap((week) =>
    Array.from({ length: 2 + (week % 2) }, (_, day) => ({
      at: shiftDays('2024-01-15', week * 7 + day),
      trigger: 'service_delay',
      team: teams.own,
    })),
  );
  await makeIncidents(opened.records, made);
  const rows = await opened.records.select({ incidentId: incident.incidentId }).from(incident);
  const changedAt = new Date();
  await opened.records.insert(factChange).values(rows.map((row) => ({ ...row, changedAt })));
  await opened.close();
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

test('a QA analyst keeps a finding, finds its cause, and calls it resolved', async ({ page, axe }) => {
  await signIn(page);
  const heading = page.getByRole('heading', { level: 1 });

  await test.step('the filters of the list become a pattern, by keyboard', async () => {
    await expect(async () => {
      await page.goto(`${server.url}/incidents?trigger=service_delay&period=all`);
      await expect(heading).toHaveText('Showing 50 of 52 incidents', { timeout: 1000 });
    }).toPass();
    await page.getByRole('button', { name: 'Keep as a pattern' }).focus();
    await page.keyboard.press('Enter');
    await page.getByRole('textbox', { name: 'Name' }).fill(NAME);
    await axe();
    await page.keyboard.press('Enter');
    await expect(heading).toHaveText(NAME);
    await expect(page.getByText('Showing 50 of 52 incidents')).toBeVisible();
    await expect(page.getByText('Trigger is delay or long wait')).toBeVisible();
  });

  await test.step('its page holds without a cause, a note or a coded factor', async () => {
    await expect(page.getByRole('heading', { name: 'The root cause is not known yet' })).toBeVisible();
    await expect(page.getByText('No contributory factor is coded in these incidents')).toBeVisible();
    await axe();
  });

  await test.step('a why without its answer is refused at its field, with it the root cause is said', async () => {
    await page.getByText('Write the whys').click();
    const first = page.getByRole('group', { name: 'Why 1' });
    await first.getByLabel('Question').fill('Why late?');
    await page.getByRole('button', { name: 'Save the whys' }).click();
    await expect(first.getByText('Give the answer, too.')).toBeVisible();
    await expect(first.getByLabel('Answer')).toBeFocused();
    await first.getByLabel('Answer').fill('Nobody owns the queue.');
    await page.getByRole('button', { name: 'Save the whys' }).click();
    await expect(page.getByRole('heading', { name: 'Root cause: Nobody owns the queue.' })).toBeVisible();
  });

  await test.step('a factor by hand stands in the fishbone, an incident is linked, a note is redacted', async () => {
    await page.getByRole('button', { name: 'Edit', exact: true }).click();
    await page.getByLabel('Factor', { exact: true }).fill(HOSTILE);
    await page.getByRole('button', { name: 'Add by hand' }).click();
    await expect(page.getByRole('heading', { name: '1 factor entered by hand, none coded' })).toBeVisible();
    await page.getByLabel('Number of an incident').fill('INC-999999');
    await page.getByRole('button', { name: 'Link it' }).click();
    await expect(page.getByText('There is no incident 999999 here.')).toBeVisible();
    await page.getByLabel('Number of an incident').fill('INC-5');
    await page.getByRole('button', { name: 'Link it' }).click();
    await expect(page.getByRole('heading', { name: '1 incident linked as evidence' })).toBeVisible();
    await page.getByRole('textbox', { name: 'Note' }).fill('Ring 0161 496 0774.');
    await page.getByRole('button', { name: 'Add the note' }).click();
    await expect(page.getByText('Ring [PHONE-1].')).toBeVisible();
    await axe();
  });

  await test.step('resolved, it says so on its page, in its history and in the list', async () => {
    await page.getByLabel('Status').selectOption({ label: 'Resolved' });
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await expect(page.getByText('Watching › resolved.')).toBeVisible();
    await page.getByRole('link', { name: 'Patterns', exact: true }).click();
    await expect(
      page.getByRole('heading', { name: '3 kept patterns: none shows a signal now' }),
    ).toBeVisible();
    await page.getByRole('link', { name: 'Open the kept patterns' }).click();
    await expect(heading).toHaveText('3 kept patterns');
    const row = page.getByRole('row').filter({ hasText: NAME });
    await expect(row).toContainText('No real change');
    await expect(row).toContainText('Resolved');
    await axe();
  });
});

test('on a phone nothing of a kept pattern stands beside the page', async ({ page, axe }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await signIn(page);
  for (const path of ['/patterns/kept', '/patterns/3']) {
    await page.goto(`${server.url}${path}`);
    await page.getByRole('heading', { level: 1 }).waitFor();
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
    await axe();
  }
});
