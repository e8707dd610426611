import type { Page } from '@playwright/test';
import { type Server, startServer } from '@/bin/testing/server.ts';
import { openRecords } from '@/db/records.ts';
import { team } from '@/db/schema/organisation.ts';
import { expect, test } from './fixtures.ts';
import { READY_WORKSPACE, signIn } from './people.ts';

let server: Server;
test.beforeAll(async () => {
  server = await startServer({ env: READY_WORKSPACE });
  const { records, close } = await openRecords({
    home: server.home,
    databaseUrl: null,
    databaseDirectUrl: null,
  });
  await records.insert(team).values([{ name: 'Billing' }, { name: 'Chat' }]);
  await close();
});
test.afterAll(() => server.stop());

const settings = (page: Page) => page.getByRole('navigation', { name: 'Settings' });
const rowOf = (page: Page, text: string) => page.getByRole('row').filter({ hasText: text });

test('an administrator sets a target, adds an event and brings in contact volumes', async ({ page, axe }) => {
  await signIn(page, server.url);
  await page
    .getByRole('navigation', { name: 'Pages', exact: true })
    .getByRole('link', { name: 'Settings' })
    .click();

  await test.step('the workspace gets its name and limits; what is wrong is said at its field, all at once', async () => {
    await expect(page.getByRole('heading', { level: 1, name: 'Workspace' })).toBeVisible();
    await axe();
    await page.getByLabel('Name', { exact: true }).fill('');
    await page.getByLabel('Fewest agents').fill('none');
    await page.getByRole('button', { name: 'Save' }).click();
    await expect(page.getByText('Give a name for the workspace')).toBeVisible();
    await expect(page.getByText('Give a whole number from 1 to 100.')).toBeVisible();
    await expect(page.getByLabel('Name', { exact: true })).toBeFocused();
    await axe();
    await page.getByLabel('Name', { exact: true }).fill('Tidewater Energy');
    await page.getByLabel('Fewest agents').fill('4');
    await page.getByRole('button', { name: 'Save' }).click();
    await expect(page.getByText('Saved.')).toBeVisible();
    await expect(page.getByText('Tidewater Energy').first()).toBeVisible();
  });

  await test.step('another time zone is explained before it is taken', async () => {
    const form = page.getByRole('form', { name: 'Time zone' });
    await form.getByLabel('Time zone').selectOption('Asia/Tokyo');
    await expect(form.getByText('Dates without a time stay.')).toBeVisible();
    await form.getByRole('button', { name: 'Change the time zone' }).click();
    await expect(form.getByText('Tick this box: the zone cannot change without it.')).toBeVisible();
    await axe();
    await form.getByLabel('Count the times of day anew in Asia/Tokyo').check();
    await form.getByRole('button', { name: 'Change the time zone' }).click();
    await expect(page.getByText('It is Asia/Tokyo at present.')).toBeVisible();
    await expect(form.getByText('The time zone is changed')).toBeVisible();
  });

  await test.step('the cards take another order, and no measure twice', async () => {
    await settings(page).getByRole('link', { name: 'Measures' }).click();
    await page.getByLabel('Card 1').selectOption({ label: 'Unclassified' });
    await page.getByLabel('Card 2').selectOption({ label: 'Unclassified' });
    await page.getByRole('button', { name: 'Save' }).click();
    await expect(page.getByText('Card 1 shows this already. Choose another.')).toBeVisible();
    await page.getByLabel('Card 2').selectOption({ label: 'Escalation rate' });
    await page.getByLabel('Nelson').check();
    await page.getByRole('button', { name: 'Save' }).click();
    await expect(page.getByText('Saved.')).toBeVisible();
    await page.reload();
    await expect(page.getByLabel('Card 1')).toHaveValue('unclassified_share');
    await expect(page.getByLabel('Nelson')).toBeChecked();
  });

  await test.step('a target says which side of it is good, and holds from its day on', async () => {
    const form = page.getByRole('form', { name: 'Set a target' });
    await form.getByLabel('Measure').selectOption({ label: 'Resolution rate' });
    await form.getByLabel('Target, at least (%)').fill('180');
    await form.getByRole('button', { name: 'Set the target' }).click();
    await expect(form.getByText('Give a number from 0 to 100.')).toBeVisible();
    await form.getByLabel('Target, at least (%)').fill('80');
    await form.getByLabel('From').fill('2026-01-01');
    await form.getByRole('button', { name: 'Set the target' }).click();
    await expect(form.getByText('The target is set.')).toBeVisible();
    await expect(rowOf(page, 'Resolution rate')).toContainText('at least 80.0');
    await expect(rowOf(page, 'Resolution rate')).toContainText('Holds');
    await axe();
  });

  await test.step('it is changed and deleted', async () => {
    const heading = page.getByRole('heading', { level: 1, name: 'Resolution rate, the workspace' });
    await rowOf(page, 'Resolution rate').getByRole('link').click();
    await expect(heading).toBeVisible();
    await page.getByLabel('Target, at least (%)').fill('82.5');
    await page.getByRole('button', { name: 'Save' }).click();
    await expect(rowOf(page, 'Resolution rate')).toContainText('at least 82.5');
    await rowOf(page, 'Resolution rate').getByRole('link').click();
    await expect(heading).toBeVisible();
    await axe();
    await page.getByRole('button', { name: 'Delete the target' }).click();
    await expect(page.getByText('No target is set yet.')).toBeVisible();
  });

  await test.step('an event of two days concerns one team', async () => {
    await settings(page).getByRole('link', { name: 'Events' }).click();
    await expect(page.getByText('No event is noted yet.')).toBeVisible();
    await page.getByLabel('What happened').fill('Lines down');
    await page.getByLabel('Kind').selectOption('outage');
    await page.getByLabel('Day', { exact: true }).fill('2026-11-03');
    await page.getByLabel('Last day').fill('2026-11-02');
    await page.getByLabel('Chat').check();
    await page.getByRole('button', { name: 'Add the event' }).click();
    await expect(page.getByText('This is before the first day.')).toBeVisible();
    await expect(page.getByLabel('Last day')).toBeFocused();
    await page.getByLabel('Last day').fill('2026-11-04');
    await page.getByRole('button', { name: 'Add the event' }).click();
    await expect(page.getByText('The event is added.')).toBeVisible();
    await expect(page.getByLabel('What happened')).toHaveValue('');
    await expect(rowOf(page, 'Lines down')).toContainText('3 to 4 Nov 2026');
    await expect(rowOf(page, 'Lines down')).toContainText('Chat');
    await axe();
  });

  await test.step('a file of volumes goes in but for two rows, which are named with line and reason', async () => {
    await settings(page).getByRole('link', { name: 'Contact volumes' }).click();
    await expect(page.getByText('Nothing yet. Import a file')).toBeVisible();
    await axe();
    await page.getByLabel('File', { exact: true }).setInputFiles({
      name: 'volumes.csv',
      mimeType: 'text/csv',
      buffer: Buffer.from(VOLUMES),
    });
    await page.getByRole('button', { name: 'Import', exact: true }).click();
    await expect(page.getByText('5 rows read = 3 numbers + 0 merged + 2 rejected.')).toBeVisible();
    await expect(page.getByText('3 numbers = 3 created + 0 updated + 0 unchanged.')).toBeVisible();
    const [, first, second] = await page.getByRole('row').allInnerTexts();
    expect(first).toMatch(/^4\s+day\s+day is "03\/11\/2026"/);
    expect(second).toMatch(/^5\s+team\s+team is "Biling": no team has this name/);
    await axe();
    const download = page.waitForEvent('download');
    await page.getByRole('link', { name: /Download the rejected rows/ }).click();
    expect((await download).suggestedFilename()).toMatch(/^import-\d+-rejected\.csv$/);
  });

  await test.step('the month names what is missing, and a day is filled by hand', async () => {
    await settings(page).getByRole('link', { name: 'Contact volumes' }).click();
    await expect(rowOf(page, 'Nov 2026').first()).toContainText('1,210');
    await page.getByRole('link', { name: 'Nov 2026' }).click();
    await expect(rowOf(page, 'Billing')).toContainText('3 to 4 Nov 2026');
    await axe();
    await page.getByRole('link', { name: '3 to 4 Nov 2026' }).click();
    await page.getByLabel('Phone').fill('many');
    await page.getByRole('button', { name: 'Save' }).click();
    await expect(page.getByText(/This is "many", not a whole number/)).toBeVisible();
    await expect(page.getByLabel('Phone')).toBeFocused();
    await page.getByLabel('Phone').fill('390');
    await page.getByRole('button', { name: 'Save' }).click();
    await expect(page.getByText('Saved.')).toBeVisible();
    await axe();
  });

  await test.step('the import is undone; what was entered by hand stays', async () => {
    await settings(page).getByRole('link', { name: 'Contact volumes' }).click();
    await expect(rowOf(page, 'Nov 2026').first()).toContainText('1,600');
    await page.getByRole('link', { name: 'volumes.csv' }).click();
    await page.getByRole('button', { name: 'Undo this import' }).click();
    await expect(page.getByText(/undone \d/)).toBeVisible();
    await settings(page).getByRole('link', { name: 'Contact volumes' }).click();
    await expect(rowOf(page, 'Nov 2026').first()).toContainText('390');
  });
});

