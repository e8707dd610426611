import type { Page } from '@playwright/test';
import { type Server, startServer } from '@/bin/testing/server.ts';
import { openRecords } from '@/db/records.ts';
import { factChange } from '@/db/schema/housekeeping.ts';
import { incident } from '@/db/schema/incidents.ts';
import { keptPattern } from '@/db/schema/patterns.ts';
import { makeIncidents } from '@/db/testing/incident-factory.ts';
import { expect, test } from './fixtures.ts';
import { READY_WORKSPACE, signIn } from './people.ts';

let server: Server;
const TODAY = new Date().toISOString().slice(0, 10);
const THIS_YEAR = `period=${Number(TODAY.slice(0, 4)) - 1}-01-01..${TODAY}`;

test.beforeAll(async () => {
  server = await startServer({ env: READY_WORKSPACE });
  const where = { home: server.home, databaseUrl: null, databaseDirectUrl: null };
  const { records, close } = await openRecords(where);
  const steps = ['frontline', 'supervisor'].map((level) => ({ level }));
  await makeIncidents(records, [
    { at: `${TODAY.slice(0, 4)}-01-01`, trigger: 'service_delay', path: ['frontline', 'supervisor'], steps },
    { at: TODAY, trigger: 'service_delay' },
    { at: TODAY, trigger: 'billing_error' },
  ]);
  const kept = { measure: 'incidents', better: 'lower', status: 'watching' } as const;
  const by = { ownerAccount: 'test', keptBy: 'test', keptAt: new Date() };
  await records
    .insert(keptPattern)
    .values({ ...kept, ...by, name: 'Waits', filter: 'trigger=service_delay' });
  const rows = await records.select({ incidentId: incident.incidentId }).from(incident);
  await records.insert(factChange).values(rows.map((row) => ({ ...row, changedAt: new Date() })));
  await close();
});
test.afterAll(() => server.stop());

const rowOf = (page: Page, text: string) => page.getByRole('row').filter({ hasText: text });
const open = (page: Page, path: string) => page.goto(`${server.url}/settings/taxonomy${path}`);

test('an administrator renames, adds and orders triggers', async ({ page, axe }) => {
  await signIn(page, server.url);
  await open(page, '');
  await expect(page.getByText('Nothing was changed yet')).toBeVisible();
  await axe();
  await page.getByRole('link', { name: 'Triggers' }).click();
  await expect(rowOf(page, 'service_delay').getByRole('cell', { name: '2', exact: true })).toBeVisible();
  await axe();

  await test.step('a label that is there already is refused at its field', async () => {
    const form = page.getByRole('form', { name: 'Add a value' });
    await form.getByLabel('Label', { exact: true }).fill('Billing error');
    await form.getByRole('button', { name: 'Add the value' }).click();
    await expect(form.getByText('“Billing error” is there already, as billing_error.')).toBeVisible();
    await form.getByLabel('Label', { exact: true }).fill('Parking');
    await form.getByLabel('Group').fill('place');
    await form.getByRole('button', { name: 'Add the value' }).click();
    await expect(form.getByText('The value is added.')).toBeVisible();
    await expect(page.getByRole('link', { name: 'Parking' })).toBeVisible();
  });

  await test.step('it moves a place up, and only so far as there are any', async () => {
    await page.getByRole('button', { name: 'Up with Parking' }).click();
    await expect(page.getByRole('button', { name: 'Down with Parking' })).toBeEnabled();
    await expect(page.getByRole('button', { name: 'Down with Personality clash' })).toBeDisabled();
    await expect(page.getByRole('button', { name: 'Up with Billing error' })).toBeDisabled();
  });

  await test.step('another label shows wherever the value does', async () => {
    await page.getByRole('link', { name: 'Parking' }).click();
    await expect(page.getByRole('heading', { level: 1, name: 'Parking' })).toBeVisible();
    await page.getByLabel('Label', { exact: true }).fill('Parking and access');
    await page.getByRole('button', { name: 'Save' }).click();
    await expect(page.getByText('Saved.')).toBeVisible();
    await expect(page.getByRole('heading', { level: 1, name: 'Parking and access' })).toBeVisible();
    await open(page, '');
    await expect(rowOf(page, 'Trigger “Parking” renamed “Parking and access”')).toBeVisible();
  });
});

