CREATE TABLE "signal_review" (
	"signal_review_id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "signal_review_signal_review_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"kind" text NOT NULL,
	"scope" text NOT NULL,
	"key" text NOT NULL,
	"reason" text,
	"until" date,
	"made_by" text NOT NULL,
	"made_at" timestamp with time zone NOT NULL,
	"undone_by" text,
	"undone_at" timestamp with time zone
);
--> statement-breakpoint
CREATE UNIQUE INDEX "signal_review_key_key" ON "signal_review" USING btree ("scope","kind","key") WHERE "signal_review"."undone_at" is null;