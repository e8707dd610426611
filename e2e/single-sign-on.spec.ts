import { type Server, startServer } from '@/bin/testing/server.ts';
import { type OidcProvider, startOidcProvider } from '@/db/testing/oidc-provider.ts';
import { expect, test } from './fixtures.ts';
import { ADMIN, READY_WORKSPACE } from './people.ts';

let provider: OidcProvider;
let server: Server;

test.beforeAll(async () => {
  provider = await startOidcProvider();
  server = await startServer({
    env: {
      ...READY_WORKSPACE,
      LOOKBACK_OIDC_ISSUER: provider.issuer,
      LOOKBACK_OIDC_CLIENT_ID: provider.clientId,
      LOOKBACK_OIDC_CLIENT_SECRET: provider.clientSecret,
      LOOKBACK_OIDC_NAME: 'Example Energy',
    },
  });
});
test.afterAll(async () => {
  await server.stop();
  await provider.stop();
});

test('through the provider one comes to the page that was asked for, with the roles of the own account', async ({
  page,
  axe,
}) => {
  provider.next({ sub: 'ada', email: ADMIN.email, email_verified: true, name: 'Ada' });
  await page.goto(`${server.url}/settings/keys`);
  await axe();
  await page.getByRole('link', { name: 'Sign in with Example Energy' }).click();
  await expect(page).toHaveURL(`${server.url}/settings/keys`);
  await page.goto(`${server.url}/settings/accounts`);
  await page
    .getByRole('row', { name: /\(you\)/ })
    .getByRole('link')
    .click();
  await expect(page.getByText('By a password, or single sign-on.')).toBeVisible();
});

test('somebody new has no role yet; one whom the provider does not vouch for is told so', async ({
  page,
  axe,
}) => {
  provider.next({ sub: 'new', email: 'new@example.org', email_verified: true, name: 'Noa New' });
  await page.goto(`${server.url}/sign-in/provider`);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('No role yet');
  await page.getByRole('link', { name: 'Noa New, your account' }).click();
  await expect(page.getByText('You sign in through your organisation')).toBeVisible();
  await axe();
  await page.getByRole('button', { name: 'Sign out' }).first().click();
  await page.waitForURL('**/sign-in');
  provider.next({ sub: 'liar', email: ADMIN.email, email_verified: false });
  await page.getByRole('link', { name: 'Sign in with Example Energy' }).click();
  await expect(page.getByRole('alert').first()).toContainText(
    'your organisation does not vouch for your address',
  );
  await axe();
});
