CREATE TABLE "conference_participants" (
	"id" uuid PRIMARY KEY NOT NULL,
	"office_id" uuid NOT NULL,
	"conference_id" uuid NOT NULL,
	"staff_id" uuid,
	"name" text NOT NULL,
	"capacity" text,
	"position" integer NOT NULL,
	"stance" text,
	"words" text
);
--> statement-breakpoint
ALTER TABLE "conference_participants" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "conference_tasks" (
	"office_id" uuid NOT NULL,
	"conference_id" uuid NOT NULL,
	"position" integer NOT NULL,
	"what" text NOT NULL,
	"who" text NOT NULL,
	"due_on" date NOT NULL,
	CONSTRAINT "conference_tasks_conference_id_position_pk" PRIMARY KEY("conference_id","position")
);
--> statement-breakpoint
ALTER TABLE "conference_tasks" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "conferences" (
	"id" uuid PRIMARY KEY NOT NULL,
	"office_id" uuid NOT NULL,
	"case_id" uuid NOT NULL,
	"on_day" date NOT NULL,
	"starts_at" text NOT NULL,
	"place" text NOT NULL,
	"question" text NOT NULL,
	"agenda" text[] NOT NULL,
	"called_at" timestamp with time zone NOT NULL,
	"called_by" text NOT NULL,
	"called_by_name" text NOT NULL,
	"held_at" timestamp with time zone,
	"held_by_name" text,
	"decision" text,
	"cancelled_at" timestamp with time zone,
	"cancelled_by_name" text,
	"cancelled_why" text,
	CONSTRAINT "conferences_held" CHECK ((held_at is null) = (decision is null)),
	CONSTRAINT "conferences_cancelled" CHECK ((cancelled_at is null) = (cancelled_why is null)),
	CONSTRAINT "conferences_one_end" CHECK (held_at is null or cancelled_at is null)
);
--> statement-breakpoint
ALTER TABLE "conferences" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "case_guests" (
	"id" uuid PRIMARY KEY NOT NULL,
	"office_id" uuid NOT NULL,
	"case_id" uuid NOT NULL,
	"cooperative_id" uuid NOT NULL,
	"consent_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"name" text NOT NULL,
	"organisation" text NOT NULL,
	"background" text NOT NULL,
	"pages" text[] NOT NULL,
	"question" text NOT NULL,
	"link_id" uuid,
	"invited_at" timestamp with time zone NOT NULL,
	"invited_by" text NOT NULL,
	"invited_by_name" text NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"closed_at" timestamp with time zone,
	"closed_because" text,
	"closed_by_name" text,
	CONSTRAINT "case_guests_closed" CHECK ((closed_at is null) = (closed_because is null)),
	CONSTRAINT "case_guests_pages" CHECK (cardinality(pages) > 0)
);
--> statement-breakpoint
ALTER TABLE "case_guests" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "consents" (
	"id" uuid PRIMARY KEY NOT NULL,
	"office_id" uuid NOT NULL,
	"cooperative_id" uuid NOT NULL,
	"case_id" uuid,
	"purpose" text NOT NULL,
	"note" text,
	"given_by" text NOT NULL,
	"given_on" date NOT NULL,
	"way" text NOT NULL,
	"file_id" uuid,
	"recorded_at" timestamp with time zone NOT NULL,
	"recorded_by" text NOT NULL,
	"recorded_by_name" text NOT NULL,
	"withdrawn_at" timestamp with time zone,
	"withdrawn_by_name" text,
	"withdrawn_why" text,
	CONSTRAINT "consents_withdrawn" CHECK ((withdrawn_at is null) = (withdrawn_by_name is null))
);
--> statement-breakpoint
ALTER TABLE "consents" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "guest_notes" (
	"id" uuid PRIMARY KEY NOT NULL,
	"office_id" uuid NOT NULL,
	"case_id" uuid NOT NULL,
	"guest_id" uuid NOT NULL,
	"words" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"by_name" text NOT NULL,
	"taken_up_at" timestamp with time zone,
	"taken_up_by_name" text,
	"taken_up_words" text,
	CONSTRAINT "guest_notes_taken_up" CHECK ((taken_up_at is null) = (taken_up_words is null))
);
--> statement-breakpoint
ALTER TABLE "guest_notes" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "mentorships" (
	"id" uuid PRIMARY KEY NOT NULL,
	"office_id" uuid NOT NULL,
	"case_id" uuid NOT NULL,
	"cause" text NOT NULL,
	"mentor_id" uuid NOT NULL,
	"mentor_consent_id" uuid NOT NULL,
	"patient_consent_id" uuid NOT NULL,
	"aim" text NOT NULL,
	"began_at" timestamp with time zone NOT NULL,
	"began_by_name" text NOT NULL,
	"ended_at" timestamp with time zone,
	"ended_by_name" text,
	"ended_why" text,
	CONSTRAINT "mentorships_ended" CHECK ((ended_at is null) = (ended_why is null))
);
--> statement-breakpoint
ALTER TABLE "mentorships" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "declared_relations" (
	"id" uuid PRIMARY KEY NOT NULL,
	"office_id" uuid NOT NULL,
	"cooperative_id" uuid NOT NULL,
	"staff_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"note" text NOT NULL,
	"declared_at" timestamp with time zone NOT NULL,
	"declared_by_name" text NOT NULL,
	"ended_at" timestamp with time zone,
	"ended_by_name" text,
	"ended_why" text,
	CONSTRAINT "declared_relations_ended" CHECK ((ended_at is null) = (ended_why is null))
);
--> statement-breakpoint
ALTER TABLE "declared_relations" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "referral_settings" (
	"office_id" uuid PRIMARY KEY NOT NULL,
	"answer_days" integer NOT NULL,
	"changed_at" timestamp with time zone NOT NULL,
	"changed_by_name" text NOT NULL,
	CONSTRAINT "referral_settings_days" CHECK (answer_days between 1 and 30)
);
--> statement-breakpoint
ALTER TABLE "referral_settings" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "specialist_pauses" (
	"id" uuid PRIMARY KEY NOT NULL,
	"office_id" uuid NOT NULL,
	"staff_id" uuid NOT NULL,
	"from_on" date NOT NULL,
	"until_on" date NOT NULL,
	"reason" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"by_name" text NOT NULL,
	CONSTRAINT "specialist_pauses_dates" CHECK (until_on >= from_on)
);
--> statement-breakpoint
ALTER TABLE "specialist_pauses" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "specialists" (
	"staff_id" uuid PRIMARY KEY NOT NULL,
	"office_id" uuid NOT NULL,
	"hours" jsonb NOT NULL,
	"causes" text[] NOT NULL,
	"districts" text[] NOT NULL,
	"weekly_limit" integer,
	"changed_at" timestamp with time zone NOT NULL,
	"changed_by_name" text NOT NULL,
	CONSTRAINT "specialists_limit" CHECK (weekly_limit between 0 and 50)
);
--> statement-breakpoint
ALTER TABLE "specialists" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "referrals" DROP CONSTRAINT "referrals_refusal_says_why";--> statement-breakpoint
ALTER TABLE "referrals" ADD COLUMN "due_on" date;--> statement-breakpoint
-- Referrals from before there was a clock: three working days and a weekend. The owner sees rows only while nothing is forced on it.
ALTER TABLE "referrals" NO FORCE ROW LEVEL SECURITY;--> statement-breakpoint
UPDATE "referrals" SET "due_on" = (sent_at at time zone (select zone from offices where offices.id = office_id))::date + 5;--> statement-breakpoint
ALTER TABLE "referrals" FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "referrals" ALTER COLUMN "due_on" SET NOT NULL;--> statement-breakpoint
ALTER TABLE "referrals" ADD COLUMN "raised_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "conference_participants" ADD CONSTRAINT "conference_participants_office_id_offices_id_fk" FOREIGN KEY ("office_id") REFERENCES "public"."offices"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "conference_participants" ADD CONSTRAINT "conference_participants_conference_id_conferences_id_fk" FOREIGN KEY ("conference_id") REFERENCES "public"."conferences"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "conference_participants" ADD CONSTRAINT "conference_participants_staff_id_staff_id_fk" FOREIGN KEY ("staff_id") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "conference_tasks" ADD CONSTRAINT "conference_tasks_office_id_offices_id_fk" FOREIGN KEY ("office_id") REFERENCES "public"."offices"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "conference_tasks" ADD CONSTRAINT "conference_tasks_conference_id_conferences_id_fk" FOREIGN KEY ("conference_id") REFERENCES "public"."conferences"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "conferences" ADD CONSTRAINT "conferences_office_id_offices_id_fk" FOREIGN KEY ("office_id") REFERENCES "public"."offices"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "conferences" ADD CONSTRAINT "conferences_case_id_cases_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."cases"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "case_guests" ADD CONSTRAINT "case_guests_office_id_offices_id_fk" FOREIGN KEY ("office_id") REFERENCES "public"."offices"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "case_guests" ADD CONSTRAINT "case_guests_case_id_cases_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."cases"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "case_guests" ADD CONSTRAINT "case_guests_cooperative_id_cooperatives_id_fk" FOREIGN KEY ("cooperative_id") REFERENCES "public"."cooperatives"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "case_guests" ADD CONSTRAINT "case_guests_consent_id_consents_id_fk" FOREIGN KEY ("consent_id") REFERENCES "public"."consents"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "case_guests" ADD CONSTRAINT "case_guests_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "case_guests" ADD CONSTRAINT "case_guests_link_id_links_id_fk" FOREIGN KEY ("link_id") REFERENCES "public"."links"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "consents" ADD CONSTRAINT "consents_office_id_offices_id_fk" FOREIGN KEY ("office_id") REFERENCES "public"."offices"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "consents" ADD CONSTRAINT "consents_cooperative_id_cooperatives_id_fk" FOREIGN KEY ("cooperative_id") REFERENCES "public"."cooperatives"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "consents" ADD CONSTRAINT "consents_case_id_cases_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."cases"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "consents" ADD CONSTRAINT "consents_file_id_files_id_fk" FOREIGN KEY ("file_id") REFERENCES "public"."files"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "guest_notes" ADD CONSTRAINT "guest_notes_office_id_offices_id_fk" FOREIGN KEY ("office_id") REFERENCES "public"."offices"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "guest_notes" ADD CONSTRAINT "guest_notes_case_id_cases_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."cases"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "guest_notes" ADD CONSTRAINT "guest_notes_guest_id_case_guests_id_fk" FOREIGN KEY ("guest_id") REFERENCES "public"."case_guests"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mentorships" ADD CONSTRAINT "mentorships_office_id_offices_id_fk" FOREIGN KEY ("office_id") REFERENCES "public"."offices"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mentorships" ADD CONSTRAINT "mentorships_case_id_cases_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."cases"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mentorships" ADD CONSTRAINT "mentorships_mentor_id_cooperatives_id_fk" FOREIGN KEY ("mentor_id") REFERENCES "public"."cooperatives"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mentorships" ADD CONSTRAINT "mentorships_mentor_consent_id_consents_id_fk" FOREIGN KEY ("mentor_consent_id") REFERENCES "public"."consents"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mentorships" ADD CONSTRAINT "mentorships_patient_consent_id_consents_id_fk" FOREIGN KEY ("patient_consent_id") REFERENCES "public"."consents"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "declared_relations" ADD CONSTRAINT "declared_relations_office_id_offices_id_fk" FOREIGN KEY ("office_id") REFERENCES "public"."offices"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "declared_relations" ADD CONSTRAINT "declared_relations_cooperative_id_cooperatives_id_fk" FOREIGN KEY ("cooperative_id") REFERENCES "public"."cooperatives"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "declared_relations" ADD CONSTRAINT "declared_relations_staff_id_staff_id_fk" FOREIGN KEY ("staff_id") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "referral_settings" ADD CONSTRAINT "referral_settings_office_id_offices_id_fk" FOREIGN KEY ("office_id") REFERENCES "public"."offices"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "specialist_pauses" ADD CONSTRAINT "specialist_pauses_office_id_offices_id_fk" FOREIGN KEY ("office_id") REFERENCES "public"."offices"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "specialist_pauses" ADD CONSTRAINT "specialist_pauses_staff_id_staff_id_fk" FOREIGN KEY ("staff_id") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "specialists" ADD CONSTRAINT "specialists_staff_id_staff_id_fk" FOREIGN KEY ("staff_id") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "specialists" ADD CONSTRAINT "specialists_office_id_offices_id_fk" FOREIGN KEY ("office_id") REFERENCES "public"."offices"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "conference_participants_conference_id_position_index" ON "conference_participants" USING btree ("conference_id","position");--> statement-breakpoint
CREATE INDEX "conference_participants_office_id_staff_id_index" ON "conference_participants" USING btree ("office_id","staff_id");--> statement-breakpoint
CREATE INDEX "conferences_case_id_on_day_index" ON "conferences" USING btree ("case_id","on_day");--> statement-breakpoint
CREATE INDEX "conferences_coming" ON "conferences" USING btree ("office_id","on_day") WHERE held_at is null and cancelled_at is null;--> statement-breakpoint
CREATE INDEX "case_guests_case_id_index" ON "case_guests" USING btree ("case_id");--> statement-breakpoint
CREATE INDEX "case_guests_consent_id_index" ON "case_guests" USING btree ("consent_id");--> statement-breakpoint
CREATE INDEX "case_guests_office_id_invited_at_index" ON "case_guests" USING btree ("office_id","invited_at");--> statement-breakpoint
CREATE INDEX "consents_cooperative_id_index" ON "consents" USING btree ("cooperative_id");--> statement-breakpoint
CREATE INDEX "consents_office_id_purpose_index" ON "consents" USING btree ("office_id","purpose");--> statement-breakpoint
CREATE INDEX "guest_notes_case_id_index" ON "guest_notes" USING btree ("case_id");--> statement-breakpoint
CREATE INDEX "guest_notes_guest_id_at_index" ON "guest_notes" USING btree ("guest_id","at");--> statement-breakpoint
CREATE INDEX "guest_notes_unread" ON "guest_notes" USING btree ("office_id","at") WHERE taken_up_at is null;--> statement-breakpoint
CREATE INDEX "mentorships_mentor_id_index" ON "mentorships" USING btree ("mentor_id");--> statement-breakpoint
CREATE INDEX "mentorships_mentor_consent_id_index" ON "mentorships" USING btree ("mentor_consent_id");--> statement-breakpoint
CREATE INDEX "mentorships_patient_consent_id_index" ON "mentorships" USING btree ("patient_consent_id");--> statement-breakpoint
CREATE UNIQUE INDEX "mentorships_one_open" ON "mentorships" USING btree ("case_id","mentor_id") WHERE ended_at is null;--> statement-breakpoint
CREATE INDEX "declared_relations_cooperative_id_index" ON "declared_relations" USING btree ("cooperative_id");--> statement-breakpoint
CREATE INDEX "declared_relations_office_id_staff_id_index" ON "declared_relations" USING btree ("office_id","staff_id");--> statement-breakpoint
CREATE INDEX "specialist_pauses_office_id_until_on_index" ON "specialist_pauses" USING btree ("office_id","until_on");--> statement-breakpoint
CREATE INDEX "referrals_waiting" ON "referrals" USING btree ("office_id","due_on") WHERE state = 'sent';--> statement-breakpoint
CREATE INDEX "referrals_waiting_for" ON "referrals" USING btree ("office_id","to_staff_id") WHERE state = 'sent';--> statement-breakpoint
ALTER TABLE "referrals" ADD CONSTRAINT "referrals_refusal_says_why" CHECK (state in ('sent', 'accepted') or answer is not null);--> statement-breakpoint
CREATE POLICY "audit_rows_guest" ON "audit_rows" AS PERMISSIVE FOR INSERT TO public WITH CHECK (office_id = (select g.office_id from case_guests g where g.id = (select nullif(current_setting('app.subject_id', true), '')::uuid)) and actor_kind = 'link');--> statement-breakpoint
CREATE POLICY "audit_rows_guest_own" ON "audit_rows" AS PERMISSIVE FOR SELECT TO public USING (actor_kind = 'link' and actor_id = (select g.link_id from case_guests g where g.id = (select nullif(current_setting('app.subject_id', true), '')::uuid))::text);--> statement-breakpoint
CREATE POLICY "case_accesses_guest" ON "case_accesses" AS PERMISSIVE FOR INSERT TO public WITH CHECK (case_id = (select g.case_id from case_guests g where g.id = (select nullif(current_setting('app.subject_id', true), '')::uuid)) and office_id = (select g.office_id from case_guests g where g.id = (select nullif(current_setting('app.subject_id', true), '')::uuid)) and actor_kind = 'link');--> statement-breakpoint
CREATE POLICY "cases_guest" ON "cases" AS PERMISSIVE FOR SELECT TO public USING (id = (select g.case_id from case_guests g where g.id = (select nullif(current_setting('app.subject_id', true), '')::uuid)));--> statement-breakpoint
CREATE POLICY "complaints_guest" ON "complaints" AS PERMISSIVE FOR SELECT TO public USING (case_id = (select g.case_id from case_guests g where g.id = (select nullif(current_setting('app.subject_id', true), '')::uuid) and 'complaint' = any(g.pages)));--> statement-breakpoint
CREATE POLICY "cooperatives_guest" ON "cooperatives" AS PERMISSIVE FOR SELECT TO public USING (id = (select g.cooperative_id from case_guests g where g.id = (select nullif(current_setting('app.subject_id', true), '')::uuid) and 'identity' = any(g.pages)));--> statement-breakpoint
CREATE POLICY "diagnoses_guest" ON "diagnoses" AS PERMISSIVE FOR SELECT TO public USING (case_id = (select g.case_id from case_guests g where g.id = (select nullif(current_setting('app.subject_id', true), '')::uuid) and 'diagnosis' = any(g.pages)));--> statement-breakpoint
CREATE POLICY "examinations_guest" ON "examinations" AS PERMISSIVE FOR SELECT TO public USING (case_id = (select g.case_id from case_guests g where g.id = (select nullif(current_setting('app.subject_id', true), '')::uuid) and 'examination' = any(g.pages)));--> statement-breakpoint
CREATE POLICY "plan_actions_guest" ON "plan_actions" AS PERMISSIVE FOR SELECT TO public USING (plan_id in (select p.id from treatment_plans p where p.case_id = (select g.case_id from case_guests g where g.id = (select nullif(current_setting('app.subject_id', true), '')::uuid) and 'plan' = any(g.pages))));--> statement-breakpoint
CREATE POLICY "treatment_sessions_guest" ON "treatment_sessions" AS PERMISSIVE FOR SELECT TO public USING (case_id = (select g.case_id from case_guests g where g.id = (select nullif(current_setting('app.subject_id', true), '')::uuid) and 'notes' = any(g.pages)));--> statement-breakpoint
CREATE POLICY "treatment_plans_guest" ON "treatment_plans" AS PERMISSIVE FOR SELECT TO public USING (case_id = (select g.case_id from case_guests g where g.id = (select nullif(current_setting('app.subject_id', true), '')::uuid) and 'plan' = any(g.pages)) and state = 'approved');--> statement-breakpoint
CREATE POLICY "conference_participants_office" ON "conference_participants" AS PERMISSIVE FOR ALL TO public USING (office_id = (select nullif(current_setting('app.office_id', true), '')::uuid)) WITH CHECK (office_id = (select nullif(current_setting('app.office_id', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "conference_tasks_office" ON "conference_tasks" AS PERMISSIVE FOR ALL TO public USING (office_id = (select nullif(current_setting('app.office_id', true), '')::uuid)) WITH CHECK (office_id = (select nullif(current_setting('app.office_id', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "conferences_office" ON "conferences" AS PERMISSIVE FOR ALL TO public USING (office_id = (select nullif(current_setting('app.office_id', true), '')::uuid)) WITH CHECK (office_id = (select nullif(current_setting('app.office_id', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "case_guests_office" ON "case_guests" AS PERMISSIVE FOR ALL TO public USING (office_id = (select nullif(current_setting('app.office_id', true), '')::uuid)) WITH CHECK (office_id = (select nullif(current_setting('app.office_id', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "case_guests_own" ON "case_guests" AS PERMISSIVE FOR SELECT TO public USING (id = (select nullif(current_setting('app.subject_id', true), '')::uuid) and closed_at is null and expires_at > (select to_timestamp(nullif(current_setting('app.outside_at', true), '')::bigint / 1000.0)));--> statement-breakpoint
CREATE POLICY "consents_office" ON "consents" AS PERMISSIVE FOR ALL TO public USING (office_id = (select nullif(current_setting('app.office_id', true), '')::uuid)) WITH CHECK (office_id = (select nullif(current_setting('app.office_id', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "guest_notes_office" ON "guest_notes" AS PERMISSIVE FOR ALL TO public USING (office_id = (select nullif(current_setting('app.office_id', true), '')::uuid)) WITH CHECK (office_id = (select nullif(current_setting('app.office_id', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "guest_notes_own" ON "guest_notes" AS PERMISSIVE FOR SELECT TO public USING (guest_id = (select nullif(current_setting('app.subject_id', true), '')::uuid) and case_id = (select g.case_id from case_guests g where g.id = (select nullif(current_setting('app.subject_id', true), '')::uuid)));--> statement-breakpoint
CREATE POLICY "guest_notes_written" ON "guest_notes" AS PERMISSIVE FOR INSERT TO public WITH CHECK (guest_id = (select nullif(current_setting('app.subject_id', true), '')::uuid) and case_id = (select g.case_id from case_guests g where g.id = (select nullif(current_setting('app.subject_id', true), '')::uuid)) and office_id = (select g.office_id from case_guests g where g.id = (select nullif(current_setting('app.subject_id', true), '')::uuid)) and taken_up_at is null);--> statement-breakpoint
CREATE POLICY "mentorships_office" ON "mentorships" AS PERMISSIVE FOR ALL TO public USING (office_id = (select nullif(current_setting('app.office_id', true), '')::uuid)) WITH CHECK (office_id = (select nullif(current_setting('app.office_id', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "declared_relations_office" ON "declared_relations" AS PERMISSIVE FOR ALL TO public USING (office_id = (select nullif(current_setting('app.office_id', true), '')::uuid)) WITH CHECK (office_id = (select nullif(current_setting('app.office_id', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "referral_settings_office" ON "referral_settings" AS PERMISSIVE FOR ALL TO public USING (office_id = (select nullif(current_setting('app.office_id', true), '')::uuid)) WITH CHECK (office_id = (select nullif(current_setting('app.office_id', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "specialist_pauses_office" ON "specialist_pauses" AS PERMISSIVE FOR ALL TO public USING (office_id = (select nullif(current_setting('app.office_id', true), '')::uuid)) WITH CHECK (office_id = (select nullif(current_setting('app.office_id', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "specialists_office" ON "specialists" AS PERMISSIVE FOR ALL TO public USING (office_id = (select nullif(current_setting('app.office_id', true), '')::uuid)) WITH CHECK (office_id = (select nullif(current_setting('app.office_id', true), '')::uuid));
