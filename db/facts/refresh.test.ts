import { eq } from 'drizzle-orm';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { countIncidents, findCoverage } from '@/db/queries/incident-counts.ts';
import { countByTrigger } from '@/db/queries/incident-patterns.ts';
import { incident } from '@/db/schema/incidents.ts';
import { trigger } from '@/db/schema/taxonomies.ts';
import { makeIncidents } from '@/db/testing/incident-factory.ts';
import { EVERYBODY } from '@/db/testing/reading.ts';
import { testDatabase } from '@/db/testing/test-database.ts';
import { makeWorkspace } from '@/db/testing/workspace.ts';
import { EVERYTHING } from '@/db/where.ts';
import { type Facts, startFacts } from './facts.ts';
import { markVolumes } from './mark-volumes.ts';
import { refresh } from './refresh.ts';
import { openSnapshot } from './snapshot.ts';

const opened = await testDatabase();
const { records, sql } = opened;
const source = { sql, appUrl: opened.appUrl, ending: null };
const NEVER = 2 ** 30;
const errors: unknown[] = [];
let facts: Facts;

beforeEach(async () => {
  await sql`delete from incident`;
  await sql`delete from fact_change`;
  await makeIncidents(records, [{ at: '2024-01-01', trigger: 'billing_error' }, { at: '2024-01-02' }]);
  facts = startFacts(opened, (error) => errors.push(error), NEVER);
  await facts.refresh();
});

afterEach(async () => {
  await facts.close();
  expect(errors.splice(0)).toEqual([]);
});

/** How many incidents the copy has, and its version. */
async function counted(): Promise<{ count: number; version: number }> {
  const copy = await facts.open();
  if (!copy) throw new Error('there is no copy');
  const [row] = await copy.reader.ask('select count(*) from fact_incident', []);
  await copy.reader.close();
  return { count: Number(row?.[0]), version: copy.reader.version };
}

const add = async (on: string) => {
  await makeIncidents(records, [{ at: on }]);
  await sql`insert into fact_change select incident_id, pg_current_xact_id(), now() from incident where occurred_on = ${on}`;
};

describe('a copy follows the record', () => {
  test('2 incidents and 1 that came later are 3, in the next version', async () => {
    const before = await counted();
    await add('2024-01-03');
    await facts.refresh();
    expect([before, await counted()]).toEqual([
      { count: 2, version: 1 },
      { count: 3, version: 2 },
    ]);
  });

  test('an incident that was changed is there once, with its new day', async () => {
    await sql`update incident set occurred_on = '2023-12-31' where occurred_on = '2024-01-01'`;
    await sql`insert into fact_change select incident_id, pg_current_xact_id(), now() from incident`;
    await facts.refresh();
    const snapshot = await openSnapshot(records);
    const answer = [
      await countIncidents(snapshot, EVERYBODY, EVERYTHING),
      await findCoverage(snapshot, EVERYBODY),
    ];
    await snapshot.close();
    expect(answer).toEqual([2, { from: '2023-12-31', until: '2024-01-03' }]);
  });

  test('one that is gone says no number any more, so everything is read anew: 2 less 1 is 1', async () => {
    await sql`insert into fact_change select incident_id, pg_current_xact_id(), now() from incident
      where occurred_on = '2024-01-01'`;
    await sql`delete from incident where occurred_on = '2024-01-01'`;
    await facts.refresh();
    expect((await counted()).count).toBe(1);
  });

  test('a trigger that was merged into another counts under it, though no incident was marked', async () => {
    await records.update(trigger).set({ mergedInto: 2 }).where(eq(trigger.code, 1));
    await facts.refresh();
    const snapshot = await openSnapshot(records);
    const counts = await countByTrigger(snapshot, EVERYBODY, EVERYTHING);
    await snapshot.close();
    await records.update(trigger).set({ mergedInto: null }).where(eq(trigger.code, 1));
    expect(counts.map((row) => row.trigger).toSorted()).toEqual([0, 2]);
  });

  test('contacts that were marked are read anew, and the incidents are left alone: 40 become 50', async () => {
    const contacts = async () => {
      const copy = await facts.open();
      const rows = await copy?.reader.ask('select contacts from fact_contact', []);
      await copy?.reader.close();
      return rows?.flat();
    };
    const [team] = await sql`insert into team (name) values ('North') returning team_id`;
    await sql`insert into contact_volume (day, team_id, channel, contacts) values ('2024-01-01', ${team?.team_id}, 1, 40)`;
    await markVolumes(records, new Date());
    await facts.refresh();
    const first = await contacts();
    await sql`update contact_volume set contacts = 50`;
    await markVolumes(records, new Date());
    await facts.refresh();
    expect([first, await contacts()]).toEqual([[40], [50]]);
    expect(await counted()).toEqual({ count: 2, version: 3 });
    await sql`delete from contact_volume`;
  });

  test('the currency of the workspace decides which amounts count, so everything is read anew with it', async () => {
    const amounts = async () => {
      const copy = await facts.open();
      const rows = await copy?.reader.ask('select count(compensation_minor) from fact_incident', []);
      await copy?.reader.close();
      return rows?.flat();
    };
    await makeWorkspace(records);
    await sql`update incident set compensation_minor = 100, compensation_currency = 'EUR'
      where occurred_on = '2024-01-01'`;
    await facts.refresh();
    const inPounds = await amounts();
    await sql`update workspace set currency = 'EUR'`;
    await facts.refresh();
    expect([inPounds, await amounts()]).toEqual([[0], [1]]);
    await sql`delete from workspace`;
  });

  test('50,001 marks are more than are taken one by one: everything is read anew, marked or not', async () => {
    await makeIncidents(records, [{ at: '2024-01-03' }]);
    await sql`insert into fact_change select gen_random_uuid(), pg_current_xact_id(), now() from generate_series(1, 50001)`;
    await facts.refresh();
    expect((await counted()).count).toBe(3);
  });

  test('a record that is earlier than the copy, as one put back from a backup, is read anew, marked or not', async () => {
    const last = await refresh(source, null);
    await makeIncidents(records, [{ at: '2024-01-03' }]);
    const later = { ...last.state, snapshot: '900000000:900000000:' };
    const next = await refresh(source, { ...last, state: later });
    expect([last.copy.incidents, next.copy.incidents, next.copy.version]).toEqual([2, 3, 2]);
    last.copy.retire();
    next.copy.retire();
  });

  test('when nothing has changed the version stays and its time moves on', async () => {
    const before = await openSnapshot(records);
    await before.close();
    await facts.refresh();
    const after = await openSnapshot(records);
    await after.close();
    expect((await counted()).version).toBe(1);
    expect(after.asOf).toBeGreaterThan(before.asOf);
  });
});

