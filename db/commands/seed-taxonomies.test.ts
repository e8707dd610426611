import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { escalationPath } from '@/db/schema/incidents.ts';
import { level, trigger } from '@/db/schema/taxonomies.ts';
import { testDatabase } from '@/db/testing/test-database.ts';
import { seedTaxonomies } from './seed-taxonomies.ts';

const db = await testDatabase();
await seedTaxonomies(db.records);

test('a new workspace has 12 triggers and unclassified, 8 levels and unknown, and the path that is not known', async () => {
  expect(await db.records.select().from(trigger)).toHaveLength(13);
  expect(await db.records.select().from(level)).toHaveLength(9);
  expect(await db.records.select().from(escalationPath)).toEqual([{ code: 0, id: 'unknown', levels: [] }]);
});

test('a label that the organisation has changed stays when the seeds are put in again', async () => {
  await db.records.update(trigger).set({ label: 'Wrong bill' }).where(eq(trigger.id, 'billing_error'));
  await seedTaxonomies(db.records);
  const [row] = await db.records.select().from(trigger).where(eq(trigger.id, 'billing_error'));
  expect(row).toMatchObject({ code: 1, label: 'Wrong bill', group: 'money' });
  expect(await db.records.select().from(trigger)).toHaveLength(13);
});
