import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import postgres from 'postgres';
import { expect, inject, onTestFinished, test } from 'vitest';
import { scratchFolder } from '@/db/testing/scratch-home.ts';
import { emptyDatabase } from '@/db/testing/test-database.ts';
import { migrate } from './migrate.ts';

const FIRST = { tag: '0000_first', sql: 'create table audit_log (id int); create sequence number_of_thing;' };
const SECOND = {
  tag: '0001_second',
  sql: 'create table thing (id int); create view things as select id from thing;',
};

test('an empty database gets every migration in order, and a second run finds nothing to do', async () => {
  const database = await emptyDatabase();
  const folder = migrations(FIRST, SECOND);
  expect(await migrate(database, folder)).toBe(2);
  expect(await migrate(database, folder)).toBe(0);
});

test('two programs that migrate at once both succeed, and 2 migrations are applied 2 times in all, not 4', async () => {
  const database = await emptyDatabase();
  const folder = migrations(FIRST, SECOND);
  const applied = await Promise.all([migrate(database, folder), migrate(database, folder)]);
  expect(applied.sort()).toEqual([0, 2]);
});

test('the program’s role gets the rows of every table, later ones too, and of the audit log adding and reading', async () => {
  const database = await emptyDatabase();
  await migrate(database, migrations(FIRST));
  const app = connect(database.appUrl);
  await app`insert into audit_log values (1)`;
  await expect(app`update audit_log set id = 2`).rejects.toThrow('permission denied for table audit_log');
  await migrate(database, migrations(FIRST, SECOND));
  await app`insert into thing select nextval('number_of_thing')`;
  await app`update thing set id = 5`;
  expect(await app`select id from things`).toEqual([{ id: 5 }]);
  await app`delete from thing`;
  await expect(app`delete from audit_log`).rejects.toThrow('permission denied for table audit_log');
});

test('where the program signs in as the owner there are no rights to give', async () => {
  const { ownerUrl } = await emptyDatabase();
  expect(await migrate({ ownerUrl, appUrl: ownerUrl }, migrations(FIRST))).toBe(1);
});

test('a schema from a newer program is refused, and nothing is changed', async () => {
  const database = await emptyDatabase();
  await migrate(database, migrations(FIRST, SECOND));
  await expect(migrate(database, migrations(FIRST))).rejects.toThrow(
    'The database was last used by a newer Lookback: its schema has one change that this one does not know. ' +
      'Nothing was changed. Update this copy ("git pull", then "npm start").',
  );
});

test('a migration that fails leaves the schema as it was before all of them', async () => {
  const database = await emptyDatabase();
  const broken = { tag: '0001_broken', sql: 'create table half (id int); select no_such_function();' };
  await expect(migrate(database, migrations(FIRST, broken))).rejects.toThrow();
  const tables = await connect(database.ownerUrl)`select from pg_tables where schemaname = 'public'`;
  expect(tables).toHaveLength(0);
});

test('a migration that is older than the last one applied is not passed over in silence', async () => {
  const database = await emptyDatabase();
  await migrate(database, migrations(null, SECOND));
  await expect(migrate(database, migrations(FIRST, SECOND))).rejects.toThrow('1 migrations are older');
});

test('the extensions are there before the first migration', async () => {
  const database = await emptyDatabase();
  await migrate(database, migrations({ tag: '0000_first', sql: `select unaccent('é'), 'a' % 'b';` }));
});

test('a role that may not add an extension is told what to ask for', async () => {
  const { appUrl } = await emptyDatabase();
  await expect(migrate({ ownerUrl: appUrl, appUrl }, migrations(FIRST))).rejects.toThrow(
    'Ask its administrator to run "create extension pg_trgm" there.',
  );
});

test('an owner who cannot sign in is told so without the password', async () => {
  const { ownerUrl, appUrl } = await emptyDatabase();
  const wrong = ownerUrl.replace(inject('testServer').owner.password, 'not-the-password');
  const refusal: Error = await migrate({ ownerUrl: wrong, appUrl }, migrations(FIRST)).catch(
    (error) => error,
  );
  expect(refusal.message).toMatch(
    /refuses: password authentication failed .* Correct DATABASE_DIRECT_URL\.$/,
  );
  expect(refusal.message).not.toContain('not-the-password');
});

type Migration = { tag: string; sql: string } | null;

/** A folder as drizzle-kit writes it; null leaves a place in the order of time. */
function migrations(...made: Migration[]): string {
  const folder = join(scratchFolder(), 'migrations');
  mkdirSync(join(folder, 'meta'), { recursive: true });
  const entries = made.flatMap((migration, idx) => {
    if (!migration) return [];
    writeFileSync(join(folder, `${migration.tag}.sql`), migration.sql);
    return [{ idx, version: '7', when: 1_700_000_000_000 + idx, tag: migration.tag, breakpoints: true }];
  });
  writeFileSync(
    join(folder, 'meta', '_journal.json'),
    JSON.stringify({ version: '7', dialect: 'postgresql', entries }),
  );
  return folder;
}

function connect(url: string): postgres.Sql {
  const client = postgres(url, { max: 1 });
  onTestFinished(() => client.end());
  return client;
}
