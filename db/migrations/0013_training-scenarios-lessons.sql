CREATE TABLE "lesson" (
	"lesson_id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "lesson_lesson_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"title" text NOT NULL,
	"trigger" smallint NOT NULL,
	"issue" text NOT NULL,
	"resolution" text NOT NULL,
	"evidence" text NOT NULL,
	"measure" text NOT NULL,
	"numerator" integer NOT NULL,
	"denominator" integer NOT NULL,
	"other_numerator" integer NOT NULL,
	"other_denominator" integer NOT NULL,
	"shared_by" text NOT NULL,
	"shared_at" timestamp with time zone NOT NULL,
	"ask_on" date NOT NULL,
	"retired_on" date,
	"version" integer DEFAULT 1 NOT NULL
);
--> statement-breakpoint
CREATE TABLE "lesson_check" (
	"lesson_check_id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "lesson_check_lesson_check_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"lesson_id" integer NOT NULL,
	"answer" text NOT NULL,
	"note" text,
	"numerator" integer NOT NULL,
	"denominator" integer NOT NULL,
	"made_by" text NOT NULL,
	"made_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "lesson_team" (
	"lesson_id" integer NOT NULL,
	"team_id" integer NOT NULL,
	CONSTRAINT "lesson_team_lesson_id_team_id_pk" PRIMARY KEY("lesson_id","team_id")
);
--> statement-breakpoint
CREATE TABLE "lesson_technique" (
	"lesson_id" integer NOT NULL,
	"technique" smallint NOT NULL,
	CONSTRAINT "lesson_technique_lesson_id_technique_pk" PRIMARY KEY("lesson_id","technique")
);
--> statement-breakpoint
CREATE TABLE "scenario" (
	"scenario_id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "scenario_scenario_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"title" text NOT NULL,
	"trigger" smallint NOT NULL,
	"customer_state" smallint NOT NULL,
	"cues" smallint[] DEFAULT '{}'::smallint[] NOT NULL,
	"situation" text NOT NULL,
	"hidden_facts" text NOT NULL,
	"listen" text NOT NULL,
	"empathise" text NOT NULL,
	"ask" text NOT NULL,
	"produce" text NOT NULL,
	"retired" boolean DEFAULT false NOT NULL,
	"made_by" text NOT NULL,
	"made_at" timestamp with time zone NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "scenario_customer_state_check" CHECK ("scenario"."customer_state" between 0 and 5)
);
--> statement-breakpoint
CREATE TABLE "scenario_incident" (
	"incident_id" uuid NOT NULL,
	"scenario_id" integer NOT NULL,
	CONSTRAINT "scenario_incident_incident_id_scenario_id_pk" PRIMARY KEY("incident_id","scenario_id")
);
--> statement-breakpoint
CREATE TABLE "scenario_technique" (
	"scenario_id" integer NOT NULL,
	"technique" smallint NOT NULL,
	CONSTRAINT "scenario_technique_scenario_id_technique_pk" PRIMARY KEY("scenario_id","technique")
);
--> statement-breakpoint
CREATE TABLE "training_session_scenario" (
	"training_session_id" integer NOT NULL,
	"scenario_id" integer NOT NULL,
	CONSTRAINT "training_session_scenario_training_session_id_scenario_id_pk" PRIMARY KEY("training_session_id","scenario_id")
);
--> statement-breakpoint
CREATE TABLE "training_compared_team" (
	"training_session_id" integer NOT NULL,
	"team_id" integer NOT NULL,
	CONSTRAINT "training_compared_team_training_session_id_team_id_pk" PRIMARY KEY("training_session_id","team_id")
);
--> statement-breakpoint
CREATE TABLE "training_module" (
	"training_module_id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "training_module_training_module_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"name" text NOT NULL,
	"form" text NOT NULL,
	"about" text DEFAULT '' NOT NULL,
	"minutes" smallint,
	"retired" boolean DEFAULT false NOT NULL,
	"made_by" text NOT NULL,
	"made_at" timestamp with time zone NOT NULL,
	"version" integer DEFAULT 1 NOT NULL
);
--> statement-breakpoint
CREATE TABLE "training_module_technique" (
	"training_module_id" integer NOT NULL,
	"technique" smallint NOT NULL,
	CONSTRAINT "training_module_technique_training_module_id_technique_pk" PRIMARY KEY("training_module_id","technique")
);
--> statement-breakpoint
CREATE TABLE "training_session_team" (
	"training_session_id" integer NOT NULL,
	"team_id" integer NOT NULL,
	CONSTRAINT "training_session_team_training_session_id_team_id_pk" PRIMARY KEY("training_session_id","team_id")
);
--> statement-breakpoint
ALTER TABLE "training_session" DROP CONSTRAINT "training_session_team_id_team_team_id_fk";
--> statement-breakpoint
ALTER TABLE "training_attendance" ALTER COLUMN "attended" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "training_session" ADD COLUMN "training_module_id" integer;--> statement-breakpoint
ALTER TABLE "training_session" ADD COLUMN "note" text;--> statement-breakpoint
ALTER TABLE "training_session" ADD COLUMN "made_by" text;--> statement-breakpoint
ALTER TABLE "training_session" ADD COLUMN "made_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "training_session" ADD COLUMN "version" integer DEFAULT 1 NOT NULL;--> statement-breakpoint
-- Sessions that are there were the sample's: each becomes a module of its own, which it is a session of.
INSERT INTO "training_module" ("name", "form", "made_by", "made_at")
  SELECT DISTINCT "title", CASE "form" WHEN 'role-play' THEN 'role_play' WHEN 'coaching' THEN 'coaching' ELSE 'scenario' END, 'sample', now() FROM "training_session";--> statement-breakpoint
