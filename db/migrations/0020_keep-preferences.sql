CREATE TABLE "preference" (
	"user_id" uuid NOT NULL,
	"subject" text NOT NULL,
	"chosen" jsonb NOT NULL,
	CONSTRAINT "preference_user_id_subject_pk" PRIMARY KEY("user_id","subject")
);
--> statement-breakpoint
ALTER TABLE "preference" ADD CONSTRAINT "preference_user_id_user_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."user"("id") ON DELETE cascade ON UPDATE no action;