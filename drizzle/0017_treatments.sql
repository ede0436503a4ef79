CREATE TABLE "action_proofs" (
	"id" uuid PRIMARY KEY NOT NULL,
	"office_id" uuid NOT NULL,
	"action_id" uuid NOT NULL,
	"file_id" uuid NOT NULL,
	"note" text,
	"at" timestamp with time zone NOT NULL,
	"by_kind" text NOT NULL,
	"by" text NOT NULL,
	"by_name" text NOT NULL
);
--> statement-breakpoint
ALTER TABLE "action_proofs" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "care_settings" (
	"office_id" uuid PRIMARY KEY NOT NULL,
	"own_plans_allowed" boolean NOT NULL,
	"names_shown" boolean NOT NULL,
	"control_months" integer[] NOT NULL,
	"changed_at" timestamp with time zone NOT NULL,
	"changed_by" text NOT NULL
);
--> statement-breakpoint
ALTER TABLE "care_settings" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "plan_templates" (
	"id" uuid PRIMARY KEY NOT NULL,
	"office_id" uuid NOT NULL,
	"cause" text NOT NULL,
	"title" text NOT NULL,
	"aim" text NOT NULL,
	"actions" jsonb NOT NULL,
	"warning_signs" text[] NOT NULL,
	"origin" jsonb,
	"office_name" text NOT NULL,
	"version" integer NOT NULL,
	"is_shared" boolean DEFAULT false NOT NULL,
	"changed_at" timestamp with time zone NOT NULL,
	"changed_by_name" text NOT NULL,
	"retired_at" timestamp with time zone
);
--> statement-breakpoint
ALTER TABLE "plan_templates" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "plan_actions" ADD COLUMN "meetings" integer;--> statement-breakpoint
ALTER TABLE "plan_actions" ADD COLUMN "proof" text;--> statement-breakpoint
ALTER TABLE "treatment_sessions" ADD COLUMN "second_id" uuid;--> statement-breakpoint
ALTER TABLE "treatment_sessions" ADD COLUMN "second_name" text;--> statement-breakpoint
ALTER TABLE "treatment_sessions" ADD COLUMN "second_agreed_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "treatment_sessions" ADD COLUMN "action_id" uuid;--> statement-breakpoint
ALTER TABLE "treatment_plans" ADD COLUMN "own_allowed" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "treatment_plans" ADD COLUMN "template" jsonb;--> statement-breakpoint
ALTER TABLE "treatment_plans" ADD COLUMN "warning_signs" text[] DEFAULT '{}' NOT NULL;--> statement-breakpoint
ALTER TABLE "action_proofs" ADD CONSTRAINT "action_proofs_office_id_offices_id_fk" FOREIGN KEY ("office_id") REFERENCES "public"."offices"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "action_proofs" ADD CONSTRAINT "action_proofs_action_id_plan_actions_id_fk" FOREIGN KEY ("action_id") REFERENCES "public"."plan_actions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "action_proofs" ADD CONSTRAINT "action_proofs_file_id_files_id_fk" FOREIGN KEY ("file_id") REFERENCES "public"."files"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "care_settings" ADD CONSTRAINT "care_settings_office_id_offices_id_fk" FOREIGN KEY ("office_id") REFERENCES "public"."offices"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "plan_templates" ADD CONSTRAINT "plan_templates_office_id_offices_id_fk" FOREIGN KEY ("office_id") REFERENCES "public"."offices"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "action_proofs_action_id_index" ON "action_proofs" USING btree ("action_id");--> statement-breakpoint
CREATE INDEX "action_proofs_file_id_index" ON "action_proofs" USING btree ("file_id");--> statement-breakpoint
CREATE INDEX "plan_templates_office_id_cause_index" ON "plan_templates" USING btree ("office_id","cause");--> statement-breakpoint
CREATE INDEX "plan_templates_shared_cause" ON "plan_templates" USING btree ("cause") WHERE is_shared and retired_at is null;--> statement-breakpoint
ALTER TABLE "treatment_sessions" ADD CONSTRAINT "treatment_sessions_second_id_staff_id_fk" FOREIGN KEY ("second_id") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "treatment_sessions_to_agree" ON "treatment_sessions" USING btree ("office_id","second_id") WHERE second_id is not null and second_agreed_at is null;--> statement-breakpoint
ALTER TABLE "treatment_sessions" ADD CONSTRAINT "treatment_sessions_two_officers" CHECK (second_id::text is distinct from "by");--> statement-breakpoint
ALTER TABLE "treatment_plans" ADD CONSTRAINT "treatment_plans_not_ones_own" CHECK (state <> 'approved' or own_allowed or decided_by is distinct from proposed_by);--> statement-breakpoint
CREATE POLICY "action_proofs_office" ON "action_proofs" AS PERMISSIVE FOR ALL TO public USING (office_id = (select nullif(current_setting('app.office_id', true), '')::uuid)) WITH CHECK (office_id = (select nullif(current_setting('app.office_id', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "care_settings_office" ON "care_settings" AS PERMISSIVE FOR ALL TO public USING (office_id = (select nullif(current_setting('app.office_id', true), '')::uuid)) WITH CHECK (office_id = (select nullif(current_setting('app.office_id', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "plan_templates_office" ON "plan_templates" AS PERMISSIVE FOR ALL TO public USING (office_id = (select nullif(current_setting('app.office_id', true), '')::uuid)) WITH CHECK (office_id = (select nullif(current_setting('app.office_id', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "plan_templates_shared" ON "plan_templates" AS PERMISSIVE FOR SELECT TO public USING (is_shared and retired_at is null);