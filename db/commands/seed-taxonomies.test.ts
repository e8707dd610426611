import { eq } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { escalationPath } from '@/db/schema/incidents.ts';
import { level, trigger } from '@/db/schema/taxonomies.ts';
import { testDatabase } from '@/db/testing/test-database.ts';
import { LEVELS, TRIGGERS } from '@/lib/taxonomy/editable-sets.ts';
import { seedTaxonomies } from './seed-taxonomies.ts';

const NOW = new Date('2026-11-03T10:00:00Z');
const { records } = await testDatabase();

it('a new record has every trigger and level of the vocabulary, and the path that is not known', async () => {
  await seedTaxonomies(records, NOW);
  expect(await records.$count(trigger)).toBe(TRIGGERS.length);
  expect(await records.$count(level)).toBe(LEVELS.length);
  const [path] = await records.select().from(escalationPath).where(eq(escalationPath.code, 0));
  expect(path).toEqual({ code: 0, id: 'unknown', levels: [] });
});

it('a renamed trigger keeps its name through another start', async () => {
  await seedTaxonomies(records, NOW);
  await records.update(trigger).set({ label: 'Invoice' }).where(eq(trigger.id, 'billing_error'));
  await seedTaxonomies(records, NOW);
  const [renamed] = await records.select().from(trigger).where(eq(trigger.id, 'billing_error'));
  expect(renamed?.label).toBe('Invoice');
  expect(await records.$count(trigger)).toBe(TRIGGERS.length);
});
