import { count, sql } from 'drizzle-orm';
import { drizzle } from 'drizzle-orm/postgres-js';
import { expect, it, onTestFinished, vi } from 'vitest';
import { connectOnce } from '@/db/connect.ts';
import type { OpenRecords } from '@/db/records.ts';
import { incident, source } from '@/db/schema/incidents.ts';
import type { SamplePlan } from '@/db/seed/generate.ts';
import { FOREIGN_KEY_VIOLATION, sqlStateOf } from '@/db/sql-state.ts';
import { makeIncidents } from '@/db/testing/incident-factory.ts';
import { testDatabase } from '@/db/testing/test-database.ts';
import type { Viewer } from '@/lib/access.ts';
import { Forbidden } from '@/lib/errors.ts';
import { loadSample } from './load-sample.ts';
import { loadSampleAsOwner } from './load-sample-as-owner.ts';

const ADMIN: Viewer = { actor: 'account 1', roles: ['admin'], teams: 'all' };
const MANAGER: Viewer = { actor: 'account 2', roles: ['manager'], teams: 'all' };
const PLAN: SamplePlan = {
  seed: 1,
  incidents: 400,
  until: '2026-11-03',
  timeZone: 'Europe/London',
  currency: 'GBP',
};

const rowByRow = await testDatabase();
const atOnce = await testDatabase();

it('a role that may check keys at once loads the very rows, in each table, that any other role loads', async () => {
  vi.useFakeTimers({ toFake: ['Date'], now: new Date('2026-11-04T09:00:00Z') });
  onTestFinished(() => {
    vi.useRealTimers();
  });
  const one = await loadSample(rowByRow.records, ADMIN, PLAN);
  const other = await loadSampleAsOwner(atOnce, ADMIN, PLAN);
  expect(other).toEqual(one);
  const tables = await digest(rowByRow);
  expect(tables.get('escalation_step')?.rows).toBeGreaterThan(one.incidents);
  expect(await digest(atOnce)).toEqual(tables);
});

it('after a load at once every key holds as before: a code without a meaning is refused', async () => {
  const [keys] = await atOnce.records.execute(sql`
    select count(*)::integer as "all", count(*) filter (where convalidated)::integer as "valid"
    from pg_constraint where contype = 'f' and connamespace = 'public'::regnamespace`);
  expect(keys?.all).toBeGreaterThan(30);
  expect(keys?.valid).toBe(keys?.all);
  const bad = await atOnce.records
    .update(incident)
    .set({ trigger: 31_000 })
    .then(() => null, sqlStateOf);
  expect(bad).toBe(FOREIGN_KEY_VIOLATION);
  const factory = makeIncidents(atOnce.records, [{ at: '2026-01-05T10:00', team: 31_000 }]);
  expect(await factory.then(() => null, sqlStateOf)).toBe(FOREIGN_KEY_VIOLATION);
});

it('only an administrator may load it', async () => {
  await expect(loadSampleAsOwner(atOnce, MANAGER, PLAN)).rejects.toThrow(Forbidden);
});

it('a key that came later is looked at, too: what points at nothing is named with table, key and value, and nothing is kept', async () => {
  const opened = await testDatabase();
  const owner = drizzle(connectOnce(opened.ownerUrl, 'test'));
  onTestFinished(() => owner.$client.end());
  await owner.execute(sql`create table known_number (number integer primary key)`);
  await owner.execute(sql`insert into known_number select generate_series(1, 10)`);
  await owner.execute(sql`alter table incident add constraint incident_number_known
    foreign key (number) references known_number (number)`);
  let written = 0;
  const loading = loadSampleAsOwner(opened, ADMIN, PLAN, (incidents) => {
    written = incidents;
  });
  const refusal = await loading.then(
    () => '',
    (error: Error) => error.message,
  );
  expect(written).toBeGreaterThan(300);
  expect(refusal).toBe(
    `${written - 10} rows of incident would point at nothing in known_number, such as number = 100 ` +
      '(foreign key incident_number_known). Nothing was kept.',
  );
  expect(await rowsOf(opened, incident)).toBe(0);
  expect(await rowsOf(opened, source)).toBe(0);
});

async function rowsOf({ records }: OpenRecords, table: typeof incident | typeof source) {
  const [row] = await records.select({ rows: count() }).from(table);
  return row?.rows;
}

/** How many rows each table has, and a checksum of all that is in them but for the number of the transaction. */
async function digest({ sql: client }: OpenRecords) {
  const names = await client<{ name: string }[]>`
    select quote_ident(relname) as name from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace`;
  const tables = new Map<string, { rows: number; sum: string }>();
  for (const { name } of names) {
    const [row] = await client.unsafe<{ rows: number; sum: string }[]>(`
      select count(*)::integer as rows, md5(coalesce(string_agg(r, '|' order by r), '')) as sum
      from (select (to_jsonb(t) - 'changed_in')::text as r from ${name} as t) as told`);
    if (row) tables.set(name, row);
  }
  return tables;
}
