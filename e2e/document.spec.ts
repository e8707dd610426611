import type { Locator } from '@playwright/test';
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

  await test.step('what was entered right before leaving is kept, too', async () => {
    await page.getByLabel('Product or topic').fill('Router');
    await page.getByRole('navigation', { name: 'Pages', exact: true }).getByText('Incidents').click();
    await page.getByRole('link', { name: 'Document an incident' }).click();
    await expect(page.getByText(/You began this at/)).toBeVisible();
    await expect(page.getByLabel('Product or topic')).toHaveValue('Router');
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

/** Of what people take for a press, on the whole; 0.28 s is that of somebody who seldom types. */
const SECONDS_A_PRESS = 0.28;

test('by keyboard alone the six items are on record within 90 seconds', async ({ page }) => {
  await signIn(page, server.url);
  await page.goto(`${server.url}/incidents/new`);
  let presses = 0;
  const press = async (key: string) => {
    presses += 1;
    await page.keyboard.press(key);
  };
  const type = async (text: string) => {
    for (const letter of text) await press(letter);
  };
  const goTo = async (field: Locator) => {
    for (let tab = 0; tab < 40; tab += 1) {
      if (await field.evaluate((one) => one === document.activeElement)) return;
      await press('Tab');
    }
    throw new Error('The field is not reached by Tab.');
  };
  const fill = async (label: string, text: string) => {
    await goTo(page.getByLabel(label, { exact: true }));
    await type(text);
  };
  await page.getByRole('heading', { level: 1 }).click();
  await fill('Date', '05042023');
  await fill('Time', '1030AM');
  await fill('Customer', 'C-4711');
  await goTo(page.getByRole('checkbox', { name: 'Raised voice' }));
  await press('Space');
  await fill('State', 'Ang');
  await fill('Intensity before', '4');
  await fill('Intensity after', '2');
  await goTo(page.locator('summary', { hasText: 'Empathy' }));
  await press('Enter');
  await press('Tab');
  await type('Eff');
  await fill('It began at', 'Fr');
  await fill('Outcome', 'Res');
  await fill('Trigger', 'Bil');
  await goTo(page.getByRole('button', { name: 'Put it on record' }));
  await press('Enter');
  await expect(page).toHaveURL(/\/incidents\/\d+$/);
  await expect(page.getByText('6 of 6')).toBeVisible();
  expect(presses * SECONDS_A_PRESS).toBeLessThan(90);
});
