import { type Server, startServer } from '@/bin/testing/server.ts';
import { may, type Viewer } from '@/lib/access.ts';
import { expect, test } from './fixtures.ts';
import { credentialsOf, makeOrganisation, type Organisation, PEOPLE, rolesOf } from './organisation.ts';
import { READY_WORKSPACE } from './people.ts';
import { ROUTE_CASES } from './routes.ts';

let server: Server;
let made: Organisation;
/** Pages that axe has looked at: once each is enough. */
const looked = new Set<string>();

test.beforeAll(async () => {
  server = await startServer({ env: READY_WORKSPACE });
  made = await makeOrganisation(server.home);
});
test.afterAll(() => server.stop());

/** Where each begins after signing in, and what stands in their rail. */
const RAILS: Record<(typeof PEOPLE)[number], { first: RegExp; links: string[] }> = {
  agent: { first: /^Showing 1 of 1/, links: ['Incidents'] },
  trainer: { first: /^Showing 1 of 1/, links: ['Incidents'] },
  manager: { first: /^Showing 1 of 1/, links: ['Overview', 'Patterns', 'Incidents', 'Settings'] },
  qa: { first: /^Showing 2 of 2/, links: ['Overview', 'Patterns', 'Incidents'] },
  admin: { first: /^Import$/, links: ['Import', 'Settings'] },
  nobody: { first: /^No role yet$/, links: [] },
};

for (const person of PEOPLE) {
  test(`${person} signs in and walks every page that is theirs`, async ({ page, axe }) => {
    const { email, password } = credentialsOf(person);
    await page.goto(`${server.url}/sign-in`);
    await page.getByLabel('E-mail address').fill(email);
    await page.getByLabel('Password').fill(password);
    await page.getByRole('button', { name: 'Sign in' }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(RAILS[person].first);

    const rail = page.getByRole('navigation', { name: 'Pages', exact: true }).getByRole('link');
    const links = await rail.allInnerTexts();
    for (const link of RAILS[person].links) expect(links).toContain(link);
    const hrefs = await rail.evaluateAll((all) => all.map((link) => link.getAttribute('href') ?? ''));
    for (const href of hrefs)
      expect((await page.request.get(`${server.url}${href}`)).status(), href).toBe(200);

    const viewer: Viewer = { actor: person, roles: rolesOf(person), teams: [] };
    const pages = ROUTE_CASES.filter(
      ({ at, method, needs, others, answers }) =>
        method === 'GET' &&
        !at.startsWith('/api') &&
        answers === undefined &&
        needs !== 'open' &&
        (needs === 'account' || may(viewer, needs)) &&
        (others === undefined || may(viewer, others)),
    );
    expect(pages.length).toBeGreaterThan(0);
    for (const { at } of pages) {
      const path = at.replace('{own}', String(made.incidents.own));
      await page.goto(`${server.url}${path}`);
      await expect(page.getByRole('heading', { level: 1 }), path).toBeVisible();
      await expect(page.getByText(/^Error \S/), path).toHaveCount(0);
      if (looked.has(at)) continue;
      looked.add(at);
      await axe();
    }
  });
}
