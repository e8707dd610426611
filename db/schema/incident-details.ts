import {
  boolean,
  date,
  foreignKey,
  index,
  integer,
  pgTable,
  primaryKey,
  smallint,
  text,
  uuid,
} from 'drizzle-orm/pg-core';
import {
  CUES,
  ESCALATION_REASONS,
  FOLLOW_UP_REASONS,
  OBSERVATIONS,
  OBSERVERS,
  PRECISIONS,
  STANDINGS,
} from '../../lib/taxonomy/fixed-sets.ts';
import { code, codeOf, incidentKey, instant } from './columns.ts';
import { incident } from './incidents.ts';
import { agent, team } from './organisation.ts';
import { level, rootCause, technique } from './taxonomies.ts';

const owner = () => incidentKey().references(() => incident.incidentId, { onDelete: 'cascade' });

/** One stay of a case with one level and team. Level 0 is "not known": the source names only the team. */
export const escalationStep = pgTable(
  'escalation_step',
  {
    incidentId: owner(),
    seq: smallint('seq').notNull(),
    level: code('level')
      .notNull()
      .references(() => level.code),
    at: instant('at'),
    atPrecision: code('at_precision'),
    teamId: integer('team_id').references(() => team.teamId),
    agentId: integer('agent_id').references(() => agent.agentId),
    reason: code('reason').notNull().default(0),
    /** The source's own word for the step. */
    note: text('note'),
    handoffDocumented: boolean('handoff_documented'),
    handoffBriefed: boolean('handoff_briefed'),
    customerToldAt: instant('customer_told_at'),
    // derived
    nextLevel: smallint('next_level'),
    waitMinutes: integer('wait_minutes'),
  },
  (table) => [
    primaryKey({ columns: [table.incidentId, table.seq] }),
    codeOf('escalation_step_reason_check', table.reason, ESCALATION_REASONS),
    codeOf('escalation_step_precision_check', table.atPrecision, PRECISIONS),
  ],
);

/** How a technique was handled in one incident, by the agent's own report or by a reviewer. */
export const techniqueObservation = pgTable(
  'technique_observation',
  {
    incidentId: owner(),
    technique: code('technique')
      .notNull()
      .references(() => technique.code),
    observer: code('observer').notNull(),
    observation: code('observation').notNull(),
    /** Its place among the observer's own, where the source has them in an order. */
    seq: smallint('seq'),
  },
  (table) => [
    primaryKey({ columns: [table.incidentId, table.technique, table.observer] }),
    codeOf('technique_observation_observer_check', table.observer, OBSERVERS),
    codeOf('technique_observation_check', table.observation, OBSERVATIONS),
  ],
);

export const incidentCue = pgTable(
  'incident_cue',
  { incidentId: owner(), cue: code('cue').notNull() },
  (table) => [
    primaryKey({ columns: [table.incidentId, table.cue] }),
    codeOf('incident_cue_check', table.cue, CUES),
  ],
);

/** A contributory factor that a reviewer coded. */
export const incidentFactor = pgTable(
  'incident_factor',
  {
    incidentId: owner(),
    rootCause: code('root_cause')
      .notNull()
      .references(() => rootCause.code),
  },
  (table) => [primaryKey({ columns: [table.incidentId, table.rootCause] })],
);

/** A promise to the customer. */
export const followUp = pgTable(
  'follow_up',
  {
    incidentId: owner(),
    seq: smallint('seq').notNull(),
    promise: text('promise'),
    dueOn: date('due_on', { mode: 'string' }),
    doneOn: date('done_on', { mode: 'string' }),
    /** Why it was late or not done, a code of FOLLOW_UP_REASONS. */
    reason: code('reason').notNull().default(0),
  },
  (table) => [
    primaryKey({ columns: [table.incidentId, table.seq] }),
    index('follow_up_due_idx').on(table.dueOn),
    codeOf('follow_up_reason_check', table.reason, FOLLOW_UP_REASONS),
  ],
);

/** One reviewer's reading of one incident. Several, blind to each other, make double coding. */
export const review = pgTable(
  'review',
  {
    incidentId: owner(),
    seq: smallint('seq').notNull(),
    reviewer: text('reviewer').notNull(),
    blind: boolean('blind').notNull().default(false),
    trigger: code('trigger'),
    rootCause: code('root_cause'),
    severity: smallint('severity'),
    note: text('note'),
    startedAt: instant('started_at').notNull(),
    finishedAt: instant('finished_at'),
  },
  (table) => [primaryKey({ columns: [table.incidentId, table.seq] })],
);

/** Which ratings a review gave. */
export const reviewRating = pgTable(
  'review_rating',
  {
    incidentId: incidentKey(),
    seq: smallint('seq').notNull(),
    technique: code('technique')
      .notNull()
      .references(() => technique.code),
    observation: code('observation').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.incidentId, table.seq, table.technique] }),
    foreignKey({
      columns: [table.incidentId, table.seq],
      foreignColumns: [review.incidentId, review.seq],
    }).onDelete('cascade'),
    codeOf('review_rating_check', table.observation, OBSERVATIONS),
  ],
);

/**
 * That an incident was set aside: why, by whom, and whether that was taken back. What it repeats is named by id without
 * a key, since that one may be removed for its age.
 */
export const setAside = pgTable(
  'set_aside',
  {
    incidentId: owner(),
    seq: smallint('seq').notNull(),
    standing: code('standing').notNull(),
    sameAs: uuid('same_as'),
    reason: text('reason').notNull(),
    setAsideBy: text('set_aside_by').notNull(),
    setAsideAt: instant('set_aside_at').notNull(),
    undoneBy: text('undone_by'),
    undoneAt: instant('undone_at'),
  },
  (table) => [
    primaryKey({ columns: [table.incidentId, table.seq] }),
    index('set_aside_same_as_idx').on(table.sameAs),
    codeOf('set_aside_standing_check', table.standing, STANDINGS),
  ],
);
