import { expect, test } from 'vitest';
import { testDatabase } from './test-database.ts';

const one = await testDatabase();
const other = await testDatabase();

test('each database of a test is its own: a team made in one is missing from the other', async () => {
  await one.sql`insert into source (id, label) values ('probe', 'Probe')`;
  expect(await one.sql`select label from source where id = 'probe'`).toHaveLength(1);
  expect(await other.sql`select label from source where id = 'probe'`).toHaveLength(0);
});

test('the program may add to the audit log and read it, but neither change nor remove what stands there', async () => {
  const entry = { actor: 'test', action: 'probe', subject: 'probe', previous_hash: '', hash: '' };
  await one.sql`insert into audit_log (audit_id, at, detail, actor, action, subject, previous_hash, hash)
    values (1, now(), '{}', ${entry.actor}, ${entry.action}, ${entry.subject}, '', '')`;
  expect(await one.sql`select audit_id from audit_log`).toHaveLength(1);
  await expect(one.sql`update audit_log set actor = 'somebody else'`).rejects.toThrow('permission denied');
  await expect(one.sql`delete from audit_log`).rejects.toThrow('permission denied');
  await expect(one.sql`truncate audit_log`).rejects.toThrow('permission denied');
});

test('the program may not change the schema', async () => {
  await expect(one.sql`create table sneaked_in (id int)`).rejects.toThrow('permission denied');
  await expect(one.sql`alter table audit_log add column sneaked_in int`).rejects.toThrow('must be owner');
});
