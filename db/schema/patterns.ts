import { isNotNull, sql } from 'drizzle-orm';
import {
  boolean,
  date,
  foreignKey,
  integer,
  pgTable,
  primaryKey,
  smallint,
  text,
  uniqueIndex,
} from 'drizzle-orm/pg-core';
import { FACTOR_CATEGORIES } from '../../lib/patterns/factor-categories.ts';
import { PATTERN_STATUSES } from '../../lib/patterns/pattern-status.ts';
import { code, incidentKey, instant, range } from './columns.ts';
import { incident } from './incidents.ts';
import { rootCause } from './taxonomies.ts';

/** A finding that people keep under watch: which incidents it is about, by what measure, and who looks after it. */
export const keptPattern = pgTable(
  'kept_pattern',
  {
    keptPatternId: integer('kept_pattern_id').primaryKey().generatedAlwaysAsIdentity(),
    name: text('name').notNull(),
    /** Which incidents it is about: filters in their canonical form, without period and comparison. */
    filter: text('filter').notNull(),
    measure: text('measure').notNull(),
    /** Which direction of the measure counts as better here; a number of incidents has none by itself. */
    better: text('better', { enum: ['lower', 'higher'] }).notNull(),
    ownerAccount: text('owner_account').notNull(),
    status: text('status', { enum: PATTERN_STATUSES }).notNull(),
    /** The day on which it was last called resolved: what signals from then on is a return. Null unless it is. */
    resolvedOn: date('resolved_on', { mode: 'string' }),
    keptBy: text('kept_by').notNull(),
    keptAt: instant('kept_at').notNull(),
    /** Grows with each change to the pattern, its whys or its fishbone. */
    version: integer('version').notNull().default(1),
  },
  // By its digest, since a filter may be longer than what an index holds.
  (table) => [uniqueIndex('kept_pattern_filter_key').on(sql`md5(${table.filter})`, table.measure)],
);

const ofPattern = () =>
  integer('kept_pattern_id')
    .notNull()
    .references(() => keptPattern.keptPatternId, { onDelete: 'cascade' });

/** One of the questions that lead from what is seen to its cause, with its answer and what that rests on. */
export const patternWhy = pgTable(
  'pattern_why',
  {
    keptPatternId: ofPattern(),
    seq: smallint('seq').notNull(),
    question: text('question').notNull(),
    answer: text('answer').notNull(),
    evidence: text('evidence'),
  },
  (table) => [
    primaryKey({ columns: [table.keptPatternId, table.seq] }),
    range('pattern_why_seq_check', table.seq, 1, 5),
  ],
);

/** What was said of a pattern and what became of it, in its order; nothing here is ever changed. */
export const patternNote = pgTable('pattern_note', {
  patternNoteId: integer('pattern_note_id').primaryKey().generatedAlwaysAsIdentity(),
  keptPatternId: ofPattern(),
  kind: text('kind', { enum: ['note', 'change'] }).notNull(),
  text: text('text').notNull(),
  madeBy: text('made_by').notNull(),
  madeAt: instant('made_at').notNull(),
});

/**
 * An entry of a fishbone: one by hand, or what is said in the place of a coded factor, which may be another branch,
 * other words, or that it is left out.
 */
export const patternFactor = pgTable(
  'pattern_factor',
  {
    patternFactorId: integer('pattern_factor_id').primaryKey().generatedAlwaysAsIdentity(),
    keptPatternId: ofPattern(),
    category: text('category', { enum: FACTOR_CATEGORIES }).notNull(),
    text: text('text').notNull(),
    rootCause: code('root_cause').references(() => rootCause.code),
    isLeftOut: boolean('is_left_out').notNull().default(false),
  },
  (table) => [
    uniqueIndex('pattern_factor_root_cause_key')
      .on(table.keptPatternId, table.rootCause)
      .where(isNotNull(table.rootCause)),
  ],
);

/** The incidents that a pattern names as its evidence. */
export const patternIncident = pgTable(
  'pattern_incident',
  {
    incidentId: incidentKey().references(() => incident.incidentId, { onDelete: 'cascade' }),
    keptPatternId: integer('kept_pattern_id').notNull(),
    linkedBy: text('linked_by').notNull(),
    linkedAt: instant('linked_at').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.incidentId, table.keptPatternId] }),
    foreignKey({
      columns: [table.keptPatternId],
      foreignColumns: [keptPattern.keptPatternId],
      name: 'pattern_incident_pattern_fk',
    }).onDelete('cascade'),
  ],
);