test('a transaction that began before the copy and ended after a later one is not lost', async () => {
  let goOn = () => {};
  const mayEnd = new Promise<void>((resolve) => {
    goOn = resolve;
  });
  let wrote = () => {};
  const hasWritten = new Promise<void>((resolve) => {
    wrote = resolve;
  });
  const early = records.transaction(async (tx) => {
    await makeIncidents(tx, [{ at: '2024-02-01' }]);
    await tx.execute(
      `insert into fact_change select incident_id, pg_current_xact_id(), now() from incident where occurred_on = '2024-02-01'`,
    );
    wrote();
    await mayEnd;
  });
  await hasWritten;
  await add('2024-02-02');
  await facts.refresh();
  const between = await counted();
  goOn();
  await early;
  await facts.refresh();
  expect([between.count, (await counted()).count]).toEqual([3, 4]);
});

test('a reader sees one version from its first question to its last, whatever is refreshed meanwhile', async () => {
  const snapshot = await openSnapshot(records);
  const first = await countIncidents(snapshot, EVERYBODY, EVERYTHING);
  await add('2024-01-03');
  await facts.refresh();
  const later = await countIncidents(snapshot, EVERYBODY, EVERYTHING);
  await records.update(trigger).set({ mergedInto: 2 }).where(eq(trigger.code, 1));
  await facts.refresh();
  const last = await countIncidents(snapshot, EVERYBODY, EVERYTHING);
  await snapshot.close();
  await records.update(trigger).set({ mergedInto: null }).where(eq(trigger.code, 1));
  expect([first, later, last, (await counted()).count]).toEqual([2, 2, 2, 3]);
});

test('two processes with a copy each both take the same change', async () => {
  const other = startFacts(
    { ...opened, records: Object.create(records) },
    (error) => errors.push(error),
    NEVER,
  );
  await other.refresh();
  await add('2024-01-03');
  await Promise.all([facts.refresh(), other.refresh()]);
  const copy = await other.open();
  const rows = await copy?.reader.ask('select count(*) from fact_incident', []);
  await copy?.reader.close();
  await other.close();
  expect([rows, (await counted()).count]).toEqual([[[3]], 3]);
});

test('the numbers of incidents stay those of the record', async () => {
  const copy = await facts.open();
  const numbers = await copy?.reader.ask('select number from fact_incident order by number', []);
  await copy?.reader.close();
  const rows = await records.select({ number: incident.number }).from(incident).orderBy(incident.number);
  expect(numbers?.flat()).toEqual(rows.map(({ number }) => number));
});
