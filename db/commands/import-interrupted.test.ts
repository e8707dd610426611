import { spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { eq, sql as raw } from 'drizzle-orm';
import postgres from 'postgres';
import { afterAll, expect, test } from 'vitest';
import { importRun } from '@/db/schema/imports.ts';
import { complaintFile, complaintRows, scratchFolder } from '@/db/testing/complaint-files.ts';
import { testDatabase } from '@/db/testing/test-database.ts';
import type { Viewer } from '@/lib/access.ts';
import { importFile } from './import-file.ts';
import { ImportStopped } from './importing/import-stopped.ts';

const admin: Viewer = { actor: 'account:1', roles: ['admin'], teams: 'all' };
const files = scratchFolder();
afterAll(() => files.remove());
const killed = await testDatabase();
const lost = await testDatabase();

const ROWS = 6000;
const path = files.write('complaints.csv', complaintFile(complaintRows(ROWS)));
const request = { path, fileName: 'complaints.csv', mapping: 'cfpb', timeZone: 'UTC' };

/** Imports in a program of its own and kills it, without a chance to say goodbye, after its first batch. */
function importAndKill(): Promise<NodeJS.Signals | null> {
  const root = fileURLToPath(new URL('../..', import.meta.url));
  const tsx = pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href;
  const child = spawn(process.execPath, ['--import', tsx, 'bin/import.ts', path, '--mapping', 'cfpb'], {
    cwd: root,
    env: { ...process.env, DATABASE_URL: killed.appUrl, DATABASE_DIRECT_URL: killed.ownerUrl },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    if (text.includes('Written:')) child.kill('SIGKILL');
  });
  return new Promise((resolve) => child.on('close', (_, signal) => resolve(signal)));
}

test('killed in the middle, then run again: created + unchanged = 6,000, nothing lost and nothing twice', async () => {
  expect(await importAndKill()).toBe('SIGKILL');
  const { records } = killed;
  const [half] = await records.select().from(importRun);
  expect(half?.state).toBe('running');
  expect(half?.created).toBeGreaterThan(0);
  expect(half?.created).toBeLessThan(ROWS);

  const again = await importFile(records, admin, request);
  expect(again.unchanged).toBeGreaterThanOrEqual(half?.created ?? 0);
  expect(again.created + again.unchanged).toBe(ROWS);
  const [row] = await records.execute(raw`select count(*), count(distinct external_id) as ids from incident`);
  expect(row).toEqual({ count: String(ROWS), ids: String(ROWS) });
  const [closed] = await records
    .select()
    .from(importRun)
    .where(eq(importRun.importRunId, half?.importRunId ?? 0));
  expect(closed).toMatchObject({
    state: 'failed',
    failure: expect.stringContaining('Import the same file again'),
  });
});

test('the database goes away in the middle: it says what is in, and running it again completes it', async () => {
  const { records, appUrl } = lost;
  const cut = async () => {
    const client = postgres(appUrl, { max: 1 });
    await client`select pg_terminate_backend(pid) from pg_stat_activity
      where datname = current_database() and pid <> pg_backend_pid() and usename = current_user`;
    await client.end();
  };
  let cutting: Promise<void> | null = null;
  const stopped = importFile(records, admin, request, ({ stage, rows }) => {
    if (stage === 'writing' && rows >= 1000) cutting ??= cut();
  });
  const error = await stopped.then(
    () => null,
    (reason) => reason,
  );
  await cutting;
  expect(error).toBeInstanceOf(ImportStopped);
  expect(error.message).toMatch(/database went away.*rows were dealt with.*Import the same file again/);

  const again = await importFile(records, admin, request);
  expect(again.created + again.unchanged).toBe(ROWS);
  expect(again.unchanged).toBeGreaterThanOrEqual(error.counters.created);
  const states = await records
    .select({ state: importRun.state })
    .from(importRun)
    .orderBy(importRun.importRunId);
  expect(states.map(({ state }) => state)).toEqual(['failed', 'done']);
});
