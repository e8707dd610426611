import { sql } from 'drizzle-orm';
import { boolean, date, integer, pgView, smallint } from 'drizzle-orm/pg-core';

/**
 * The facts: what aggregating questions may read, and nothing else. In the record they are views, in a columnar copy
 * tables of the same columns and types. Every code is a number and 0 is "not known"; a merged term counts under its
 * target; what is expensive was derived when the row was written.
 */
export const factIncident = pgView('fact_incident', {
  number: integer('number').notNull(),
  occurredOn: date('occurred_on', { mode: 'string' }).notNull(),
  occurredMinute: integer('occurred_minute').notNull(),
  occurredHour: smallint('occurred_hour'),
  weekday: smallint('weekday').notNull(),
  kind: smallint('kind').notNull(),
  source: smallint('source').notNull(),
  importRun: integer('import_run').notNull(),
  channel: smallint('channel').notNull(),
  journeyStage: smallint('journey_stage').notNull(),
  product: smallint('product').notNull(),
  trigger: smallint('trigger').notNull(),
  customerState: smallint('customer_state').notNull(),
  severity: smallint('severity'),
  intensityBefore: smallint('intensity_before'),
  intensityAfter: smallint('intensity_after'),
  outcome: smallint('outcome').notNull(),
  status: smallint('status').notNull(),
  site: integer('site').notNull(),
  team: integer('team').notNull(),
  agent: integer('agent').notNull(),
  customer: integer('customer').notNull(),
  path: integer('path').notNull(),
  levelReached: smallint('level_reached').notNull(),
  levelRank: smallint('level_rank').notNull(),
  escalated: boolean('escalated'),
  bounced: boolean('bounced'),
  stepCount: smallint('step_count').notNull(),
  teamChanges: smallint('team_changes').notNull(),
  minutesToClose: integer('minutes_to_close'),
  reportedAfterMinutes: integer('reported_after_minutes'),
  daysSincePrevious: integer('days_since_previous'),
  documentedItems: smallint('documented_items').notNull(),
  csat: smallint('csat'),
  compensationMinor: integer('compensation_minor'),
}).as(sql`
  select i.number, i.occurred_on,
    floor(extract(epoch from i.occurred_at) / 60)::integer as occurred_minute,
    i.occurred_hour, extract(isodow from i.occurred_on)::smallint as weekday,
    i.kind, i.source, coalesce(i.import_run_id, 0) as import_run,
    coalesce(c.merged_into, i.channel) as channel,
    coalesce(j.merged_into, i.journey_stage) as journey_stage,
    coalesce(p.merged_into, i.product) as product,
    coalesce(t.merged_into, i.trigger) as trigger,
    i.customer_state, i.severity, i.intensity_before, i.intensity_after, i.outcome, i.status,
    coalesce(i.site_id, 0) as site, coalesce(i.team_id, 0) as team, coalesce(i.agent_id, 0) as agent,
    coalesce(i.customer_id, 0) as customer,
    i.path, i.level_reached, i.level_rank, i.escalated, i.bounced, i.step_count, i.team_changes,
    i.minutes_to_close, i.reported_after_minutes, i.days_since_previous,
    ((i.documented & 1) + (i.documented >> 1 & 1) + (i.documented >> 2 & 1) + (i.documented >> 3 & 1)
      + (i.documented >> 4 & 1) + (i.documented >> 5 & 1))::smallint as documented_items,
    i.csat, i.compensation_minor::integer as compensation_minor
  from incident i
  join trigger t on t.code = i.trigger
  join channel c on c.code = i.channel
  join journey_stage j on j.code = i.journey_stage
  join product p on p.code = i.product`);

/** One row a step of a case, with how long it stayed before the next. */
export const factStep = pgView('fact_step', {
  number: integer('number').notNull(),
  seq: smallint('seq').notNull(),
  level: smallint('level').notNull(),
  nextLevel: smallint('next_level'),
  waitMinutes: integer('wait_minutes'),
  occurredOn: date('occurred_on', { mode: 'string' }).notNull(),
  trigger: smallint('trigger').notNull(),
  team: integer('team').notNull(),
  channel: smallint('channel').notNull(),
}).as(sql`
  select i.number, s.seq, s.level, s.next_level, s.wait_minutes, i.occurred_on,
    coalesce(t.merged_into, i.trigger) as trigger, coalesce(i.team_id, 0) as team,
    coalesce(c.merged_into, i.channel) as channel
  from escalation_step s
  join incident i on i.incident_id = s.incident_id
  join trigger t on t.code = i.trigger
  join channel c on c.code = i.channel`);

/** One row an incident and technique: a reviewer's observation stands in place of the agent's own. */
export const factTechnique = pgView('fact_technique', {
  number: integer('number').notNull(),
  technique: smallint('technique').notNull(),
  observation: smallint('observation').notNull(),
  occurredOn: date('occurred_on', { mode: 'string' }).notNull(),
  trigger: smallint('trigger').notNull(),
  team: integer('team').notNull(),
  channel: smallint('channel').notNull(),
}).as(sql`
  select i.number, coalesce(q.merged_into, o.technique) as technique, o.observation, i.occurred_on,
    coalesce(t.merged_into, i.trigger) as trigger, coalesce(i.team_id, 0) as team,
    coalesce(c.merged_into, i.channel) as channel
  from technique_observation o
  join incident i on i.incident_id = o.incident_id
  join technique q on q.code = o.technique
  join trigger t on t.code = i.trigger
  join channel c on c.code = i.channel
  where o.observer = 1 or not exists (
    select 1 from technique_observation r
    where r.incident_id = o.incident_id and r.technique = o.technique and r.observer = 1)`);
