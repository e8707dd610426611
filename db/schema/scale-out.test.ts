import { expect, test } from 'vitest';
import { testDatabase } from '@/db/testing/test-database.ts';

const { sql } = await testDatabase();

/** Tables that a distributed database would spread by `incident_id`. */
const detailTables = async () =>
  (
    await sql`select table_name from information_schema.columns
      where table_schema = 'public' and column_name = 'incident_id' and table_name not like 'fact_incident'
        and table_name in (select tablename from pg_tables where schemaname = 'public')`
  ).map(({ table_name }) => String(table_name));

test('every primary and unique key of a table of incident details contains incident_id', async () => {
  const keys = await sql`
    select i.indrelid::regclass::text as table_name, c.relname as key,
      bool_or(a.attname = 'incident_id') as has_incident_id
    from pg_index i
    join pg_class c on c.oid = i.indexrelid
    join pg_attribute a on a.attrelid = i.indrelid and a.attnum = any(i.indkey)
    where i.indisunique and i.indrelid::regclass::text = any(${await detailTables()}::text[])
    group by 1, 2`;
  expect(keys.length).toBeGreaterThan(8);
  expect(keys.filter(({ has_incident_id }) => !has_incident_id).map(({ key }) => key)).toEqual([]);
});

test('incident_id is never null where it is', async () => {
  const nullable = await sql`
    select table_name from information_schema.columns
    where table_schema = 'public' and column_name = 'incident_id' and is_nullable = 'YES'
      and table_name = any(${await detailTables()}::text[])`;
  expect(nullable.map(({ table_name }) => table_name)).toEqual([]);
});

test('no table outside the details refers to one of them, and none of them empties the id when its incident goes', async () => {
  const details = await detailTables();
  const references = await sql`
    select conrelid::regclass::text as child, confrelid::regclass::text as parent, confdeltype as on_delete
    from pg_constraint where contype = 'f'`;
  const fromOutside = references.filter(
    ({ child, parent }) => details.includes(parent) && !details.includes(child),
  );
  expect(fromOutside).toEqual([]);
  expect(references.filter(({ child, on_delete }) => details.includes(child) && on_delete === 'n')).toEqual(
    [],
  );
});

test('there are no enumerations, triggers, or rules in the schema', async () => {
  expect(await sql`select typname from pg_type where typtype = 'e'`).toHaveLength(0);
  expect(await sql`select tgname from pg_trigger where not tgisinternal`).toHaveLength(0);
});
