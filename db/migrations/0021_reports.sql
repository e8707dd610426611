CREATE TABLE "report" (
	"report_id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "report_report_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"account" text NOT NULL,
	"page" text NOT NULL,
	"query" text NOT NULL,
	"format" text NOT NULL,
	"title" text NOT NULL,
	"filter_words" text,
	"asked_at" timestamp with time zone NOT NULL,
	"state" text NOT NULL,
	"problem" text,
	"attempts" integer DEFAULT 0 NOT NULL,
	"beat_at" timestamp with time zone,
	"rows_done" integer,
	"rows_total" integer,
	"made_at" timestamp with time zone,
	"file_name" text,
	"file_bytes" bigint,
	"file_sha256" text,
	"file_attempt" integer,
	"holds_words" boolean DEFAULT false NOT NULL,
	"pack" jsonb,
	"figures" text,
	"scope" jsonb,
	"kept_until" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "report_piece" (
	"report_id" integer NOT NULL,
	"attempt" integer NOT NULL,
	"seq" integer NOT NULL,
	"content" "bytea" NOT NULL,
	CONSTRAINT "report_piece_report_id_attempt_seq_pk" PRIMARY KEY("report_id","attempt","seq")
);
--> statement-breakpoint
CREATE TABLE "report_run" (
	"report_run_id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "report_run_report_run_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"report_schedule_id" integer NOT NULL,
	"due_at" timestamp with time zone NOT NULL,
	"is_asked" boolean DEFAULT false NOT NULL,
	"missed" integer DEFAULT 0 NOT NULL,
	"report_id" integer,
	"report_code" text,
	"result" text NOT NULL,
	"words" text,
	"sent_to" text[] NOT NULL,
	"finished_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "report_schedule" (
	"report_schedule_id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "report_schedule_report_schedule_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"owner_account" text NOT NULL,
	"name" text NOT NULL,
	"page" text NOT NULL,
	"query" text NOT NULL,
	"format" text NOT NULL,
	"rhythm" text NOT NULL,
	"weekday" smallint NOT NULL,
	"month_day" smallint NOT NULL,
	"hour" smallint NOT NULL,
	"recipients" text[] NOT NULL,
	"folder" text,
	"is_paused" boolean DEFAULT false NOT NULL,
	"next_at" timestamp with time zone NOT NULL,
	"last_figures" text,
	"made_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "report_piece" ADD CONSTRAINT "report_piece_report_id_report_report_id_fk" FOREIGN KEY ("report_id") REFERENCES "public"."report"("report_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "report_run" ADD CONSTRAINT "report_run_report_schedule_id_report_schedule_report_schedule_id_fk" FOREIGN KEY ("report_schedule_id") REFERENCES "public"."report_schedule"("report_schedule_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "report_run" ADD CONSTRAINT "report_run_report_id_report_report_id_fk" FOREIGN KEY ("report_id") REFERENCES "public"."report"("report_id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "report_account_idx" ON "report" USING btree ("account","report_id");--> statement-breakpoint
CREATE INDEX "report_state_idx" ON "report" USING btree ("state","report_id");--> statement-breakpoint
CREATE INDEX "report_kept_idx" ON "report" USING btree ("kept_until");--> statement-breakpoint
CREATE UNIQUE INDEX "report_run_due_key" ON "report_run" USING btree ("report_schedule_id","due_at");--> statement-breakpoint
CREATE INDEX "report_run_report_idx" ON "report_run" USING btree ("report_id");--> statement-breakpoint
CREATE INDEX "report_schedule_next_idx" ON "report_schedule" USING btree ("next_at");