INSERT INTO "training_module_technique" ("training_module_id", "technique")
  SELECT DISTINCT m."training_module_id", t."technique" FROM "training_technique" t
  JOIN "training_session" s ON s."training_session_id" = t."training_session_id"
  JOIN "training_module" m ON m."name" = s."title";--> statement-breakpoint
UPDATE "training_session" s SET "made_by" = 'sample', "made_at" = now(),
  "training_module_id" = (SELECT min(m."training_module_id") FROM "training_module" m WHERE m."name" = s."title");--> statement-breakpoint
INSERT INTO "training_session_team" ("training_session_id", "team_id")
  SELECT "training_session_id", "team_id" FROM "training_session" WHERE "team_id" IS NOT NULL;--> statement-breakpoint
ALTER TABLE "training_session" ALTER COLUMN "training_module_id" SET NOT NULL;--> statement-breakpoint
ALTER TABLE "training_session" ALTER COLUMN "made_by" SET NOT NULL;--> statement-breakpoint
ALTER TABLE "training_session" ALTER COLUMN "made_at" SET NOT NULL;--> statement-breakpoint
ALTER TABLE "lesson" ADD CONSTRAINT "lesson_trigger_trigger_code_fk" FOREIGN KEY ("trigger") REFERENCES "public"."trigger"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "lesson_check" ADD CONSTRAINT "lesson_check_lesson_id_lesson_lesson_id_fk" FOREIGN KEY ("lesson_id") REFERENCES "public"."lesson"("lesson_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "lesson_team" ADD CONSTRAINT "lesson_team_lesson_id_lesson_lesson_id_fk" FOREIGN KEY ("lesson_id") REFERENCES "public"."lesson"("lesson_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "lesson_team" ADD CONSTRAINT "lesson_team_team_id_team_team_id_fk" FOREIGN KEY ("team_id") REFERENCES "public"."team"("team_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "lesson_technique" ADD CONSTRAINT "lesson_technique_lesson_id_lesson_lesson_id_fk" FOREIGN KEY ("lesson_id") REFERENCES "public"."lesson"("lesson_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "lesson_technique" ADD CONSTRAINT "lesson_technique_technique_technique_code_fk" FOREIGN KEY ("technique") REFERENCES "public"."technique"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "scenario" ADD CONSTRAINT "scenario_trigger_trigger_code_fk" FOREIGN KEY ("trigger") REFERENCES "public"."trigger"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "scenario_incident" ADD CONSTRAINT "scenario_incident_incident_id_incident_incident_id_fk" FOREIGN KEY ("incident_id") REFERENCES "public"."incident"("incident_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "scenario_incident" ADD CONSTRAINT "scenario_incident_scenario_id_scenario_scenario_id_fk" FOREIGN KEY ("scenario_id") REFERENCES "public"."scenario"("scenario_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "scenario_technique" ADD CONSTRAINT "scenario_technique_scenario_id_scenario_scenario_id_fk" FOREIGN KEY ("scenario_id") REFERENCES "public"."scenario"("scenario_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "scenario_technique" ADD CONSTRAINT "scenario_technique_technique_technique_code_fk" FOREIGN KEY ("technique") REFERENCES "public"."technique"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "training_session_scenario" ADD CONSTRAINT "training_session_scenario_scenario_id_scenario_scenario_id_fk" FOREIGN KEY ("scenario_id") REFERENCES "public"."scenario"("scenario_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "training_session_scenario" ADD CONSTRAINT "training_session_scenario_session_fk" FOREIGN KEY ("training_session_id") REFERENCES "public"."training_session"("training_session_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "training_compared_team" ADD CONSTRAINT "training_compared_team_team_id_team_team_id_fk" FOREIGN KEY ("team_id") REFERENCES "public"."team"("team_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "training_compared_team" ADD CONSTRAINT "training_compared_team_session_fk" FOREIGN KEY ("training_session_id") REFERENCES "public"."training_session"("training_session_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "training_module_technique" ADD CONSTRAINT "training_module_technique_technique_technique_code_fk" FOREIGN KEY ("technique") REFERENCES "public"."technique"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "training_module_technique" ADD CONSTRAINT "training_module_technique_module_fk" FOREIGN KEY ("training_module_id") REFERENCES "public"."training_module"("training_module_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "training_session_team" ADD CONSTRAINT "training_session_team_team_id_team_team_id_fk" FOREIGN KEY ("team_id") REFERENCES "public"."team"("team_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "training_session_team" ADD CONSTRAINT "training_session_team_session_fk" FOREIGN KEY ("training_session_id") REFERENCES "public"."training_session"("training_session_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "lesson_search_idx" ON "lesson" USING gin ((setweight(to_tsvector('english', "title" || ' ' || "issue"), 'A') || to_tsvector('english', "resolution")));--> statement-breakpoint
CREATE INDEX "scenario_search_idx" ON "scenario" USING gin ((setweight(to_tsvector('english', "title"), 'A') || to_tsvector('english', "situation" || ' ' || "hidden_facts" || ' ' || "listen" || ' ' || "empathise" || ' ' || "ask" || ' ' || "produce")));--> statement-breakpoint
ALTER TABLE "training_session" ADD CONSTRAINT "training_session_module_fk" FOREIGN KEY ("training_module_id") REFERENCES "public"."training_module"("training_module_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "training_session" DROP COLUMN "title";--> statement-breakpoint
ALTER TABLE "training_session" DROP COLUMN "form";--> statement-breakpoint
ALTER TABLE "training_session" DROP COLUMN "team_id";