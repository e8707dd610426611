import { afterAll, beforeEach, expect, test } from 'vitest';
import { makeSetUpLink } from '@/db/accounts/set-up-link.ts';
import { findBrokenAuditRow } from '@/db/queries/audit-chain.ts';
import { complaintFile, complaintRows, scratchFolder } from '@/db/testing/complaint-files.ts';
import { failEverywhere } from '@/db/testing/failing-records.ts';
import { testDatabase } from '@/db/testing/test-database.ts';
import type { Viewer } from '@/lib/access.ts';
import type { SetUp } from '@/lib/workspace/set-up-form.ts';
import { importFile } from './import-file.ts';
import { setUpWorkspaceIn } from './set-up-workspace.ts';

const { records, sql } = await testDatabase();
const admin: Viewer = { actor: 'account:1', roles: ['admin'], teams: 'all' };
const NOW = new Date('2026-11-03T10:00:00Z');
const files = scratchFolder();
afterAll(() => files.remove());

const form: SetUp = {
  email: 'maria@example.com',
  name: 'Maria Bauer',
  password: 'seven bridges, one river',
  workspaceName: 'Example Energy',
  timeZone: 'Europe/Berlin',
  country: 'DE',
  currency: 'EUR',
};
const ROWS = 20;
const path = files.write('complaints.csv', complaintFile(complaintRows(ROWS)));
const request = { path, fileName: 'complaints.csv', mapping: 'cfpb', timeZone: form.timeZone };

async function empty(): Promise<void> {
  await sql`delete from incident`;
  await sql`delete from import_run`;
  await sql`delete from fact_change`;
}
beforeEach(empty);

test('a set-up that fails before any of its statements leaves no account, no workspace, no audit row, and its link works', async () => {
  const token = await makeSetUpLink(records, NOW);
  const left = async () => [
    (await sql`select 1 from "user"`).length,
    (await sql`select 1 from account`).length,
    (await sql`select 1 from workspace`).length,
    (await sql`select 1 from audit_log`).length,
    (await sql`select 1 from set_up_link where used_at is null`).length,
  ];
  const nothing = await left();
  const statements = await failEverywhere(
    sql,
    (failing) => setUpWorkspaceIn(failing, form, { token }, NOW),
    async (failsAt) => expect(await left(), `statement ${failsAt}`).toEqual(nothing),
  );
  expect(nothing).toEqual([0, 0, 0, 0, 1]);
  expect(statements).toBeGreaterThanOrEqual(8);
  expect(await left()).toEqual([1, 1, 1, 1, 0]);
});

/** Of everything that the first batch writes: incidents, their texts, their marks and what the run says it created. */
async function imported(): Promise<number[]> {
  const [row] = await sql`select
    (select count(*)::int from incident) as incidents,
    (select count(*)::int from incident_text) as texts,
    (select count(*)::int from fact_change) as marks,
    (select coalesce(sum(created), 0)::int from import_run) as created`;
  return Object.values(row ?? {});
}

test('an import that fails before any of its statements has all 20 incidents in every table or none, and is completed by the next', async () => {
  const seen = new Set<number>();
  const statements = await failEverywhere(
    sql,
    (failing) => importFile(failing, admin, request),
    async (failsAt) => {
      const [incidents = -1, ...others] = await imported();
      expect([0, ROWS], `statement ${failsAt}`).toContain(incidents);
      expect(others, `statement ${failsAt}`).toEqual([incidents, incidents, incidents]);
      seen.add(incidents);
      const next = await importFile(records, admin, request);
      expect([next.created, next.unchanged]).toEqual([ROWS - incidents, incidents]);
      await empty();
    },
  );
  expect([...seen].sort((one, other) => one - other)).toEqual([0, ROWS]);
  expect(statements).toBeGreaterThan(20);
  expect(await imported()).toEqual([ROWS, ROWS, ROWS, ROWS]);
  expect(await findBrokenAuditRow(records)).toBeNull();
});
