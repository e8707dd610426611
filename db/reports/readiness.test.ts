import postgres from 'postgres';
import { expect, it } from 'vitest';
import { beginDraining } from '@/db/serving/drain.ts';
import { testDatabase } from '@/db/testing/test-database.ts';
import { DatabaseUnavailable } from '@/db/unavailable.ts';
import { readinessOf } from './readiness.ts';

const opened = await testDatabase();
const open = async () => opened;

it('a database that answers with the schema of this program is ready', async () => {
  expect(await readinessOf(open)).toEqual({ ready: true, database: 'ok', schema: 'ok', draining: false });
});

it('a database that is away is said, not thrown', async () => {
  const away = async () => {
    throw new DatabaseUnavailable(new Error('connection refused'));
  };
  expect(await readinessOf(away)).toMatchObject({ ready: false, database: 'away', schema: 'unknown' });
});

it('a schema that a newer program has changed is not ready', async () => {
  const owner = postgres(opened.ownerUrl, { max: 1 });
  const inFuture = 9_000_000_000_000;
  await owner`insert into drizzle.__drizzle_migrations (hash, created_at) values ('newer', ${inFuture})`;
  expect(await readinessOf(open)).toMatchObject({ ready: false, schema: 'newer' });
  await owner`delete from drizzle.__drizzle_migrations where created_at = ${inFuture}`;
  await owner.end();
});

it('a program that is about to end is not ready', async () => {
  beginDraining();
  expect(await readinessOf(open)).toEqual({ ready: false, database: 'ok', schema: 'ok', draining: true });
});
