import { boolean, integer, pgTable, smallint, text, uniqueIndex } from 'drizzle-orm/pg-core';
import type { EditableSet } from '../../lib/taxonomy/editable-sets.ts';

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

/** The table of each editable vocabulary. */
export const TERM_TABLES = {
  trigger,
  level,
  technique,
  root_cause: rootCause,
  channel,
  journey_stage: journeyStage,
  product,
} as const satisfies Record<EditableSet, unknown>;
