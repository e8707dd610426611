import { expect, test } from './fixtures.ts';
import { signIn } from './people.ts';

test('the server is asked for another page when somebody is about to open it, not because its link is in sight', async ({
  page,
}) => {
  const fetched: string[] = [];
  page.on('request', (request) => {
    const { pathname, searchParams } = new URL(request.url());
    if (searchParams.has('_rsc')) fetched.push(pathname);
  });
  await signIn(page);
  await page.goto('/');
  await page.getByRole('link', { name: 'Open 360 incidents' }).first().waitFor();
  await page.waitForLoadState('networkidle');
  expect(fetched).toEqual([]);

  const pages = page.getByRole('navigation', { name: 'Pages', exact: true });
  await pages.getByRole('link', { name: 'Patterns' }).hover();
  await expect.poll(() => fetched).toContain('/patterns');
  await pages.getByRole('link', { name: 'Import' }).focus();
  await expect.poll(() => fetched).toContain('/import');
  expect(fetched).not.toContain('/skills');
});

test('the icon is there for everybody under the name that browsers ask for by themselves', async ({
  request,
}) => {
  const [icon, asked] = [await request.get('/icon.svg'), await request.get('/favicon.ico')];
  expect([asked.status(), asked.headers()['content-type']]).toEqual([200, icon.headers()['content-type']]);
  expect(await asked.body()).toEqual(await icon.body());
});
