import type { Page } from '@playwright/test';
import { type Server, startServer } from '@/bin/testing/server.ts';
import { openRecords } from '@/db/records.ts';
import { factChange } from '@/db/schema/housekeeping.ts';
import { incident } from '@/db/schema/incidents.ts';
import { agent } from '@/db/schema/organisation.ts';
import { makeIncidents } from '@/db/testing/incident-factory.ts';
import { shiftDays } from '@/lib/filters/local-dates.ts';
import { expect, test } from './fixtures.ts';
import { credentialsOf, makeOrganisation, type Organisation, type Person } from './organisation.ts';
import { READY_WORKSPACE } from './people.ts';

const HELD_ON = '2024-06-17';
const LONG = `${'W'.repeat(70)} <b>&"'`;

let server: Server;
let made: Organisation;
/** Ana is trained and handles 36 of 40 effectively then, where it was 20 of 40; Ben stays as he was. */
test.beforeAll(async () => {
  server = await startServer({ env: READY_WORKSPACE });
  made = await makeOrganisation(server.home);
  const { records, close } = await openRecords({
    home: server.home,
    databaseUrl: null,
    databaseDirectUrl: null,
  });
  const people = await records
    .insert(agent)
    .values(['Ana', 'Ben'].map((reference) => ({ reference, teamId: made.teams.own })))
    .returning({ id: agent.agentId });
  const days = (who: number, from: string, effective: number) =>
    Array.from({ length: 40 }, (_, index) => ({
      at: shiftDays(from, index),
      trigger: 'service_delay',
      team: made.teams.own,
      agent: people[who]?.id ?? 0,
      intensity: [4, index < effective ? 2 : 4] as [number, number],
      techniques: { paraphrasing: index < effective ? ('effective' as const) : ('missed' as const) },
    }));
  await makeIncidents(records, [
    ...days(0, '2024-05-01', 20),
    ...days(0, '2024-06-18', 36),
    ...days(1, '2024-05-01', 20),
    ...days(1, '2024-06-18', 20),
  ]);
  const rows = await records.select({ incidentId: incident.incidentId }).from(incident);
  const changedAt = new Date();
  await records.insert(factChange).values(rows.map((row) => ({ ...row, changedAt })));
  await close();
});
test.afterAll(() => server.stop());

async function signIn(page: Page, person: Person): Promise<void> {
  const { email, password } = credentialsOf(person);
  await page.goto(`${server.url}/sign-in`);
  await page.getByLabel('E-mail address').fill(email);
  await page.getByLabel('Password').fill(password);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.getByRole('navigation', { name: 'Pages', exact: true }).waitFor();
}

/** No part of the page stands beside it. */
async function expectToFit(page: Page): Promise<void> {
  const beside = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  expect(beside).toBeLessThanOrEqual(0);
}

const titleOf = (page: Page) => page.getByRole('heading', { level: 1 });

