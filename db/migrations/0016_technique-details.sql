DROP VIEW "public"."fact_technique";--> statement-breakpoint
ALTER TABLE "technique_observation" ADD COLUMN "seq" smallint;--> statement-breakpoint
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