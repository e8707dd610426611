import { randomBytes } from 'node:crypto';
import { afterAll, inject } from 'vitest';
import { type OpenRecords, openRecords } from '@/db/records.ts';
import { asSuperuser, urlOf } from './test-server.ts';

/**
 * A database for one test file: a copy of the migrated and seeded template, dropped after the file's last test. To be
 * awaited at the top of the file or in its `beforeAll`; the tests of a file share it.
 */
export async function testDatabase(): Promise<OpenRecords> {
  const { appUrl, ownerUrl } = await makeDatabase(inject('testServer').template);
  const opened = await openRecords({ home: '', databaseUrl: appUrl, databaseDirectUrl: ownerUrl });
  afterAll(() => opened.close());
  return opened;
}

/** A database with nothing in it, not even the schema; dropped after the file's last test. */
export function emptyDatabase(): Promise<{ appUrl: string; ownerUrl: string }> {
  return makeDatabase('template0');
}

async function makeDatabase(template: string): Promise<{ appUrl: string; ownerUrl: string }> {
  const server = inject('testServer');
  const name = `test_${randomBytes(6).toString('hex')}`;
  await asSuperuser(server.superuserUrl, async (sql) => {
    await sql.unsafe(`create database ${name} template ${template} owner ${server.owner.name}`);
  });
  afterAll(() =>
    asSuperuser(server.superuserUrl, async (sql) => {
      await sql.unsafe(`drop database ${name} with (force)`);
    }),
  );
  return { appUrl: urlOf(server, server.app, name), ownerUrl: urlOf(server, server.owner, name) };
}
