import { sql as plain } from 'drizzle-orm';
import { afterEach, beforeAll, expect, test, vi } from 'vitest';
import { countIncidents } from '@/db/queries/incident-counts.ts';
import { openRecords } from '@/db/records.ts';
import { makeIncidents } from '@/db/testing/incident-factory.ts';
import { EVERYBODY } from '@/db/testing/reading.ts';
import { testDatabase } from '@/db/testing/test-database.ts';
import { EVERYTHING } from '@/db/where.ts';
import { type Facts, noteChange, startFacts } from './facts.ts';
import { openSnapshot } from './snapshot.ts';
import { sweepMarks } from './sweep.ts';

const opened = await testDatabase();
const { records, sql } = opened;
const NEVER = 2 ** 30;
let facts: Facts | undefined;

beforeAll(() => makeIncidents(records, [{ at: '2024-01-01' }]));
afterEach(() => facts?.close());

const count = async () => {
  const snapshot = await openSnapshot(records);
  return countIncidents(snapshot, EVERYBODY, EVERYTHING).finally(snapshot.close);
};
const total = async () => Number((await sql`select count(*) as n from incident`)[0]?.n);
const addMarked = async () => {
  await makeIncidents(records, [{ at: '2024-03-01' }]);
  await sql`insert into fact_change select incident_id, pg_current_xact_id(), now() from incident`;
};

test('until the first copy is there the record answers: no page says 0 while there are incidents', async () => {
  facts = startFacts(opened, () => {}, NEVER);
  expect(await facts.open()).toBeNull();
  expect(await count()).toBe(await total());
});

test('a snapshot says where it reads: the record while the copy is awaited, then its version, then the record alone', async () => {
  const source = async () => {
    const snapshot = await openSnapshot(records);
    await snapshot.close();
    return snapshot.source;
  };
  facts = startFacts(opened, () => {}, NEVER);
  const before = await source();
  await facts.refresh();
  const after = await source();
  await facts.close();
  expect([before, after, await source()]).toEqual([
    { kind: 'record', awaitsCopy: true },
    { kind: 'copy', version: 1, refreshFails: false },
    { kind: 'record', awaitsCopy: false },
  ]);
});

test('a reading of the record has 64 MB to keep numbers hashed, more where the database gives more, and gives it back', async () => {
  const setting = plain<string>`current_setting('work_mem')`;
  const within = async ({ records: of }: Pick<typeof opened, 'records'>) => {
    const snapshot = await openSnapshot(of);
    const [row] = await snapshot.facts.select({ setting }).from(plain`(select 1) as one`);
    await snapshot.close();
    return row?.setting;
  };
  const usual = async () => (await records.select({ setting }).from(plain`(select 1) as one`))[0]?.setting;
  expect(await usual()).toBe('4MB');
  expect(await within(opened)).toBe('64MB');
  expect(await usual()).toBe('4MB');
  const generous = await openRecords({
    home: '',
    databaseUrl: `${opened.appUrl}?work_mem=96MB`,
    databaseDirectUrl: opened.ownerUrl,
  });
  expect(await within(generous)).toBe('96MB');
  await generous.close();
});

test('what this process has changed is seen by the next reader, which waits for it', async () => {
  facts = startFacts(opened, () => {}, NEVER);
  await facts.refresh();
  await addMarked();
  noteChange(records);
  expect(await count()).toBe(await total());
});

test('what another process has changed is noticed within 2 seconds without being told', async () => {
  facts = startFacts(opened, () => {});
  await facts.refresh();
  await addMarked();
  await vi.waitFor(async () => expect(await count()).toBe(await total()), { timeout: 2000, interval: 50 });
});

test('when the record cannot be read the last copy answers with its time, the reason is said once and then all is well again', async () => {
  const errors: unknown[] = [];
  let isAway = false;
  const unsteady = new Proxy(sql, {
    get: (target, name) => {
      if (isAway && name === 'unsafe') throw new Error('the database is away');
      return Reflect.get(target, name);
    },
  });
  const before = startFacts({ ...opened, sql: unsteady }, (error) => errors.push(error), 5);
  facts = before;
  await before.refresh();
  const kept = await count();
  const { asOf } = (await before.open()) ?? { asOf: 0 };
  isAway = true;
  await vi.waitFor(() => expect(errors).toHaveLength(1));
  await makeIncidents(records, [{ at: '2024-03-02' }]);
  await sql`insert into fact_change select incident_id, pg_current_xact_id(), now() from incident`;
  const during = await before.open();
  expect([await count(), (during?.asOf ?? 0) - asOf < 1000, errors.length]).toEqual([kept, true, 1]);
  expect(during?.refreshFails).toBe(true);
  await during?.reader.close();
  isAway = false;
  await vi.waitFor(async () => expect(await count()).toBe(kept + 1));
  const { reader, refreshFails } = (await before.open()) ?? {};
  await reader?.close();
  expect(refreshFails).toBe(false);
});

test('own changes that the copy cannot get are read from the record', async () => {
  let isAway = false;
  const unsteady = new Proxy(sql, {
    get: (target, name) => {
      if (isAway && name === 'unsafe') throw new Error('the database is away');
      return Reflect.get(target, name);
    },
  });
  facts = startFacts({ ...opened, sql: unsteady }, () => {}, NEVER);
  await facts.refresh();
  isAway = true;
  await addMarked();
  noteChange(records);
  expect(await facts.open()).toBeNull();
  expect(await count()).toBe(await total());
});

test('a copy that has been closed is not asked: the record answers', async () => {
  facts = startFacts(opened, () => {}, NEVER);
  await facts.refresh();
  await facts.close();
  expect(await count()).toBe(await total());
});

test('marks go an hour after their transaction had surely ended, and later ones stay', async () => {
  await sql`delete from fact_change`;
  await addMarked();
  const point = await sweepMarks(sql, null);
  await sql`insert into fact_change values (gen_random_uuid(), pg_current_xact_id(), '2000-01-01')`;
  expect(await sweepMarks(sql, point)).toBe(point);
  await sweepMarks(sql, { ...point, at: point.at - 3_600_001 });
  const left = await sql`select changed_at::date::text as day from fact_change`;
  expect(left.map(({ day }) => day)).toEqual(['2000-01-01']);
});
