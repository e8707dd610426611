import { sql } from 'drizzle-orm';
import { boolean, date, integer, pgView, smallint } from 'drizzle-orm/pg-core';
import { OF_DAY } from './of-day.ts';

/**
 * What is said of an incident, once for every view whose rows carry it. Joins are outer, though each finds its one row:
 * of those, PostgreSQL leaves out what a question does not need. `date_part` is `extract` without decimal arithmetic,
 * which takes several times as long; a double holds every microsecond of these.
 */
const ABOUT = sql`i.number, i.occurred_on,
    floor(date_part('epoch', i.occurred_at) / 60)::integer as occurred_minute,
    i.occurred_hour,
    case when i.occurred_hour is null then 0 when i.occurred_hour < 6 then 1 else i.occurred_hour / 3 end::smallint
      as hour_band,
    ${OF_DAY.weekday(sql`i.occurred_on`)} as weekday, ${OF_DAY.week(sql`i.occurred_on`)} as week,
    i.kind, i.source, coalesce(i.import_run_id, 0) as import_run,
    coalesce(c.merged_into, i.channel) as channel,
    coalesce(j.merged_into, i.journey_stage) as journey_stage,
    coalesce(p.merged_into, i.product) as product,
    coalesce(t.merged_into, i.trigger) as trigger,
    i.customer_state, coalesce(r.root_cause, 0)::smallint as root_cause,
    i.severity, i.intensity_before, i.intensity_after, i.outcome, i.status,
    coalesce(i.site_id, 0) as site, coalesce(i.team_id, 0) as team, coalesce(i.agent_id, 0) as agent,
    coalesce(i.customer_id, 0) as customer,
    i.path, i.level_reached, i.level_rank, i.escalated, i.bounced, i.step_count, i.team_changes,
    i.minutes_to_close,
    case when i.occurred_basis = 0 then i.reported_after_minutes end as reported_after_minutes,
    i.days_since_previous,
    ((i.documented & 1) + (i.documented >> 1 & 1) + (i.documented >> 2 & 1) + (i.documented >> 3 & 1)
      + (i.documented >> 4 & 1) + (i.documented >> 5 & 1))::smallint as documented_items,
    i.csat,
    case when i.compensation_currency = w.currency then i.compensation_minor end::integer as compensation_minor,
    (i.compensation_minor is not null and i.compensation_currency is distinct from w.currency) as other_currency
  from incident i
  left join trigger t on t.code = i.trigger
  left join channel c on c.code = i.channel
  left join journey_stage j on j.code = i.journey_stage
  left join product p on p.code = i.product
  left join (
    select distinct on (v.incident_id) v.incident_id, coalesce(q.merged_into, v.root_cause) as root_cause
    from review v
    left join root_cause q on q.code = v.root_cause
    where v.root_cause is not null and v.finished_at is not null
    order by v.incident_id, v.blind, v.seq desc) r on r.incident_id = i.incident_id
  left join workspace w on w.id = 1
  where i.standing = 0`;

/** What filters commonly ask of the incident of a step or follow-up: told by these, no incident need be looked for. */
const whose = () => ({
  occurredOn: date('occurred_on', { mode: 'string' }).notNull(),
  weekday: smallint('weekday').notNull(),
  week: smallint('week').notNull(),
  kind: smallint('kind').notNull(),
  channel: smallint('channel').notNull(),
  product: smallint('product').notNull(),
  trigger: smallint('trigger').notNull(),
  outcome: smallint('outcome').notNull(),
  site: integer('site').notNull(),
  team: integer('team').notNull(),
  agent: integer('agent').notNull(),
  path: integer('path').notNull(),
  levelReached: smallint('level_reached').notNull(),
});
const WHOSE = sql`i.occurred_on, i.weekday, i.week, i.kind, i.channel, i.product, i.trigger, i.outcome, i.site, i.team, i.agent,
    i.path, i.level_reached`;

/** The incidents that count, with the key that records of theirs know them by: what somebody has set aside is left out here. */
const INCIDENTS = sql`(select i.incident_id, ${ABOUT})`;

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
  /** A code of HOUR_BANDS. */
  hourBand: smallint('hour_band').notNull(),
  weekday: smallint('weekday').notNull(),
  week: smallint('week').notNull(),
  kind: smallint('kind').notNull(),
  source: smallint('source').notNull(),
  importRun: integer('import_run').notNull(),
  channel: smallint('channel').notNull(),
  journeyStage: smallint('journey_stage').notNull(),
  product: smallint('product').notNull(),
  trigger: smallint('trigger').notNull(),
  customerState: smallint('customer_state').notNull(),
  /** What the latest finished review coded; a blind reading counts only where there is no other. */
  rootCause: smallint('root_cause').notNull(),
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
  /** Where the source says both when it occurred and when it was reported. */
  reportedAfterMinutes: integer('reported_after_minutes'),
  daysSincePrevious: integer('days_since_previous'),
  documentedItems: smallint('documented_items').notNull(),
  csat: smallint('csat'),
  /** Of the workspace's currency. */
  compensationMinor: integer('compensation_minor'),
  /** An amount is there, and in another currency, or in one that is not known. */
  otherCurrency: boolean('other_currency').notNull(),
}).as(sql`
  select ${ABOUT}`);