test('a trainer makes a module, plans a session for a gap, marks who came, and sees that it worked', async ({
  page,
  axe,
}) => {
  await signIn(page, 'trainer');

  await test.step('the module is made by keyboard alone', async () => {
    await page.getByRole('navigation', { name: 'Pages', exact: true }).getByText('Skills').click();
    await page.getByRole('navigation', { name: 'Pages about skills' }).getByText('Training').click();
    await page.getByRole('link', { name: 'Make a module' }).focus();
    await page.keyboard.press('Enter');
    await expect(titleOf(page)).toHaveText('Make a module');
    await page.getByRole('textbox', { name: 'Name' }).focus();
    await page.keyboard.press('Enter');
    await expect(page.getByText('Give a name: what is trained, in a few words.')).toBeVisible();
    await expect(page.getByText('Choose at least one technique.')).toBeVisible();
    await page.keyboard.type('Saying it back');
    await page.getByRole('checkbox', { name: 'Paraphrasing' }).focus();
    await page.keyboard.press('Space');
    await axe();
    await page.getByRole('button', { name: 'Make the module' }).focus();
    await page.keyboard.press('Enter');
    await expect(titleOf(page)).toHaveText('Saying it back');
    await axe();
  });

  await test.step('the session is planned from the gap, for everybody of the team', async () => {
    const { own } = made.teams;
    await page.goto(`${server.url}/skills/training/sessions/new?technique=paraphrasing&team=${own}`);
    await expect(page.getByText('For the gap in paraphrasing of Own.')).toBeVisible();
    await expect(page.getByLabel('Module')).toHaveText(/^Saying it back \(trains paraphrasing\)/);
    await expect(page.getByRole('checkbox', { name: 'Own, 3 people' })).toBeChecked();
    await page.getByLabel('Day').fill(HELD_ON);
    await axe();
    await page.getByRole('button', { name: 'Plan the session' }).click();
    await expect(titleOf(page)).toHaveText('Saying it back, 17 Jun 2024');
    await expect(page.getByRole('heading', { name: '3 people asked, nobody marked yet' })).toBeVisible();
  });

  await test.step('Ana came; beside the others her share rose by 40 points', async () => {
    await page.getByRole('checkbox', { name: 'Ana' }).check();
    await page.getByRole('button', { name: 'Save who came' }).click();
    await expect(page.getByRole('heading', { name: '1 of 3 came' })).toBeVisible();
    await expect(
      page.getByRole('heading', {
        name: /^Followed by a real rise, 40\.0 points more than in people not trained/,
      }),
    ).toBeVisible();
    await expect(
      page.getByRole('heading', { name: /^Trained: 50\.0 % before, 90\.0 % after/ }),
    ).toBeVisible();
    await expect(
      page.getByRole('heading', { name: /^Not trained: 50\.0 % before, 50\.0 % after/ }),
    ).toBeVisible();
    await axe();
    await expectToFit(page);
  });

  await test.step('each group opens exactly its incidents', async () => {
    await page.getByRole('link', { name: 'Open 40 incidents after with 40 opportunities' }).first().click();
    await expect(titleOf(page)).toHaveText(/^Showing 40 of /);
    await expect(page.getByText(/people trained in session \d+/).first()).toBeVisible();
    await page.goBack();
  });

  await test.step('the list of sessions says it in short, and the pack has a cover', async () => {
    const session = page.url();
    await page.getByRole('link', { name: 'Session pack to print' }).click();
    await expect(page.getByRole('region', { name: 'Cover' })).toContainText('Ana');
    await axe();
    await page.goto(`${server.url}/skills/training`);
    await expect(page.getByRole('row', { name: /Saying it back.*Real rise, \+40\.0 points/ })).toBeVisible();
    await axe();
    await page.setViewportSize({ width: 390, height: 844 });
    await expectToFit(page);
    await page.goto(session);
    await expectToFit(page);
  });
});

test('a trainer makes a role-play card from an incident, and nothing personal is kept', async ({
  page,
  axe,
}) => {
  await signIn(page, 'trainer');
  await page.goto(`${server.url}/incidents/${made.incidents.own}`);
  await page.getByRole('link', { name: 'Make a scenario' }).click();
  await expect(titleOf(page)).toHaveText(/^Make a scenario of INC-\d+$/);

  await test.step('or from its number, which is asked for', async () => {
    await page.goto(`${server.url}/skills/scenarios`);
    await page.getByRole('link', { name: 'Make a scenario' }).click();
    await expect(titleOf(page)).toHaveText('Make a scenario');
    await axe();
    await page.getByLabel('Incident', { exact: true }).fill(`INC-${made.incidents.own}`);
    await page.keyboard.press('Enter');
    await expect(titleOf(page)).toHaveText(`Make a scenario of INC-${made.incidents.own}`);
  });
  await page.getByLabel('Title').fill(LONG);
  await page.getByLabel('Situation').fill('A customer calls from 020 7946 0958 about a fee that came twice.');
  await page.getByLabel('Hidden facts').fill('The agent, whose name was The agent, had promised a refund.');
  for (const part of ['Listen', 'Empathise', 'Ask', 'Produce a solution'])
    await page.getByLabel(part, { exact: true }).fill(`${part}: what good looks like.`);
  await page.getByRole('checkbox', { name: 'Paraphrasing' }).check();

  await test.step('what is taken out is shown before it is saved', async () => {
    await page.getByRole('button', { name: 'Show what is taken out' }).click();
    const taken = page.getByRole('region', { name: 'What is taken out' });
    await expect(taken).toContainText('calls from [PHONE-1] about a fee');
    await axe();
  });

  await test.step('it is saved only once somebody has read it', async () => {
    await page.getByRole('button', { name: 'Save the card' }).click();
    await expect(page.getByText(/^Read the card through and tick/)).toBeVisible();
    await page.getByRole('checkbox', { name: /^I have read it through/ }).check();
    await page.getByRole('button', { name: 'Save the card' }).click();
    await expect(titleOf(page)).toHaveText(LONG);
    await expect(page.getByText('[PHONE-1]', { exact: true })).toBeVisible();
    await expect(page.getByText('7946 0958')).toHaveCount(0);
    await axe();
    await page.setViewportSize({ width: 390, height: 844 });
    await expectToFit(page);
    await page.setViewportSize({ width: 1440, height: 900 });
  });

  await test.step('it is found by a word of it and by its technique', async () => {
    await page.goto(`${server.url}/skills/scenarios`);
    const search = page.getByRole('form', { name: 'Search the cards' });
    await search.getByLabel('Words').fill('fees');
    await search.getByLabel('Technique').selectOption('Paraphrasing');
    await search.getByRole('button', { name: 'Search' }).click();
    await expect(titleOf(page)).toHaveText('1 card for paraphrasing found');
    await axe();
    await expectToFit(page);
  });
});

