import { type Server, startServer } from '@/bin/testing/server.ts';
import { QUOTAS } from '@/lib/http/quotas.ts';
import { expect, test } from './fixtures.ts';
import { API_KEY, READY_WORKSPACE, signIn } from './people.ts';

let server: Server;
test.beforeAll(async () => {
  server = await startServer({ env: READY_WORKSPACE });
});
test.afterAll(() => server.stop());

test('who asks for too much is told when to come back, and nobody else waits for it', async ({
  page,
  request,
  axe,
  allowConsole,
}) => {
  allowConsole(/status of 429/);
  await signIn(page, server.url);
  const take = () => page.request.get(`${server.url}/api/settings/audit`);
  for (let turn = 0; turn < QUOTAS.export.most; turn += 1) expect((await take()).status()).toBe(200);
  const refused = await take();
  expect(refused.status()).toBe(429);
  const wait = Number(refused.headers()['retry-after']);
  expect(wait).toBeGreaterThan(0);
  expect(wait).toBeLessThanOrEqual(QUOTAS.export.seconds);
  expect((await refused.json()).error).toMatchObject({
    code: 'too_many',
    message: expect.stringMatching(/^Too many requests\. Nothing was done; try again in \d+ seconds?\.$/),
  });
  await test.step('in the browser it is a page that says so, and leads back', async () => {
    await page.goto(`${server.url}/settings/audit?action=export`);
    await page.getByRole('link', { name: 'Download as CSV' }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('More than 30 files in a minute');
    await expect(page.getByText(/try again in \d+ seconds?\.$/)).toBeVisible();
    await expect(page.getByText(/^Nothing was lost/)).toBeVisible();
    await axe();
    await page.getByRole('link', { name: 'Back to the page' }).click();
    await expect(page).toHaveURL(`${server.url}/settings/audit?action=export`);
  });
  const other = await request.get(`${server.url}/api/v1/reports/overview`, {
    headers: { authorization: `Bearer ${API_KEY}` },
  });
  expect(other.status()).toBe(200);
});

test('an address that asks with keys that nobody made is slowed down, and a real key from there is not', async ({
  request,
}) => {
  const ask = (key: string) =>
    request.get(`${server.url}/api/v1/openapi.json`, { headers: { authorization: `Bearer ${key}` } });
  const answers: number[] = [];
  for (let turn = 0; turn <= QUOTAS.stranger.most; turn += 1)
    answers.push((await ask(`guess-${turn}`)).status());
  expect([answers[0], answers.at(-2), answers.at(-1)]).toEqual([401, 401, 429]);
  expect((await ask(API_KEY)).status()).toBe(200);
});
