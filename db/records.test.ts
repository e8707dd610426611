import { createServer } from 'node:net';
import { sql } from 'drizzle-orm';
import { expect, inject, onTestFinished, test, vi } from 'vitest';
import { fakeServer } from '@/db/testing/fake-server.ts';
import { attachProgram } from '@/db/testing/programs.ts';
import { homeWithCluster } from '@/db/testing/scratch-home.ts';
import { emptyDatabase } from '@/db/testing/test-database.ts';
import { type OpenRecords, openRecords, type RecordSettings } from './records.ts';
import { DatabaseUnavailable, isUnavailable } from './unavailable.ts';

test('without DATABASE_URL the record is the embedded server of the home', async () => {
  const { records, sql: client, check } = await open({ home: await homeWithCluster() });
  expect(await records.execute(sql`select current_user::text as who`)).toEqual([{ who: 'lookback_app' }]);
  expect(await client`show timezone`).toEqual([{ TimeZone: 'UTC' }]);
  await check();
});

test('while the server is away questions fail and say so; when it is back the same client works again', async () => {
  const home = await homeWithCluster();
  const program = await attachProgram(home);
  const { records, check } = await open({ databaseUrl: program.appUrl });
  await records.execute(sql`select 1`);
  await program.leave();
  const failure: unknown = await records.execute(sql`select 1`).catch((error) => error);
  expect(isUnavailable(failure)).toBe(true);
  await expect(check()).rejects.toBeInstanceOf(DatabaseUnavailable);
  await attachProgram(home);
  await vi.waitFor(() => check(), 5000);
  expect(await records.execute(sql`select 1 as one`)).toEqual([{ one: 1 }]);
});

test('a server that has gone fails the check within its two seconds as unavailable', async () => {
  const server = await fakeServer('180000');
  const { check } = await open({ databaseUrl: server.url });
  server.silence();
  await expect(check()).rejects.toBeInstanceOf(DatabaseUnavailable);
  server.hangUp();
});

test('with an owner and a program apart there is nothing to warn of', async () => {
  const { appUrl, ownerUrl } = await emptyDatabase();
  const said: string[] = [];
  const opened = await open({ databaseUrl: appUrl, databaseDirectUrl: ownerUrl }, said);
  expect(said).toEqual([]);
  expect(opened.ownerUrl).toBe(ownerUrl);
  expect(opened.appUrl).toBe(appUrl);
});

test('one role for everything is warned of once', async () => {
  const { ownerUrl } = await emptyDatabase();
  const said: string[] = [];
  await open({ databaseUrl: ownerUrl }, said);
  expect(said).toHaveLength(1);
  expect(said[0]).toContain('one role, which can rewrite the audit log');
});

test('a server that cannot be reached is named by host and port, never with the password', async () => {
  const port = await closedPort();
  const url = `postgres://ann:secret@127.0.0.1:${port}/lookback`;
  await expect(open({ databaseUrl: url })).rejects.toThrow(
    `PostgreSQL at 127.0.0.1:${port}/lookback cannot be reached (ECONNREFUSED). Is it running, and is DATABASE_URL right?`,
  );
});

test('a wrong password is said without repeating it', async () => {
  const { appUrl } = await emptyDatabase();
  const url = appUrl.replace(inject('testServer').app.password, 'not-the-password');
  const refusal: Error = await open({ databaseUrl: url }).catch((error) => error);
  expect(refusal.name).toBe('CannotStart');
  expect(refusal.message).toMatch(/refuses: password authentication failed .* Correct DATABASE_URL\.$/);
  expect(refusal.message).not.toContain('not-the-password');
});

test('a database that is not there is named', async () => {
  const { appUrl } = await emptyDatabase();
  const url = appUrl.replace(/\/test_[^/]*$/, '/no_such_database');
  await expect(open({ databaseUrl: url })).rejects.toThrow('database "no_such_database" does not exist');
});

test('PostgreSQL 14 is refused, 15 is old enough', async () => {
  const [old, oldest] = [await fakeServer('140019'), await fakeServer('150000')];
  await expect(open({ databaseUrl: old.url })).rejects.toThrow(/is version 14; Lookback needs 15 or newer/);
  await open({ databaseUrl: oldest.url });
});

async function open(settings: Partial<RecordSettings>, said: string[] = []): Promise<OpenRecords> {
  const all = { home: '', databaseUrl: null, databaseDirectUrl: null, ...settings };
  const opened = await openRecords(all, (line) => said.push(line));
  onTestFinished(() => opened.close());
  return opened;
}

/** A port that nothing listens on: it was free a moment ago. */
function closedPort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}