test('a trainer shares a lesson with what speaks for it, and its team finds it', async ({
  page,
  browser,
  axe,
}) => {
  await signIn(page, 'trainer');
  await page.goto(`${server.url}/incidents?technique=paraphrasing~effective&period=all`);
  await page.getByRole('link', { name: 'Share a lesson' }).click();
  await expect(titleOf(page)).toHaveText('Share a lesson');
  // 96 incidents were handled effectively, all of them calmer; of the other 64 none.
  const evidence = page.getByRole('region', { name: 'What speaks for it' });
  await expect(evidence).toContainText('96 of 96 calmer afterwards, 100 %');
  await expect(evidence).toContainText('of all others 0 of 64, 0 %');
  await expect(evidence).toContainText('Better than the others');
  await page.getByLabel('What worked').fill('Say back what was said');
  await page.getByLabel('The issue', { exact: true }).fill(`They feel unheard. ${LONG}`);
  await page.getByLabel('What resolves it').fill('Say it back before anything is offered.');
  await page.getByRole('checkbox', { name: 'Own' }).check();
  await axe();
  await page.getByRole('button', { name: 'Share the lesson' }).click();
  await expect(titleOf(page)).toHaveText('Say back what was said');
  await expect(page.getByText('Shared by The trainer')).toBeVisible();
  await axe();

  await test.step('the evidence opens exactly its incidents', async () => {
    await page.getByRole('link', { name: 'Open 96 incidents' }).click();
    await expect(titleOf(page)).toHaveText(/^Showing 96 of /);
    await page.goBack();
  });

  await test.step('asked before its day, it is true no more, and stands apart', async () => {
    await page.getByText(/^Asks again on .*: answer before$/).click();
    await page.getByRole('radio', { name: /^True no more/ }).check();
    await page.getByRole('button', { name: 'Save the answer' }).click();
    await expect(page.getByText(/^Found to be true no more on/)).toBeVisible();
    // The place to answer stays open after it was answered.
    await expect(page.getByText('Is it true again?')).toBeVisible();
    await page.getByRole('radio', { name: /^Still true/ }).check();
    await page.getByRole('button', { name: 'Save the answer' }).click();
    await expect(page.getByRole('heading', { name: 'Asked before' })).toBeVisible();
    await expect(page.getByText('Still true', { exact: true }).first()).toBeVisible();
  });

  await test.step('an agent of the team finds it by other forms of its words, and no card', async () => {
    const context = await browser.newContext();
    const hers = await context.newPage();
    await signIn(hers, 'agent');
    await hers.goto(`${server.url}/skills/lessons?search=offering`);
    await expect(hers.getByRole('link', { name: 'Say back what was said' })).toBeVisible();
    await axe({ page: hers });
    await expect(hers.getByRole('link', { name: 'Scenarios' })).toHaveCount(0);
    expect((await hers.goto(`${server.url}/skills/scenarios`))?.status()).toBe(403);
    await expect(titleOf(hers)).toHaveText('Your role does not include this page');
    await axe({ page: hers });
    await hers.goto(`${server.url}/skills/training`);
    await expect(titleOf(hers)).toHaveText('Your training');
    await context.close();
  });
});
