CREATE TABLE "retention_run" (
	"retention_run_id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "retention_run_retention_run_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"day" date NOT NULL,
	"started_by" text NOT NULL,
	"started_at" timestamp with time zone NOT NULL,
	"beat_at" timestamp with time zone NOT NULL,
	"finished_at" timestamp with time zone,
	"removed" jsonb NOT NULL
);
--> statement-breakpoint
ALTER TABLE "incident_text" ADD COLUMN "words_removed_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "agent" ADD COLUMN "erased_key" text;--> statement-breakpoint
ALTER TABLE "customer" ADD COLUMN "erased_key" text;--> statement-breakpoint
CREATE INDEX "retention_run_day_idx" ON "retention_run" USING btree ("day");--> statement-breakpoint
CREATE UNIQUE INDEX "agent_erased_key" ON "agent" USING btree ("erased_key");--> statement-breakpoint
CREATE UNIQUE INDEX "customer_erased_key" ON "customer" USING btree ("erased_key");