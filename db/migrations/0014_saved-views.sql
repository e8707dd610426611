CREATE TABLE "view_choice" (
	"user_id" uuid NOT NULL,
	"page" text NOT NULL,
	"saved_view_id" integer NOT NULL,
	"is_first" boolean DEFAULT false NOT NULL,
	CONSTRAINT "view_choice_user_id_page_pk" PRIMARY KEY("user_id","page")
);
--> statement-breakpoint
ALTER TABLE "view_choice" ADD CONSTRAINT "view_choice_user_id_user_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."user"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "view_choice" ADD CONSTRAINT "view_choice_saved_view_id_saved_view_saved_view_id_fk" FOREIGN KEY ("saved_view_id") REFERENCES "public"."saved_view"("saved_view_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "view_choice_view_idx" ON "view_choice" USING btree ("saved_view_id");