DROP VIEW "public"."fact_follow_up";--> statement-breakpoint
ALTER TABLE "follow_up" ADD COLUMN "reason" smallint DEFAULT 0 NOT NULL;--> statement-breakpoint
UPDATE "follow_up" SET "reason" = 7 WHERE "broken_reason" IS NOT NULL;--> statement-breakpoint
ALTER TABLE "follow_up" DROP COLUMN "broken_reason";--> statement-breakpoint
ALTER TABLE "follow_up" ADD CONSTRAINT "follow_up_reason_check" CHECK ("follow_up"."reason" between 0 and 7);--> statement-breakpoint
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
  join channel c on c.code = i.channel);