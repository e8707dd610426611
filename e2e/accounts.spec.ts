import type { Browser, Page } from '@playwright/test';
import { totpOf } from '@/db/testing/totp.ts';
import { expect, test } from './fixtures.ts';
import { signIn } from './people.ts';

const INES = { name: 'Ines Moreau', email: 'ines@example.org', password: 'four kettles, no tea' };
const HALF_MINUTE = 30_000;

/** A browser of somebody else. */
async function another(browser: Browser, baseURL: string | undefined): Promise<Page> {
  return (await browser.newContext({ baseURL: baseURL ?? '' })).newPage();
}

async function givePassword(page: Page): Promise<void> {
  await page.goto('/sign-in');
  await page.getByLabel('E-mail address').fill(INES.email);
  await page.getByLabel('Password').fill(INES.password);
  await page.getByRole('button', { name: 'Sign in' }).click();
}

test('an administrator invites somebody, who joins, sets a second factor and is shut out', async ({
  page,
  axe,
  browser,
  baseURL,
}) => {
  await signIn(page);
  const hers = await another(browser, baseURL);
  let link = '';
  let uri = '';

  await test.step('a form that is not filled in says everything that is wrong, at its fields', async () => {
    await page.goto('/settings/accounts');
    await axe();
    await page.getByRole('button', { name: 'Invite' }).click();
    await expect(page.getByText('Give a name.')).toBeVisible();
    await expect(page.getByLabel('Name', { exact: true })).toBeFocused();
    await axe();
  });

  await test.step('the invitation shows a link once', async () => {
    const form = page.getByRole('form', { name: 'Invite somebody' });
    await form.getByLabel('Name', { exact: true }).fill(INES.name);
    await form.getByLabel('E-mail address').fill(INES.email);
    await form.getByRole('checkbox', { name: /^Quality assurance/ }).check();
    await form.getByRole('button', { name: 'Invite' }).click();
    link = await page.getByLabel('One-time link').inputValue();
    expect(link).toContain(`${baseURL}/join?token=`);
    await axe();
    await page.reload();
    await expect(page.getByLabel('One-time link')).toHaveCount(0);
    await expect(page.getByRole('row', { name: /Ines Moreau/ })).toContainText('Invited');
  });

  await test.step('she chooses a password that is long enough, and is in', async () => {
    await hers.goto(link);
    await expect(hers.getByRole('heading', { level: 1 })).toHaveText('Join Lookback');
    await axe({ page: hers });
    await hers.getByLabel('Password', { exact: true }).fill('short');
    await hers.getByRole('button', { name: 'Join' }).click();
    await expect(hers.getByText('Use at least 12 characters; this has 5.')).toBeVisible();
    await hers.getByLabel('Password', { exact: true }).fill(INES.password);
    await hers.getByRole('button', { name: 'Join' }).click();
    await expect(hers.getByRole('navigation', { name: 'Pages', exact: true })).toBeVisible();
    await expect(hers.getByRole('link', { name: 'Settings' })).toHaveCount(0);
    await expect(hers.getByRole('link', { name: 'Import' })).toHaveCount(0);
  });

  await test.step('the link is void from then on', async () => {
    const thief = await another(browser, baseURL);
    await thief.goto(link);
    await expect(thief.getByRole('heading', { level: 1 })).toHaveText('This link does not work any more');
    await axe({ page: thief });
    await thief.context().close();
  });

  await test.step('she sets up a second factor by keyboard', async () => {
    await hers.getByRole('link', { name: 'Ines Moreau, your account' }).click();
    await expect(hers.getByRole('heading', { level: 1 })).toHaveText('Your account');
    await axe({ page: hers });
    const form = hers.getByRole('form', { name: 'Set up a second factor' });
    await form.getByLabel('Present password').focus();
    await hers.keyboard.type('not the password');
    await hers.keyboard.press('Enter');
    await expect(hers.getByText('This is not your present password.')).toBeVisible();
    await form.getByLabel('Present password').fill(INES.password);
    await hers.keyboard.press('Enter');
    await expect(hers.getByRole('img', { name: /QR code/ })).toBeVisible();
    await expect(hers.getByRole('list', { name: 'Recovery codes' }).getByRole('listitem')).toHaveCount(10);
    await axe({ page: hers });
    const secret = (await hers.locator('code').innerText()).replaceAll(' ', '');
    uri = `otpauth://totp/Lookback?secret=${secret}`;
    await hers.getByLabel('3. The code that the app shows').fill(totpOf(uri, Date.now()));
    await hers.getByRole('button', { name: 'Turn it on' }).click();
    await expect(hers.getByText('It is on: signing in asks for a code of your app.')).toBeVisible();
    await axe({ page: hers });
  });

  await test.step('signing in asks for a code now, and a wrong one is said', async () => {
    await hers.getByRole('button', { name: 'Sign out' }).first().click();
    await hers.waitForURL('**/sign-in');
    await givePassword(hers);
    await expect(hers.getByRole('heading', { level: 1 })).toHaveText('Code');
    await axe({ page: hers });
    await hers.getByLabel('Code').fill('000000');
    await hers.getByRole('button', { name: 'Sign in' }).click();
    await expect(hers.getByText(/This code is not right/)).toBeVisible();
    await hers.getByLabel('Code').fill(totpOf(uri, Date.now() + HALF_MINUTE));
    await hers.getByRole('button', { name: 'Sign in' }).click();
    await expect(hers.getByRole('navigation', { name: 'Pages', exact: true })).toBeVisible();
  });

  await test.step('disabled, she is out with her next click; the administrator cannot disable the last account', async () => {
    await page.goto('/settings/accounts');
    await page.getByRole('link', { name: INES.name }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(INES.name);
    await axe();
    await page.getByRole('button', { name: 'Disable' }).click();
    await expect(page.getByText('Disabled: nobody can sign in with this account.')).toBeVisible();
    await hers
      .getByRole('navigation', { name: 'Pages', exact: true })
      .getByRole('link', { name: 'Incidents' })
      .click();
    await hers.waitForURL('**/sign-in?**');
    await page.goto('/settings/accounts');
    await page
      .getByRole('row', { name: /\(you\)/ })
      .getByRole('link')
      .click();
    await page.getByRole('button', { name: 'Disable' }).click();
    await expect(page.getByText(/last account that can administer Lookback/)).toBeVisible();
  });

  await test.step('closed, she is former staff', async () => {
    await page.goto('/settings/accounts');
    await page.getByRole('link', { name: INES.name }).click();
    await page.getByText('Close for good').click();
    await page.getByRole('button', { name: 'Close the account' }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Accounts');
    await expect(page.getByRole('row', { name: /Former staff/ })).toContainText('Left');
    await expect(page.getByText(INES.email)).toHaveCount(0);
  });
  await hers.context().close();
});

test('on a phone every field and row of the accounts stays within 390 px', async ({ page }) => {
  await signIn(page);
  await page.setViewportSize({ width: 390, height: 844 });
  for (const path of ['/settings/accounts', '/account']) {
    await page.goto(path);
    const width = await page.evaluate(() => document.documentElement.scrollWidth);
    expect(width, path).toBe(390);
  }
});
