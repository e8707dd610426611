import type { Page } from '@playwright/test';
import { type Server, startServer } from '@/bin/testing/server.ts';
import { openRecords } from '@/db/records.ts';
import { factChange } from '@/db/schema/housekeeping.ts';
import { incident } from '@/db/schema/incidents.ts';
import { makeIncidents } from '@/db/testing/incident-factory.ts';
import { shiftDays } from '@/lib/filters/local-dates.ts';
import { expect, test } from './fixtures.ts';
import { READY_WORKSPACE, signIn } from './people.ts';

const FIRST = '2024-01-01';
const WEEKS = 48;
const REASON =
  'One line in place of two, everybody told and trained, since the old one rang through to nobody';

let server: Server;

test.beforeAll(async () => {
  server = await startServer({ env: READY_WORKSPACE });
  await makeStep(server.home);
});
test.afterAll(() => server.stop());

test.beforeEach(async ({ page }) => {
  await signIn(page, server.url);
  await page.goto(`${server.url}/?period=all`);
  await expect(chart(page)).toBeVisible();
});

/** 24 weeks of 4 and 6 incidents, then 24 of 12 and 14, and the first day of a week that is not over. */
async function makeStep(home: string): Promise<void> {
  const opened = await openRecords({ home, databaseUrl: null, databaseDirectUrl: null });
  const { records } = opened;
  try {
    const counts = Array.from({ length: WEEKS }, (_, week) => (week < 24 ? 6 : 14) - (week % 2) * 2);
    await makeIncidents(
      records,
      [...counts, 1].flatMap((count, week) =>
        Array.from({ length: count }, (_, hour) => ({
          at: `${shiftDays(FIRST, week * 7)}T${String(hour + 6).padStart(2, '0')}:00`,
          trigger: 'billing_error',
        })),
      ),
    );
    const rows = await records.select({ incidentId: incident.incidentId }).from(incident);
    await records.insert(factChange).values(rows.map((row) => ({ ...row, changedAt: new Date() })));
  } finally {
    await opened.close();
  }
}

const chart = (page: Page) => page.getByRole('region', { name: /^Incidents: / });

test('the chart says why it is of its kind, another is a link away, and the card follows it', async ({
  page,
  axe,
}) => {
  const why = chart(page).getByText(/^[\w′ ]+ chart: /);
  await expect(why).toContainText('Change chart');
  await why.focus();
  await page.keyboard.press('Enter');
  await axe();
  await chart(page).getByRole('link', { name: 'Run chart' }).click();
  await expect(page).toHaveURL(/kind=run/);
  await expect(chart(page)).toContainText('Run chart, chosen by hand. What fits: ');
  await expect(page.getByRole('article').filter({ hasText: 'Incidents' }).first()).toContainText('median');

  await page.goto(`${server.url}/?period=all&kind=p`);
  await expect(chart(page)).toContainText('A p chart cannot be drawn of this measure.');
});

test('a suggested restart is accepted with a reason, keeps the old limits in sight, and is undone', async ({
  page,
  axe,
}) => {
  await chart(page).getByRole('button', { name: 'Re-base (1 suggested)' }).click();
  const accept = chart(page).getByRole('form', { name: 'Accept the suggestion of 17 Jun 2024' });
  await expect(chart(page)).toContainText(
    '24 weeks in a row above the centre, since the week of 17 Jun 2024.',
  );
  await axe();

  await accept.getByRole('button', { name: 'Accept' }).click();
  await expect(accept).toContainText('Give the reason');
  await accept.getByLabel(/^Reason/).fill(REASON);
  await accept.getByRole('button', { name: 'Accept' }).click();
  await expect(chart(page).getByRole('heading', { level: 2 })).toHaveText(/^Incidents: no real change/);
  await expect(
    chart(page)
      .locator('svg title', { hasText: `limits re-based: ${REASON}` })
      .first(),
  ).toBeAttached();
  await expect(chart(page).getByRole('region', { name: 'Re-based' })).toContainText(REASON);
  await axe();

  await chart(page).getByRole('button', { name: 'Undo' }).click();
  await expect(chart(page).getByRole('button', { name: 'Re-base (1 suggested)' })).toBeVisible();
  await expect(chart(page).locator('svg title', { hasText: 'limits re-based' })).toHaveCount(0);
});

test('by hand, the same day twice is refused at its field', async ({ page }) => {
  await chart(page)
    .getByRole('button', { name: /^Re-base/ })
    .click();
  const form = chart(page).getByRole('form', { name: 'Re-base', exact: true });
  const give = async (day: string) => {
    await form.getByLabel('First day').fill(day);
    await form.getByLabel(/^Reason/).fill('Four forms became one');
    await form.getByRole('button', { name: 'Re-base' }).click();
  };
  await give('2024-09-02');
  await expect(form).toContainText('The limits begin anew.');
  await give('2024-09-02');
  await expect(form).toContainText('The limits begin anew on this day already.');
  await chart(page).getByRole('button', { name: 'Undo' }).click();
  await expect(chart(page).getByRole('region', { name: 'Re-based' })).toHaveCount(0);
});

test('a definition leads to its passage of the methods', async ({ page, axe }) => {
  await chart(page).getByRole('button', { name: '? Definition' }).click();
  await page.getByRole('link', { name: 'How this is computed' }).click();
  await expect(page).toHaveURL(/\/methods#(c-and-u-chart|xmr-chart)$/);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('How Lookback decides what is real');
  await axe();
});
