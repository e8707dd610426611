import {
  bigint,
  date,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  smallint,
  text,
} from 'drizzle-orm/pg-core';
import { instant } from './columns.ts';
import { team } from './organisation.ts';
import { channel } from './taxonomies.ts';

/** One file going in. `byteOffset` and the counters move in the same transaction as the rows of a batch. */
export const importRun = pgTable('import_run', {
  importRunId: integer('import_run_id').primaryKey().generatedAlwaysAsIdentity(),
  /** What its rows become: incidents, contact_volumes, events. */
  subject: text('subject').notNull().default('incidents'),
  mapping: text('mapping').notNull(),
  fileName: text('file_name').notNull(),
  fileSha256: text('file_sha256').notNull(),
  fileBytes: bigint('file_bytes', { mode: 'number' }).notNull(),
  encoding: text('encoding'),
  startedBy: text('started_by').notNull(),
  startedAt: instant('started_at').notNull(),
  finishedAt: instant('finished_at'),
  /** running, done, failed. */
  state: text('state').notNull(),
  /** What stopped it, in words for a person. */
  failure: text('failure'),
  byteOffset: bigint('byte_offset', { mode: 'number' }).notNull().default(0),
  read: integer('read').notNull().default(0),
  merged: integer('merged').notNull().default(0),
  rejected: integer('rejected').notNull().default(0),
  created: integer('created').notNull().default(0),
  updated: integer('updated').notNull().default(0),
  unchanged: integer('unchanged').notNull().default(0),
  unclassified: integer('unclassified').notNull().default(0),
  /** First and last local date that came in, for the link to what was imported. */
  coverage: jsonb('coverage').$type<{ from: string; until: string }>(),
  undoneBy: text('undone_by'),
  undoneAt: instant('undone_at'),
});

/** What an import of contact volumes changed, cell by cell, by which it can be undone. */
export const volumeChange = pgTable(
  'volume_change',
  {
    importRunId: integer('import_run_id')
      .notNull()
      .references(() => importRun.importRunId, { onDelete: 'cascade' }),
    day: date('day', { mode: 'string' }).notNull(),
    teamId: integer('team_id')
      .notNull()
      .references(() => team.teamId, { onDelete: 'cascade' }),
    channel: smallint('channel')
      .notNull()
      .references(() => channel.code),
    /** Null where there was nothing before. */
    before: integer('before'),
    after: integer('after').notNull(),
  },
  (table) => [primaryKey({ columns: [table.importRunId, table.day, table.teamId, table.channel] })],
);

/** One thing that was wrong, merged or kept in a run, with its line and field. */
export const importProblem = pgTable(
  'import_problem',
  {
    importRunId: integer('import_run_id')
      .notNull()
      .references(() => importRun.importRunId, { onDelete: 'cascade' }),
    seq: integer('seq').notNull(),
    line: integer('line').notNull(),
    /** rejected, merged, kept (a field set by a person), noted (a value left unclassified). */
    kind: text('kind').notNull(),
    field: text('field'),
    message: text('message').notNull(),
    /** The row, redacted; `sealedRow` is the row as it came where that differs, so that it can be mended. */
    row: jsonb('row'),
    sealedRow: text('sealed_row'),
    /** As in `incident_text`. */
    redactedWith: smallint('redacted_with'),
  },
  (table) => [
    primaryKey({ columns: [table.importRunId, table.seq] }),
    index('import_problem_kind_idx').on(table.importRunId, table.kind),
  ],
);
