import { type Server, startServer } from '@/bin/testing/server.ts';
import { openRecords } from '@/db/records.ts';
import { factChange } from '@/db/schema/housekeeping.ts';
import { incident } from '@/db/schema/incidents.ts';
import { agent } from '@/db/schema/organisation.ts';
import { makePeople } from '@/db/testing/detail-factory.ts';
import { type MadeIncident, makeIncidents } from '@/db/testing/incident-factory.ts';
import { expect, test } from './fixtures.ts';
import { credentialsOf, makeOrganisation, type Person } from './organisation.ts';
import { READY_WORKSPACE } from './people.ts';

let server: Server;
const PERIOD = 'period=2024-06-01..2024-07-31';

test.beforeAll(async () => {
  server = await startServer({ env: READY_WORKSPACE });
  const { teams } = await makeOrganisation(server.home);
  await makeObservations(teams.own);
});
test.afterAll(() => server.stop());

/** Each of the team Own handles paraphrasing effectively in 3 of 10, each of two other teams in 8 of 10. */
async function makeObservations(own: number): Promise<void> {
  const opened = await openRecords({ home: server.home, databaseUrl: null, databaseDirectUrl: null });
  const { records } = opened;
  try {
    const [me] = await records.select({ id: agent.agentId }).from(agent).limit(1);
    const others = [
      ...(await makePeople(records, { East: ['a', 'b', 'c'], West: ['d', 'e', 'f'] })).values(),
    ];
    const colleagues = await records
      .insert(agent)
      .values(['One', 'Two', 'Three'].map((reference) => ({ reference, teamId: own })))
      .returning({ id: agent.agentId });
    const ours = [me, ...colleagues].map((one) => ({ team: own, agent: one?.id ?? 0 }));
    const handled = (who: { team: number; agent: number }, effective: number): MadeIncident[] =>
      Array.from({ length: 10 }, (_, index) => ({
        at: `2024-06-${String(10 + index).padStart(2, '0')}T09:30`,
        trigger: index % 2 ? 'billing_error' : 'service_delay',
        state: 'angry',
        intensity: index < effective ? [4, 2] : [4, 4],
        techniques: { paraphrasing: index < effective ? 'effective' : 'missed' },
        ...who,
      }));
    await makeIncidents(records, [
      ...ours.flatMap((who) => handled(who, 3)),
      ...others.flatMap((who) => handled(who, 8)),
    ]);
    const rows = await records.select({ incidentId: incident.incidentId }).from(incident);
    await records.insert(factChange).values(rows.map((row) => ({ ...row, changedAt: new Date() })));
  } finally {
    await opened.close();
  }
}

async function signInAs(page: import('@playwright/test').Page, person: Person): Promise<void> {
  const { email, password } = credentialsOf(person);
  await page.goto(`${server.url}/sign-in`);
  await page.getByLabel('E-mail address').fill(email);
  await page.getByLabel('Password').fill(password);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.getByRole('navigation', { name: 'Pages', exact: true }).waitFor();
}

test('a trainer finds the gap, and opens exactly the incidents behind it', async ({ page, axe }) => {
  await signInAs(page, 'trainer');
  await page
    .getByRole('navigation', { name: 'Pages', exact: true })
    .getByRole('link', { name: 'Skills' })
    .click();
  await page.goto(`${server.url}/skills?${PERIOD}`);
  const gaps = page.getByRole('region', { name: /^Paraphrasing has the most to gain/ });
  await expect(gaps).toBeVisible();

  await test.step('a cell says both numbers, and its link opens so many incidents', async () => {
    const cell = gaps
      .getByRole('row', { name: /Paraphrasing/ })
      .getByRole('link')
      .first();
    await cell.focus();
    await page.keyboard.press('Enter');
    const open = gaps.getByRole('link', { name: /^Open 40\sincidents with 40\sobservations$/ });
    await expect(open).toBeVisible();
    await axe();
    await open.click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(/^Showing 40 of/);
    await page.goBack();
  });

  await test.step('the people of the team stand by number, and arrow keys walk the cells', async () => {
    const people = page.getByRole('region', { name: /^Own: no agent stands apart/ });
    await expect(people.getByRole('columnheader', { name: /^Agent \d+$/ })).toHaveCount(4);
    const first = people.locator('[data-mark][tabindex="0"]');
    await first.focus();
    await page.keyboard.press('ArrowRight');
    await expect(people.locator('[data-mark]:focus')).toHaveCount(1);
  });

  await test.step('the people are named for a reason, which is logged, until they are hidden', async () => {
    const people = page.getByRole('region', { name: /^Own: no agent stands apart/ });
    await expect(people.getByText('The agent')).toHaveCount(0);
    await people.getByRole('button', { name: 'Name these agents' }).click();
    await people.getByRole('button', { name: 'Name them and log it' }).click();
    await expect(people.getByText('Choose a reason.')).toBeVisible();
    await people
      .getByLabel('Why do you need the names?')
      .selectOption({ label: 'To plan training with them' });
    await people.getByRole('button', { name: 'Name them and log it' }).click();
    await expect(people.getByRole('heading', { name: 'Who they are, named for you' })).toBeFocused();
    await expect(people.getByRole('definition')).toHaveText(['The agent', 'One', 'Two', 'Three']);
    await axe();
    await people.getByRole('button', { name: 'Hide them' }).click();
    await expect(people.getByText('The agent')).toHaveCount(0);
  });

  await test.step('what works and the teams compared are one step away', async () => {
    await page
      .getByRole('navigation', { name: 'Pages about skills' })
      .getByRole('link', { name: 'What works' })
      .click();
    await expect(page).toHaveURL(/\/skills\/techniques\?period=/);
    await expect(page.getByText('Association, not proof.').first()).toBeVisible();
    await axe();
    await page
      .getByRole('navigation', { name: 'Pages about skills' })
      .getByRole('link', { name: 'Teams' })
      .click();
    await expect(page.getByRole('region', { name: /fewer than two teams can be compared/ })).toBeVisible();
    await axe();
  });
});

test('an agent sees the own row beside the team, and nothing of anybody else', async ({ page, axe }) => {
  await signInAs(page, 'agent');
  await page.goto(`${server.url}/skills?${PERIOD}`);
  const own = page.getByRole('region', { name: /do you stand below Own beyond chance$/ });
  await expect(own.getByRole('columnheader', { name: 'You', exact: true }).first()).toBeVisible();
  await expect(own.getByRole('columnheader', { name: 'Own', exact: true })).toBeVisible();
  await expect(page.getByRole('region', { name: /most to gain/ })).toHaveCount(0);
  await expect(page.getByRole('columnheader', { name: /^Agent/ })).toHaveCount(0);
  await axe();
  await own.getByRole('link', { name: /^Open 10\sincidents with 10\sopportunities$/ }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/^Showing 10 of/);
  for (const path of ['/skills/techniques', '/skills/teams'])
    expect((await page.request.get(`${server.url}${path}`)).status(), path).toBe(403);
  for (const panel of ['gaps', 'agents', 'effects', 'funnel'])
    expect(
      (await page.request.get(`${server.url}/api/panels/skills/${panel}?format=csv`)).status(),
      panel,
    ).toBe(403);
});
