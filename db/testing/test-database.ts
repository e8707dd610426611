import { randomBytes } from 'node:crypto';
import { afterAll, inject, onTestFinished } from 'vitest';
import { type OpenRecords, openRecords } from '@/db/records.ts';
import { asSuperuser, urlOf } from './test-server.ts';

/**
 * A database for one test file: a copy of the migrated and seeded template, dropped after the file's last test. To be
 * awaited at the top of the file or in its `beforeAll`; the tests of a file share it.
 */
export async function testDatabase(): Promise<OpenRecords> {
  const { appUrl, ownerUrl, drop } = await makeDatabase(inject('testServer').template);
  const opened = await openRecords({ home: '', databaseUrl: appUrl, databaseDirectUrl: ownerUrl });
  afterAll(async () => {
    await opened.close();
    await drop();
  });
  return opened;
}

/** A database with nothing in it, not even the schema, for one test; dropped when that is finished. */
export async function emptyDatabase(): Promise<{ appUrl: string; ownerUrl: string }> {
  const { drop, ...addresses } = await makeDatabase('template0');
  onTestFinished(drop);
  return addresses;
}

async function makeDatabase(template: string) {
  const server = inject('testServer');
  const name = `test_${randomBytes(6).toString('hex')}`;
  const administer = (statement: string) =>
    asSuperuser(server.superuserUrl, async (sql) => {
      await sql.unsafe(statement);
    });
  await administer(`create database ${name} template ${template} owner ${server.owner.name}`);
  return {
    appUrl: urlOf(server, server.app, name),
    ownerUrl: urlOf(server, server.owner, name),
    drop: () => administer(`drop database ${name} with (force)`),
  };
}
