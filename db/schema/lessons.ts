import { sql } from 'drizzle-orm';
import { date, index, integer, pgTable, primaryKey, smallint, text } from 'drizzle-orm/pg-core';
import { code, instant } from './columns.ts';
import { team } from './organisation.ts';
import { technique, trigger } from './taxonomies.ts';

/** What worked, told to others, with what speaks for it. */
export const lesson = pgTable(
  'lesson',
  {
    lessonId: integer('lesson_id').primaryKey().generatedAlwaysAsIdentity(),
    title: text('title').notNull(),
    trigger: code('trigger')
      .notNull()
      .references(() => trigger.code),
    /** The issue as people meet it. */
    issue: text('issue').notNull(),
    /** What resolves it. */
    resolution: text('resolution').notNull(),

    /** The incidents that speak for it: filters in their canonical form, with the days of the period. */
    evidence: text('evidence').notNull(),
    /** The share that was better among them. */
    measure: text('measure').notNull(),
    numerator: integer('numerator').notNull(),
    denominator: integer('denominator').notNull(),
    // The same of all other incidents of the same days and teams.
    otherNumerator: integer('other_numerator').notNull(),
    otherDenominator: integer('other_denominator').notNull(),

    sharedBy: text('shared_by').notNull(),
    sharedAt: instant('shared_at').notNull(),
    /** The day on which it asks whether it is still true. */
    askOn: date('ask_on', { mode: 'string' }).notNull(),
    /** The day on which it was found to be true no more. */
    retiredOn: date('retired_on', { mode: 'string' }),
    version: integer('version').notNull().default(1),
  },
  (table) => [index('lesson_search_idx').using('gin', lessonWords(table))],
);

/** What a search looks at: the words of a lesson, its title and the issue first. */
export function lessonWords({ title, issue, resolution }: Record<'title' | 'issue' | 'resolution', unknown>) {
  return sql`(setweight(to_tsvector('english', ${title} || ' ' || ${issue}), 'A') || to_tsvector('english', ${resolution}))`;
}

const ofLesson = () =>
  integer('lesson_id')
    .notNull()
    .references(() => lesson.lessonId, { onDelete: 'cascade' });

/** The teams that it went to; all of them where there are none. */
export const lessonTeam = pgTable(
  'lesson_team',
  {
    lessonId: ofLesson(),
    teamId: integer('team_id')
      .notNull()
      .references(() => team.teamId),
  },
  (table) => [primaryKey({ columns: [table.lessonId, table.teamId] })],
);

/** The techniques that it is about. */
export const lessonTechnique = pgTable(
  'lesson_technique',
  {
    lessonId: ofLesson(),
    technique: smallint('technique')
      .notNull()
      .references(() => technique.code),
  },
  (table) => [primaryKey({ columns: [table.lessonId, table.technique] })],
);

/** What was answered each time that it asked, with what the incidents of the last weeks said. */
export const lessonCheck = pgTable('lesson_check', {
  lessonCheckId: integer('lesson_check_id').primaryKey().generatedAlwaysAsIdentity(),
  lessonId: ofLesson(),
  answer: text('answer', { enum: ['yes', 'no'] }).notNull(),
  note: text('note'),
  numerator: integer('numerator').notNull(),
  denominator: integer('denominator').notNull(),
  madeBy: text('made_by').notNull(),
  madeAt: instant('made_at').notNull(),
});
