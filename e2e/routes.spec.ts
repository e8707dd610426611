import type { APIRequestContext, APIResponse } from '@playwright/test';
import { type Server, startServer } from '@/bin/testing/server.ts';
import { openRecords } from '@/db/records.ts';
import { team } from '@/db/schema/organisation.ts';
import { complaintsCsv } from './complaints.ts';
import { expect, test } from './fixtures.ts';
import { makePattern, makeSettings } from './organisation.ts';
import { ADMIN, API_KEY, READY_WORKSPACE, signIn } from './people.ts';
import { ROUTE_CASES, statusFor } from './routes.ts';
import { makeTraining } from './training-rows.ts';

const TABLE = ROUTE_CASES.map((row) => ({ ...row, at: row.at.replace('{own}', '1') }));
const FILE_NAME = '"><img src=x onerror=alert(1)>\r\nX-Made-Up: 1 ünï.csv';
const MARK = 'marked-so-that-it-can-be-found';

const EXPECTED = ['workspace_set_up', 'sign_in', 'sign_in_refused', 'import.start', 'import.done', 'export'];

let server: Server;
let stranger: APIRequestContext;
let administrator: APIRequestContext;
let program: APIRequestContext;

test.beforeAll(async ({ playwright }) => {
  server = await startServer({ env: READY_WORKSPACE });
  const context = { baseURL: server.url, maxRedirects: 0 };
  stranger = await playwright.request.newContext(context);
  administrator = await playwright.request.newContext(context);
  program = await playwright.request.newContext({
    ...context,
    extraHTTPHeaders: { authorization: `Bearer ${API_KEY}` },
  });
  expect((await signInAs(administrator, ADMIN)).status()).toBe(200);
  expect(await sendFile()).toBe('done');
  const record = await openRecord();
  const [made] = await record.records.insert(team).values({ name: 'Own' }).returning();
  await makeSettings(record.records, made?.teamId ?? 0);
  await makePattern(record.records, 'Wrong bills', made?.teamId ?? 0);
  await makeTraining(record.records, [made?.teamId ?? 0]);
  await record.close();
});

test.afterAll(async () => {
  await Promise.all([stranger, administrator, program].map((context) => context.dispose()));
  await server.stop();
});

const openRecord = () => openRecords({ home: server.home, databaseUrl: null, databaseDirectUrl: null });
const own = () => ({ origin: server.url });
const fetchRow = (who: APIRequestContext, method: string, at: string, headers = own()) =>
  who.fetch(at, { method, headers });

function signInAs(who: APIRequestContext, form: Record<string, string>): Promise<APIResponse> {
  const headers = { ...own(), accept: 'application/json' };
  return who.post('/sign-in/session', { form, headers });
}

/** Imports a few complaints, one of which is rejected, under a hostile name; answers with how the import ended. */
async function sendFile(): Promise<string> {
  const rows = complaintsCsv().split('\r\n').slice(0, 12);
  const broken = '13/45/24,Personal loan,Payday loan,Late fee,"=1+1\nnext",Web,Closed with explanation,9999';
  const sent = await administrator.post('/api/import', {
    params: { mapping: 'cfpb', name: FILE_NAME },
    headers: own(),
    data: Buffer.from([...rows, broken, ''].join('\r\n')),
  });
  expect(await sent.json()).toEqual({ run: 1 });
  let state = 'running';
  await expect
    .poll(async () => {
      ({ state } = await (await administrator.get('/api/import/1')).json());
      return state;
    })
    .not.toBe('running');
  return state;
}

function expectGuarded(answer: APIResponse, route: string): void {
  const headers = answer.headers();
  const policy = headers['content-security-policy'] ?? '';
  for (const directive of [
    /script-src 'self' 'nonce-[^']+' 'strict-dynamic'(;|$)/,
    /object-src 'none'/,
    /base-uri 'none'/,
    /frame-ancestors 'none'/,
    /form-action 'self'/,
  ]) {
    expect(policy, route).toMatch(directive);
  }
  expect(headers['x-content-type-options'], route).toBe('nosniff');
  expect(headers['referrer-policy'], route).toBe('same-origin');
  expect(headers['cross-origin-opener-policy'], route).toBe('same-origin');
  expect(headers['cross-origin-resource-policy'], route).toBe('same-origin');
  expect(headers['cache-control'], route).toContain('no-store');
  expect(headers['x-powered-by'], route).toBeUndefined();
}

