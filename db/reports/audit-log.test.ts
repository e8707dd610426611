import postgres from 'postgres';
import { beforeAll, expect, it } from 'vitest';
import { accountActor } from '@/db/accounts/scope.ts';
import { writeAudit } from '@/db/commands/write-audit.ts';
import { makeAccount } from '@/db/testing/accounts.ts';
import { testDatabase } from '@/db/testing/test-database.ts';
import { makeWorkspace } from '@/db/testing/workspace.ts';
import type { Viewer } from '@/lib/access.ts';
import type { AuditFilters } from '@/lib/filters/audit-filters.ts';
import { AUDIT_ROWS_A_PAGE, auditChainReport, auditReport, auditRows } from './audit-log.ts';

const opened = await testDatabase();
const options = { record: opened.records };
const admin: Viewer = { actor: 'test', roles: ['admin'], teams: [] };
const ALL: AuditFilters = { actor: null, action: null, from: null, to: null };
const ROWS = 120;
let ada = '';

/** 120 rows, one an hour from 28 March 2026, 22:00 UTC; every third by Ada, of whom every second is a sign-in. */
beforeAll(async () => {
  await makeWorkspace(opened.records, 'Europe/London');
  ada = accountActor((await makeAccount(opened.records, ['qa'])).id);
  await opened.records.transaction(async (tx) => {
    for (let row = 0; row < ROWS; row += 1) {
      await writeAudit(tx, {
        at: new Date(Date.UTC(2026, 2, 28, 22 + row)),
        actor: row % 3 === 0 ? ada : 'lookback',
        action: row % 6 === 0 ? 'sign_in' : 'target_set',
        subject: row % 3 === 0 ? ada : `target:${row}`,
        detail: { measure: 'escalation_rate', teams: [1, 2] },
      });
    }
  });
});

const ask = (filters: Partial<AuditFilters> = {}, page = 1) =>
  auditReport(admin, { ...ALL, ...filters }, page, options);

it('shows 50 of 120 rows, the newest first, by names and words', async () => {
  const report = await ask();
  expect([report.count, report.pages, report.rows.length]).toEqual([ROWS, 3, AUDIT_ROWS_A_PAGE]);
  expect(report.rows[0]).toMatchObject({
    id: 120,
    actor: 'lookback',
    action: 'Target set',
    subject: 'target:119',
    detail: 'teams: 1, 2; measure: escalation_rate',
  });
  expect(report.rows[2]).toMatchObject({ id: 118, actor: expect.stringMatching(/^Person/) });
  expect(report.actions).toEqual([
    { id: 'sign_in', label: 'Signed in' },
    { id: 'target_set', label: 'Target set' },
  ]);
});

it('gives the last page for one past it: 20 rows on page 3', async () => {
  const report = await ask({}, 9);
  expect([report.page, report.rows.length]).toEqual([3, 20]);
});

it('filters by who and what: 40 rows by Ada, 20 of them sign-ins', async () => {
  expect((await ask({ actor: ada })).count).toBe(40);
  expect((await ask({ actor: ada, action: 'sign_in' })).count).toBe(20);
  expect((await ask({ actor: 'nobody' })).count).toBe(0);
});

it('a day is one of the workspace: 29 March, when clocks go forward, has 23 hours', async () => {
  expect((await ask({ from: '2026-03-29', to: '2026-03-29' })).count).toBe(23);
  expect((await ask({ to: '2026-03-28' })).count).toBe(2);
});

it('taken out, all rows that fit come once, in pieces', async () => {
  const ids: number[] = [];
  for await (const piece of auditRows(admin, { ...ALL, actor: ada }, options))
    ids.push(...piece.map(({ id }) => id));
  expect(ids).toHaveLength(40);
  expect(new Set(ids).size).toBe(40);
});

it('the chain of 120 rows holds; one changed by the owner of the schema is named, and so is the place of one removed', async () => {
  expect(await auditChainReport(admin, options)).toMatchObject({
    rows: 120,
    broken: null,
    last: { auditId: 120 },
  });
  const owner = postgres(opened.ownerUrl, { max: 1 });
  try {
    await owner`update audit_log set detail = '{"measure": "resolution_rate"}' where audit_id = 60`;
    expect(await auditChainReport(admin, options)).toMatchObject({ broken: 60, last: { auditId: 59 } });
    await owner`delete from audit_log where audit_id = 30`;
    expect(await auditChainReport(admin, options)).toMatchObject({ broken: 31 });
    await expect(opened.sql`delete from audit_log where audit_id = 1`).rejects.toThrow(/permission denied/);
  } finally {
    await owner.end();
  }
});
