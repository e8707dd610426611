import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Page } from '@playwright/test';
import { type Server, startServer } from '@/bin/testing/server.ts';
import { openRecords } from '@/db/records.ts';
import { auditLog } from '@/db/schema/housekeeping.ts';
import { expect, test } from './fixtures.ts';
import { credentialsOf, makeOrganisation, type Person } from './organisation.ts';
import { READY_WORKSPACE } from './people.ts';

const RUN = fileURLToPath(new URL('../bin/run.mjs', import.meta.url));
const WORDS = 'My name is Zelda Quimby. Call me on 0161 496 0774 about the fee of 12 March 2024.';
const FILE = [
  'Date received,Product,Issue,Consumer complaint narrative,Company response to consumer,Complaint ID',
  `03/14/24,Payday loan,Late fee,"${WORDS}",Closed with explanation,R1`,
  '',
].join('\r\n');

let server: Server;
let address: string;
test.beforeAll(async () => {
  server = await startServer({ env: READY_WORKSPACE });
  await makeOrganisation(server.home);
  const path = join(server.home, 'complaint.csv');
  writeFileSync(path, FILE);
  const env = { ...process.env, ...READY_WORKSPACE, LOOKBACK_HOME: server.home };
  execFileSync(process.execPath, [RUN, 'import', path, '--mapping', 'cfpb'], { env, stdio: 'pipe' });
  // The two of the organisation were first.
  address = `${server.url}/incidents/3`;
});
test.afterAll(() => server.stop());

async function signInAs(page: Page, person: Person): Promise<void> {
  const { email, password } = credentialsOf(person);
  await page.goto(`${server.url}/sign-in`);
  await page.getByLabel('E-mail address').fill(email);
  await page.getByLabel('Password').fill(password);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.getByRole('navigation', { name: 'Pages', exact: true }).waitFor();
}

async function reveals(): Promise<unknown[]> {
  const opened = await openRecords({ home: server.home, databaseUrl: null, databaseDirectUrl: null });
  const rows = await opened.records.select().from(auditLog).orderBy(auditLog.auditId);
  await opened.close();
  return rows.filter(({ action }) => action === 'reveal').map(({ subject, detail }) => [subject, detail]);
}

test('a QA analyst opens a sealed original for a reason, by keyboard, and each time it is logged', async ({
  page,
  axe,
}) => {
  await signInAs(page, 'qa');
  await page.goto(address);
  const narrative = page.getByText(
    'My name is [NAME-1]. Call me on [PHONE-1] about the fee of 12 March 2024.',
  );

  await test.step('the page shows tokens in the place of the person', async () => {
    await expect(narrative.first()).toBeVisible();
    expect(await page.content()).not.toContain('Quimby');
    await axe();
  });

  await test.step('without a reason nothing is opened', async () => {
    await page.getByRole('button', { name: 'Open the original' }).focus();
    await page.keyboard.press('Enter');
    const reason = page.getByLabel('Why do you need it?');
    await expect(reason).toBeFocused();
    await axe();
    await page.getByRole('button', { name: 'Open and log it' }).click();
    await expect(page.getByText('Choose a reason.')).toBeVisible();
    await expect(reason).toBeFocused();
    expect(await reveals()).toEqual([]);
  });

  await test.step('with one it is shown, and the focus is on it', async () => {
    await page.getByLabel('Why do you need it?').selectOption({ label: 'To reach the customer' });
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    const heading = page.getByRole('heading', { name: 'The original, opened for you' });
    await expect(heading).toBeFocused();
    await expect(page.getByText(WORDS).first()).toBeVisible();
    await axe();
    const detail = { reason: 'contact_customer', fields: ['narrative', 'sourceRows'] };
    expect(await reveals()).toEqual([['incident:3', detail]]);
  });

  await test.step('it is gone when it is hidden, and when the page is loaded again', async () => {
    await page.getByRole('button', { name: 'Hide it' }).click();
    await expect(page.getByText(WORDS)).toHaveCount(0);
    await page.reload();
    await expect(narrative.first()).toBeVisible();
    expect(await page.content()).not.toContain('Quimby');
    expect(await reveals()).toHaveLength(1);
  });
});

test('words that came in are nowhere in what the others see, and there is no button for them', async ({
  page,
  allowConsole,
}) => {
  allowConsole(/404 \(Not Found\)/);
  await signInAs(page, 'trainer');
  expect((await page.goto(address))?.status()).toBe(404);
  await page.goto(`${server.url}/incidents/1`);
  await expect(page.getByRole('button', { name: 'Open the original' })).toHaveCount(0);
});
