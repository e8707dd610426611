import { expect, test } from 'vitest';
import { findBrokenAuditRow } from '@/db/queries/audit-chain.ts';
import { testDatabase } from '@/db/testing/test-database.ts';
import { writeAudit } from './write-audit.ts';

const db = await testDatabase();

const entry = (action: string) => ({
  at: new Date('2026-03-29T01:30:00.123Z'),
  actor: 'tester',
  action,
  subject: 'import:1',
  detail: { zebra: 1, apple: { nested: [3, 1, null], also: 'Grüße' } },
});
const write = (action: string) => db.records.transaction((tx) => writeAudit(tx, entry(action)));
const asOwner = async (statement: string) => {
  const { default: postgres } = await import('postgres');
  const sql = postgres(db.ownerUrl, { max: 1 });
  await sql.unsafe(statement);
  await sql.end();
};

test('8 writers at once make one chain of 8 links without a gap', async () => {
  const numbers = await Promise.all(Array.from({ length: 8 }, (_, index) => write(`act-${index}`)));
  expect(numbers.sort()).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
  expect(await findBrokenAuditRow(db.records)).toBeNull();
});

test('a transaction that fails leaves no row and no gap', async () => {
  const failing = db.records.transaction(async (tx) => {
    await writeAudit(tx, entry('undone'));
    throw new Error('afterwards');
  });
  await expect(failing).rejects.toThrow('afterwards');
  expect(await write('done')).toBe(9);
});

test('a row that the owner of the schema rewrites is named, and so is the place of a removed one', async () => {
  await asOwner(`update audit_log set actor = 'somebody else' where audit_id = 5`);
  expect(await findBrokenAuditRow(db.records)).toBe(5);
  await asOwner(`update audit_log set actor = 'tester' where audit_id = 5`);
  expect(await findBrokenAuditRow(db.records)).toBeNull();
  await asOwner('delete from audit_log where audit_id = 3');
  expect(await findBrokenAuditRow(db.records)).toBe(4);
});