/** The sum of what can be read is 400 + 410 + 400 = 1,210; between the 2nd and the 5th two days are missing. */
const VOLUMES = [
  'day,team,channel,contacts',
  '2026-11-01,Billing,phone,400',
  '2026-11-02,Billing,phone,410',
  '03/11/2026,Billing,phone,420',
  '2026-11-04,Biling,phone,420',
  '2026-11-05,Billing,phone,400',
  '',
].join('\n');

test('two administrators who change the same do not overwrite each other', async ({ browser }) => {
  const [first, second] = await Promise.all(
    [0, 1].map(async () => {
      const page = await (await browser.newContext()).newPage();
      await signIn(page, server.url);
      await page.goto(`${server.url}/settings/workspace`);
      return page;
    }),
  );
  if (!first || !second) throw new Error('two pages were opened');
  await first.getByLabel('Fewest incidents').fill('7');
  await first.getByRole('button', { name: 'Save' }).click();
  await expect(first.getByText('Saved.')).toBeVisible();
  await second.getByLabel('Fewest incidents').fill('9');
  await second.getByRole('button', { name: 'Save' }).click();
  await expect(second.getByText('Somebody else changed these settings')).toBeVisible();
  await second.reload();
  await expect(second.getByLabel('Fewest incidents')).toHaveValue('7');
  await Promise.all([first.context().close(), second.context().close()]);
});

test('the settings are used by the keyboard alone', async ({ page }) => {
  await signIn(page, server.url);
  await page.goto(`${server.url}/settings/events`);
  await page.getByLabel('What happened').focus();
  await page.keyboard.type('Release 4.2');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await page.keyboard.type('11032026');
  await page.keyboard.press('Enter');
  await expect(page.getByText('The event is added.')).toBeVisible();
  await expect(rowOf(page, 'Release 4.2')).toContainText('3 Nov 2026');
});
