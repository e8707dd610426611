DROP VIEW "public"."fact_incident";--> statement-breakpoint
CREATE VIEW "public"."fact_incident" AS (
  select i.number, i.occurred_on,
    floor(extract(epoch from i.occurred_at) / 60)::integer as occurred_minute,
    i.occurred_hour,
    case when i.occurred_hour is null then 0 when i.occurred_hour < 6 then 1 else i.occurred_hour / 3 end::smallint
      as hour_band,
    extract(isodow from i.occurred_on)::smallint as weekday,
    i.kind, i.source, coalesce(i.import_run_id, 0) as import_run,
    coalesce(c.merged_into, i.channel) as channel,
    coalesce(j.merged_into, i.journey_stage) as journey_stage,
    coalesce(p.merged_into, i.product) as product,
    coalesce(t.merged_into, i.trigger) as trigger,
    i.customer_state, coalesce(q.merged_into, r.root_cause, 0)::smallint as root_cause, i.severity, i.intensity_before, i.intensity_after, i.outcome, i.status,
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
  join trigger t on t.code = i.trigger
  join channel c on c.code = i.channel
  join journey_stage j on j.code = i.journey_stage
  join product p on p.code = i.product
  left join (
    select distinct on (incident_id) incident_id, root_cause from review
    where root_cause is not null and finished_at is not null
    order by incident_id, blind, seq desc) r on r.incident_id = i.incident_id
  left join root_cause q on q.code = r.root_cause
  left join workspace w on w.id = 1);