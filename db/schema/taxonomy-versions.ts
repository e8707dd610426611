import { integer, pgTable, smallint, text } from 'drizzle-orm/pg-core';
import { EDITABLE_SETS } from '../../lib/taxonomy/editable-sets.ts';
import { TAXONOMY_CHANGES } from '../../lib/taxonomy/taxonomy-changes.ts';
import { instant } from './columns.ts';
import { event } from './organisation.ts';

/** One row for each change of a vocabulary: the version that exports name. The first is what a workspace begins with. */
export const taxonomyVersion = pgTable('taxonomy_version', {
  version: integer('version').primaryKey(),
  madeAt: instant('made_at').notNull(),
  madeBy: text('made_by').notNull(),
  change: text('change', { enum: TAXONOMY_CHANGES }).notNull(),
  set: text('set', { enum: EDITABLE_SETS }).notNull(),
  code: smallint('code').notNull(),
  /** What the value was called then. */
  label: text('label').notNull(),
  /** The value that it was merged into or taken out of. */
  other: smallint('other'),
  /** What was before and after: labels, ranks, or what the other value is called. */
  before: text('before'),
  after: text('after'),
  /** The break that charts carry; null where it changes no count, or the event was deleted. */
  eventId: integer('event_id').references(() => event.eventId, { onDelete: 'set null' }),
});
