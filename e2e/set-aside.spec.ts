import type { Page } from '@playwright/test';
import { type Server, startServer } from '@/bin/testing/server.ts';
import { expect, test } from './fixtures.ts';
import { credentialsOf, makeOrganisation, type Organisation, type Person } from './organisation.ts';
import { READY_WORKSPACE } from './people.ts';

// Its own: what is set aside here would be missing everywhere else.
let server: Server;
let made: Organisation;
test.beforeAll(async () => {
  server = await startServer({ env: READY_WORKSPACE });
  made = await makeOrganisation(server.home);
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

/** Loads the list until it shows what is expected: the copy of the facts follows in its own time. */
async function expectShown(page: Page, words: string): Promise<void> {
  await expect(async () => {
    await page.goto(`${server.url}/incidents?period=all`);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(words, { timeout: 1000 });
  }).toPass();
}

test('an incident that is none leaves the list, is found among what is set aside, and comes back', async ({
  page,
  axe,
}) => {
  const { own } = made.incidents;
  await signInAs(page, 'qa');
  await expectShown(page, 'Showing 2 of 2 incidents');

  await test.step('a reason is asked for, and by keyboard it is set aside', async () => {
    await page.goto(`${server.url}/incidents/${own}`);
    await page.getByRole('button', { name: 'Not an incident' }).focus();
    await page.keyboard.press('Enter');
    await expect(page.getByLabel('Why it is none')).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(page.getByText('Give a reason, in a few words.')).toBeVisible();
    await axe();
    await page.keyboard.type('A test call of the new line');
    await page.keyboard.press('Enter');
    const banner = page.getByRole('region', { name: 'Set aside' });
    await expect(banner).toContainText('Not an incident. It is in no figure, list, search or file.');
    await expect(banner).toContainText('A test call of the new line');
    await expect(banner).toContainText('Set aside by The qa');
    await expect(page.getByRole('button', { name: 'Same as another' })).toHaveCount(0);
    await axe();
  });

  await test.step('the list counts one less, says so, and leads to it', async () => {
    await expectShown(page, 'Showing 1 of 1 incident');
    await expect(page.getByText(/set aside/)).toHaveCount(1);
    await page.getByRole('link', { name: '1 incident set aside' }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Set aside');
    await expect(page.getByText('1 is not an incident.')).toBeVisible();
    await expect(page.getByRole('row')).toHaveCount(2);
    await axe();
    await page.getByRole('link', { name: /^The same as another/ }).click();
    await expect(page.getByRole('row')).toHaveCount(0);
    await page.getByRole('link', { name: /^Not an incident/ }).click();
    await page.getByRole('link', { name: `INC-${own}` }).click();
  });

  await test.step('undone, it counts again, and its history keeps both', async () => {
    await page.getByRole('button', { name: 'Undo: count it again' }).click();
    await expect(page.getByRole('region', { name: 'Set aside' })).toHaveCount(0);
    await expect(page.getByText('Counted again by The qa')).toBeVisible();
    await expect(page.getByText('Set aside as not an incident by The qa')).toBeVisible();
    await expectShown(page, 'Showing 2 of 2 incidents');
    await expect(page.getByText(/set aside/)).toHaveCount(0);
  });
});

test('an incident that is on record twice names the one that stays; a chain is refused in words', async ({
  page,
  axe,
}) => {
  const { own, other } = made.incidents;
  await signInAs(page, 'qa');
  await page.goto(`${server.url}/incidents/${other}`);
  await page.getByRole('button', { name: 'Same as another' }).click();
  await page.getByLabel('Number of the incident that stays').fill(`INC-${other}`);
  await page.getByLabel('How you can tell').fill('Same call, entered twice');
  await page.getByRole('button', { name: 'Set it aside' }).click();
  await expect(page.getByText('This is the incident itself. Name the one that stays.')).toBeVisible();
  await page.getByLabel('Number of the incident that stays').fill(`INC-${own}`);
  await page.getByRole('button', { name: 'Set it aside' }).click();
  await page
    .getByRole('region', { name: 'Set aside' })
    .getByRole('link', { name: `INC-${own}` })
    .click();
  await expect(
    page.getByText(`Also on record as INC-${other}, which is set aside as the same.`),
  ).toBeVisible();
  await axe();

  await page.getByRole('button', { name: 'Not an incident' }).click();
  await page.getByLabel('Why it is none').fill('Neither');
  await page.getByRole('button', { name: 'Set it aside' }).click();
  await expect(page.getByText(/which therefore has to stay/)).toBeVisible();

  await page.goto(`${server.url}/incidents/${other}`);
  await page.getByRole('button', { name: 'Undo: count it again' }).click();
  await expect(page.getByRole('region', { name: 'Set aside' })).toHaveCount(0);
});

test('who does not review has no buttons for it', async ({ page }) => {
  await signInAs(page, 'manager');
  await page.goto(`${server.url}/incidents/${made.incidents.own}`);
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Billing error');
  await expect(page.getByRole('button', { name: 'Not an incident' })).toHaveCount(0);
});
