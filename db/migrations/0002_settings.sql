CREATE TABLE "volume_change" (
	"import_run_id" integer NOT NULL,
	"day" date NOT NULL,
	"team_id" integer NOT NULL,
	"channel" smallint NOT NULL,
	"before" integer,
	"after" integer NOT NULL,
	CONSTRAINT "volume_change_import_run_id_day_team_id_channel_pk" PRIMARY KEY("import_run_id","day","team_id","channel")
);
--> statement-breakpoint
CREATE TABLE "series_rebase" (
	"rebase_id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "series_rebase_rebase_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"measure" text NOT NULL,
	"scope" text NOT NULL,
	"day" date NOT NULL,
	"reason" text NOT NULL,
	"made_by" text NOT NULL,
	"made_at" timestamp with time zone NOT NULL,
	"undone_by" text,
	"undone_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "event_team" (
	"event_id" integer NOT NULL,
	"team_id" integer NOT NULL,
	CONSTRAINT "event_team_event_id_team_id_pk" PRIMARY KEY("event_id","team_id")
);
--> statement-breakpoint
ALTER TABLE "import_run" ADD COLUMN "subject" text DEFAULT 'incidents' NOT NULL;--> statement-breakpoint
ALTER TABLE "import_run" ADD COLUMN "undone_by" text;--> statement-breakpoint
ALTER TABLE "import_run" ADD COLUMN "undone_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "target" ADD COLUMN "version" integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE "event" ADD COLUMN "last_day" date;--> statement-breakpoint
ALTER TABLE "event" ADD COLUMN "version" integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE "workspace" ADD COLUMN "version" integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE "volume_change" ADD CONSTRAINT "volume_change_import_run_id_import_run_import_run_id_fk" FOREIGN KEY ("import_run_id") REFERENCES "public"."import_run"("import_run_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "volume_change" ADD CONSTRAINT "volume_change_team_id_team_team_id_fk" FOREIGN KEY ("team_id") REFERENCES "public"."team"("team_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "volume_change" ADD CONSTRAINT "volume_change_channel_channel_code_fk" FOREIGN KEY ("channel") REFERENCES "public"."channel"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "event_team" ADD CONSTRAINT "event_team_event_id_event_event_id_fk" FOREIGN KEY ("event_id") REFERENCES "public"."event"("event_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "event_team" ADD CONSTRAINT "event_team_team_id_team_team_id_fk" FOREIGN KEY ("team_id") REFERENCES "public"."team"("team_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "series_rebase_day_key" ON "series_rebase" USING btree ("measure","scope","day") WHERE "series_rebase"."undone_at" is null;--> statement-breakpoint
ALTER TABLE "target" ADD CONSTRAINT "target_from_key" UNIQUE NULLS NOT DISTINCT("measure","team_id","from");--> statement-breakpoint
ALTER TABLE "contact_volume" ADD CONSTRAINT "contact_volume_contacts_check" CHECK ("contact_volume"."contacts" >= 0);--> statement-breakpoint
ALTER TABLE "event" ADD CONSTRAINT "event_last_day_check" CHECK ("event"."last_day" > "event"."day");--> statement-breakpoint
INSERT INTO "event_team" ("event_id", "team_id") SELECT "e"."event_id", "t"."team_id" FROM "event" AS "e" JOIN "team" AS "t" ON "t"."team_id" = "e"."team_id" OR ("e"."team_id" IS NULL AND "t"."site_id" = "e"."site_id");--> statement-breakpoint
UPDATE "event" SET "kind" = CASE "kind" WHEN 'release' THEN 'release' WHEN 'process' THEN 'process_change' ELSE 'other' END;
