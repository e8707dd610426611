CREATE TABLE "account_agent" (
	"user_id" uuid NOT NULL,
	"agent_id" integer NOT NULL,
	CONSTRAINT "account_agent_user_id_agent_id_pk" PRIMARY KEY("user_id","agent_id")
);
--> statement-breakpoint
CREATE TABLE "account_team" (
	"user_id" uuid NOT NULL,
	"team_id" integer NOT NULL,
	CONSTRAINT "account_team_user_id_team_id_pk" PRIMARY KEY("user_id","team_id")
);
--> statement-breakpoint
ALTER TABLE "api_key" ADD COLUMN "expires_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "account_agent" ADD CONSTRAINT "account_agent_user_id_user_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."user"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "account_agent" ADD CONSTRAINT "account_agent_agent_id_agent_agent_id_fk" FOREIGN KEY ("agent_id") REFERENCES "public"."agent"("agent_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "account_team" ADD CONSTRAINT "account_team_user_id_user_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."user"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "account_team" ADD CONSTRAINT "account_team_team_id_team_team_id_fk" FOREIGN KEY ("team_id") REFERENCES "public"."team"("team_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "account_agent_agent_idx" ON "account_agent" USING btree ("agent_id");--> statement-breakpoint
CREATE INDEX "account_team_team_idx" ON "account_team" USING btree ("team_id");--> statement-breakpoint
CREATE INDEX "incident_agent_idx" ON "incident" USING btree ("agent_id") WHERE "incident"."agent_id" is not null;--> statement-breakpoint
-- Administrators saw every incident until now; from here on that is the right of quality assurance, which they keep.
UPDATE "user" SET "roles" = array_append("roles", 'qa') WHERE 'admin' = ANY("roles") AND NOT 'qa' = ANY("roles");--> statement-breakpoint
UPDATE "api_key" SET "scopes" = '{read_reports,read_incidents}' WHERE "scopes" = '{read}';
