import { randomBytes } from 'node:crypto';
import { afterAll, inject } from 'vitest';
import { type OpenRecords, openRecords } from '@/db/records.ts';
import { asSuperuser, urlOf } from './test-server.ts';

/**
 * A database for one test file: a copy of the migrated and seeded template, dropped after the file's last test. To be
 * awaited at the top of the file or in its `beforeAll`; the tests of a file share it.
 */
export async function testDatabase(): Promise<OpenRecords> {
  const server = inject('testServer');
  const name = `test_${randomBytes(6).toString('hex')}`;
  await asSuperuser(server.superuserUrl, async (sql) => {
    await sql.unsafe(`create database ${name} template ${server.template} owner ${server.owner.name}`);
  });
  const opened = await openRecords({
    home: '',
    databaseUrl: urlOf(server, server.app, name),
    databaseDirectUrl: urlOf(server, server.owner, name),
  });
  afterAll(async () => {
    await opened.close();
    await asSuperuser(server.superuserUrl, async (sql) => {
      await sql.unsafe(`drop database ${name} with (force)`);
    });
  });
  return opened;
}
