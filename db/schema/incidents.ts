import { isNotNull, sql } from 'drizzle-orm';
import {
  bigint,
  boolean,
  check,
  date,
  index,
  integer,
  jsonb,
  pgSequence,
  pgTable,
  primaryKey,
  smallint,
  text,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core';
import {
  BASES,
  CLOCK_CHANGES,
  CUSTOMER_STATES,
  KINDS,
  OUTCOMES,
  PRECISIONS,
  STANDINGS,
  STATUSES,
} from '../../lib/taxonomy/fixed-sets.ts';
import { code, codeOf, incidentKey, instant, range } from './columns.ts';
import { agent, customer, site, team } from './organisation.ts';
import { channel, journeyStage, level, product, trigger } from './taxonomies.ts';

/** Where records come from. Its code is what the figures store. */
export const source = pgTable(
  'source',
  {
    code: smallint('code').primaryKey().generatedAlwaysAsIdentity(),
    id: text('id').notNull(),
    label: text('label').notNull(),
  },
  (table) => [uniqueIndex('source_id_key').on(table.id)],
);

/** An escalation path: the distinct neighbouring levels of a case, in order. Code 0 is "not known". */
export const escalationPath = pgTable(
  'escalation_path',
  {
    code: integer('code').primaryKey(),
    /** Level ids joined by `~`, as URLs carry them; `unknown` for code 0. */
    id: text('id').notNull(),
    levels: smallint('levels').array().notNull(),
  },
  (table) => [uniqueIndex('escalation_path_id_key').on(table.id)],
);

/** Short numbers for people and for the columnar copy. Gaps are normal. */
export const incidentNumber = pgSequence('incident_number', { startWith: 1, maxValue: 2147483647 });

/**
 * One difficult interaction or complaint. Its id is derived from the source and the source's own id, so that the
 * same file twice adds nothing. Columns below `derived` are computed by the command that writes the row.
 */
export const incident = pgTable(
  'incident',
  {
    incidentId: uuid('incident_id').primaryKey(),
    number: integer('number').notNull(),
    source: smallint('source')
      .notNull()
      .references(() => source.code),
    externalId: text('external_id').notNull(),
    kind: code('kind').notNull(),
    importRunId: integer('import_run_id'),

    occurredAt: instant('occurred_at').notNull(),
    occurredPrecision: code('occurred_precision').notNull(),
    occurredBasis: code('occurred_basis').notNull(),
    occurredClock: code('occurred_clock').notNull().default(0),
    reportedAt: instant('reported_at'),
    reportedPrecision: code('reported_precision'),
    closedAt: instant('closed_at'),
    closedPrecision: code('closed_precision'),
    status: code('status').notNull(),

    channel: code('channel')
      .notNull()
      .references(() => channel.code),
    journeyStage: code('journey_stage')
      .notNull()
      .references(() => journeyStage.code),
    product: code('product')
      .notNull()
      .references(() => product.code),
    siteId: integer('site_id').references(() => site.siteId),
    teamId: integer('team_id').references(() => team.teamId),
    agentId: integer('agent_id').references(() => agent.agentId),
    customerId: integer('customer_id').references(() => customer.customerId),

    trigger: code('trigger')
      .notNull()
      .references(() => trigger.code),
    customerState: code('customer_state').notNull().default(0),
    severity: smallint('severity'),
    intensityBefore: smallint('intensity_before'),
    intensityAfter: smallint('intensity_after'),
    outcome: code('outcome').notNull(),
    compensationMinor: bigint('compensation_minor', { mode: 'number' }),
    compensationCurrency: text('compensation_currency'),
    csat: smallint('csat'),
    /** The source's own flag; the repeat measure is computed. */
    repeatClaimed: boolean('repeat_claimed'),
    /** The source's own counter of reassignments; not mixed with the steps. */
    reassignmentsClaimed: integer('reassignments_claimed'),

    // derived
    occurredOn: date('occurred_on', { mode: 'string' }).notNull(),
    occurredHour: smallint('occurred_hour'),
    minutesToClose: integer('minutes_to_close'),
    /** Closed before it occurred: a data problem, left out of durations and counted. */
    closedBeforeOccurred: boolean('closed_before_occurred').notNull().default(false),
    reportedAfterMinutes: integer('reported_after_minutes'),
    path: integer('path')
      .notNull()
      .default(0)
      .references(() => escalationPath.code),
    levelReached: code('level_reached')
      .notNull()
      .default(0)
      .references(() => level.code),
    levelRank: smallint('level_rank').notNull().default(0),
    escalated: boolean('escalated'),
    bounced: boolean('bounced'),
    stepCount: smallint('step_count').notNull().default(0),
    /** How often the chain of teams or groups changed; the second path. */
    teamChanges: smallint('team_changes').notNull().default(0),
    daysSincePrevious: integer('days_since_previous'),
    /** Bits for date 1, time 2, customer 4, behaviours 8, actions 16, outcome 32. */
    documented: smallint('documented').notNull(),

    /** Only what counts is among the facts; why it does not stands in `set_aside`. */
    standing: code('standing').notNull().default(0),
    /** Fields that a person has set; an import keeps them and says so. */
    setByPerson: text('set_by_person').array().notNull().default(sql`'{}'::text[]`),
    /** A digest of what the source last said, by which a repeated row is known to be unchanged. */
    contentHash: text('content_hash').notNull(),
    writtenAt: instant('written_at').notNull(),
    version: integer('version').notNull().default(1),
  },
  (table) => [
    index('incident_number_idx').on(table.number),
    index('incident_occurred_on_idx').on(table.occurredOn, table.number),
    index('incident_customer_idx').on(table.customerId, table.trigger, table.occurredAt),
    index('incident_import_run_idx').on(table.importRunId),
    index('incident_agent_idx').on(table.agentId).where(isNotNull(table.agentId)),
    index('incident_set_aside_idx').on(table.number).where(sql`${table.standing} <> 0`),
    codeOf('incident_standing_check', table.standing, STANDINGS),
    codeOf('incident_kind_check', table.kind, KINDS),
    codeOf('incident_occurred_precision_check', table.occurredPrecision, PRECISIONS),
    codeOf('incident_occurred_basis_check', table.occurredBasis, BASES),
    codeOf('incident_occurred_clock_check', table.occurredClock, CLOCK_CHANGES),
    codeOf('incident_status_check', table.status, STATUSES),
    codeOf('incident_customer_state_check', table.customerState, CUSTOMER_STATES),
    codeOf('incident_outcome_check', table.outcome, OUTCOMES),
    range('incident_severity_check', table.severity, 1, 5),
    range('incident_intensity_before_check', table.intensityBefore, 1, 5),
    range('incident_intensity_after_check', table.intensityAfter, 1, 5),
    range('incident_csat_check', table.csat, 1, 5),
    range('incident_hour_check', table.occurredHour, 0, 23),
    check('incident_minutes_check', sql`${table.minutesToClose} >= 0`),
  ],
);

/** The words of an incident, apart from its figures. */
export const incidentText = pgTable(
  'incident_text',
  {
    incidentId: incidentKey()
      .primaryKey()
      .references(() => incident.incidentId, { onDelete: 'cascade' }),
    /** The product or topic in the source's own words. */
    topic: text('topic'),
    narrative: text('narrative'),
    resolution: text('resolution'),
    /** The rows as they came: `[{ line, fields: [[column, value], …] }]`; pairs keep the order of the columns. */
    sourceRows: jsonb('source_rows').notNull().default(sql`'[]'::jsonb`),
    /** By which version of the rules all of this and the notes of the steps were redacted; null: not at all. */
    redactedWith: smallint('redacted_with'),
    /** When all words of the incident were removed, for good: no import brings them back. */
    wordsRemovedAt: instant('words_removed_at'),
  },
  (table) => [
    index('incident_text_search_idx').using(
      'gin',
      sql`to_tsvector('english', coalesce(${table.topic}, '') || ' ' || coalesce(${table.narrative}, '') || ' ' || coalesce(${table.resolution}, ''))`,
    ),
  ],
);

/** The original of a field of which something was taken out, sealed: the field is a name of `TEXT_FIELDS`. */
export const sealedText = pgTable(
  'sealed_text',
  {
    incidentId: incidentKey().references(() => incident.incidentId, { onDelete: 'cascade' }),
    field: text('field').notNull(),
    sealed: text('sealed').notNull(),
    sealedAt: instant('sealed_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.incidentId, table.field] })],
);