test('the session comes in a cookie that scripts cannot read', async ({ playwright }) => {
  const browser = await playwright.request.newContext({ baseURL: server.url });
  const answer = await signInAs(browser, ADMIN);
  const cookie = answer.headersArray().find(({ name }) => name.toLowerCase() === 'set-cookie')?.value ?? '';
  await browser.dispose();
  expect(cookie).toMatch(/^lookback=[^;]+;/);
  expect(cookie).toMatch(/; HttpOnly/i);
  expect(cookie).toMatch(/; SameSite=lax/i);
  expect(cookie).toMatch(/; Path=\//i);
  expect(cookie).not.toMatch(/Domain/i);
});

test('a wrong password and an unknown account are refused with the same status, words and headers', async () => {
  const [known, unknown] = [ADMIN.email, 'nobody@example.org'].map((email) =>
    signInAs(stranger, { email, password: 'not the password' }),
  );
  const said = await Promise.all(
    [known, unknown].map(async (answer) => {
      const { date: _, 'content-security-policy': __, ...headers } = (await answer)?.headers() ?? {};
      return [(await answer)?.status(), await (await answer)?.text(), headers];
    }),
  );
  expect(said[0]?.[0]).toBe(401);
  expect(said[1]).toEqual(said[0]);
});

test('a file whose name is meant to break out is shown by its words', async ({ page }) => {
  await signIn(page, server.url);
  await page.goto(`${server.url}/import`);
  await expect(page.getByText('"><img src=x onerror=alert(1)> X-Made-Up: 1 ünï.csv')).toBeVisible();
});

for (const row of TABLE) {
  const { route, method, at } = row;
  const asStranger = statusFor(row, 'stranger');
  const asAdministrator = statusFor(row, { roles: ['manager', 'trainer', 'qa', 'admin'] });
  const withKey = statusFor(row, { scopes: ['read_reports', 'read_incidents'] });
  test(`${route} answers ${asStranger} to a stranger, ${asAdministrator} to the administrator, ${withKey ?? 'nothing'} to a key, guarded each time`, async () => {
    const answers = [
      await fetchRow(stranger, method, at),
      await fetchRow(administrator, method, at),
      ...(withKey === null ? [] : [await fetchRow(program, method, at)]),
    ];
    const statuses = [asStranger, asAdministrator, ...(withKey === null ? [] : [withKey])];
    expect(answers.map((answer) => answer.status())).toEqual(statuses);
    for (const answer of answers) expectGuarded(answer, route);
    const nonces = answers.map((answer) => answer.headers()['content-security-policy']);
    expect(new Set(nonces).size).toBe(nonces.length);
    if (row.needs !== 'open' && method === 'GET' && asStranger === 303) {
      const next = at === '/' ? '/sign-in' : `/sign-in?next=${encodeURIComponent(at)}`;
      expect(answers[0]?.headers().location).toContain(next);
    }
  });

  if (method === 'GET') continue;
  test(`${route} refuses the administrator's own browser when another page sends it`, async () => {
    const sources: Record<string, string>[] = [
      {},
      { origin: 'null' },
      { origin: 'https://elsewhere.example' },
      { origin: server.url.replace('http', 'https') },
      { ...own(), 'sec-fetch-site': 'cross-site' },
      { ...own(), 'sec-fetch-site': 'same-site' },
    ];
    for (const headers of sources) {
      const answer = await administrator.fetch(at, { method, headers });
      const location = answer.headers().location ?? '';
      expect(answer.status() === 403 || location.includes('problem=failed'), JSON.stringify(headers)).toBe(
        true,
      );
      expectGuarded(answer, route);
    }
  });
}

test('the actions of every page refuse what another page sends', async () => {
  for (const { at, method } of TABLE) {
    if (method !== 'GET' || at.startsWith('/api')) continue;
    for (const origin of ['null', 'https://elsewhere.example', '']) {
      const headers = { 'next-action': '0'.repeat(42), ...(origin ? { origin } : {}) };
      const answer = await administrator.post(at, { headers, form: { name: 'x' } });
      expect(answer.status(), `${at} from ${origin}`).toBe(403);
    }
  }
});

test('a made-up key beside the cookie opens nothing, whatever page sends it', async () => {
  const headers = { authorization: 'Bearer made-up', origin: 'https://elsewhere.example' };
  const answer = await administrator.post('/api/import?mapping=cfpb', { headers, data: 'x' });
  expect(answer.status()).toBe(401);
});

test('an address that there is not asks strangers to sign in and says 404 to others', async () => {
  const [out, inside] = [await stranger.get('/nowhere'), await administrator.get('/nowhere')];
  expect([out.status(), inside.status()]).toEqual([303, 404]);
  expectGuarded(out, '/nowhere');
  expectGuarded(inside, '/nowhere');
});

test('a file that is taken out has a name that Lookback made, whatever the address says', async () => {
  const query = `trigger=${encodeURIComponent('"\r\nX-Made-Up: 1; filename=evil.exe')}&period=all`;
  for (const format of ['csv', 'svg', 'png']) {
    const { headers } = await administrator
      .get(`/api/panels/overview/triggers?format=${format}&${query}`)
      .then((answer) => ({ headers: answer.headers() }));
    expect(headers['content-disposition']).toMatch(
      /^attachment; filename="lookback-triggers[-a-z0-9]*\.\w{3}"$/,
    );
    expect(headers['x-made-up']).toBeUndefined();
  }
  const rejected = await administrator.get('/api/import/1/rejected');
  expect(rejected.headers()['content-disposition']).toBe('attachment; filename="import-1-rejected.csv"');
  expect(await rejected.text()).toContain(`"'=1+1\nnext"`);
});

test('no address, no query and no e-mail reaches the log; a refusal does, with its path', async () => {
  for (const { method, at } of TABLE) {
    const marked = `${at}${at.includes('?') ? '&' : '?'}channel=${MARK}`;
    for (const who of [stranger, administrator, program]) await fetchRow(who, method, marked);
  }
  const log = server.output().split('Lookback is ready at')[1] ?? '';
  expect(log).not.toContain(MARK);
  expect(log).not.toContain(ADMIN.email);
  expect(log).not.toContain('X-Made-Up');
  expect(log).toMatch(/"right":"import","path":"\/api\/import\/1","msg":"refused"/);
});

test('the audit log tells of the set-up, the refusals, the sign-ins, the import and what was taken out', async () => {
  await signInAs(stranger, { email: ADMIN.email, password: 'not the password' });
  await administrator.get('/api/import/1/rejected');
  const record = await openRecord();
  try {
    const rows = await record.sql<{ action: string; detail: unknown; actor: string }[]>`
      select action, actor, detail from audit_log order by audit_id`;
    const actions = rows.map(({ action }) => action);
    for (const action of EXPECTED) expect(actions).toContain(action);
    expect(JSON.stringify(rows)).not.toMatch(/@|X-Made-Up|Personal loan/);
  } finally {
    await record.close();
  }
});
