import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Server, startServer } from '@/bin/testing/server.ts';
import { type DatabaseDoor, openDatabaseDoor } from './database-door.ts';
import { expect, test } from './fixtures.ts';
import { READY_WORKSPACE, signIn } from './people.ts';

let home: string;
let database: DatabaseDoor;
let server: Server;

test.beforeAll(async () => {
  home = mkdtempSync(join(tmpdir(), 'lookback-e2e-database-'));
  database = await openDatabaseDoor(home);
  server = await startServer({
    env: { ...READY_WORKSPACE, DATABASE_URL: database.appUrl, DATABASE_DIRECT_URL: database.ownerUrl },
  });
});

test.afterAll(async () => {
  await server.stop();
  await database.stop();
  rmSync(home, { recursive: true, force: true });
});

test('a database that goes away under the page is an honest error with an id, and the page is there again with it', async ({
  page,
  allowConsole,
}) => {
  await signIn(page, server.url);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Nothing imported yet');
  allowConsole(/50[03]/);
  allowConsole(/Server Components render|Minified React error #441/);

  await database.stop();
  await page.goto(`${server.url}/`);
  await expect(page.getByText('The database does not answer.')).toBeVisible();
  const said = await page.getByText(/^Error database-/).innerText();
  const id = /Error (\S+),/.exec(said)?.[1] ?? 'none';
  expect(server.output(), 'the log holds the id that the page shows').toContain(`"id":"${id}"`);
  await expect(page.getByText('Nothing imported yet')).toHaveCount(0);

  await database.start();
  await page.getByRole('button', { name: /try again/i }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Nothing imported yet', {
    timeout: 20_000,
  });
});
