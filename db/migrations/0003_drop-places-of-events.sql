ALTER TABLE "event" DROP CONSTRAINT "event_team_id_team_team_id_fk";
--> statement-breakpoint
ALTER TABLE "event" DROP CONSTRAINT "event_site_id_site_site_id_fk";
--> statement-breakpoint
ALTER TABLE "event" DROP COLUMN "team_id";--> statement-breakpoint
ALTER TABLE "event" DROP COLUMN "site_id";