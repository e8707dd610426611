import { sql } from 'drizzle-orm';
import {
  date,
  doublePrecision,
  integer,
  pgTable,
  primaryKey,
  text,
  unique,
  uniqueIndex,
} from 'drizzle-orm/pg-core';
import { incidentKey, instant } from './columns.ts';
import { incident } from './incidents.ts';
import { team } from './organisation.ts';

/** An agreed change, from the pattern that asked for it to the measured effect. */
export const action = pgTable('action', {
  actionId: integer('action_id').primaryKey().generatedAlwaysAsIdentity(),
  title: text('title').notNull(),
  /** The filter that says which incidents it is about, as the URL carries it. */
  filter: text('filter').notNull(),
  measure: text('measure').notNull(),
  stage: text('stage').notNull(),
  strength: text('strength').notNull(),
  prediction: text('prediction'),
  ownerAccount: text('owner_account').notNull(),
  dueOn: date('due_on', { mode: 'string' }),
  changedOn: date('changed_on', { mode: 'string' }),
  reviewOn: date('review_on', { mode: 'string' }),
  verdict: text('verdict'),
  madeAt: instant('made_at').notNull(),
});

/** The incidents that an action names as its evidence. */
export const actionIncident = pgTable(
  'action_incident',
  {
    incidentId: incidentKey().references(() => incident.incidentId, { onDelete: 'cascade' }),
    actionId: integer('action_id')
      .notNull()
      .references(() => action.actionId),
  },
  (table) => [primaryKey({ columns: [table.incidentId, table.actionId] })],
);

/** What a measure should reach, for the workspace or one team, from a day on. */
export const target = pgTable(
  'target',
  {
    targetId: integer('target_id').primaryKey().generatedAlwaysAsIdentity(),
    measure: text('measure').notNull(),
    teamId: integer('team_id').references(() => team.teamId),
    value: doublePrecision('value').notNull(),
    from: date('from', { mode: 'string' }).notNull(),
    /** The first day on which it does not hold any more; null where it holds until the next one begins. */
    until: date('until', { mode: 'string' }),
    version: integer('version').notNull().default(1),
  },
  (table) => [unique('target_from_key').on(table.measure, table.teamId, table.from).nullsNotDistinct()],
);

/** A day from which the limits of one series are reckoned anew, since the process has changed for a reason that is known. */
export const seriesRebase = pgTable(
  'series_rebase',
  {
    rebaseId: integer('rebase_id').primaryKey().generatedAlwaysAsIdentity(),
    measure: text('measure').notNull(),
    /** Which incidents the series counts: filters in their canonical form, without period and comparison. */
    scope: text('scope').notNull(),
    day: date('day', { mode: 'string' }).notNull(),
    reason: text('reason').notNull(),
    madeBy: text('made_by').notNull(),
    madeAt: instant('made_at').notNull(),
    undoneBy: text('undone_by'),
    undoneAt: instant('undone_at'),
  },
  (table) => [
    uniqueIndex('series_rebase_day_key')
      .on(table.measure, table.scope, table.day)
      .where(sql`${table.undoneAt} is null`),
  ],
);

/**
 * What somebody said of a signal: seen, or that a whole series is not to be listed for a while, for a reason. Undone it
 * stays, with who undid it.
 */
export const signalReview = pgTable(
  'signal_review',
  {
    signalReviewId: integer('signal_review_id').primaryKey().generatedAlwaysAsIdentity(),
    kind: text('kind', { enum: ['acknowledged', 'muted'] }).notNull(),
    /** Which incidents the series counts: filters in their canonical form, without period and comparison. */
    scope: text('scope').notNull(),
    /** The series that is muted, or the signal that is acknowledged, which begins with its series. */
    key: text('key').notNull(),
    reason: text('reason'),
    /** The first day on which a muted series is listed again; null: until it is undone. */
    until: date('until', { mode: 'string' }),
    madeBy: text('made_by').notNull(),
    madeAt: instant('made_at').notNull(),
    undoneBy: text('undone_by'),
    undoneAt: instant('undone_at'),
  },
  (table) => [
    uniqueIndex('signal_review_key_key')
      .on(table.scope, table.kind, table.key)
      .where(sql`${table.undoneAt} is null`),
  ],
);
