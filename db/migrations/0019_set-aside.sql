CREATE TABLE "set_aside" (
	"incident_id" uuid NOT NULL,
	"seq" smallint NOT NULL,
	"standing" smallint NOT NULL,
	"same_as" uuid,
	"reason" text NOT NULL,
	"set_aside_by" text NOT NULL,
	"set_aside_at" timestamp with time zone NOT NULL,
	"undone_by" text,
	"undone_at" timestamp with time zone,
	CONSTRAINT "set_aside_incident_id_seq_pk" PRIMARY KEY("incident_id","seq"),
	CONSTRAINT "set_aside_standing_check" CHECK ("set_aside"."standing" between 0 and 2)
);
--> statement-breakpoint
DROP VIEW "public"."fact_follow_up";--> statement-breakpoint
DROP VIEW "public"."fact_incident";--> statement-breakpoint
DROP VIEW "public"."fact_step";--> statement-breakpoint
DROP VIEW "public"."fact_technique";--> statement-breakpoint
ALTER TABLE "incident" ADD COLUMN "standing" smallint DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "set_aside" ADD CONSTRAINT "set_aside_incident_id_incident_incident_id_fk" FOREIGN KEY ("incident_id") REFERENCES "public"."incident"("incident_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "set_aside_same_as_idx" ON "set_aside" USING btree ("same_as");--> statement-breakpoint
CREATE INDEX "audit_log_subject_idx" ON "audit_log" USING btree ("subject");--> statement-breakpoint
CREATE INDEX "incident_set_aside_idx" ON "incident" USING btree ("number") WHERE "incident"."standing" <> 0;--> statement-breakpoint
ALTER TABLE "incident" ADD CONSTRAINT "incident_standing_check" CHECK ("incident"."standing" between 0 and 2);--> statement-breakpoint
CREATE VIEW "public"."fact_follow_up" AS (
  select i.number, f.seq, f.due_on, f.done_on,
    (case when f.done_on is not null then 1 when f.reason > 0 then 2 else 0 end)::smallint as state,
    f.reason, i.occurred_on,
    extract(isodow from i.occurred_on)::smallint as weekday,
    coalesce(t.merged_into, i.trigger) as trigger, coalesce(i.team_id, 0) as team,
    coalesce(c.merged_into, i.channel) as channel
  from follow_up f
  join incident i on i.incident_id = f.incident_id
  join trigger t on t.code = i.trigger
  join channel c on c.code = i.channel
  where i.standing = 0);--> statement-breakpoint
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
  left join workspace w on w.id = 1
  where i.standing = 0);--> statement-breakpoint
CREATE VIEW "public"."fact_step" AS (
  select i.number, s.seq, coalesce(l.merged_into, s.level) as level,
    coalesce(n.merged_into, s.next_level) as next_level, s.wait_minutes,
    (s.next_level is null and i.status = 1) as open,
    s.handoff_documented as documented, s.handoff_briefed as briefed, i.occurred_on,
    extract(isodow from i.occurred_on)::smallint as weekday,
    coalesce(t.merged_into, i.trigger) as trigger, coalesce(i.team_id, 0) as team,
    coalesce(c.merged_into, i.channel) as channel
  from escalation_step s
  join incident i on i.incident_id = s.incident_id
  join level l on l.code = s.level
  left join level n on n.code = s.next_level
  join trigger t on t.code = i.trigger
  join channel c on c.code = i.channel
  where i.standing = 0);--> statement-breakpoint
CREATE VIEW "public"."fact_technique" AS (
  select i.number, coalesce(q.merged_into, o.technique) as technique, o.observation, o.seq, i.occurred_on,
    extract(isodow from i.occurred_on)::smallint as weekday,
    coalesce(t.merged_into, i.trigger) as trigger, i.customer_state, i.intensity_before, i.intensity_after,
    coalesce(i.team_id, 0) as team, coalesce(i.agent_id, 0) as agent,
    coalesce(c.merged_into, i.channel) as channel
  from technique_observation o
  join incident i on i.incident_id = o.incident_id
  join technique q on q.code = o.technique
  join trigger t on t.code = i.trigger
  join channel c on c.code = i.channel
  where i.standing = 0 and (o.observer = 1 or not exists (
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