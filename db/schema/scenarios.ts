import { sql } from 'drizzle-orm';
import {
  boolean,
  foreignKey,
  index,
  integer,
  pgTable,
  primaryKey,
  smallint,
  text,
} from 'drizzle-orm/pg-core';
import { CUSTOMER_STATES } from '../../lib/taxonomy/fixed-sets.ts';
import { code, codeOf, incidentKey, instant } from './columns.ts';
import { incident } from './incidents.ts';
import { technique, trigger } from './taxonomies.ts';
import { trainingSession } from './training.ts';

/** A role-play card made from what really happened. Its words were redacted before they were written. */
export const scenario = pgTable(
  'scenario',
  {
    scenarioId: integer('scenario_id').primaryKey().generatedAlwaysAsIdentity(),
    title: text('title').notNull(),
    trigger: code('trigger')
      .notNull()
      .references(() => trigger.code),
    customerState: code('customer_state').notNull(),
    /** Codes of CUES. */
    cues: smallint('cues').array().notNull().default(sql`'{}'::smallint[]`),
    /** What both players read. */
    situation: text('situation').notNull(),
    /** What only the customer knows, until asked well. */
    hiddenFacts: text('hidden_facts').notNull(),
    // What good looks like, step by step of LEAP.
    listen: text('listen').notNull(),
    empathise: text('empathise').notNull(),
    ask: text('ask').notNull(),
    produce: text('produce').notNull(),
    retired: boolean('retired').notNull().default(false),
    madeBy: text('made_by').notNull(),
    madeAt: instant('made_at').notNull(),
    version: integer('version').notNull().default(1),
  },
  (table) => [
    codeOf('scenario_customer_state_check', table.customerState, CUSTOMER_STATES),
    index('scenario_search_idx').using('gin', scenarioWords(table)),
  ],
);

/** What a search looks at: the words of a card, its title first. */
export function scenarioWords({
  title,
  situation,
  hiddenFacts,
  listen,
  empathise,
  ask,
  produce,
}: Record<'title' | 'situation' | 'hiddenFacts' | 'listen' | 'empathise' | 'ask' | 'produce', unknown>) {
  return sql`(setweight(to_tsvector('english', ${title}), 'A') || to_tsvector('english', ${situation} || ' ' || ${hiddenFacts} || ' ' || ${listen} || ' ' || ${empathise} || ' ' || ${ask} || ' ' || ${produce}))`;
}

/** The techniques that observers look for. */
export const scenarioTechnique = pgTable(
  'scenario_technique',
  {
    scenarioId: integer('scenario_id')
      .notNull()
      .references(() => scenario.scenarioId, { onDelete: 'cascade' }),
    technique: smallint('technique')
      .notNull()
      .references(() => technique.code),
  },
  (table) => [primaryKey({ columns: [table.scenarioId, table.technique] })],
);

/** The incident that a card was made from. */
export const scenarioIncident = pgTable(
  'scenario_incident',
  {
    incidentId: incidentKey().references(() => incident.incidentId, { onDelete: 'cascade' }),
    scenarioId: integer('scenario_id')
      .notNull()
      .references(() => scenario.scenarioId, { onDelete: 'cascade' }),
  },
  (table) => [primaryKey({ columns: [table.incidentId, table.scenarioId] })],
);

/** The cards that a session practises with, in their order. */
export const trainingSessionScenario = pgTable(
  'training_session_scenario',
  {
    trainingSessionId: integer('training_session_id').notNull(),
    scenarioId: integer('scenario_id')
      .notNull()
      .references(() => scenario.scenarioId, { onDelete: 'cascade' }),
  },
  (table) => [
    primaryKey({ columns: [table.trainingSessionId, table.scenarioId] }),
    foreignKey({
      columns: [table.trainingSessionId],
      foreignColumns: [trainingSession.trainingSessionId],
      name: 'training_session_scenario_session_fk',
    }).onDelete('cascade'),
  ],
);
