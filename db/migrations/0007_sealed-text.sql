CREATE TABLE "sealed_text" (
	"incident_id" uuid NOT NULL,
	"field" text NOT NULL,
	"sealed" text NOT NULL,
	"sealed_at" timestamp with time zone NOT NULL,
	CONSTRAINT "sealed_text_incident_id_field_pk" PRIMARY KEY("incident_id","field")
);
--> statement-breakpoint
ALTER TABLE "import_problem" ADD COLUMN "sealed_row" text;--> statement-breakpoint
ALTER TABLE "import_problem" ADD COLUMN "redacted_with" smallint;--> statement-breakpoint
ALTER TABLE "incident_text" ADD COLUMN "redacted_with" smallint;--> statement-breakpoint
ALTER TABLE "sealed_text" ADD CONSTRAINT "sealed_text_incident_id_incident_incident_id_fk" FOREIGN KEY ("incident_id") REFERENCES "public"."incident"("incident_id") ON DELETE cascade ON UPDATE no action;