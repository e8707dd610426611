DROP VIEW "public"."fact_incident";--> statement-breakpoint
DROP VIEW "public"."fact_step";--> statement-breakpoint
CREATE VIEW "public"."fact_contact" AS (
  select v.day as occurred_on, extract(isodow from v.day)::smallint as weekday, v.team_id as team,
    coalesce(c.merged_into, v.channel) as channel, v.contacts
  from contact_volume v
  join channel c on c.code = v.channel);--> statement-breakpoint
CREATE VIEW "public"."fact_follow_up" AS (
  select i.number, f.seq, f.due_on, f.done_on,
    (case when f.done_on is not null then 1 when f.broken_reason is not null then 2 else 0 end)::smallint as state,
    (f.broken_reason is not null) as reason_given, i.occurred_on,
    extract(isodow from i.occurred_on)::smallint as weekday,
    coalesce(t.merged_into, i.trigger) as trigger, coalesce(i.team_id, 0) as team,
    coalesce(c.merged_into, i.channel) as channel
  from follow_up f
  join incident i on i.incident_id = f.incident_id
  join trigger t on t.code = i.trigger
  join channel c on c.code = i.channel);--> statement-breakpoint
CREATE VIEW "public"."fact_incident" AS (
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
  left join workspace w on w.id = 1);--> statement-breakpoint
CREATE VIEW "public"."fact_step" AS (
  select i.number, s.seq, s.level, s.next_level, s.wait_minutes,
    (s.next_level is null and i.status = 1) as open,
    s.handoff_documented as documented, s.handoff_briefed as briefed, i.occurred_on,
    extract(isodow from i.occurred_on)::smallint as weekday,
    coalesce(t.merged_into, i.trigger) as trigger, coalesce(i.team_id, 0) as team,
    coalesce(c.merged_into, i.channel) as channel
  from escalation_step s
  join incident i on i.incident_id = s.incident_id
  join trigger t on t.code = i.trigger
  join channel c on c.code = i.channel);