import { sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { toColumns } from '@/db/facts/columns.ts';
import { factIncident } from '@/db/facts/schema.ts';
import { listColumns, type Snapshot } from '@/db/facts/snapshot.ts';
import { onBothEngines } from '@/db/testing/both-engines.ts';
import { makeIncidents } from '@/db/testing/incident-factory.ts';
import { SMALL_RECORD } from '@/db/testing/small-record.ts';
import { testDatabase } from '@/db/testing/test-database.ts';
import { packCounts } from './packed-counts.ts';

const opened = await testDatabase();

const CONDITIONS = {
  all: sql`true`,
  none: sql`false`,
  escalated: sql`${factIncident.escalated} = true`,
  known: sql`${factIncident.path} > 0`,
  unknown: sql`${factIncident.path} = 0`,
};
const packed = packCounts(CONDITIONS);

async function count({ facts }: Snapshot) {
  const columns = await listColumns(facts, facts.select(packed.columns).from(factIncident));
  const selected = Object.keys(packed.columns);
  return Object.keys(CONDITIONS).map((name) => packed.readerOf(name, columns, selected)?.(0));
}

test('five conditions are three columns; of 6 incidents 3 of the 4 whose path is known were escalated, on both engines', async () => {
  await makeIncidents(opened.records, SMALL_RECORD);
  await onBothEngines(opened, async (record, copy) => {
    const expected = [6, 0, 3, 4, 2];
    expect([await count(record), await count(copy)]).toEqual([expected, expected]);
  });
  expect(Object.keys(packed.columns)).toHaveLength(3);
});

test('of 30 million records held by both conditions each count is read exactly, and a name that was not packed is not', () => {
  const selected = ['week', ...Object.keys(packed.columns)];
  const columns = toColumns([['2024-01-01', 30_000_000 * 2 ** 26 + 30_000_001, 0, 0]]);
  expect(packed.readerOf('all', columns, selected)?.(0)).toBe(30_000_001);
  expect(packed.readerOf('none', columns, selected)?.(0)).toBe(30_000_000);
  expect(packed.readerOf('median', columns, selected)).toBeNull();
});
