DROP VIEW "public"."fact_step";--> statement-breakpoint
DROP VIEW "public"."fact_technique";--> statement-breakpoint
ALTER TABLE "taxonomy_version" ADD COLUMN "set" text NOT NULL;--> statement-breakpoint
ALTER TABLE "taxonomy_version" ADD COLUMN "code" smallint NOT NULL;--> statement-breakpoint
ALTER TABLE "taxonomy_version" ADD COLUMN "label" text NOT NULL;--> statement-breakpoint
ALTER TABLE "taxonomy_version" ADD COLUMN "other" smallint;--> statement-breakpoint
ALTER TABLE "taxonomy_version" ADD COLUMN "before" text;--> statement-breakpoint
ALTER TABLE "taxonomy_version" ADD COLUMN "after" text;--> statement-breakpoint
ALTER TABLE "taxonomy_version" ADD COLUMN "event_id" integer;--> statement-breakpoint
ALTER TABLE "taxonomy_version" ADD CONSTRAINT "taxonomy_version_event_id_event_event_id_fk" FOREIGN KEY ("event_id") REFERENCES "public"."event"("event_id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
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
  join channel c on c.code = i.channel);--> statement-breakpoint
CREATE VIEW "public"."fact_technique" AS (
  select i.number, coalesce(q.merged_into, o.technique) as technique, o.observation, i.occurred_on,
    coalesce(t.merged_into, i.trigger) as trigger, coalesce(i.team_id, 0) as team,
    coalesce(c.merged_into, i.channel) as channel
  from technique_observation o
  join incident i on i.incident_id = o.incident_id
  join technique q on q.code = o.technique
  join trigger t on t.code = i.trigger
  join channel c on c.code = i.channel
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