test('a merge is shown before it is done, drawn on charts after it, and taken back', async ({
  page,
  axe,
}) => {
  await signIn(page, server.url);

  await test.step('the preview counts what changes and names what points there', async () => {
    await open(page, '/trigger/service_delay');
    await expect(page.getByRole('heading', { name: 'Used in 2 incidents' })).toBeVisible();
    await page.getByLabel('Merge into', { exact: true }).selectOption({ label: 'Billing error' });
    await page.getByRole('button', { name: 'Show what would change' }).click();
    const preview = page.getByRole('note').filter({ hasText: 'count as Billing error' });
    await expect(preview).toContainText('which has 3 then instead of 1.');
    await expect(preview).toContainText('1 kept pattern (Waits) shows the other value from then on.');
    await axe();
    await preview.getByRole('button', { name: 'Merge into Billing error' }).click();
    await expect(page.getByText('Counts as Billing error.')).toBeVisible();
  });

  await test.step('the chart of its target carries the day, and an old address leads there', async () => {
    await page.goto(`${server.url}/?${THIS_YEAR}&trigger=service_delay`);
    await expect(page.getByText('Delay or long wait counts as Billing error.')).toBeVisible();
    await expect(
      page.getByText('Trigger “Delay or long wait” merged into “Billing error”').first(),
    ).toBeVisible();
    await expect(page.getByText('every day of this series is counted so since').first()).toBeVisible();
    await expect(page.getByRole('heading', { name: /3 of 3/ }).first()).toBeVisible();
    await axe();
  });

  await test.step('it is taken out again, and its incidents count as they were coded', async () => {
    await open(page, '/trigger/service_delay');
    await expect(page.getByText('2 incidents that were coded with it count as')).toBeVisible();
    await axe();
    await page.getByRole('button', { name: 'Separate from Billing error' }).click();
    await expect(page.getByRole('heading', { name: 'Merge into another value' })).toBeVisible();
    await open(page, '');
    await expect(rowOf(page, 'separated from “Billing error”')).toBeVisible();
    await axe();
  });
});

test('levels are ranked and retired, each with what it means told before', async ({ page, axe }) => {
  await signIn(page, server.url);
  await open(page, '/level/supervisor');
  await page.getByLabel('Another rank').fill('1');
  await page.getByRole('form', { name: 'Rank' }).getByRole('button').click();
  const preview = page.getByRole('note').filter({ hasText: 'moves from rank 2 to 1' });
  await expect(preview).toContainText('0 of them count as escalated then instead of 1.');
  await axe();
  await preview.getByRole('button', { name: 'Give it rank 1' }).click();
  await expect(page.getByRole('heading', { name: 'Rank 1' })).toBeVisible();
  await page.getByRole('button', { name: 'Retire', exact: true }).click();
  await expect(page.getByText('Retired: it is offered no more.')).toBeVisible();
  await page.getByRole('link', { name: '‹ Escalation levels' }).click();
  await expect(rowOf(page, 'Supervisor').getByText('retired')).toBeVisible();
  await page.getByRole('link', { name: 'Supervisor' }).click();
  await page.getByRole('button', { name: 'Bring back' }).click();
  await expect(page.getByRole('button', { name: 'Retire', exact: true })).toBeVisible();
});

test('what is not known can be described, and neither merged nor retired', async ({ page }) => {
  await signIn(page, server.url);
  await open(page, '/trigger/unclassified');
  await expect(page.getByRole('button', { name: 'Save' })).toBeVisible();
  await expect(page.getByRole('button', { name: /Merge|Retire|Show/ })).toHaveCount(0);
});
