CREATE TABLE "relapses" (
	"case_id" uuid PRIMARY KEY NOT NULL,
	"office_id" uuid NOT NULL,
	"former_case_id" uuid NOT NULL,
	"recovery_id" uuid NOT NULL,
	"recovered_on" date NOT NULL,
	"months" integer NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"by_name" text NOT NULL
);
--> statement-breakpoint
ALTER TABLE "relapses" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "monitoring_cards" (
	"id" uuid PRIMARY KEY NOT NULL,
	"office_id" uuid NOT NULL,
	"case_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"subject_id" uuid NOT NULL,
	"due_on" date,
	"worsened" jsonb,
	"raised_at" timestamp with time zone NOT NULL,
	"settled_at" timestamp with time zone,
	"settled_by_name" text,
	"how" text
);
--> statement-breakpoint
ALTER TABLE "monitoring_cards" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
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
CREATE TABLE "session_agreements" (
	"session_id" uuid PRIMARY KEY NOT NULL,
	"office_id" uuid NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"by" uuid NOT NULL
);
--> statement-breakpoint
ALTER TABLE "session_agreements" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "handover_cases" (
	"handover_id" uuid NOT NULL,
	"case_id" uuid NOT NULL,
	"office_id" uuid NOT NULL,
	"accepted_at" timestamp with time zone,
	"dropped_at" timestamp with time zone,
	CONSTRAINT "handover_cases_handover_id_case_id_pk" PRIMARY KEY("handover_id","case_id")
);
--> statement-breakpoint
ALTER TABLE "handover_cases" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "handovers" (
	"id" uuid PRIMARY KEY NOT NULL,
	"office_id" uuid NOT NULL,
	"from_id" uuid NOT NULL,
	"from_name" text NOT NULL,
	"to_id" uuid NOT NULL,
	"to_name" text NOT NULL,
	"note" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"by" text NOT NULL,
	"by_name" text NOT NULL,
	"withdrawn_at" timestamp with time zone,
	CONSTRAINT "handovers_to_another" CHECK (from_id <> to_id)
);
--> statement-breakpoint
ALTER TABLE "handovers" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "care_tasks" (
	"id" uuid PRIMARY KEY NOT NULL,
	"office_id" uuid NOT NULL,
	"case_id" uuid NOT NULL,
	"sequence" text NOT NULL,
	"version" text NOT NULL,
	"position" integer NOT NULL,
	"what" text NOT NULL,
	"due_on" date NOT NULL,
	"made_at" timestamp with time zone NOT NULL,
	"made_by_name" text NOT NULL,
	"done_at" timestamp with time zone,
	"done_by_name" text,
	"done_note" text,
	"dropped_at" timestamp with time zone
);
--> statement-breakpoint
ALTER TABLE "care_tasks" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
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
CREATE TABLE "training_attendances" (
	"id" uuid PRIMARY KEY NOT NULL,
	"office_id" uuid NOT NULL,
	"training_id" uuid NOT NULL,
	"name" text NOT NULL,
	"cooperative" text NOT NULL,
	"folded" text NOT NULL,
	"cooperative_id" uuid,
	"via" text NOT NULL,
	"at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "training_attendances" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "training_invites" (
	"training_id" uuid NOT NULL,
	"case_id" uuid NOT NULL,
	"office_id" uuid NOT NULL,
	"cooperative_id" uuid NOT NULL,
	"action_id" uuid,
	CONSTRAINT "training_invites_training_id_case_id_pk" PRIMARY KEY("training_id","case_id")
);
--> statement-breakpoint
ALTER TABLE "training_invites" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "trainings" (
	"id" uuid PRIMARY KEY NOT NULL,
	"office_id" uuid NOT NULL,
	"title" text NOT NULL,
	"trainers" text NOT NULL,
	"place" text NOT NULL,
	"held_on" date NOT NULL,
	"from_time" text NOT NULL,
	"made_at" timestamp with time zone NOT NULL,
	"made_by_name" text NOT NULL
);
--> statement-breakpoint
ALTER TABLE "trainings" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
DROP INDEX "follow_ups_office_id_due_on_index";--> statement-breakpoint
ALTER TABLE "follow_ups" ADD COLUMN "month" integer;--> statement-breakpoint
ALTER TABLE "follow_ups" ADD COLUMN "answers" jsonb;--> statement-breakpoint
ALTER TABLE "follow_ups" ADD COLUMN "questions_version" text;--> statement-breakpoint
ALTER TABLE "plan_actions" ADD COLUMN "meetings" integer;--> statement-breakpoint
ALTER TABLE "plan_actions" ADD COLUMN "proof" text;--> statement-breakpoint
ALTER TABLE "treatment_sessions" ADD COLUMN "second_id" uuid;--> statement-breakpoint
ALTER TABLE "treatment_sessions" ADD COLUMN "second_name" text;--> statement-breakpoint
ALTER TABLE "treatment_sessions" ADD COLUMN "action_id" uuid;--> statement-breakpoint
ALTER TABLE "treatment_plans" ADD COLUMN "own_allowed" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "treatment_plans" ADD COLUMN "template" jsonb;--> statement-breakpoint
ALTER TABLE "treatment_plans" ADD COLUMN "warning_signs" text[] DEFAULT '{}' NOT NULL;--> statement-breakpoint
ALTER TABLE "relapses" ADD CONSTRAINT "relapses_case_id_cases_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."cases"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "relapses" ADD CONSTRAINT "relapses_office_id_offices_id_fk" FOREIGN KEY ("office_id") REFERENCES "public"."offices"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "relapses" ADD CONSTRAINT "relapses_former_case_id_cases_id_fk" FOREIGN KEY ("former_case_id") REFERENCES "public"."cases"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "relapses" ADD CONSTRAINT "relapses_recovery_id_recoveries_id_fk" FOREIGN KEY ("recovery_id") REFERENCES "public"."recoveries"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "monitoring_cards" ADD CONSTRAINT "monitoring_cards_office_id_offices_id_fk" FOREIGN KEY ("office_id") REFERENCES "public"."offices"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "monitoring_cards" ADD CONSTRAINT "monitoring_cards_case_id_cases_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."cases"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "action_proofs" ADD CONSTRAINT "action_proofs_office_id_offices_id_fk" FOREIGN KEY ("office_id") REFERENCES "public"."offices"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "action_proofs" ADD CONSTRAINT "action_proofs_action_id_plan_actions_id_fk" FOREIGN KEY ("action_id") REFERENCES "public"."plan_actions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "action_proofs" ADD CONSTRAINT "action_proofs_file_id_files_id_fk" FOREIGN KEY ("file_id") REFERENCES "public"."files"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "care_settings" ADD CONSTRAINT "care_settings_office_id_offices_id_fk" FOREIGN KEY ("office_id") REFERENCES "public"."offices"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "session_agreements" ADD CONSTRAINT "session_agreements_session_id_treatment_sessions_id_fk" FOREIGN KEY ("session_id") REFERENCES "public"."treatment_sessions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "session_agreements" ADD CONSTRAINT "session_agreements_office_id_offices_id_fk" FOREIGN KEY ("office_id") REFERENCES "public"."offices"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "session_agreements" ADD CONSTRAINT "session_agreements_by_staff_id_fk" FOREIGN KEY ("by") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "handover_cases" ADD CONSTRAINT "handover_cases_handover_id_handovers_id_fk" FOREIGN KEY ("handover_id") REFERENCES "public"."handovers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "handover_cases" ADD CONSTRAINT "handover_cases_case_id_cases_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."cases"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "handover_cases" ADD CONSTRAINT "handover_cases_office_id_offices_id_fk" FOREIGN KEY ("office_id") REFERENCES "public"."offices"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "handovers" ADD CONSTRAINT "handovers_office_id_offices_id_fk" FOREIGN KEY ("office_id") REFERENCES "public"."offices"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "handovers" ADD CONSTRAINT "handovers_from_id_staff_id_fk" FOREIGN KEY ("from_id") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "handovers" ADD CONSTRAINT "handovers_to_id_staff_id_fk" FOREIGN KEY ("to_id") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "care_tasks" ADD CONSTRAINT "care_tasks_office_id_offices_id_fk" FOREIGN KEY ("office_id") REFERENCES "public"."offices"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "care_tasks" ADD CONSTRAINT "care_tasks_case_id_cases_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."cases"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "plan_templates" ADD CONSTRAINT "plan_templates_office_id_offices_id_fk" FOREIGN KEY ("office_id") REFERENCES "public"."offices"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "training_attendances" ADD CONSTRAINT "training_attendances_office_id_offices_id_fk" FOREIGN KEY ("office_id") REFERENCES "public"."offices"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "training_attendances" ADD CONSTRAINT "training_attendances_training_id_trainings_id_fk" FOREIGN KEY ("training_id") REFERENCES "public"."trainings"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "training_attendances" ADD CONSTRAINT "training_attendances_cooperative_id_cooperatives_id_fk" FOREIGN KEY ("cooperative_id") REFERENCES "public"."cooperatives"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "training_invites" ADD CONSTRAINT "training_invites_training_id_trainings_id_fk" FOREIGN KEY ("training_id") REFERENCES "public"."trainings"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "training_invites" ADD CONSTRAINT "training_invites_case_id_cases_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."cases"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "training_invites" ADD CONSTRAINT "training_invites_office_id_offices_id_fk" FOREIGN KEY ("office_id") REFERENCES "public"."offices"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "training_invites" ADD CONSTRAINT "training_invites_cooperative_id_cooperatives_id_fk" FOREIGN KEY ("cooperative_id") REFERENCES "public"."cooperatives"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "training_invites" ADD CONSTRAINT "training_invites_action_id_plan_actions_id_fk" FOREIGN KEY ("action_id") REFERENCES "public"."plan_actions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "trainings" ADD CONSTRAINT "trainings_office_id_offices_id_fk" FOREIGN KEY ("office_id") REFERENCES "public"."offices"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "relapses_office_id_at_index" ON "relapses" USING btree ("office_id","at");--> statement-breakpoint
CREATE UNIQUE INDEX "relapses_recovery_id_index" ON "relapses" USING btree ("recovery_id");--> statement-breakpoint
CREATE UNIQUE INDEX "monitoring_cards_kind_subject_id_index" ON "monitoring_cards" USING btree ("kind","subject_id");--> statement-breakpoint
CREATE INDEX "monitoring_cards_case_id_index" ON "monitoring_cards" USING btree ("case_id");--> statement-breakpoint
CREATE INDEX "monitoring_cards_open" ON "monitoring_cards" USING btree ("office_id","raised_at") WHERE settled_at is null;--> statement-breakpoint
CREATE INDEX "action_proofs_action_id_index" ON "action_proofs" USING btree ("action_id");--> statement-breakpoint
CREATE INDEX "action_proofs_file_id_index" ON "action_proofs" USING btree ("file_id");--> statement-breakpoint
CREATE UNIQUE INDEX "handover_cases_offered_once" ON "handover_cases" USING btree ("case_id") WHERE accepted_at is null and dropped_at is null;--> statement-breakpoint
CREATE INDEX "handovers_office_id_to_id_index" ON "handovers" USING btree ("office_id","to_id");--> statement-breakpoint
CREATE INDEX "handovers_office_id_from_id_index" ON "handovers" USING btree ("office_id","from_id");--> statement-breakpoint
CREATE INDEX "care_tasks_case_id_index" ON "care_tasks" USING btree ("case_id");--> statement-breakpoint
CREATE INDEX "care_tasks_open" ON "care_tasks" USING btree ("office_id","due_on") WHERE done_at is null and dropped_at is null;--> statement-breakpoint
CREATE INDEX "plan_templates_office_id_cause_index" ON "plan_templates" USING btree ("office_id","cause");--> statement-breakpoint
CREATE INDEX "plan_templates_shared_cause" ON "plan_templates" USING btree ("cause") WHERE is_shared and retired_at is null;--> statement-breakpoint
CREATE UNIQUE INDEX "training_attendances_training_id_folded_index" ON "training_attendances" USING btree ("training_id","folded");--> statement-breakpoint
CREATE INDEX "training_invites_action_id_index" ON "training_invites" USING btree ("action_id");--> statement-breakpoint
CREATE INDEX "trainings_office_id_held_on_index" ON "trainings" USING btree ("office_id","held_on");--> statement-breakpoint
ALTER TABLE "treatment_sessions" ADD CONSTRAINT "treatment_sessions_second_id_staff_id_fk" FOREIGN KEY ("second_id") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "recoveries_office_id_at_index" ON "recoveries" USING btree ("office_id","at");--> statement-breakpoint
CREATE INDEX "follow_ups_open" ON "follow_ups" USING btree ("office_id","due_on") WHERE done_at is null;--> statement-breakpoint
CREATE INDEX "treatment_sessions_second" ON "treatment_sessions" USING btree ("second_id") WHERE second_id is not null;--> statement-breakpoint
ALTER TABLE "treatment_sessions" ADD CONSTRAINT "treatment_sessions_two_officers" CHECK (second_id::text is distinct from "by");--> statement-breakpoint
ALTER TABLE "treatment_plans" ADD CONSTRAINT "treatment_plans_not_ones_own" CHECK (state <> 'approved' or own_allowed or decided_by is distinct from proposed_by);--> statement-breakpoint
CREATE POLICY "relapses_office" ON "relapses" AS PERMISSIVE FOR ALL TO public USING (office_id = (select nullif(current_setting('app.office_id', true), '')::uuid)) WITH CHECK (office_id = (select nullif(current_setting('app.office_id', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "monitoring_cards_office" ON "monitoring_cards" AS PERMISSIVE FOR ALL TO public USING (office_id = (select nullif(current_setting('app.office_id', true), '')::uuid)) WITH CHECK (office_id = (select nullif(current_setting('app.office_id', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "action_proofs_office" ON "action_proofs" AS PERMISSIVE FOR ALL TO public USING (office_id = (select nullif(current_setting('app.office_id', true), '')::uuid)) WITH CHECK (office_id = (select nullif(current_setting('app.office_id', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "care_settings_office" ON "care_settings" AS PERMISSIVE FOR ALL TO public USING (office_id = (select nullif(current_setting('app.office_id', true), '')::uuid)) WITH CHECK (office_id = (select nullif(current_setting('app.office_id', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "session_agreements_office" ON "session_agreements" AS PERMISSIVE FOR ALL TO public USING (office_id = (select nullif(current_setting('app.office_id', true), '')::uuid)) WITH CHECK (office_id = (select nullif(current_setting('app.office_id', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "handover_cases_office" ON "handover_cases" AS PERMISSIVE FOR ALL TO public USING (office_id = (select nullif(current_setting('app.office_id', true), '')::uuid)) WITH CHECK (office_id = (select nullif(current_setting('app.office_id', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "handovers_office" ON "handovers" AS PERMISSIVE FOR ALL TO public USING (office_id = (select nullif(current_setting('app.office_id', true), '')::uuid)) WITH CHECK (office_id = (select nullif(current_setting('app.office_id', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "care_tasks_office" ON "care_tasks" AS PERMISSIVE FOR ALL TO public USING (office_id = (select nullif(current_setting('app.office_id', true), '')::uuid)) WITH CHECK (office_id = (select nullif(current_setting('app.office_id', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "plan_templates_office" ON "plan_templates" AS PERMISSIVE FOR ALL TO public USING (office_id = (select nullif(current_setting('app.office_id', true), '')::uuid)) WITH CHECK (office_id = (select nullif(current_setting('app.office_id', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "plan_templates_shared" ON "plan_templates" AS PERMISSIVE FOR SELECT TO public USING (is_shared and retired_at is null);--> statement-breakpoint
CREATE POLICY "training_attendances_office" ON "training_attendances" AS PERMISSIVE FOR ALL TO public USING (office_id = (select nullif(current_setting('app.office_id', true), '')::uuid)) WITH CHECK (office_id = (select nullif(current_setting('app.office_id', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "training_invites_office" ON "training_invites" AS PERMISSIVE FOR ALL TO public USING (office_id = (select nullif(current_setting('app.office_id', true), '')::uuid)) WITH CHECK (office_id = (select nullif(current_setting('app.office_id', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "trainings_office" ON "trainings" AS PERMISSIVE FOR ALL TO public USING (office_id = (select nullif(current_setting('app.office_id', true), '')::uuid)) WITH CHECK (office_id = (select nullif(current_setting('app.office_id', true), '')::uuid));
