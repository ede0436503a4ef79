CREATE TABLE "consultation_rules" (
	"office_id" uuid PRIMARY KEY NOT NULL,
	"forward_days" integer NOT NULL,
	"answer_days" integer NOT NULL,
	"silence_days" integer NOT NULL,
	"warn_days" integer NOT NULL,
	"changed_at" timestamp with time zone NOT NULL,
	"changed_by" text NOT NULL
);
--> statement-breakpoint
ALTER TABLE "consultation_rules" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "overdue_digests" (
	"id" uuid PRIMARY KEY NOT NULL,
	"office_id" uuid NOT NULL,
	"on" text NOT NULL,
	"level" text NOT NULL,
	"thread_ids" text[] NOT NULL,
	"at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "overdue_digests" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "question_drafts" (
	"thread_id" uuid PRIMARY KEY NOT NULL,
	"office_id" uuid NOT NULL,
	"body" text,
	"cooperative_said" text,
	"identity" text,
	"name_sealed" text,
	"phone_sealed" text,
	"email_sealed" text,
	"capacity" text,
	"done" text[] DEFAULT '{}' NOT NULL,
	"saved_at" timestamp with time zone NOT NULL,
	CONSTRAINT "question_drafts_capacity" CHECK (capacity in ('board', 'supervisoryBoard', 'manager', 'member', 'founder', 'other'))
);
--> statement-breakpoint
ALTER TABLE "question_drafts" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "thread_clocks" (
	"id" uuid PRIMARY KEY NOT NULL,
	"office_id" uuid NOT NULL,
	"thread_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"days" integer NOT NULL,
	"started_at" timestamp with time zone NOT NULL,
	"stopped_at" timestamp with time zone,
	"pauses" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"warned_at" timestamp with time zone
);
--> statement-breakpoint
ALTER TABLE "thread_clocks" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "thread_drafts" (
	"thread_id" uuid PRIMARY KEY NOT NULL,
	"office_id" uuid NOT NULL,
	"body" text NOT NULL,
	"by" uuid NOT NULL,
	"by_name" text NOT NULL,
	"at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "thread_drafts" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "thread_events" (
	"id" uuid PRIMARY KEY NOT NULL,
	"office_id" uuid NOT NULL,
	"thread_id" uuid NOT NULL,
	"what" text NOT NULL,
	"about" text,
	"subject_id" text,
	"by" text NOT NULL,
	"by_name" text NOT NULL,
	"at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "thread_events" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "thread_files" (
	"file_id" uuid PRIMARY KEY NOT NULL,
	"office_id" uuid NOT NULL,
	"thread_id" uuid NOT NULL,
	"message_id" uuid
);
--> statement-breakpoint
ALTER TABLE "thread_files" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "thread_messages" (
	"id" uuid PRIMARY KEY NOT NULL,
	"office_id" uuid NOT NULL,
	"thread_id" uuid NOT NULL,
	"direction" text NOT NULL,
	"channel" text NOT NULL,
	"body" text NOT NULL,
	"by_name" text NOT NULL,
	"by" text NOT NULL,
	"answered_by" uuid,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "thread_messages_direction" CHECK (direction in ('in', 'out'))
);
--> statement-breakpoint
ALTER TABLE "thread_messages" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "thread_notes" (
	"id" uuid PRIMARY KEY NOT NULL,
	"office_id" uuid NOT NULL,
	"thread_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"body" text NOT NULL,
	"to_staff_id" uuid,
	"by" text NOT NULL,
	"by_name" text NOT NULL,
	"at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "thread_notes" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "thread_series" (
	"office_id" uuid NOT NULL,
	"year" integer NOT NULL,
	"last" integer NOT NULL,
	CONSTRAINT "thread_series_office_id_year_pk" PRIMARY KEY("office_id","year")
);
--> statement-breakpoint
ALTER TABLE "thread_series" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "thread_visits" (
	"visit_id" uuid PRIMARY KEY NOT NULL,
	"thread_id" uuid NOT NULL,
	"office_id" uuid NOT NULL
);
--> statement-breakpoint
ALTER TABLE "thread_visits" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "threads" (
	"id" uuid PRIMARY KEY NOT NULL,
	"office_id" uuid NOT NULL,
	"number" text NOT NULL,
	"subject" text NOT NULL,
	"channel" text NOT NULL,
	"state" text NOT NULL,
	"person_id" uuid,
	"asker_name" text,
	"capacity" text,
	"email_sealed" text,
	"cooperative_said" text,
	"cooperative_id" uuid,
	"case_id" uuid,
	"assigned_to" uuid,
	"forwarded_to" uuid,
	"forwarded_at" timestamp with time zone,
	"snoozed_until" timestamp with time zone,
	"due_at" timestamp with time zone,
	"words" text[] DEFAULT '{}' NOT NULL,
	"opened_at" timestamp with time zone NOT NULL,
	"last_at" timestamp with time zone NOT NULL,
	"is_unread" boolean DEFAULT true NOT NULL,
	"closed_at" timestamp with time zone
);
--> statement-breakpoint
ALTER TABLE "threads" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "tracking_codes" (
	"thread_id" uuid PRIMARY KEY NOT NULL,
	"office_id" uuid NOT NULL,
	"code" text NOT NULL,
	"link_id" uuid NOT NULL,
	"access_hash" text NOT NULL,
	CONSTRAINT "tracking_codes_code_unique" UNIQUE("code"),
	CONSTRAINT "tracking_codes_accessHash_unique" UNIQUE("access_hash")
);
--> statement-breakpoint
ALTER TABLE "tracking_codes" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "consultation_rules" ADD CONSTRAINT "consultation_rules_office_id_offices_id_fk" FOREIGN KEY ("office_id") REFERENCES "public"."offices"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "overdue_digests" ADD CONSTRAINT "overdue_digests_office_id_offices_id_fk" FOREIGN KEY ("office_id") REFERENCES "public"."offices"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "question_drafts" ADD CONSTRAINT "question_drafts_office_id_offices_id_fk" FOREIGN KEY ("office_id") REFERENCES "public"."offices"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "thread_clocks" ADD CONSTRAINT "thread_clocks_office_id_offices_id_fk" FOREIGN KEY ("office_id") REFERENCES "public"."offices"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "thread_clocks" ADD CONSTRAINT "thread_clocks_thread_id_threads_id_fk" FOREIGN KEY ("thread_id") REFERENCES "public"."threads"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "thread_drafts" ADD CONSTRAINT "thread_drafts_thread_id_threads_id_fk" FOREIGN KEY ("thread_id") REFERENCES "public"."threads"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "thread_drafts" ADD CONSTRAINT "thread_drafts_office_id_offices_id_fk" FOREIGN KEY ("office_id") REFERENCES "public"."offices"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "thread_drafts" ADD CONSTRAINT "thread_drafts_by_staff_id_fk" FOREIGN KEY ("by") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "thread_events" ADD CONSTRAINT "thread_events_office_id_offices_id_fk" FOREIGN KEY ("office_id") REFERENCES "public"."offices"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "thread_events" ADD CONSTRAINT "thread_events_thread_id_threads_id_fk" FOREIGN KEY ("thread_id") REFERENCES "public"."threads"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "thread_files" ADD CONSTRAINT "thread_files_file_id_files_id_fk" FOREIGN KEY ("file_id") REFERENCES "public"."files"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "thread_files" ADD CONSTRAINT "thread_files_office_id_offices_id_fk" FOREIGN KEY ("office_id") REFERENCES "public"."offices"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "thread_files" ADD CONSTRAINT "thread_files_message_id_thread_messages_id_fk" FOREIGN KEY ("message_id") REFERENCES "public"."thread_messages"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "thread_messages" ADD CONSTRAINT "thread_messages_office_id_offices_id_fk" FOREIGN KEY ("office_id") REFERENCES "public"."offices"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "thread_messages" ADD CONSTRAINT "thread_messages_thread_id_threads_id_fk" FOREIGN KEY ("thread_id") REFERENCES "public"."threads"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "thread_messages" ADD CONSTRAINT "thread_messages_answered_by_staff_id_fk" FOREIGN KEY ("answered_by") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "thread_notes" ADD CONSTRAINT "thread_notes_office_id_offices_id_fk" FOREIGN KEY ("office_id") REFERENCES "public"."offices"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "thread_notes" ADD CONSTRAINT "thread_notes_thread_id_threads_id_fk" FOREIGN KEY ("thread_id") REFERENCES "public"."threads"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "thread_notes" ADD CONSTRAINT "thread_notes_to_staff_id_staff_id_fk" FOREIGN KEY ("to_staff_id") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "thread_series" ADD CONSTRAINT "thread_series_office_id_offices_id_fk" FOREIGN KEY ("office_id") REFERENCES "public"."offices"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "thread_visits" ADD CONSTRAINT "thread_visits_visit_id_visits_id_fk" FOREIGN KEY ("visit_id") REFERENCES "public"."visits"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "thread_visits" ADD CONSTRAINT "thread_visits_thread_id_threads_id_fk" FOREIGN KEY ("thread_id") REFERENCES "public"."threads"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "thread_visits" ADD CONSTRAINT "thread_visits_office_id_offices_id_fk" FOREIGN KEY ("office_id") REFERENCES "public"."offices"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "threads" ADD CONSTRAINT "threads_office_id_offices_id_fk" FOREIGN KEY ("office_id") REFERENCES "public"."offices"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "threads" ADD CONSTRAINT "threads_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "threads" ADD CONSTRAINT "threads_cooperative_id_cooperatives_id_fk" FOREIGN KEY ("cooperative_id") REFERENCES "public"."cooperatives"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "threads" ADD CONSTRAINT "threads_case_id_cases_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."cases"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "threads" ADD CONSTRAINT "threads_assigned_to_staff_id_fk" FOREIGN KEY ("assigned_to") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "threads" ADD CONSTRAINT "threads_forwarded_to_staff_id_fk" FOREIGN KEY ("forwarded_to") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tracking_codes" ADD CONSTRAINT "tracking_codes_office_id_offices_id_fk" FOREIGN KEY ("office_id") REFERENCES "public"."offices"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tracking_codes" ADD CONSTRAINT "tracking_codes_link_id_links_id_fk" FOREIGN KEY ("link_id") REFERENCES "public"."links"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "overdue_digests_office_id_on_level_index" ON "overdue_digests" USING btree ("office_id","on","level");--> statement-breakpoint
CREATE INDEX "question_drafts_saved_at_index" ON "question_drafts" USING btree ("saved_at");--> statement-breakpoint
CREATE UNIQUE INDEX "thread_clocks_one" ON "thread_clocks" USING btree ("thread_id") WHERE stopped_at is null;--> statement-breakpoint
CREATE INDEX "thread_events_thread_id_at_index" ON "thread_events" USING btree ("thread_id","at");--> statement-breakpoint
CREATE INDEX "thread_files_thread_id_index" ON "thread_files" USING btree ("thread_id");--> statement-breakpoint
CREATE INDEX "thread_messages_thread_id_at_index" ON "thread_messages" USING btree ("thread_id","at");--> statement-breakpoint
CREATE INDEX "thread_notes_thread_id_at_index" ON "thread_notes" USING btree ("thread_id","at");--> statement-breakpoint
CREATE INDEX "thread_visits_thread_id_index" ON "thread_visits" USING btree ("thread_id");--> statement-breakpoint
CREATE UNIQUE INDEX "threads_office_id_number_index" ON "threads" USING btree ("office_id","number");--> statement-breakpoint
CREATE INDEX "threads_open" ON "threads" USING btree ("office_id","due_at","last_at") WHERE state <> 'closed';--> statement-breakpoint
CREATE INDEX "threads_mine" ON "threads" USING btree ("office_id","assigned_to","due_at") WHERE state <> 'closed';--> statement-breakpoint
CREATE INDEX "threads_forwarded" ON "threads" USING btree ("office_id","forwarded_to") WHERE state <> 'closed';--> statement-breakpoint
CREATE INDEX "threads_office_id_last_at_index" ON "threads" USING btree ("office_id","last_at");--> statement-breakpoint
CREATE INDEX "threads_words" ON "threads" USING gin ("office_id","words");--> statement-breakpoint
CREATE INDEX "threads_cooperative_id_index" ON "threads" USING btree ("cooperative_id");--> statement-breakpoint
CREATE INDEX "threads_person_id_index" ON "threads" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "tracking_codes_link_id_index" ON "tracking_codes" USING btree ("link_id");--> statement-breakpoint
CREATE POLICY "consultation_rules_office" ON "consultation_rules" AS PERMISSIVE FOR ALL TO public USING (office_id = (select nullif(current_setting('app.office_id', true), '')::uuid)) WITH CHECK (office_id = (select nullif(current_setting('app.office_id', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "overdue_digests_office" ON "overdue_digests" AS PERMISSIVE FOR ALL TO public USING (office_id = (select nullif(current_setting('app.office_id', true), '')::uuid)) WITH CHECK (office_id = (select nullif(current_setting('app.office_id', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "overdue_digests_inside" ON "overdue_digests" AS RESTRICTIVE FOR ALL TO public USING ((select nullif(current_setting('app.subject_id', true), '')::uuid) is null);--> statement-breakpoint
CREATE POLICY "question_drafts_own" ON "question_drafts" AS PERMISSIVE FOR ALL TO public USING (office_id = (select nullif(current_setting('app.office_id', true), '')::uuid) and thread_id = (select nullif(current_setting('app.subject_id', true), '')::uuid)) WITH CHECK (office_id = (select nullif(current_setting('app.office_id', true), '')::uuid) and thread_id = (select nullif(current_setting('app.subject_id', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "question_drafts_old" ON "question_drafts" AS PERMISSIVE FOR DELETE TO public USING (saved_at < (select nullif(current_setting('app.drafts_before', true), '')::timestamptz));--> statement-breakpoint
CREATE POLICY "thread_clocks_office" ON "thread_clocks" AS PERMISSIVE FOR ALL TO public USING (office_id = (select nullif(current_setting('app.office_id', true), '')::uuid)) WITH CHECK (office_id = (select nullif(current_setting('app.office_id', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "thread_clocks_asker" ON "thread_clocks" AS RESTRICTIVE FOR ALL TO public USING ((select nullif(current_setting('app.subject_id', true), '')::uuid) is null or thread_id = (select nullif(current_setting('app.subject_id', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "thread_drafts_office" ON "thread_drafts" AS PERMISSIVE FOR ALL TO public USING (office_id = (select nullif(current_setting('app.office_id', true), '')::uuid)) WITH CHECK (office_id = (select nullif(current_setting('app.office_id', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "thread_drafts_inside" ON "thread_drafts" AS RESTRICTIVE FOR ALL TO public USING ((select nullif(current_setting('app.subject_id', true), '')::uuid) is null);--> statement-breakpoint
CREATE POLICY "thread_events_office" ON "thread_events" AS PERMISSIVE FOR ALL TO public USING (office_id = (select nullif(current_setting('app.office_id', true), '')::uuid)) WITH CHECK (office_id = (select nullif(current_setting('app.office_id', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "thread_events_asker" ON "thread_events" AS RESTRICTIVE FOR ALL TO public USING ((select nullif(current_setting('app.subject_id', true), '')::uuid) is null or thread_id = (select nullif(current_setting('app.subject_id', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "thread_events_told" ON "thread_events" AS RESTRICTIVE FOR SELECT TO public USING ((select nullif(current_setting('app.subject_id', true), '')::uuid) is null or what in ('warned', 'closed', 'closedBySilence', 'reopened'));--> statement-breakpoint
CREATE POLICY "thread_files_office" ON "thread_files" AS PERMISSIVE FOR ALL TO public USING (office_id = (select nullif(current_setting('app.office_id', true), '')::uuid)) WITH CHECK (office_id = (select nullif(current_setting('app.office_id', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "thread_files_asker" ON "thread_files" AS RESTRICTIVE FOR ALL TO public USING ((select nullif(current_setting('app.subject_id', true), '')::uuid) is null or thread_id = (select nullif(current_setting('app.subject_id', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "thread_messages_office" ON "thread_messages" AS PERMISSIVE FOR ALL TO public USING (office_id = (select nullif(current_setting('app.office_id', true), '')::uuid)) WITH CHECK (office_id = (select nullif(current_setting('app.office_id', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "thread_messages_asker" ON "thread_messages" AS RESTRICTIVE FOR ALL TO public USING ((select nullif(current_setting('app.subject_id', true), '')::uuid) is null or thread_id = (select nullif(current_setting('app.subject_id', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "thread_notes_office" ON "thread_notes" AS PERMISSIVE FOR ALL TO public USING (office_id = (select nullif(current_setting('app.office_id', true), '')::uuid)) WITH CHECK (office_id = (select nullif(current_setting('app.office_id', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "thread_notes_inside" ON "thread_notes" AS RESTRICTIVE FOR ALL TO public USING ((select nullif(current_setting('app.subject_id', true), '')::uuid) is null);--> statement-breakpoint
CREATE POLICY "thread_series_office" ON "thread_series" AS PERMISSIVE FOR ALL TO public USING (office_id = (select nullif(current_setting('app.office_id', true), '')::uuid)) WITH CHECK (office_id = (select nullif(current_setting('app.office_id', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "thread_visits_office" ON "thread_visits" AS PERMISSIVE FOR ALL TO public USING (office_id = (select nullif(current_setting('app.office_id', true), '')::uuid)) WITH CHECK (office_id = (select nullif(current_setting('app.office_id', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "threads_office" ON "threads" AS PERMISSIVE FOR ALL TO public USING (office_id = (select nullif(current_setting('app.office_id', true), '')::uuid)) WITH CHECK (office_id = (select nullif(current_setting('app.office_id', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "threads_asker" ON "threads" AS RESTRICTIVE FOR ALL TO public USING ((select nullif(current_setting('app.subject_id', true), '')::uuid) is null or id = (select nullif(current_setting('app.subject_id', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "tracking_codes_office" ON "tracking_codes" AS PERMISSIVE FOR ALL TO public USING (office_id = (select nullif(current_setting('app.office_id', true), '')::uuid)) WITH CHECK (office_id = (select nullif(current_setting('app.office_id', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "tracking_codes_asker" ON "tracking_codes" AS RESTRICTIVE FOR ALL TO public USING ((select nullif(current_setting('app.subject_id', true), '')::uuid) is null or thread_id = (select nullif(current_setting('app.subject_id', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "tracking_codes_by_pin" ON "tracking_codes" AS PERMISSIVE FOR SELECT TO public USING (access_hash = (select nullif(current_setting('app.token_hash', true), '')));
