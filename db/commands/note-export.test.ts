import { expect, test } from 'vitest';
import { findBrokenAuditRow } from '@/db/queries/audit-chain.ts';
import { auditLog } from '@/db/schema/housekeeping.ts';
import { testDatabase } from '@/db/testing/test-database.ts';
import { noteExport } from './note-export.ts';

const { records } = await testDatabase();
const viewer = { actor: 'account:1', roles: ['admin'], teams: 'all' } as const;

test('who took which rows out stands in the audit log, once for each time', async () => {
  const now = new Date('2026-11-03T10:00:00Z');
  await noteExport(records, viewer, { subject: 'import:7', what: 'rejected_rows' }, now);
  await noteExport(records, viewer, { subject: 'import:7', what: 'rejected_rows' }, now);
  const rows = await records.select().from(auditLog);
  expect(rows.map(({ actor, action, subject, detail }) => [actor, action, subject, detail])).toEqual([
    ['account:1', 'export', 'import:7', { what: 'rejected_rows' }],
    ['account:1', 'export', 'import:7', { what: 'rejected_rows' }],
  ]);
  expect(await findBrokenAuditRow(records)).toBeNull();
});
