import type { APIRequestContext, Page, Request } from '@playwright/test';
import { type Server, startServer } from '@/bin/testing/server.ts';
import { expect, test } from './fixtures.ts';
import { credentialsOf, makeOrganisation, type Organisation, RIVAL } from './organisation.ts';
import { READY_WORKSPACE } from './people.ts';

interface Recorded {
  method: string;
  path: string;
  headers: Record<string, string>;
  body: Buffer | null;
}

let server: Server;
let made: Organisation;

test.beforeAll(async () => {
  server = await startServer({ env: READY_WORKSPACE });
  made = await makeOrganisation(server.home);
});
test.afterAll(() => server.stop());

/** Everything that the browser of somebody asks for while they look around and end another session of theirs. */
async function record(
  page: Page,
  who: { email: string; password: string },
  own: number,
): Promise<Recorded[]> {
  const asked: Request[] = [];
  const signIn = async () => {
    await page.goto(`${server.url}/sign-in`);
    await page.getByLabel('E-mail address').fill(who.email);
    await page.getByLabel('Password').fill(who.password);
    await page.getByRole('button', { name: 'Sign in' }).click();
    await page.getByRole('navigation', { name: 'Pages', exact: true }).waitFor();
  };
  await signIn();
  page.on('request', (request) => asked.push(request));
  await page.goto(`${server.url}/?period=all`);
  await page.getByRole('heading', { level: 1 }).waitFor();
  await page.goto(`${server.url}/incidents?period=all`);
  await page.getByRole('heading', { level: 1 }).waitFor();
  await page.goto(`${server.url}/incidents/${own}`);
  for (const at of [
    '/api/filters/team?period=all',
    '/api/panels/overview/triggers?format=csv&period=all',
    '/api/v1/reports/overview?period=all',
  ])
    await page.evaluate((path) => fetch(path).then((answer) => answer.text()), at);
  await page.goto(`${server.url}/account`);
  const form = page.getByRole('form', { name: 'Change the password' });
  await form.getByLabel('Present password').fill('not the password');
  await form.getByLabel('New password').fill('five green gates and a goat');
  await form.getByRole('button').click();
  await page.getByText('This is not your present password.').waitFor();
  return Promise.all(asked.filter((request) => request.url().startsWith(server.url)).map(toRecorded));
}

async function toRecorded(request: Request): Promise<Recorded> {
  const { cookie: _, host: __, 'content-length': ___, ...headers } = await request.allHeaders();
  const named = Object.fromEntries(Object.entries(headers).filter(([name]) => !name.startsWith(':')));
  const path = request.url().slice(server.url.length);
  return { method: request.method(), path, headers: named, body: request.postDataBuffer() };
}

async function replay(other: APIRequestContext, { method, path, headers, body }: Recorded) {
  return other.fetch(path, { method, headers, maxRedirects: 0, ...(body ? { data: body } : {}) });
}

test('what the browser of one manager asked for answers another with nothing of the first’s team', async ({
  browser,
  playwright,
  allowConsole,
}) => {
  allowConsole(/401|404/);
  const people = [
    { who: credentialsOf('manager'), own: made.incidents.own, name: 'Own' },
    { who: RIVAL, own: made.incidents.other, name: 'Other' },
  ];
  const seen = [];
  for (const { who, own, name } of people) {
    const page = await (await browser.newContext()).newPage();
    await page.goto(server.url);
    const requests = await record(page, who, own);
    seen.push({ requests, own, name, who, page });
  }
  for (const [index, { requests, own, name }] of seen.entries()) {
    const rival = seen[1 - index];
    const other = await playwright.request.newContext({ baseURL: server.url });
    const headers = { origin: server.url, accept: 'application/json' };
    await other.post('/sign-in/session', { form: rival?.who ?? {}, headers });
    const data = requests.filter(({ path }) => !path.startsWith('/_next/static'));
    expect(data.length).toBeGreaterThan(8);
    expect(data.some(({ method }) => method === 'POST')).toBe(true);
    let looked = 0;
    for (const request of data) {
      const answer = await replay(other, request);
      const text = await answer.text();
      const what = `${request.method} ${request.path}`;
      if (request.path === `/incidents/${own}`) expect(answer.status(), what).toBe(404);
      expect(text, what).not.toContain(`/incidents/${own}"`);
      expect(text, what).not.toContain(`data-row="${own}"`);
      expect(text.includes(`"label":"${name}"`), what).toBe(false);
      if (answer.status() === 200) looked += 1;
    }
    expect(looked).toBeGreaterThan(3);
    await other.dispose();
  }
  for (const { page } of seen) {
    await page.goto(`${server.url}/account`);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Your account');
    await page.context().close();
  }
});

test('a form that ends a session ends nobody else’s, whoever sends it again', async ({
  browser,
  playwright,
}) => {
  const who = credentialsOf('manager');
  const [first, second] = await Promise.all([browser.newContext(), browser.newContext()]);
  const [here, elsewhere] = [await first.newPage(), await second.newPage()];
  for (const page of [elsewhere, here]) {
    await page.goto(`${server.url}/sign-in?next=/account`);
    await page.getByLabel('E-mail address').fill(who.email);
    await page.getByLabel('Password').fill(who.password);
    await page.getByRole('button', { name: 'Sign in' }).click();
    await page.getByRole('heading', { level: 1, name: 'Your account' }).waitFor();
  }
  const sessions = here.getByRole('table').getByRole('row').filter({ hasText: 'Chrome' });
  const before = await sessions.count();
  const [sent] = await Promise.all([
    here.waitForRequest((request) => request.method() === 'POST'),
    // Held back, so that the session still lives when somebody else sends the very same form.
    here.route('**/account', (route) =>
      route.request().method() === 'POST' ? route.abort() : route.continue(),
    ),
    here.getByRole('button', { name: 'End' }).last().click(),
  ]);
  const form = await toRecorded(sent);
  const rival = await playwright.request.newContext({ baseURL: server.url });
  const headers = { origin: server.url, accept: 'application/json' };
  await rival.post('/sign-in/session', { form: RIVAL, headers });
  expect((await replay(rival, form)).status()).toBeLessThan(500);
  await here.unroute('**/account');
  await here.reload();
  await expect(sessions).toHaveCount(before);
  await rival.dispose();
  await Promise.all([first.close(), second.close()]);
});
