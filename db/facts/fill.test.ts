import { beforeAll, expect, test } from 'vitest';
import { makePeople, makeVolumes } from '@/db/testing/detail-factory.ts';
import { makeIncidents } from '@/db/testing/incident-factory.ts';
import { randomVolumes } from '@/db/testing/random-details.ts';
import { mulberry32, randomIncidents } from '@/db/testing/random-record.ts';
import { testDatabase } from '@/db/testing/test-database.ts';
import { makeWorkspace } from '@/db/testing/workspace.ts';
import { makeCopy } from './copy.ts';
import { type Facts, startFacts } from './facts.ts';
import { factContact, factFollowUp, factIncident, factStep, factTechnique } from './schema.ts';
import { type FactReader, openSnapshot } from './snapshot.ts';
import { INCIDENT_TABLE } from './tables.ts';

const opened = await testDatabase();
const { records, sql } = opened;
const INCIDENTS = 300;
const SET_ASIDE = 20;
const NEVER = 2 ** 30;

beforeAll(async () => {
  await makeWorkspace(records);
  const people = [...(await makePeople(records, { North: ['a'], South: ['b'] })).values()];
  await makeIncidents(records, randomIncidents(INCIDENTS, 3, people));
  await makeVolumes(
    records,
    randomVolumes(
      mulberry32(4),
      people.map(({ team }) => team),
      '2024-01-01',
      30,
    ),
  );
  for (const table of ['trigger', 'channel', 'level', 'technique', 'root_cause'])
    await sql.unsafe(`update ${table} set merged_into = 2 where code = 1`);
  await sql`update incident set standing = 1
    where number in (select number from incident order by number limit ${SET_ASIDE})`;
});

async function rowsOf(facts: FactReader): Promise<string[][]> {
  const all = await Promise.all(
    [factIncident, factStep, factTechnique, factFollowUp, factContact].map((view) =>
      facts.select().from(view),
    ),
  );
  return all.map((rows) => rows.map((row) => JSON.stringify(row)).toSorted());
}

async function bothRows(facts: Facts) {
  const copy = await openSnapshot(records);
  expect(copy.source.kind).toBe('copy');
  const rows = await rowsOf(copy.facts).finally(copy.close);
  expect(await facts.open()).not.toBeNull();
  return { inCopy: rows, inRecord: await rowsOf(records) };
}

test(`every row of every view is in the copy, from nothing and after changes: ${INCIDENTS} incidents, ${SET_ASIDE} set aside, five terms merged`, async () => {
  const errors: unknown[] = [];
  const facts = startFacts(opened, (error) => errors.push(error), NEVER);
  try {
    await facts.refresh();
    const first = await bothRows(facts);
    expect(first.inCopy).toEqual(first.inRecord);
    expect(first.inCopy[0]).toHaveLength(INCIDENTS - SET_ASIDE);
    expect(first.inCopy.every((rows) => rows.length > 20)).toBe(true);

    await sql`update incident set trigger = 3, occurred_on = '2024-02-02', severity = 5 where number % 7 = 0`;
    await sql`update escalation_step set wait_minutes = 77 where seq = 1
      and incident_id in (select incident_id from incident where number % 7 = 0)`;
    await sql`insert into fact_change select incident_id, pg_current_xact_id(), now() from incident where number % 7 = 0`;
    await facts.refresh();
    const second = await bothRows(facts);
    expect(second.inCopy).toEqual(second.inRecord);
    expect(second.inCopy).not.toEqual(first.inCopy);
    expect(errors).toEqual([]);
  } finally {
    await facts.close();
  }
});

test('where incidents cannot be read the copy is not made, and no further table is begun: 2 of 5 were', async () => {
  const begun: string[] = [];
  const made = makeCopy(1, async function* (table) {
    begun.push(table.name);
    if (table === INCIDENT_TABLE) throw new Error('the connection is lost');
    yield '';
  });
  await expect(made).rejects.toThrow('the connection is lost');
  expect(begun.toSorted()).toEqual(['fact_incident', 'fact_step']);
});
