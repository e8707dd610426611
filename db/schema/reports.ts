import {
  bigint,
  boolean,
  customType,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  smallint,
  text,
  uniqueIndex,
} from 'drizzle-orm/pg-core';
import type { Pack } from '../../lib/packs/pack.ts';
import { instant } from './columns.ts';

const bytes = customType<{ data: Buffer }>({ dataType: () => 'bytea' });

/** Something to be made again and again, and where it goes. */
export const reportSchedule = pgTable(
  'report_schedule',
  {
    reportScheduleId: integer('report_schedule_id').primaryKey().generatedAlwaysAsIdentity(),
    /** Whose rights and scope it has, derived again at each run. */
    ownerAccount: text('owner_account').notNull(),
    name: text('name').notNull(),
    page: text('page').notNull(),
    query: text('query').notNull(),
    format: text('format').notNull(),
    /** daily, weekly, monthly. */
    rhythm: text('rhythm').notNull(),
    weekday: smallint('weekday').notNull(),
    monthDay: smallint('month_day').notNull(),
    hour: smallint('hour').notNull(),
    /** To whom it is mailed; none where it goes to a folder. */
    recipients: text('recipients').array().notNull(),
    /** Below the folder of reports; null where it is mailed. */
    folder: text('folder'),
    isPaused: boolean('is_paused').notNull().default(false),
    /** When it is due next. */
    nextAt: instant('next_at').notNull(),
    /** Of the figures that went out last. */
    lastFigures: text('last_figures'),
    madeAt: instant('made_at').notNull(),
  },
  (table) => [index('report_schedule_next_idx').on(table.nextAt)],
);

/** A report that somebody or a schedule asked for; whoever waits in it is worked off by the next program that is free. */
export const report = pgTable(
  'report',
  {
    reportId: integer('report_id').primaryKey().generatedAlwaysAsIdentity(),
    account: text('account').notNull(),
    /** A page of packs, or `incidents` for their rows. */
    page: text('page').notNull(),
    query: text('query').notNull(),
    format: text('format').notNull(),
    /** What it is called in lists, before there is a pack. */
    title: text('title').notNull(),
    /** The filters in words; null until it is made. */
    filterWords: text('filter_words'),
    askedAt: instant('asked_at').notNull(),
    /** waiting, making, made, failed, refused. */
    state: text('state').notNull(),
    /** Why it is not there, in words. */
    problem: text('problem'),
    attempts: integer('attempts').notNull().default(0),
    /** When the program that makes it last showed that it is there. */
    beatAt: instant('beat_at'),
    rowsDone: integer('rows_done'),
    rowsTotal: integer('rows_total'),
    /** When its figures and its file were complete. */
    madeAt: instant('made_at'),
    fileName: text('file_name'),
    fileBytes: bigint('file_bytes', { mode: 'number' }),
    fileSha256: text('file_sha256'),
    /** The attempt that wrote the file that counts. */
    fileAttempt: integer('file_attempt'),
    /** Whether the file, or what is kept of the figures, quotes people's words. */
    holdsWords: boolean('holds_words').notNull().default(false),
    /** The figures as they were; null where only rows were taken. */
    pack: jsonb('pack').$type<Pack>(),
    /** A fingerprint of these figures, or of the rows. */
    figures: text('figures'),
    /** The teams that it was made with. */
    scope: jsonb('scope').$type<'all' | readonly number[]>(),
    keptUntil: instant('kept_until').notNull(),
  },
  (table) => [
    index('report_account_idx').on(table.account, table.reportId),
    index('report_state_idx').on(table.state, table.reportId),
    index('report_kept_idx').on(table.keptUntil),
  ],
);

/** A file in pieces, each compressed. They lie in the record, where every program finds them and erasure reaches them. */
export const reportPiece = pgTable(
  'report_piece',
  {
    reportId: integer('report_id')
      .notNull()
      .references(() => report.reportId, { onDelete: 'cascade' }),
    attempt: integer('attempt').notNull(),
    seq: integer('seq').notNull(),
    content: bytes('content').notNull(),
  },
  (table) => [primaryKey({ columns: [table.reportId, table.attempt, table.seq] })],
);

/** One time that a schedule was due, or was asked to run. */
export const reportRun = pgTable(
  'report_run',
  {
    reportRunId: integer('report_run_id').primaryKey().generatedAlwaysAsIdentity(),
    reportScheduleId: integer('report_schedule_id')
      .notNull()
      .references(() => reportSchedule.reportScheduleId, { onDelete: 'cascade' }),
    /** The time that it was due; one time makes one run, whoever looks. */
    dueAt: instant('due_at').notNull(),
    /** Whether somebody wanted it at that moment. */
    isAsked: boolean('is_asked').notNull().default(false),
    /** How many times before were missed while no program ran. */
    missed: integer('missed').notNull().default(0),
    /** Null once the report is gone. */
    reportId: integer('report_id').references(() => report.reportId, { onDelete: 'set null' }),
    /** What the report is called, after it is gone too. */
    reportCode: text('report_code'),
    /** making, sent, skipped, failed, refused. */
    result: text('result').notNull(),
    /** What there is to say of it. */
    words: text('words'),
    /** The addresses that the mail server has taken it for. */
    sentTo: text('sent_to').array().notNull(),
    finishedAt: instant('finished_at'),
  },
  (table) => [
    uniqueIndex('report_run_due_key').on(table.reportScheduleId, table.dueAt),
    index('report_run_report_idx').on(table.reportId),
  ],
);
