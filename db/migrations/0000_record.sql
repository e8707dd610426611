CREATE SEQUENCE "public"."incident_number" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1;--> statement-breakpoint
CREATE TABLE "audit_log" (
	"audit_id" bigint PRIMARY KEY NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"actor" text NOT NULL,
	"action" text NOT NULL,
	"subject" text NOT NULL,
	"detail" jsonb NOT NULL,
	"previous_hash" text NOT NULL,
	"hash" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "fact_change" (
	"incident_id" uuid NOT NULL,
	"changed_in" "xid8" DEFAULT pg_current_xact_id() NOT NULL,
	"changed_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "import_problem" (
	"import_run_id" integer NOT NULL,
	"seq" integer NOT NULL,
	"line" integer NOT NULL,
	"kind" text NOT NULL,
	"field" text,
	"message" text NOT NULL,
	"row" jsonb,
	CONSTRAINT "import_problem_import_run_id_seq_pk" PRIMARY KEY("import_run_id","seq")
);
--> statement-breakpoint
CREATE TABLE "import_run" (
	"import_run_id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "import_run_import_run_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"mapping" text NOT NULL,
	"file_name" text NOT NULL,
	"file_sha256" text NOT NULL,
	"file_bytes" bigint NOT NULL,
	"encoding" text,
	"started_by" text NOT NULL,
	"started_at" timestamp with time zone NOT NULL,
	"finished_at" timestamp with time zone,
	"state" text NOT NULL,
	"failure" text,
	"byte_offset" bigint DEFAULT 0 NOT NULL,
	"read" integer DEFAULT 0 NOT NULL,
	"merged" integer DEFAULT 0 NOT NULL,
	"rejected" integer DEFAULT 0 NOT NULL,
	"created" integer DEFAULT 0 NOT NULL,
	"updated" integer DEFAULT 0 NOT NULL,
	"unchanged" integer DEFAULT 0 NOT NULL,
	"unclassified" integer DEFAULT 0 NOT NULL,
	"coverage" jsonb
);
--> statement-breakpoint
CREATE TABLE "action" (
	"action_id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "action_action_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"title" text NOT NULL,
	"filter" text NOT NULL,
	"measure" text NOT NULL,
	"stage" text NOT NULL,
	"strength" text NOT NULL,
	"prediction" text,
	"owner_account" text NOT NULL,
	"due_on" date,
	"changed_on" date,
	"review_on" date,
	"verdict" text,
	"made_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "action_incident" (
	"incident_id" uuid NOT NULL,
	"action_id" integer NOT NULL,
	CONSTRAINT "action_incident_incident_id_action_id_pk" PRIMARY KEY("incident_id","action_id")
);
--> statement-breakpoint
CREATE TABLE "saved_view" (
	"saved_view_id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "saved_view_saved_view_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"name" text NOT NULL,
	"page" text NOT NULL,
	"query" text NOT NULL,
	"owner_account" text NOT NULL,
	"scope" text NOT NULL,
	"team_id" integer,
	"made_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "target" (
	"target_id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "target_target_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"measure" text NOT NULL,
	"team_id" integer,
	"value" double precision NOT NULL,
	"from" date NOT NULL,
	"until" date
);
--> statement-breakpoint
CREATE TABLE "training_attendance" (
	"training_session_id" integer NOT NULL,
	"agent_id" integer NOT NULL,
	"attended" boolean NOT NULL,
	CONSTRAINT "training_attendance_training_session_id_agent_id_pk" PRIMARY KEY("training_session_id","agent_id")
);
--> statement-breakpoint
CREATE TABLE "training_session" (
	"training_session_id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "training_session_training_session_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"title" text NOT NULL,
	"form" text NOT NULL,
	"held_on" date NOT NULL,
	"team_id" integer
);
--> statement-breakpoint
CREATE TABLE "training_technique" (
	"training_session_id" integer NOT NULL,
	"technique" smallint NOT NULL,
	CONSTRAINT "training_technique_training_session_id_technique_pk" PRIMARY KEY("training_session_id","technique")
);
--> statement-breakpoint
CREATE TABLE "escalation_step" (
	"incident_id" uuid NOT NULL,
	"seq" smallint NOT NULL,
	"level" smallint NOT NULL,
	"at" timestamp with time zone,
	"at_precision" smallint,
	"team_id" integer,
	"agent_id" integer,
	"reason" smallint DEFAULT 0 NOT NULL,
	"note" text,
	"handoff_documented" boolean,
	"handoff_briefed" boolean,
	"customer_told_at" timestamp with time zone,
	"next_level" smallint,
	"wait_minutes" integer,
	CONSTRAINT "escalation_step_incident_id_seq_pk" PRIMARY KEY("incident_id","seq"),
	CONSTRAINT "escalation_step_reason_check" CHECK ("escalation_step"."reason" between 0 and 6),
	CONSTRAINT "escalation_step_precision_check" CHECK ("escalation_step"."at_precision" between 0 and 2)
);
--> statement-breakpoint
CREATE TABLE "follow_up" (
	"incident_id" uuid NOT NULL,
	"seq" smallint NOT NULL,
	"promise" text,
	"due_on" date,
	"done_on" date,
	"broken_reason" text,
	CONSTRAINT "follow_up_incident_id_seq_pk" PRIMARY KEY("incident_id","seq")
);
--> statement-breakpoint
CREATE TABLE "incident_cue" (
	"incident_id" uuid NOT NULL,
	"cue" smallint NOT NULL,
	CONSTRAINT "incident_cue_incident_id_cue_pk" PRIMARY KEY("incident_id","cue"),
	CONSTRAINT "incident_cue_check" CHECK ("incident_cue"."cue" between 0 and 8)
);
--> statement-breakpoint
CREATE TABLE "incident_factor" (
	"incident_id" uuid NOT NULL,
	"root_cause" smallint NOT NULL,
	CONSTRAINT "incident_factor_incident_id_root_cause_pk" PRIMARY KEY("incident_id","root_cause")
);
--> statement-breakpoint
CREATE TABLE "review" (
	"incident_id" uuid NOT NULL,
	"seq" smallint NOT NULL,
	"reviewer" text NOT NULL,
	"blind" boolean DEFAULT false NOT NULL,
	"trigger" smallint,
	"root_cause" smallint,
	"severity" smallint,
	"note" text,
	"started_at" timestamp with time zone NOT NULL,
	"finished_at" timestamp with time zone,
	CONSTRAINT "review_incident_id_seq_pk" PRIMARY KEY("incident_id","seq")
);
--> statement-breakpoint
CREATE TABLE "review_rating" (
	"incident_id" uuid NOT NULL,
	"seq" smallint NOT NULL,
	"technique" smallint NOT NULL,
	"observation" smallint NOT NULL,
	CONSTRAINT "review_rating_incident_id_seq_technique_pk" PRIMARY KEY("incident_id","seq","technique"),
	CONSTRAINT "review_rating_check" CHECK ("review_rating"."observation" between 0 and 2)
);
--> statement-breakpoint
CREATE TABLE "technique_observation" (
	"incident_id" uuid NOT NULL,
	"technique" smallint NOT NULL,
	"observer" smallint NOT NULL,
	"observation" smallint NOT NULL,
	CONSTRAINT "technique_observation_incident_id_technique_observer_pk" PRIMARY KEY("incident_id","technique","observer"),
	CONSTRAINT "technique_observation_observer_check" CHECK ("technique_observation"."observer" between 0 and 1),
	CONSTRAINT "technique_observation_check" CHECK ("technique_observation"."observation" between 0 and 2)
);
--> statement-breakpoint
CREATE TABLE "escalation_path" (
	"code" integer PRIMARY KEY NOT NULL,
	"id" text NOT NULL,
	"levels" smallint[] NOT NULL
);
--> statement-breakpoint
CREATE TABLE "incident" (
	"incident_id" uuid PRIMARY KEY NOT NULL,
	"number" integer NOT NULL,
	"source" smallint NOT NULL,
	"external_id" text NOT NULL,
	"kind" smallint NOT NULL,
	"import_run_id" integer,
	"occurred_at" timestamp with time zone NOT NULL,
	"occurred_precision" smallint NOT NULL,
	"occurred_basis" smallint NOT NULL,
	"occurred_clock" smallint DEFAULT 0 NOT NULL,
	"reported_at" timestamp with time zone,
	"reported_precision" smallint,
	"closed_at" timestamp with time zone,
	"closed_precision" smallint,
	"status" smallint NOT NULL,
	"channel" smallint NOT NULL,
	"journey_stage" smallint NOT NULL,
	"product" smallint NOT NULL,
	"site_id" integer,
	"team_id" integer,
	"agent_id" integer,
	"customer_id" integer,
	"trigger" smallint NOT NULL,
	"customer_state" smallint DEFAULT 0 NOT NULL,
	"severity" smallint,
	"intensity_before" smallint,
	"intensity_after" smallint,
	"outcome" smallint NOT NULL,
	"compensation_minor" bigint,
	"compensation_currency" text,
	"csat" smallint,
	"repeat_claimed" boolean,
	"reassignments_claimed" integer,
	"occurred_on" date NOT NULL,
	"occurred_hour" smallint,
	"minutes_to_close" integer,
	"closed_before_occurred" boolean DEFAULT false NOT NULL,
	"reported_after_minutes" integer,
	"path" integer DEFAULT 0 NOT NULL,
	"level_reached" smallint DEFAULT 0 NOT NULL,
	"level_rank" smallint DEFAULT 0 NOT NULL,
	"escalated" boolean,
	"bounced" boolean,
	"step_count" smallint DEFAULT 0 NOT NULL,
	"team_changes" smallint DEFAULT 0 NOT NULL,
	"days_since_previous" integer,
	"documented" smallint NOT NULL,
	"set_by_person" text[] DEFAULT '{}'::text[] NOT NULL,
	"content_hash" text NOT NULL,
	"written_at" timestamp with time zone NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "incident_kind_check" CHECK ("incident"."kind" between 0 and 1),
	CONSTRAINT "incident_occurred_precision_check" CHECK ("incident"."occurred_precision" between 0 and 2),
	CONSTRAINT "incident_occurred_basis_check" CHECK ("incident"."occurred_basis" between 0 and 3),
	CONSTRAINT "incident_occurred_clock_check" CHECK ("incident"."occurred_clock" between 0 and 2),
	CONSTRAINT "incident_status_check" CHECK ("incident"."status" between 0 and 2),
	CONSTRAINT "incident_customer_state_check" CHECK ("incident"."customer_state" between 0 and 5),
	CONSTRAINT "incident_outcome_check" CHECK ("incident"."outcome" between 0 and 6),
	CONSTRAINT "incident_severity_check" CHECK ("incident"."severity" between 1 and 5),
	CONSTRAINT "incident_intensity_before_check" CHECK ("incident"."intensity_before" between 1 and 5),
	CONSTRAINT "incident_intensity_after_check" CHECK ("incident"."intensity_after" between 1 and 5),
	CONSTRAINT "incident_csat_check" CHECK ("incident"."csat" between 1 and 5),
	CONSTRAINT "incident_hour_check" CHECK ("incident"."occurred_hour" between 0 and 23),
	CONSTRAINT "incident_minutes_check" CHECK ("incident"."minutes_to_close" >= 0)
);
--> statement-breakpoint
CREATE TABLE "incident_text" (
	"incident_id" uuid PRIMARY KEY NOT NULL,
	"topic" text,
	"narrative" text,
	"resolution" text,
	"source_rows" jsonb DEFAULT '[]'::jsonb NOT NULL
);
--> statement-breakpoint
CREATE TABLE "source" (
	"code" smallint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "source_code_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 32767 START WITH 1 CACHE 1),
	"id" text NOT NULL,
	"label" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "agent" (
	"agent_id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "agent_agent_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"reference" text NOT NULL,
	"team_id" integer,
	"has_left" boolean DEFAULT false NOT NULL
);
--> statement-breakpoint
CREATE TABLE "contact_volume" (
	"day" date NOT NULL,
	"team_id" integer NOT NULL,
	"channel" smallint NOT NULL,
	"contacts" integer NOT NULL,
	CONSTRAINT "contact_volume_day_team_id_channel_pk" PRIMARY KEY("day","team_id","channel")
);
--> statement-breakpoint
CREATE TABLE "customer" (
	"customer_id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "customer_customer_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"pseudonym" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "customer_identity" (
	"customer_id" integer PRIMARY KEY NOT NULL,
	"reference" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "event" (
	"event_id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "event_event_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"day" date NOT NULL,
	"kind" text NOT NULL,
	"label" text NOT NULL,
	"team_id" integer,
	"site_id" integer
);
--> statement-breakpoint
CREATE TABLE "site" (
	"site_id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "site_site_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"name" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "team" (
	"team_id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "team_team_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"name" text NOT NULL,
	"site_id" integer,
	"retired" boolean DEFAULT false NOT NULL
);
--> statement-breakpoint
CREATE TABLE "workspace" (
	"id" smallint PRIMARY KEY DEFAULT 1 NOT NULL,
	"name" text NOT NULL,
	"time_zone" text NOT NULL,
	"country" text NOT NULL,
	"currency" text NOT NULL,
	"settings" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"made_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "channel" (
	"code" smallint PRIMARY KEY NOT NULL,
	"id" text NOT NULL,
	"label" text NOT NULL,
	"group" text,
	"rank" smallint NOT NULL,
	"means" text,
	"retired" boolean DEFAULT false NOT NULL,
	"merged_into" smallint,
	"version" integer DEFAULT 1 NOT NULL
);
--> statement-breakpoint
CREATE TABLE "journey_stage" (
	"code" smallint PRIMARY KEY NOT NULL,
	"id" text NOT NULL,
	"label" text NOT NULL,
	"group" text,
	"rank" smallint NOT NULL,
	"means" text,
	"retired" boolean DEFAULT false NOT NULL,
	"merged_into" smallint,
	"version" integer DEFAULT 1 NOT NULL
);
--> statement-breakpoint
CREATE TABLE "level" (
	"code" smallint PRIMARY KEY NOT NULL,
	"id" text NOT NULL,
	"label" text NOT NULL,
	"group" text,
	"rank" smallint NOT NULL,
	"means" text,
	"retired" boolean DEFAULT false NOT NULL,
	"merged_into" smallint,
	"version" integer DEFAULT 1 NOT NULL
);
--> statement-breakpoint
CREATE TABLE "product" (
	"code" smallint PRIMARY KEY NOT NULL,
	"id" text NOT NULL,
	"label" text NOT NULL,
	"group" text,
	"rank" smallint NOT NULL,
	"means" text,
	"retired" boolean DEFAULT false NOT NULL,
	"merged_into" smallint,
	"version" integer DEFAULT 1 NOT NULL
);
--> statement-breakpoint
CREATE TABLE "root_cause" (
	"code" smallint PRIMARY KEY NOT NULL,
	"id" text NOT NULL,
	"label" text NOT NULL,
	"group" text,
	"rank" smallint NOT NULL,
	"means" text,
	"retired" boolean DEFAULT false NOT NULL,
	"merged_into" smallint,
	"version" integer DEFAULT 1 NOT NULL
);
--> statement-breakpoint
CREATE TABLE "taxonomy_version" (
	"version" integer PRIMARY KEY NOT NULL,
	"made_at" timestamp with time zone NOT NULL,
	"made_by" text NOT NULL,
	"change" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "technique" (
	"code" smallint PRIMARY KEY NOT NULL,
	"id" text NOT NULL,
	"label" text NOT NULL,
	"group" text,
	"rank" smallint NOT NULL,
	"means" text,
	"retired" boolean DEFAULT false NOT NULL,
	"merged_into" smallint,
	"version" integer DEFAULT 1 NOT NULL
);
--> statement-breakpoint
CREATE TABLE "trigger" (
	"code" smallint PRIMARY KEY NOT NULL,
	"id" text NOT NULL,
	"label" text NOT NULL,
	"group" text,
	"rank" smallint NOT NULL,
	"means" text,
	"retired" boolean DEFAULT false NOT NULL,
	"merged_into" smallint,
	"version" integer DEFAULT 1 NOT NULL
);
--> statement-breakpoint
ALTER TABLE "import_problem" ADD CONSTRAINT "import_problem_import_run_id_import_run_import_run_id_fk" FOREIGN KEY ("import_run_id") REFERENCES "public"."import_run"("import_run_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "action_incident" ADD CONSTRAINT "action_incident_incident_id_incident_incident_id_fk" FOREIGN KEY ("incident_id") REFERENCES "public"."incident"("incident_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "action_incident" ADD CONSTRAINT "action_incident_action_id_action_action_id_fk" FOREIGN KEY ("action_id") REFERENCES "public"."action"("action_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "saved_view" ADD CONSTRAINT "saved_view_team_id_team_team_id_fk" FOREIGN KEY ("team_id") REFERENCES "public"."team"("team_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "target" ADD CONSTRAINT "target_team_id_team_team_id_fk" FOREIGN KEY ("team_id") REFERENCES "public"."team"("team_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "training_attendance" ADD CONSTRAINT "training_attendance_agent_id_agent_agent_id_fk" FOREIGN KEY ("agent_id") REFERENCES "public"."agent"("agent_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "training_attendance" ADD CONSTRAINT "training_attendance_session_fk" FOREIGN KEY ("training_session_id") REFERENCES "public"."training_session"("training_session_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "training_session" ADD CONSTRAINT "training_session_team_id_team_team_id_fk" FOREIGN KEY ("team_id") REFERENCES "public"."team"("team_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "training_technique" ADD CONSTRAINT "training_technique_training_session_id_training_session_training_session_id_fk" FOREIGN KEY ("training_session_id") REFERENCES "public"."training_session"("training_session_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "training_technique" ADD CONSTRAINT "training_technique_technique_technique_code_fk" FOREIGN KEY ("technique") REFERENCES "public"."technique"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "escalation_step" ADD CONSTRAINT "escalation_step_incident_id_incident_incident_id_fk" FOREIGN KEY ("incident_id") REFERENCES "public"."incident"("incident_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "escalation_step" ADD CONSTRAINT "escalation_step_level_level_code_fk" FOREIGN KEY ("level") REFERENCES "public"."level"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "escalation_step" ADD CONSTRAINT "escalation_step_team_id_team_team_id_fk" FOREIGN KEY ("team_id") REFERENCES "public"."team"("team_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "escalation_step" ADD CONSTRAINT "escalation_step_agent_id_agent_agent_id_fk" FOREIGN KEY ("agent_id") REFERENCES "public"."agent"("agent_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "follow_up" ADD CONSTRAINT "follow_up_incident_id_incident_incident_id_fk" FOREIGN KEY ("incident_id") REFERENCES "public"."incident"("incident_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "incident_cue" ADD CONSTRAINT "incident_cue_incident_id_incident_incident_id_fk" FOREIGN KEY ("incident_id") REFERENCES "public"."incident"("incident_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "incident_factor" ADD CONSTRAINT "incident_factor_incident_id_incident_incident_id_fk" FOREIGN KEY ("incident_id") REFERENCES "public"."incident"("incident_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "incident_factor" ADD CONSTRAINT "incident_factor_root_cause_root_cause_code_fk" FOREIGN KEY ("root_cause") REFERENCES "public"."root_cause"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "review" ADD CONSTRAINT "review_incident_id_incident_incident_id_fk" FOREIGN KEY ("incident_id") REFERENCES "public"."incident"("incident_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "review_rating" ADD CONSTRAINT "review_rating_technique_technique_code_fk" FOREIGN KEY ("technique") REFERENCES "public"."technique"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "review_rating" ADD CONSTRAINT "review_rating_incident_id_seq_review_incident_id_seq_fk" FOREIGN KEY ("incident_id","seq") REFERENCES "public"."review"("incident_id","seq") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "technique_observation" ADD CONSTRAINT "technique_observation_incident_id_incident_incident_id_fk" FOREIGN KEY ("incident_id") REFERENCES "public"."incident"("incident_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "technique_observation" ADD CONSTRAINT "technique_observation_technique_technique_code_fk" FOREIGN KEY ("technique") REFERENCES "public"."technique"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "incident" ADD CONSTRAINT "incident_source_source_code_fk" FOREIGN KEY ("source") REFERENCES "public"."source"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "incident" ADD CONSTRAINT "incident_channel_channel_code_fk" FOREIGN KEY ("channel") REFERENCES "public"."channel"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "incident" ADD CONSTRAINT "incident_journey_stage_journey_stage_code_fk" FOREIGN KEY ("journey_stage") REFERENCES "public"."journey_stage"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "incident" ADD CONSTRAINT "incident_product_product_code_fk" FOREIGN KEY ("product") REFERENCES "public"."product"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "incident" ADD CONSTRAINT "incident_site_id_site_site_id_fk" FOREIGN KEY ("site_id") REFERENCES "public"."site"("site_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "incident" ADD CONSTRAINT "incident_team_id_team_team_id_fk" FOREIGN KEY ("team_id") REFERENCES "public"."team"("team_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "incident" ADD CONSTRAINT "incident_agent_id_agent_agent_id_fk" FOREIGN KEY ("agent_id") REFERENCES "public"."agent"("agent_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "incident" ADD CONSTRAINT "incident_customer_id_customer_customer_id_fk" FOREIGN KEY ("customer_id") REFERENCES "public"."customer"("customer_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "incident" ADD CONSTRAINT "incident_trigger_trigger_code_fk" FOREIGN KEY ("trigger") REFERENCES "public"."trigger"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "incident" ADD CONSTRAINT "incident_path_escalation_path_code_fk" FOREIGN KEY ("path") REFERENCES "public"."escalation_path"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "incident" ADD CONSTRAINT "incident_level_reached_level_code_fk" FOREIGN KEY ("level_reached") REFERENCES "public"."level"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "incident_text" ADD CONSTRAINT "incident_text_incident_id_incident_incident_id_fk" FOREIGN KEY ("incident_id") REFERENCES "public"."incident"("incident_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "agent" ADD CONSTRAINT "agent_team_id_team_team_id_fk" FOREIGN KEY ("team_id") REFERENCES "public"."team"("team_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "contact_volume" ADD CONSTRAINT "contact_volume_team_id_team_team_id_fk" FOREIGN KEY ("team_id") REFERENCES "public"."team"("team_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "contact_volume" ADD CONSTRAINT "contact_volume_channel_channel_code_fk" FOREIGN KEY ("channel") REFERENCES "public"."channel"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "customer_identity" ADD CONSTRAINT "customer_identity_customer_id_customer_customer_id_fk" FOREIGN KEY ("customer_id") REFERENCES "public"."customer"("customer_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "event" ADD CONSTRAINT "event_team_id_team_team_id_fk" FOREIGN KEY ("team_id") REFERENCES "public"."team"("team_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "event" ADD CONSTRAINT "event_site_id_site_site_id_fk" FOREIGN KEY ("site_id") REFERENCES "public"."site"("site_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "team" ADD CONSTRAINT "team_site_id_site_site_id_fk" FOREIGN KEY ("site_id") REFERENCES "public"."site"("site_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "audit_log_at_idx" ON "audit_log" USING btree ("at");--> statement-breakpoint
CREATE INDEX "fact_change_in_idx" ON "fact_change" USING btree ("changed_in");--> statement-breakpoint
CREATE INDEX "import_problem_kind_idx" ON "import_problem" USING btree ("import_run_id","kind");--> statement-breakpoint
CREATE INDEX "follow_up_due_idx" ON "follow_up" USING btree ("due_on");--> statement-breakpoint
CREATE UNIQUE INDEX "escalation_path_id_key" ON "escalation_path" USING btree ("id");--> statement-breakpoint
CREATE INDEX "incident_number_idx" ON "incident" USING btree ("number");--> statement-breakpoint
CREATE INDEX "incident_occurred_on_idx" ON "incident" USING btree ("occurred_on","number");--> statement-breakpoint
CREATE INDEX "incident_customer_idx" ON "incident" USING btree ("customer_id","trigger","occurred_at");--> statement-breakpoint
CREATE INDEX "incident_import_run_idx" ON "incident" USING btree ("import_run_id");--> statement-breakpoint
CREATE INDEX "incident_text_search_idx" ON "incident_text" USING gin (to_tsvector('english', coalesce("topic", '') || ' ' || coalesce("narrative", '') || ' ' || coalesce("resolution", '')));--> statement-breakpoint
CREATE UNIQUE INDEX "source_id_key" ON "source" USING btree ("id");--> statement-breakpoint
CREATE UNIQUE INDEX "agent_reference_key" ON "agent" USING btree ("reference");--> statement-breakpoint
CREATE UNIQUE INDEX "customer_pseudonym_key" ON "customer" USING btree ("pseudonym");--> statement-breakpoint
CREATE INDEX "event_day_idx" ON "event" USING btree ("day");--> statement-breakpoint
CREATE UNIQUE INDEX "site_name_key" ON "site" USING btree ("name");--> statement-breakpoint
CREATE UNIQUE INDEX "team_name_key" ON "team" USING btree ("name");--> statement-breakpoint
CREATE UNIQUE INDEX "channel_id_key" ON "channel" USING btree ("id");--> statement-breakpoint
CREATE UNIQUE INDEX "journey_stage_id_key" ON "journey_stage" USING btree ("id");--> statement-breakpoint
CREATE UNIQUE INDEX "level_id_key" ON "level" USING btree ("id");--> statement-breakpoint
CREATE UNIQUE INDEX "product_id_key" ON "product" USING btree ("id");--> statement-breakpoint
CREATE UNIQUE INDEX "root_cause_id_key" ON "root_cause" USING btree ("id");--> statement-breakpoint
CREATE UNIQUE INDEX "technique_id_key" ON "technique" USING btree ("id");--> statement-breakpoint
CREATE UNIQUE INDEX "trigger_id_key" ON "trigger" USING btree ("id");--> statement-breakpoint
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
    i.minutes_to_close, i.reported_after_minutes, i.days_since_previous,
    ((i.documented & 1) + (i.documented >> 1 & 1) + (i.documented >> 2 & 1) + (i.documented >> 3 & 1)
      + (i.documented >> 4 & 1) + (i.documented >> 5 & 1))::smallint as documented_items,
    i.csat, i.compensation_minor::integer as compensation_minor
  from incident i
  join trigger t on t.code = i.trigger
  join channel c on c.code = i.channel
  join journey_stage j on j.code = i.journey_stage
  join product p on p.code = i.product);--> statement-breakpoint
CREATE VIEW "public"."fact_step" AS (
  select i.number, s.seq, s.level, s.next_level, s.wait_minutes, i.occurred_on,
    coalesce(t.merged_into, i.trigger) as trigger, coalesce(i.team_id, 0) as team,
    coalesce(c.merged_into, i.channel) as channel
  from escalation_step s
  join incident i on i.incident_id = s.incident_id
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
  where o.observer = 1 or not exists (
    select 1 from technique_observation r
    where r.incident_id = o.incident_id and r.technique = o.technique and r.observer = 1));