import { date, index, integer, jsonb, pgTable, text } from 'drizzle-orm/pg-core';
import type { Removed } from '../../lib/privacy/retention.ts';
import { instant } from './columns.ts';

/** One time that the periods of retention were applied. It goes on with each batch, so that another program can finish it. */
export const retentionRun = pgTable(
  'retention_run',
  {
    retentionRunId: integer('retention_run_id').primaryKey().generatedAlwaysAsIdentity(),
    /** The day in the workspace's zone that ages were counted from. */
    day: date('day', { mode: 'string' }).notNull(),
    startedBy: text('started_by').notNull(),
    startedAt: instant('started_at').notNull(),
    /** When its last batch went. */
    beatAt: instant('beat_at').notNull(),
    finishedAt: instant('finished_at'),
    /** How many of each kind are gone. */
    removed: jsonb('removed').$type<Removed>().notNull(),
  },
  (table) => [index('retention_run_day_idx').on(table.day)],
);
