import { type Server, startServer } from '@/bin/testing/server.ts';
import { expect, test } from './fixtures.ts';
import { makeOrganisation } from './organisation.ts';
import { API_KEY, READY_WORKSPACE, signIn } from './people.ts';
import { makeRecurring, QUARTER } from './recurring.ts';

let server: Server;
test.beforeAll(async () => {
  server = await startServer({ env: { ...READY_WORKSPACE, LOOKBACK_FACTS: 'record' } });
  const { teams } = await makeOrganisation(server.home);
  await makeRecurring(server.home, teams.own);
});
test.afterAll(() => server.stop());

test('without a copy every page with figures reads the record, and a bar opens as many incidents as it shows', async ({
  page,
  request,
}) => {
  const headers = { authorization: `Bearer ${API_KEY}` };
  const answer = await request.get(`${server.url}/api/v1/reports/overview?${QUARTER}`, { headers });
  expect(await answer.json()).toMatchObject({ version: null, incidents: { shown: 259, all: 427 } });
  await signIn(page, server.url);
  const heading = page.getByRole('heading', { level: 1 });
  for (const path of ['/', '/patterns', '/incidents']) {
    await page.goto(`${server.url}${path}?${QUARTER}`);
    await expect(heading).toHaveText('Showing 259 of 427 incidents');
    await expect(page.locator('[aria-busy="true"]')).toHaveCount(0, { timeout: 20_000 });
    await expect(page.getByText('could not be computed')).toHaveCount(0);
  }
  await page.goto(`${server.url}/?${QUARTER}`);
  await expect(page.getByRole('row', { name: /^Billing error/ }).first()).toContainText('123');
  await page.goto(`${server.url}/incidents?${QUARTER}&trigger=billing_error`);
  await expect(heading).toHaveText('Showing 123 of 427 incidents');
});
