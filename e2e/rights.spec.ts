import type { APIRequestContext } from '@playwright/test';
import { type Server, startServer } from '@/bin/testing/server.ts';
import { may, type Viewer } from '@/lib/access.ts';
import { ACTIONS } from './actions.ts';
import { expect, test } from './fixtures.ts';
import {
  credentialsOf,
  makeOrganisation,
  type Organisation,
  PEOPLE,
  type Person,
  rolesOf,
} from './organisation.ts';
import { READY_WORKSPACE } from './people.ts';
import { listRightsOfActions, listRightsOfRoutes, listRoutes } from './route-tree.ts';
import { ROUTE_CASES, ROUTES, statusFor } from './routes.ts';

let server: Server;
let made: Organisation;
const browsers = new Map<Person, APIRequestContext>();

test.beforeAll(async ({ playwright }) => {
  server = await startServer({ env: READY_WORKSPACE });
  made = await makeOrganisation(server.home);
  for (const person of PEOPLE) {
    const browser = await playwright.request.newContext({ baseURL: server.url, maxRedirects: 0 });
    const headers = { origin: server.url, accept: 'application/json' };
    const answer = await browser.post('/sign-in/session', { form: credentialsOf(person), headers });
    expect(answer.status(), person).toBe(200);
    browsers.set(person, browser);
  }
});

test.afterAll(async () => {
  await Promise.all([...browsers.values()].map((browser) => browser.dispose()));
  await server.stop();
});

const address = (at: string) =>
  at.replace('{own}', String(made.incidents.own)).replace('{other}', String(made.incidents.other));
const fetchAs = async (person: Person, method: string, at: string) => {
  const answer = await browsers.get(person)?.fetch(address(at), { method, headers: { origin: server.url } });
  if (!answer) throw new Error(`${person} is not signed in`);
  return answer;
};
const viewerOf = (person: Person): Viewer => ({ actor: person, roles: rolesOf(person), teams: [] });

test('the table has a row for each route of the app, and no more', () => {
  expect(Object.keys(ROUTES).sort()).toEqual(listRoutes());
});

test('the file of each route asks for the right of its row', () => {
  const rights = listRightsOfRoutes();
  for (const { route, needs } of ROUTE_CASES) {
    const found = rights.get(route) ?? [];
    expect(needs === 'open' ? found.length === 0 : found.includes(needs), `${route}: ${found}`).toBe(true);
  }
});

test('the table has a row for each action of the app, with the right that it asks for', () => {
  expect(Object.fromEntries(listRightsOfActions())).toEqual(ACTIONS);
});

for (const person of PEOPLE) {
  test(`${person}: each of ${ROUTE_CASES.length} routes answers by the table`, async () => {
    const statuses: Record<string, number> = {};
    for (const { route, method, at } of ROUTE_CASES) {
      statuses[route] = (await fetchAs(person, method, at)).status();
    }
    const asker = { roles: rolesOf(person) };
    const expected = ROUTE_CASES.map((one) => [one.route, statusFor(one, asker)]);
    expect(statuses).toEqual(Object.fromEntries(expected));
  });

  test(`${person}: what belongs to another team is not there, but for those who see all teams`, async () => {
    for (const { method, other, needs } of ROUTE_CASES) {
      if (!other || needs === 'open' || needs === 'account' || !may(viewerOf(person), needs)) continue;
      const answer = await fetchAs(person, method, other);
      expect(answer.status(), other).toBe(person === 'qa' ? 200 : 404);
    }
  });
}

test('lists and filters name nothing of another team to a manager, and everything to quality assurance', async () => {
  const texts = async (person: Person) => {
    const answers = ['/incidents?period=all', '/api/filters/team?period=all'].map((at) =>
      fetchAs(person, 'GET', at),
    );
    return (await Promise.all((await Promise.all(answers)).map((answer) => answer.text()))).join('\n');
  };
  await expect.poll(() => texts('qa')).toContain('Own');
  expect(await texts('qa')).toContain('Other');
  for (const person of ['manager', 'trainer'] as const) {
    const said = await texts(person);
    expect(said).toContain(`data-row="${made.incidents.own}"`);
    expect(said).not.toContain(`data-row="${made.incidents.other}"`);
    expect(said).not.toContain('Other');
  }
});
