DROP VIEW "public"."fact_contact";--> statement-breakpoint
DROP VIEW "public"."fact_follow_up";--> statement-breakpoint
DROP VIEW "public"."fact_incident";--> statement-breakpoint
DROP VIEW "public"."fact_step";--> statement-breakpoint
DROP VIEW "public"."fact_technique";--> statement-breakpoint
CREATE VIEW "public"."fact_contact" AS (
  select v.day as occurred_on, date_part('isodow', v.day)::smallint as weekday, ((v.day - date '2000-01-03' - date_part('isodow', v.day)::integer + 1) / 7)::smallint as week,
    v.team_id as team,
    coalesce(c.merged_into, v.channel) as channel, v.contacts
  from contact_volume v
  join channel c on c.code = v.channel);--> statement-breakpoint
CREATE VIEW "public"."fact_follow_up" AS (
  select i.number, f.seq, f.due_on, f.done_on,
    (case when f.done_on is not null then 1 when f.reason > 0 then 2 else 0 end)::smallint as state,
    f.reason, i.occurred_on, i.weekday, i.week, i.kind, i.channel, i.product, i.trigger, i.outcome, i.site, i.team, i.agent,
    i.path, i.level_reached
  from follow_up f
  join (select i.incident_id, i.number, i.occurred_on,
    floor(date_part('epoch', i.occurred_at) / 60)::integer as occurred_minute,
    i.occurred_hour,
    case when i.occurred_hour is null then 0 when i.occurred_hour < 6 then 1 else i.occurred_hour / 3 end::smallint
      as hour_band,
    date_part('isodow', i.occurred_on)::smallint as weekday, ((i.occurred_on - date '2000-01-03' - date_part('isodow', i.occurred_on)::integer + 1) / 7)::smallint as week,
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
  where i.standing = 0) i on i.incident_id = f.incident_id);--> statement-breakpoint
CREATE VIEW "public"."fact_incident" AS (
  select i.number, i.occurred_on,
    floor(date_part('epoch', i.occurred_at) / 60)::integer as occurred_minute,
    i.occurred_hour,
    case when i.occurred_hour is null then 0 when i.occurred_hour < 6 then 1 else i.occurred_hour / 3 end::smallint
      as hour_band,
    date_part('isodow', i.occurred_on)::smallint as weekday, ((i.occurred_on - date '2000-01-03' - date_part('isodow', i.occurred_on)::integer + 1) / 7)::smallint as week,
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
  where i.standing = 0);--> statement-breakpoint
CREATE VIEW "public"."fact_step" AS (
  select i.number, s.seq, coalesce(l.merged_into, s.level) as level,
    coalesce(n.merged_into, s.next_level) as next_level, s.wait_minutes,
    (s.next_level is null and i.status = 1) as open,
    s.handoff_documented as documented, s.handoff_briefed as briefed,
    i.occurred_on, i.weekday, i.week, i.kind, i.channel, i.product, i.trigger, i.outcome, i.site, i.team, i.agent,
    i.path, i.level_reached
  from escalation_step s
  join (select i.incident_id, i.number, i.occurred_on,
    floor(date_part('epoch', i.occurred_at) / 60)::integer as occurred_minute,
    i.occurred_hour,
    case when i.occurred_hour is null then 0 when i.occurred_hour < 6 then 1 else i.occurred_hour / 3 end::smallint
      as hour_band,
    date_part('isodow', i.occurred_on)::smallint as weekday, ((i.occurred_on - date '2000-01-03' - date_part('isodow', i.occurred_on)::integer + 1) / 7)::smallint as week,
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
  where i.standing = 0) i on i.incident_id = s.incident_id
  left join level l on l.code = s.level
  left join level n on n.code = s.next_level);--> statement-breakpoint
CREATE VIEW "public"."fact_technique" AS (
  select i.number, coalesce(q.merged_into, o.technique) as technique, o.observation, o.seq,
    i.occurred_on, i.weekday, i.trigger, i.customer_state, i.intensity_before, i.intensity_after,
    i.team, i.agent, i.channel
  from technique_observation o
  join (select i.incident_id, i.number, i.occurred_on,
    floor(date_part('epoch', i.occurred_at) / 60)::integer as occurred_minute,
    i.occurred_hour,
    case when i.occurred_hour is null then 0 when i.occurred_hour < 6 then 1 else i.occurred_hour / 3 end::smallint
      as hour_band,
    date_part('isodow', i.occurred_on)::smallint as weekday, ((i.occurred_on - date '2000-01-03' - date_part('isodow', i.occurred_on)::integer + 1) / 7)::smallint as week,
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
  where i.standing = 0) i on i.incident_id = o.incident_id
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
          and (r.observer, r.observation, r.technique) > (o.observer, o.observation, o.technique))));