import type { Browser, Page } from '@playwright/test';
import { type Server, startServer } from '@/bin/testing/server.ts';
import { type MailServer, startMailServer } from '@/db/testing/mail-server.ts';
import { expect, test } from './fixtures.ts';
import { ADMIN, READY_WORKSPACE, signIn } from './people.ts';

const INES = { name: 'Ines Moreau', email: 'ines@example.org', password: 'four kettles, no tea' };

let office: MailServer;
let server: Server;
test.beforeAll(async () => {
  office = await startMailServer();
  server = await startServer({
    env: (url) => ({
      ...READY_WORKSPACE,
      LOOKBACK_URL: url,
      LOOKBACK_SMTP_URL: `smtp://127.0.0.1:${office.port}`,
      LOOKBACK_MAIL_FROM: 'Lookback <lookback@example.org>',
    }),
  });
});
test.afterAll(async () => {
  await server.stop();
  await office.close();
});

/** The link in the newest mail, once there are so many. */
async function linkIn(mails: number): Promise<string> {
  await expect.poll(() => office.taken.length).toBe(mails);
  const raw = office.taken.at(-1)?.raw.replace(/=\r\n/g, '').replaceAll('=3D', '=') ?? '';
  return raw.match(/http:\S+\/join\?token=[\w-]+/)?.[0] ?? '';
}

const another = async (browser: Browser): Promise<Page> =>
  (await browser.newContext({ baseURL: server.url })).newPage();

test('an invitation comes by mail, again where it was lost, and the link is shown where no mail can go', async ({
  page,
  axe,
  browser,
}) => {
  await signIn(page, server.url);
  await page.goto(`${server.url}/settings/accounts`);
  await expect(page.getByText('They are sent a link that works once')).toBeVisible();
  const form = page.getByRole('form', { name: 'Invite somebody' });
  const invite = async (name: string, email: string) => {
    await form.getByLabel('Name', { exact: true }).fill(name);
    await form.getByLabel('E-mail address').fill(email);
    await form.getByRole('button', { name: 'Invite' }).click();
  };

  await test.step('the page says where the mail went, and shows no link', async () => {
    await invite(INES.name, INES.email);
    await expect(page.getByText(`A mail with the link is on its way to ${INES.email}.`)).toBeVisible();
    await expect(page.getByLabel('One-time link')).toHaveCount(0);
    await axe();
    expect(office.taken.map(({ to }) => to)).toEqual([[INES.email]]);
  });

  await test.step('it is sent again from the page of the account, and only the newest opens', async () => {
    const first = await linkIn(1);
    await page.getByRole('link', { name: INES.name }).click();
    await page.getByRole('button', { name: 'Send the invitation again' }).click();
    await expect(page.getByText(`on its way to ${INES.email}`)).toBeVisible();
    await axe();
    const hers = await another(browser);
    await hers.goto(first);
    await expect(hers.getByRole('heading', { name: 'This link does not work any more' })).toBeVisible();
    await hers.goto(await linkIn(2));
    await hers.getByLabel('Password', { exact: true }).fill(INES.password);
    await hers.getByRole('button', { name: 'Join' }).click();
    await expect(hers.getByText('has no role yet').or(hers.getByRole('navigation')).first()).toBeVisible();
    await hers.context().close();
  });

  await test.step('while the mail server is away that is said, with the link to pass on', async () => {
    await office.close();
    await page.goto(`${server.url}/settings/accounts`);
    await invite('Tom Lund', 'tom@example.org');
    await expect(page.getByText('Nothing was sent to tom@example.org.')).toBeVisible();
    await expect(page.getByText('The mail server does not answer.')).toBeVisible();
    await expect(page.getByLabel('One-time link')).toHaveValue(new RegExp(`^${server.url}/join\\?token=`));
    await axe();
    await page.goto(`${server.url}/settings/audit?action=account_mail_failed`);
    await expect(page.getByRole('row').filter({ hasText: 'One-time link not sent' })).toHaveCount(1);
  });
});

test('who has forgotten a password is told the same whether there is such an account', async ({
  page,
  axe,
}) => {
  await page.goto(`${server.url}/sign-in`);
  await page.getByRole('link', { name: 'Forgotten password' }).click();
  await axe();
  await page.getByRole('button', { name: 'Send the link' }).click();
  await expect(page.getByText('Give an e-mail address')).toBeVisible();
  for (const email of ['nobody@example.org', ADMIN.email]) {
    await page.getByLabel('E-mail address').fill(email);
    await page.getByRole('button', { name: 'Send the link' }).click();
    await expect(page.getByText('If there is an account with a password at this address')).toBeVisible();
  }
  await axe();
});
