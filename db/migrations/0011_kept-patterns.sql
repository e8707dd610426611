CREATE TABLE "kept_pattern" (
	"kept_pattern_id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "kept_pattern_kept_pattern_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"name" text NOT NULL,
	"filter" text NOT NULL,
	"measure" text NOT NULL,
	"better" text NOT NULL,
	"owner_account" text NOT NULL,
	"status" text NOT NULL,
	"resolved_on" date,
	"kept_by" text NOT NULL,
	"kept_at" timestamp with time zone NOT NULL,
	"version" integer DEFAULT 1 NOT NULL
);
--> statement-breakpoint
CREATE TABLE "pattern_factor" (
	"pattern_factor_id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "pattern_factor_pattern_factor_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"kept_pattern_id" integer NOT NULL,
	"category" text NOT NULL,
	"text" text NOT NULL,
	"root_cause" smallint,
	"is_left_out" boolean DEFAULT false NOT NULL
);
--> statement-breakpoint
CREATE TABLE "pattern_incident" (
	"incident_id" uuid NOT NULL,
	"kept_pattern_id" integer NOT NULL,
	"linked_by" text NOT NULL,
	"linked_at" timestamp with time zone NOT NULL,
	CONSTRAINT "pattern_incident_incident_id_kept_pattern_id_pk" PRIMARY KEY("incident_id","kept_pattern_id")
);
--> statement-breakpoint
CREATE TABLE "pattern_note" (
	"pattern_note_id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "pattern_note_pattern_note_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"kept_pattern_id" integer NOT NULL,
	"kind" text NOT NULL,
	"text" text NOT NULL,
	"made_by" text NOT NULL,
	"made_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "pattern_why" (
	"kept_pattern_id" integer NOT NULL,
	"seq" smallint NOT NULL,
	"question" text NOT NULL,
	"answer" text NOT NULL,
	"evidence" text,
	CONSTRAINT "pattern_why_kept_pattern_id_seq_pk" PRIMARY KEY("kept_pattern_id","seq"),
	CONSTRAINT "pattern_why_seq_check" CHECK ("pattern_why"."seq" between 1 and 5)
);
--> statement-breakpoint
ALTER TABLE "pattern_factor" ADD CONSTRAINT "pattern_factor_kept_pattern_id_kept_pattern_kept_pattern_id_fk" FOREIGN KEY ("kept_pattern_id") REFERENCES "public"."kept_pattern"("kept_pattern_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "pattern_factor" ADD CONSTRAINT "pattern_factor_root_cause_root_cause_code_fk" FOREIGN KEY ("root_cause") REFERENCES "public"."root_cause"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "pattern_incident" ADD CONSTRAINT "pattern_incident_incident_id_incident_incident_id_fk" FOREIGN KEY ("incident_id") REFERENCES "public"."incident"("incident_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "pattern_incident" ADD CONSTRAINT "pattern_incident_pattern_fk" FOREIGN KEY ("kept_pattern_id") REFERENCES "public"."kept_pattern"("kept_pattern_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "pattern_note" ADD CONSTRAINT "pattern_note_kept_pattern_id_kept_pattern_kept_pattern_id_fk" FOREIGN KEY ("kept_pattern_id") REFERENCES "public"."kept_pattern"("kept_pattern_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "pattern_why" ADD CONSTRAINT "pattern_why_kept_pattern_id_kept_pattern_kept_pattern_id_fk" FOREIGN KEY ("kept_pattern_id") REFERENCES "public"."kept_pattern"("kept_pattern_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "kept_pattern_filter_key" ON "kept_pattern" USING btree (md5("filter"),"measure");--> statement-breakpoint
CREATE UNIQUE INDEX "pattern_factor_root_cause_key" ON "pattern_factor" USING btree ("kept_pattern_id","root_cause") WHERE "pattern_factor"."root_cause" is not null;