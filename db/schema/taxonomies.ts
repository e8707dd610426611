import { boolean, integer, pgTable, smallint, text, uniqueIndex } from 'drizzle-orm/pg-core';
import { instant } from './columns.ts';

/**
 * An editable vocabulary: rows that an organisation renames, extends, merges and retires. History keeps the code;
 * a merged one counts under its target.
 */
function taxonomyTable<Name extends string>(name: Name) {
  return pgTable(
    name,
    {
      code: smallint('code').primaryKey(),
      id: text('id').notNull(),
      label: text('label').notNull(),
      group: text('group'),
      /** Escalation rank for levels, otherwise the order of presentation. */
      rank: smallint('rank').notNull(),
      means: text('means'),
      retired: boolean('retired').notNull().default(false),
      mergedInto: smallint('merged_into'),
      version: integer('version').notNull().default(1),
    },
    (table) => [uniqueIndex(`${name}_id_key`).on(table.id)],
  );
}

export const trigger = taxonomyTable('trigger');
export const level = taxonomyTable('level');
export const technique = taxonomyTable('technique');
export const rootCause = taxonomyTable('root_cause');
export const channel = taxonomyTable('channel');
export const journeyStage = taxonomyTable('journey_stage');
export const product = taxonomyTable('product');

/** One row for each change of a vocabulary: the definition version that exports name. */
export const taxonomyVersion = pgTable('taxonomy_version', {
  version: integer('version').primaryKey(),
  madeAt: instant('made_at').notNull(),
  madeBy: text('made_by').notNull(),
  change: text('change').notNull(),
});
