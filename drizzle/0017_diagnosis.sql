CREATE TABLE "case_findings" (
	"case_id" uuid PRIMARY KEY NOT NULL,
	"office_id" uuid NOT NULL,
	"findings" jsonb NOT NULL,
	"diagnosis" jsonb,
	"noted_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "case_findings" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "suggestion_verdicts" (
	"id" uuid PRIMARY KEY NOT NULL,
	"office_id" uuid NOT NULL,
	"case_id" uuid NOT NULL,
	"diagnosis_id" uuid NOT NULL,
	"cause" text NOT NULL,
	"list_version" text NOT NULL,
	"rule_version" text NOT NULL,
	"place" integer,
	"points" integer NOT NULL,
	"evidence" jsonb NOT NULL,
	"against" jsonb NOT NULL,
	"verdict" text NOT NULL,
	"reason" text,
	"at" timestamp with time zone NOT NULL,
	"by" text NOT NULL,
	"by_name" text NOT NULL,
	CONSTRAINT "suggestion_verdicts_say_why" CHECK (verdict not in ('changed', 'rejected') or reason is not null)
);
--> statement-breakpoint
ALTER TABLE "suggestion_verdicts" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "diagnoses" ADD COLUMN "list_version" text DEFAULT '1' NOT NULL;--> statement-breakpoint
ALTER TABLE "diagnoses" ADD COLUMN "rule_version" text DEFAULT '1' NOT NULL;--> statement-breakpoint
ALTER TABLE "diagnoses" ADD COLUMN "against" jsonb DEFAULT '[]'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "diagnoses" ADD COLUMN "points" integer;--> statement-breakpoint
ALTER TABLE "diagnoses" ADD COLUMN "place" integer;--> statement-breakpoint
ALTER TABLE "case_findings" ADD CONSTRAINT "case_findings_case_id_cases_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."cases"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "case_findings" ADD CONSTRAINT "case_findings_office_id_offices_id_fk" FOREIGN KEY ("office_id") REFERENCES "public"."offices"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "suggestion_verdicts" ADD CONSTRAINT "suggestion_verdicts_office_id_offices_id_fk" FOREIGN KEY ("office_id") REFERENCES "public"."offices"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "suggestion_verdicts" ADD CONSTRAINT "suggestion_verdicts_case_id_cases_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."cases"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "suggestion_verdicts" ADD CONSTRAINT "suggestion_verdicts_diagnosis_id_diagnoses_id_fk" FOREIGN KEY ("diagnosis_id") REFERENCES "public"."diagnoses"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "suggestion_verdicts_office_id_rule_version_cause_index" ON "suggestion_verdicts" USING btree ("office_id","rule_version","cause");--> statement-breakpoint
CREATE INDEX "suggestion_verdicts_diagnosis_id_index" ON "suggestion_verdicts" USING btree ("diagnosis_id");--> statement-breakpoint
CREATE INDEX "cases_open" ON "cases" USING btree ("office_id") WHERE closed_at is null;--> statement-breakpoint
CREATE POLICY "case_findings_office" ON "case_findings" AS PERMISSIVE FOR ALL TO public USING (office_id = (select nullif(current_setting('app.office_id', true), '')::uuid)) WITH CHECK (office_id = (select nullif(current_setting('app.office_id', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "suggestion_verdicts_office" ON "suggestion_verdicts" AS PERMISSIVE FOR ALL TO public USING (office_id = (select nullif(current_setting('app.office_id', true), '')::uuid)) WITH CHECK (office_id = (select nullif(current_setting('app.office_id', true), '')::uuid));