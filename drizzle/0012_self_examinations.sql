CREATE TABLE "second_opinions" (
	"id" uuid PRIMARY KEY NOT NULL,
	"office_id" uuid NOT NULL,
	"examination_id" uuid NOT NULL,
	"cooperative_id" uuid NOT NULL,
	"case_id" uuid NOT NULL,
	"subject" text NOT NULL,
	"instrument" text NOT NULL,
	"version" text NOT NULL,
	"book_year" integer NOT NULL,
	"to_staff_id" uuid NOT NULL,
	"question" text,
	"asked_at" timestamp with time zone NOT NULL,
	"asked_by" text NOT NULL,
	"asked_by_name" text NOT NULL,
	"withdrawn_at" timestamp with time zone,
	"answered_at" timestamp with time zone,
	"answer_id" uuid
);
--> statement-breakpoint
ALTER TABLE "second_opinions" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "examination_evidence" (
	"id" uuid PRIMARY KEY NOT NULL,
	"office_id" uuid NOT NULL,
	"self_examination_id" uuid NOT NULL,
	"item" text NOT NULL,
	"file_id" uuid,
	"place" text,
	"note" text,
	"at" timestamp with time zone NOT NULL,
	"by" text NOT NULL,
	"by_name" text NOT NULL
);
--> statement-breakpoint
ALTER TABLE "examination_evidence" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "self_examination_checks" (
	"self_examination_id" uuid NOT NULL,
	"office_id" uuid NOT NULL,
	"item" text NOT NULL,
	"value" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"by" text NOT NULL,
	"by_name" text NOT NULL,
	CONSTRAINT "self_examination_checks_self_examination_id_item_pk" PRIMARY KEY("self_examination_id","item")
);
--> statement-breakpoint
ALTER TABLE "self_examination_checks" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "self_examination_drafts" (
	"self_examination_id" uuid PRIMARY KEY NOT NULL,
	"office_id" uuid NOT NULL,
	"cooperative_id" uuid NOT NULL,
	"unit" text NOT NULL,
	"figures" jsonb NOT NULL,
	"answers" jsonb NOT NULL,
	"remark" text,
	"saved_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "self_examination_drafts" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "self_examinations" (
	"id" uuid PRIMARY KEY NOT NULL,
	"office_id" uuid NOT NULL,
	"cooperative_id" uuid NOT NULL,
	"case_id" uuid NOT NULL,
	"subject" text NOT NULL,
	"instrument" text NOT NULL,
	"version" text NOT NULL,
	"book_year" integer NOT NULL,
	"invited_at" timestamp with time zone NOT NULL,
	"invited_by" text NOT NULL,
	"invited_by_name" text NOT NULL,
	"saved_at" timestamp with time zone,
	"withdrawn_at" timestamp with time zone,
	"sent_at" timestamp with time zone,
	"sent_by" text,
	"sent_by_name" text,
	"figures" jsonb,
	"answers" jsonb,
	"remark" text,
	"examination_id" uuid
);
--> statement-breakpoint
ALTER TABLE "self_examinations" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "second_opinions" ADD CONSTRAINT "second_opinions_office_id_offices_id_fk" FOREIGN KEY ("office_id") REFERENCES "public"."offices"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "second_opinions" ADD CONSTRAINT "second_opinions_examination_id_examinations_id_fk" FOREIGN KEY ("examination_id") REFERENCES "public"."examinations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "second_opinions" ADD CONSTRAINT "second_opinions_cooperative_id_cooperatives_id_fk" FOREIGN KEY ("cooperative_id") REFERENCES "public"."cooperatives"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "second_opinions" ADD CONSTRAINT "second_opinions_case_id_cases_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."cases"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "second_opinions" ADD CONSTRAINT "second_opinions_to_staff_id_staff_id_fk" FOREIGN KEY ("to_staff_id") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "second_opinions" ADD CONSTRAINT "second_opinions_answer_id_examinations_id_fk" FOREIGN KEY ("answer_id") REFERENCES "public"."examinations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "examination_evidence" ADD CONSTRAINT "examination_evidence_office_id_offices_id_fk" FOREIGN KEY ("office_id") REFERENCES "public"."offices"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "examination_evidence" ADD CONSTRAINT "examination_evidence_self_examination_id_self_examinations_id_fk" FOREIGN KEY ("self_examination_id") REFERENCES "public"."self_examinations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "examination_evidence" ADD CONSTRAINT "examination_evidence_file_id_files_id_fk" FOREIGN KEY ("file_id") REFERENCES "public"."files"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "self_examination_checks" ADD CONSTRAINT "self_examination_checks_self_examination_id_self_examinations_id_fk" FOREIGN KEY ("self_examination_id") REFERENCES "public"."self_examinations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "self_examination_checks" ADD CONSTRAINT "self_examination_checks_office_id_offices_id_fk" FOREIGN KEY ("office_id") REFERENCES "public"."offices"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "self_examination_drafts" ADD CONSTRAINT "self_examination_drafts_self_examination_id_self_examinations_id_fk" FOREIGN KEY ("self_examination_id") REFERENCES "public"."self_examinations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "self_examination_drafts" ADD CONSTRAINT "self_examination_drafts_office_id_offices_id_fk" FOREIGN KEY ("office_id") REFERENCES "public"."offices"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "self_examination_drafts" ADD CONSTRAINT "self_examination_drafts_cooperative_id_cooperatives_id_fk" FOREIGN KEY ("cooperative_id") REFERENCES "public"."cooperatives"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "self_examinations" ADD CONSTRAINT "self_examinations_office_id_offices_id_fk" FOREIGN KEY ("office_id") REFERENCES "public"."offices"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "self_examinations" ADD CONSTRAINT "self_examinations_cooperative_id_cooperatives_id_fk" FOREIGN KEY ("cooperative_id") REFERENCES "public"."cooperatives"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "self_examinations" ADD CONSTRAINT "self_examinations_case_id_cases_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."cases"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "self_examinations" ADD CONSTRAINT "self_examinations_examination_id_examinations_id_fk" FOREIGN KEY ("examination_id") REFERENCES "public"."examinations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "second_opinions_one" ON "second_opinions" USING btree ("examination_id") WHERE withdrawn_at is null;--> statement-breakpoint
CREATE INDEX "second_opinions_answer_id_index" ON "second_opinions" USING btree ("answer_id");--> statement-breakpoint
CREATE INDEX "second_opinions_to_staff_id_index" ON "second_opinions" USING btree ("to_staff_id");--> statement-breakpoint
CREATE INDEX "examination_evidence_self_examination_id_item_index" ON "examination_evidence" USING btree ("self_examination_id","item");--> statement-breakpoint
CREATE INDEX "self_examination_drafts_saved_at_index" ON "self_examination_drafts" USING btree ("saved_at");--> statement-breakpoint
CREATE UNIQUE INDEX "self_examinations_one_open" ON "self_examinations" USING btree ("cooperative_id") WHERE sent_at is null and withdrawn_at is null;--> statement-breakpoint
CREATE INDEX "self_examinations_case_id_index" ON "self_examinations" USING btree ("case_id");--> statement-breakpoint
CREATE INDEX "self_examinations_examination_id_index" ON "self_examinations" USING btree ("examination_id");--> statement-breakpoint
CREATE POLICY "examinations_blind" ON "examinations" AS RESTRICTIVE FOR SELECT TO public USING (id not in (select examination_id from second_opinions where to_staff_id = (select nullif(current_setting('app.staff_id', true), '')::uuid) and answered_at is null and withdrawn_at is null));--> statement-breakpoint
CREATE POLICY "second_opinions_office" ON "second_opinions" AS PERMISSIVE FOR ALL TO public USING (office_id = (select nullif(current_setting('app.office_id', true), '')::uuid)) WITH CHECK (office_id = (select nullif(current_setting('app.office_id', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "examination_evidence_office" ON "examination_evidence" AS PERMISSIVE FOR ALL TO public USING (office_id = (select nullif(current_setting('app.office_id', true), '')::uuid)) WITH CHECK (office_id = (select nullif(current_setting('app.office_id', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "self_examination_checks_office" ON "self_examination_checks" AS PERMISSIVE FOR ALL TO public USING (office_id = (select nullif(current_setting('app.office_id', true), '')::uuid)) WITH CHECK (office_id = (select nullif(current_setting('app.office_id', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "self_examination_checks_blind" ON "self_examination_checks" AS RESTRICTIVE FOR SELECT TO public USING (self_examination_id not in (select s.id from self_examinations s join second_opinions o on o.examination_id = s.examination_id where o.to_staff_id = (select nullif(current_setting('app.staff_id', true), '')::uuid) and o.answered_at is null and o.withdrawn_at is null));--> statement-breakpoint
CREATE POLICY "self_examination_drafts_own" ON "self_examination_drafts" AS PERMISSIVE FOR ALL TO public USING (office_id = (select nullif(current_setting('app.office_id', true), '')::uuid) and cooperative_id = (select nullif(current_setting('app.subject_id', true), '')::uuid)) WITH CHECK (office_id = (select nullif(current_setting('app.office_id', true), '')::uuid) and cooperative_id = (select nullif(current_setting('app.subject_id', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "self_examination_drafts_old" ON "self_examination_drafts" AS PERMISSIVE FOR DELETE TO public USING (saved_at < (select nullif(current_setting('app.drafts_before', true), '')::timestamptz));--> statement-breakpoint
CREATE POLICY "self_examinations_office" ON "self_examinations" AS PERMISSIVE FOR ALL TO public USING (office_id = (select nullif(current_setting('app.office_id', true), '')::uuid)) WITH CHECK (office_id = (select nullif(current_setting('app.office_id', true), '')::uuid));