/** One row a step of a case, with how long it stayed before the next; the last one until closing. */
export const factStep = pgView('fact_step', {
  number: integer('number').notNull(),
  seq: smallint('seq').notNull(),
  level: smallint('level').notNull(),
  nextLevel: smallint('next_level'),
  waitMinutes: integer('wait_minutes'),
  /** The case is with it still: how long it will stay is not known yet. */
  open: boolean('open').notNull(),
  /** Of the handoff to this step. */
  documented: boolean('documented'),
  briefed: boolean('briefed'),
  ...whose(),
}).as(sql`
  select i.number, s.seq, coalesce(l.merged_into, s.level) as level,
    coalesce(n.merged_into, s.next_level) as next_level, s.wait_minutes,
    (s.next_level is null and i.status = 1) as open,
    s.handoff_documented as documented, s.handoff_briefed as briefed,
    ${WHOSE}
  from escalation_step s
  join ${INCIDENTS} i on i.incident_id = s.incident_id
  left join level l on l.code = s.level
  left join level n on n.code = s.next_level`);

/**
 * One row an incident and technique: a reviewer's observation stands in place of the agent's own, and where techniques
 * were merged, the worst of them. Only those that were merged are looked for a second time.
 */
export const factTechnique = pgView('fact_technique', {
  number: integer('number').notNull(),
  technique: smallint('technique').notNull(),
  observation: smallint('observation').notNull(),
  /** Its place among the techniques of the incident; null where the source has no order. */
  seq: smallint('seq'),
  occurredOn: date('occurred_on', { mode: 'string' }).notNull(),
  weekday: smallint('weekday').notNull(),
  trigger: smallint('trigger').notNull(),
  customerState: smallint('customer_state').notNull(),
  intensityBefore: smallint('intensity_before'),
  intensityAfter: smallint('intensity_after'),
  team: integer('team').notNull(),
  agent: integer('agent').notNull(),
  channel: smallint('channel').notNull(),
}).as(sql`
  select i.number, coalesce(q.merged_into, o.technique) as technique, o.observation, o.seq,
    i.occurred_on, i.weekday, i.trigger, i.customer_state, i.intensity_before, i.intensity_after,
    i.team, i.agent, i.channel
  from technique_observation o
  join ${INCIDENTS} i on i.incident_id = o.incident_id
  join technique q on q.code = o.technique
  where (o.observer = 1 or not exists (
      select 1 from technique_observation r
      where r.incident_id = o.incident_id and r.technique = o.technique and r.observer = 1))
    and (
      (q.merged_into is null
        and q.code not in (select m.merged_into from technique m where m.merged_into is not null))
      or not exists (
        select 1 from technique_observation r
        join technique m on m.code = r.technique
        where r.incident_id = o.incident_id
          and coalesce(m.merged_into, m.code) = coalesce(q.merged_into, q.code)
          and (r.observer, r.observation, r.technique) > (o.observer, o.observation, o.technique)))`);

/** One row a promise to the customer. Whether it is kept depends on the day as of which is asked. */
export const factFollowUp = pgView('fact_follow_up', {
  number: integer('number').notNull(),
  seq: smallint('seq').notNull(),
  dueOn: date('due_on', { mode: 'string' }),
  doneOn: date('done_on', { mode: 'string' }),
  /** 0 open, 1 done, 2 not done and a reason for that. */
  state: smallint('state').notNull(),
  /** Why it was late or not done: a code of FOLLOW_UP_REASONS, 0 where nobody says. */
  reason: smallint('reason').notNull(),
  ...whose(),
}).as(sql`
  select i.number, f.seq, f.due_on, f.done_on,
    (case when f.done_on is not null then 1 when f.reason > 0 then 2 else 0 end)::smallint as state,
    f.reason, ${WHOSE}
  from follow_up f
  join ${INCIDENTS} i on i.incident_id = f.incident_id`);

/**
 * Contacts handled on a day by a team and channel: what turns counts into rates. It belongs to no incident, so whoever
 * changes volumes marks them by `markVolumes`. Channels that were merged have a row each.
 */
export const factContact = pgView('fact_contact', {
  occurredOn: date('occurred_on', { mode: 'string' }).notNull(),
  weekday: smallint('weekday').notNull(),
  week: smallint('week').notNull(),
  team: integer('team').notNull(),
  channel: smallint('channel').notNull(),
  contacts: integer('contacts').notNull(),
}).as(sql`
  select v.day as occurred_on, ${OF_DAY.weekday(sql`v.day`)} as weekday, ${OF_DAY.week(sql`v.day`)} as week,
    v.team_id as team,
    coalesce(c.merged_into, v.channel) as channel, v.contacts
  from contact_volume v
  join channel c on c.code = v.channel`);
