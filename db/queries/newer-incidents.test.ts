import { expect, test } from 'vitest';
import { startFacts } from '@/db/facts/facts.ts';
import { incidentsReport } from '@/db/reports/incidents.ts';
import { makeIncidents } from '@/db/testing/incident-factory.ts';
import { EVERYBODY } from '@/db/testing/reading.ts';
import { testDatabase } from '@/db/testing/test-database.ts';
import { makeWorkspace } from '@/db/testing/workspace.ts';
import { EVERYTHING } from '@/db/where.ts';
import { DEFAULT_LIST } from '@/lib/filters/list-state.ts';
import { parseFilters } from '@/lib/filters/parse-filters.ts';
import { countNewer } from './newer-incidents.ts';

const opened = await testDatabase();
const { records, sql } = opened;
const NEVER = 2 ** 30;

const list = (query: string) =>
  incidentsReport(EVERYBODY, parseFilters(new URLSearchParams(query)), DEFAULT_LIST, {
    record: records,
    now: Date.UTC(2024, 6, 1),
  });
const told = async (query: string) => {
  const { heading, newer } = await list(query);
  return [heading.shown, newer];
};

test('a list of 3 says that 2 are newer and 1 has changed since its copy, those behind its filters alone, until it is refreshed', async () => {
  await makeWorkspace(records);
  await makeIncidents(records, [
    { at: '2024-01-01', channel: 'phone' },
    { at: '2024-01-02', channel: 'phone' },
    { at: '2024-01-03', channel: 'email' },
  ]);
  expect(await told('period=all')).toEqual([3, 0]);
  const facts = startFacts(opened, () => {}, NEVER);
  await facts.refresh();
  expect(await told('period=all')).toEqual([3, 0]);

  await makeIncidents(records, [
    { at: '2024-02-01', channel: 'phone' },
    { at: '2024-02-02', channel: 'phone' },
  ]);
  await sql`insert into fact_change select incident_id, pg_current_xact_id(), now() from incident
    where occurred_on >= '2024-01-03'`;
  expect(await told('period=all')).toEqual([3, 3]);
  expect(await told('period=all&channel=email')).toEqual([1, 1]);
  expect(await told('period=all&channel=phone')).toEqual([2, 2]);

  await facts.refresh();
  expect(await told('period=all')).toEqual([5, 0]);
  await facts.close();
});

test('2,100 changed incidents are counted like 3: all of them are newer', async () => {
  await makeIncidents(
    records,
    Array.from({ length: 2100 }, () => ({ at: '2024-03-01', channel: 'phone' as const })),
  );
  const [row] = await sql`select pg_current_snapshot()::text as contains`;
  await sql`insert into fact_change select incident_id, pg_current_xact_id(), now() from incident
    where occurred_on = '2024-03-01'`;
  expect(await countNewer(records, EVERYBODY, EVERYTHING, String(row?.contains))).toBe(2100);
});
