import { type Server, startServer } from '@/bin/testing/server.ts';
import { expect, test } from './fixtures.ts';
import { READY_WORKSPACE, signIn } from './people.ts';

// Its own: what is documented here would be counted everywhere else.
let server: Server;

test.beforeAll(async () => {
  server = await startServer({ env: READY_WORKSPACE });
});

test.afterAll(async () => {
  await server.stop();
});

test('somebody documents an incident: what is wrong is said, a draft survives, and it is on record', async ({
  page,
  axe,
}) => {
  await signIn(page, server.url);
  await page.goto(`${server.url}/incidents`);
  await page.getByRole('link', { name: 'Document an incident' }).click();
  await expect(page.getByRole('heading', { name: 'Document an incident' })).toBeVisible();
  await axe();

  await test.step('with nothing but the date of today it is refused, at the two fields of which one is needed', async () => {
    await expect(page.getByLabel('It began at')).toHaveValue('');
    await page.getByRole('button', { name: 'Put it on record' }).click();
    await expect(page.getByText('Say what happened, or choose a trigger above.')).toBeVisible();
    await expect(page.getByLabel('Trigger', { exact: true })).toBeFocused();
    await expect(page).toHaveURL(/\/incidents\/new$/);
  });

  await test.step('a date that is missing is said at its field, and nothing is lost', async () => {
    await page.getByLabel('Customer').fill('C-77-2');
    await page.getByLabel('Date', { exact: true }).fill('');
    await page.getByRole('button', { name: 'Put it on record' }).click();
    await expect(page.getByText('The date is missing.')).toBeVisible();
    await expect(page.getByLabel('Date', { exact: true })).toBeFocused();
    await expect(page.getByLabel('Customer')).toHaveValue('C-77-2');
    await axe();
  });

  await test.step('what was entered is kept, and is there again after the page was left', async () => {
    await page.getByLabel('Date', { exact: true }).fill('2023-05-04');
    await page.getByLabel('Time', { exact: true }).fill('10:30');
    await page.getByRole('checkbox', { name: 'Raised voice' }).check();
    await page.getByText('Communication', { exact: true }).click();
    await page.getByLabel('Calm tone').selectOption('Effective');
    await page.getByLabel('It began at').selectOption('Frontline');
    await page.getByRole('button', { name: 'It was passed on' }).click();
    await page.getByLabel('Passed on to').selectOption('Supervisor');
    await page.getByLabel('What happened').fill('Called from 020 7946 0018 about a second bill.');
    await expect(page.getByText('Kept as your draft.')).toBeVisible();
    await page.goto(`${server.url}/incidents`);
    await page.getByRole('link', { name: 'Document an incident' }).click();
    await expect(page.getByText(/You began this at/)).toBeVisible();
    await expect(page.getByLabel('Time', { exact: true })).toHaveValue('10:30');
    await expect(page.getByRole('checkbox', { name: 'Raised voice' })).toBeChecked();
    await expect(page.getByLabel('Calm tone')).toHaveValue('effective');
    await expect(page.getByLabel('Passed on to')).toHaveValue('supervisor');
  });

  await test.step('on record, it has its page: codes, path, and words without the number', async () => {
    await page.getByLabel('Outcome').selectOption('Resolved');
    await page.getByRole('button', { name: 'Put it on record' }).click();
    await expect(page).toHaveURL(/\/incidents\/\d+$/);
    await expect(page.getByText('about a second bill').first()).toBeVisible();
    await expect(page.getByText('7946')).toHaveCount(0);
    await axe();
    await page.goto(`${server.url}/incidents/new`);
    await expect(page.getByText(/What you enter is kept/)).toBeVisible();
  });
});
