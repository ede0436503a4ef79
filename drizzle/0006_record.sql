CREATE TABLE "duty_reminders" (
	"id" uuid PRIMARY KEY NOT NULL,
	"office_id" uuid NOT NULL,
	"cooperative_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"about" text NOT NULL,
	"due_on" date NOT NULL,
	"days_before" integer NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"settled_at" timestamp with time zone,
	"settled_by_name" text,
	"settled_how" text
);
--> statement-breakpoint
ALTER TABLE "duty_reminders" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "licence_requests" (
	"id" uuid PRIMARY KEY NOT NULL,
	"office_id" uuid NOT NULL,
	"cooperative_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"title" text,
	"papers" jsonb NOT NULL,
	"opened_at" timestamp with time zone NOT NULL,
	"opened_by_name" text NOT NULL,
	"end" text,
	"ended_on" date,
	"licence_id" uuid,
	"version" integer DEFAULT 1 NOT NULL
);
--> statement-breakpoint
ALTER TABLE "licence_requests" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "meeting_deadlines" (
	"id" uuid PRIMARY KEY NOT NULL,
	"office_id" uuid NOT NULL,
	"form" text NOT NULL,
	"months" integer NOT NULL,
	"valid_from" date NOT NULL,
	"source" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "meeting_deadlines" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "request_events" (
	"id" uuid PRIMARY KEY NOT NULL,
	"office_id" uuid NOT NULL,
	"request_id" uuid NOT NULL,
	"step" text NOT NULL,
	"happened_on" date NOT NULL,
	"text" text,
	"at" timestamp with time zone NOT NULL,
	"by_name" text NOT NULL
);
--> statement-breakpoint
ALTER TABLE "request_events" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "amendments" (
	"id" uuid PRIMARY KEY NOT NULL,
	"office_id" uuid NOT NULL,
	"cooperative_id" uuid NOT NULL,
	"number" text NOT NULL,
	"amended_on" date,
	"notary" text,
	"approved_by" text,
	"years" integer,
	"reason" text,
	"struck_at" timestamp with time zone,
	"struck_why" text,
	"created_at" timestamp with time zone NOT NULL,
	"created_by_name" text NOT NULL
);
--> statement-breakpoint
ALTER TABLE "amendments" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "bank_accounts" (
	"id" uuid PRIMARY KEY NOT NULL,
	"office_id" uuid NOT NULL,
	"cooperative_id" uuid NOT NULL,
	"bank" text NOT NULL,
	"number_sealed" text NOT NULL,
	"holder_sealed" text,
	"struck_at" timestamp with time zone,
	"struck_why" text,
	"created_at" timestamp with time zone NOT NULL,
	"created_by_name" text NOT NULL
);
--> statement-breakpoint
ALTER TABLE "bank_accounts" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "field_changes" (
	"id" uuid PRIMARY KEY NOT NULL,
	"office_id" uuid NOT NULL,
	"cooperative_id" uuid NOT NULL,
	"field" text NOT NULL,
	"before" jsonb,
	"after" jsonb,
	"is_hidden" boolean DEFAULT false NOT NULL,
	"version" integer NOT NULL,
	"why" text,
	"by" text NOT NULL,
	"by_name" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"command_id" text NOT NULL
);
--> statement-breakpoint
ALTER TABLE "field_changes" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "licences" (
	"id" uuid PRIMARY KEY NOT NULL,
	"office_id" uuid NOT NULL,
	"cooperative_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"title" text,
	"number" text,
	"issued_on" date,
	"issuer" text,
	"valid_until" date,
	"struck_at" timestamp with time zone,
	"struck_why" text,
	"created_at" timestamp with time zone NOT NULL,
	"created_by_name" text NOT NULL,
	CONSTRAINT "licences_dates" CHECK (issued_on is null or valid_until is null or issued_on <= valid_until)
);
--> statement-breakpoint
ALTER TABLE "licences" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "life_decisions" (
	"id" uuid PRIMARY KEY NOT NULL,
	"office_id" uuid NOT NULL,
	"cooperative_id" uuid NOT NULL,
	"before" text,
	"after" text NOT NULL,
	"document_number" text NOT NULL,
	"decided_on" date NOT NULL,
	"reason" text NOT NULL,
	"by" text NOT NULL,
	"by_name" text NOT NULL,
	"at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "life_decisions" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "ratings" (
	"id" uuid PRIMARY KEY NOT NULL,
	"office_id" uuid NOT NULL,
	"cooperative_id" uuid NOT NULL,
	"rating" text NOT NULL,
	"agency" text NOT NULL,
	"rated_on" date NOT NULL,
	"struck_at" timestamp with time zone,
	"struck_why" text,
	"created_at" timestamp with time zone NOT NULL,
	"created_by_name" text NOT NULL
);
--> statement-breakpoint
ALTER TABLE "ratings" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "record_files" (
	"id" uuid PRIMARY KEY NOT NULL,
	"office_id" uuid NOT NULL,
	"cooperative_id" uuid NOT NULL,
	"what" text NOT NULL,
	"about" text,
	"created_at" timestamp with time zone NOT NULL,
	"created_by_name" text NOT NULL,
	"struck_at" timestamp with time zone,
	"struck_why" text
);
--> statement-breakpoint
ALTER TABLE "record_files" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
DROP INDEX "board_terms_cooperative_id_person_id_role_index";--> statement-breakpoint
ALTER TABLE "annual_meetings" ADD COLUMN "way" text;--> statement-breakpoint
ALTER TABLE "annual_meetings" ADD COLUMN "entitled" integer;--> statement-breakpoint
ALTER TABLE "annual_meetings" ADD COLUMN "present" integer;--> statement-breakpoint
ALTER TABLE "annual_meetings" ADD COLUMN "papers" jsonb;--> statement-breakpoint
ALTER TABLE "annual_meetings" ADD COLUMN "version" integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE "board_terms" ADD COLUMN "version" integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE "cooperative_figures" ADD COLUMN "members_male" integer;--> statement-breakpoint
ALTER TABLE "cooperative_figures" ADD COLUMN "members_female" integer;--> statement-breakpoint
ALTER TABLE "cooperative_figures" ADD COLUMN "staff_male" integer;--> statement-breakpoint
ALTER TABLE "cooperative_figures" ADD COLUMN "staff_female" integer;--> statement-breakpoint
ALTER TABLE "cooperative_figures" ADD COLUMN "managers_male" integer;--> statement-breakpoint
ALTER TABLE "cooperative_figures" ADD COLUMN "managers_female" integer;--> statement-breakpoint
ALTER TABLE "cooperative_figures" ADD COLUMN "version" integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE "cooperatives" ADD COLUMN "dissolution" text;--> statement-breakpoint
ALTER TABLE "cooperatives" ADD COLUMN "reach" text;--> statement-breakpoint
ALTER TABLE "cooperatives" ADD COLUMN "guided_by" text;--> statement-breakpoint
ALTER TABLE "cooperatives" ADD COLUMN "group_code" integer;--> statement-breakpoint
ALTER TABLE "cooperatives" ADD COLUMN "sector_code" integer;--> statement-breakpoint
ALTER TABLE "cooperatives" ADD COLUMN "business_class" integer;--> statement-breakpoint
ALTER TABLE "cooperatives" ADD COLUMN "is_large" boolean;--> statement-breakpoint
ALTER TABLE "cooperatives" ADD COLUMN "legal_approved_by" text;--> statement-breakpoint
ALTER TABLE "cooperatives" ADD COLUMN "seat" text;--> statement-breakpoint
ALTER TABLE "cooperatives" ADD COLUMN "notary" text;--> statement-breakpoint
ALTER TABLE "cooperatives" ADD COLUMN "postal_code" text;--> statement-breakpoint
ALTER TABLE "cooperatives" ADD COLUMN "fax" text;--> statement-breakpoint
ALTER TABLE "cooperatives" ADD COLUMN "website" text;--> statement-breakpoint
ALTER TABLE "cooperatives" ADD COLUMN "note" text;--> statement-breakpoint
ALTER TABLE "cooperatives" ADD COLUMN "latitude" double precision;--> statement-breakpoint
ALTER TABLE "cooperatives" ADD COLUMN "longitude" double precision;--> statement-breakpoint
ALTER TABLE "cooperatives" ADD COLUMN "place_accuracy_metres" integer;--> statement-breakpoint
ALTER TABLE "cooperatives" ADD COLUMN "place_confirmed_on" date;--> statement-breakpoint
ALTER TABLE "cooperatives" ADD COLUMN "place_confirmed_by" text;--> statement-breakpoint
ALTER TABLE "cooperatives" ADD COLUMN "version" integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE "people" ADD COLUMN "education" text;--> statement-breakpoint
ALTER TABLE "duty_reminders" ADD CONSTRAINT "duty_reminders_office_id_offices_id_fk" FOREIGN KEY ("office_id") REFERENCES "public"."offices"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "duty_reminders" ADD CONSTRAINT "duty_reminders_cooperative_id_cooperatives_id_fk" FOREIGN KEY ("cooperative_id") REFERENCES "public"."cooperatives"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "licence_requests" ADD CONSTRAINT "licence_requests_office_id_offices_id_fk" FOREIGN KEY ("office_id") REFERENCES "public"."offices"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "licence_requests" ADD CONSTRAINT "licence_requests_cooperative_id_cooperatives_id_fk" FOREIGN KEY ("cooperative_id") REFERENCES "public"."cooperatives"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "licence_requests" ADD CONSTRAINT "licence_requests_licence_id_licences_id_fk" FOREIGN KEY ("licence_id") REFERENCES "public"."licences"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "meeting_deadlines" ADD CONSTRAINT "meeting_deadlines_office_id_offices_id_fk" FOREIGN KEY ("office_id") REFERENCES "public"."offices"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "request_events" ADD CONSTRAINT "request_events_office_id_offices_id_fk" FOREIGN KEY ("office_id") REFERENCES "public"."offices"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "request_events" ADD CONSTRAINT "request_events_request_id_licence_requests_id_fk" FOREIGN KEY ("request_id") REFERENCES "public"."licence_requests"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "amendments" ADD CONSTRAINT "amendments_office_id_offices_id_fk" FOREIGN KEY ("office_id") REFERENCES "public"."offices"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "amendments" ADD CONSTRAINT "amendments_cooperative_id_cooperatives_id_fk" FOREIGN KEY ("cooperative_id") REFERENCES "public"."cooperatives"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "bank_accounts" ADD CONSTRAINT "bank_accounts_office_id_offices_id_fk" FOREIGN KEY ("office_id") REFERENCES "public"."offices"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "bank_accounts" ADD CONSTRAINT "bank_accounts_cooperative_id_cooperatives_id_fk" FOREIGN KEY ("cooperative_id") REFERENCES "public"."cooperatives"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "field_changes" ADD CONSTRAINT "field_changes_office_id_offices_id_fk" FOREIGN KEY ("office_id") REFERENCES "public"."offices"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "field_changes" ADD CONSTRAINT "field_changes_cooperative_id_cooperatives_id_fk" FOREIGN KEY ("cooperative_id") REFERENCES "public"."cooperatives"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "licences" ADD CONSTRAINT "licences_office_id_offices_id_fk" FOREIGN KEY ("office_id") REFERENCES "public"."offices"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "licences" ADD CONSTRAINT "licences_cooperative_id_cooperatives_id_fk" FOREIGN KEY ("cooperative_id") REFERENCES "public"."cooperatives"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "life_decisions" ADD CONSTRAINT "life_decisions_office_id_offices_id_fk" FOREIGN KEY ("office_id") REFERENCES "public"."offices"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "life_decisions" ADD CONSTRAINT "life_decisions_cooperative_id_cooperatives_id_fk" FOREIGN KEY ("cooperative_id") REFERENCES "public"."cooperatives"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ratings" ADD CONSTRAINT "ratings_office_id_offices_id_fk" FOREIGN KEY ("office_id") REFERENCES "public"."offices"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ratings" ADD CONSTRAINT "ratings_cooperative_id_cooperatives_id_fk" FOREIGN KEY ("cooperative_id") REFERENCES "public"."cooperatives"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "record_files" ADD CONSTRAINT "record_files_office_id_offices_id_fk" FOREIGN KEY ("office_id") REFERENCES "public"."offices"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "record_files" ADD CONSTRAINT "record_files_cooperative_id_cooperatives_id_fk" FOREIGN KEY ("cooperative_id") REFERENCES "public"."cooperatives"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "duty_reminders_once" ON "duty_reminders" USING btree ("cooperative_id","kind","about","due_on","days_before");--> statement-breakpoint
CREATE INDEX "duty_reminders_office_id_settled_at_due_on_index" ON "duty_reminders" USING btree ("office_id","settled_at","due_on");--> statement-breakpoint
CREATE INDEX "licence_requests_running" ON "licence_requests" USING btree ("office_id","ended_on","opened_at");--> statement-breakpoint
CREATE INDEX "licence_requests_cooperative_id_index" ON "licence_requests" USING btree ("cooperative_id");--> statement-breakpoint
CREATE UNIQUE INDEX "meeting_deadlines_office_id_form_valid_from_index" ON "meeting_deadlines" USING btree ("office_id","form","valid_from");--> statement-breakpoint
CREATE INDEX "request_events_request_id_at_index" ON "request_events" USING btree ("request_id","at");--> statement-breakpoint
CREATE INDEX "amendments_cooperative_id_index" ON "amendments" USING btree ("cooperative_id");--> statement-breakpoint
CREATE INDEX "bank_accounts_cooperative_id_index" ON "bank_accounts" USING btree ("cooperative_id");--> statement-breakpoint
CREATE INDEX "field_changes_cooperative_id_field_version_index" ON "field_changes" USING btree ("cooperative_id","field","version");--> statement-breakpoint
CREATE INDEX "field_changes_office_id_at_index" ON "field_changes" USING btree ("office_id","at");--> statement-breakpoint
CREATE INDEX "licences_cooperative_id_kind_index" ON "licences" USING btree ("cooperative_id","kind");--> statement-breakpoint
CREATE INDEX "licences_office_id_valid_until_index" ON "licences" USING btree ("office_id","valid_until");--> statement-breakpoint
CREATE INDEX "life_decisions_cooperative_id_at_index" ON "life_decisions" USING btree ("cooperative_id","at");--> statement-breakpoint
CREATE INDEX "ratings_cooperative_id_index" ON "ratings" USING btree ("cooperative_id");--> statement-breakpoint
CREATE INDEX "record_files_cooperative_id_what_index" ON "record_files" USING btree ("cooperative_id","what");--> statement-breakpoint
CREATE UNIQUE INDEX "board_terms_one" ON "board_terms" USING btree ("cooperative_id","person_id","role",coalesce(from_on, '-infinity'::date));--> statement-breakpoint
ALTER TABLE "cooperatives" ADD CONSTRAINT "cooperatives_life" CHECK (dissolution is null or registry_status = 'inactive');--> statement-breakpoint
ALTER TABLE "cooperatives" ADD CONSTRAINT "cooperatives_place" CHECK ((latitude is null) = (longitude is null));--> statement-breakpoint
CREATE POLICY "duty_reminders_office" ON "duty_reminders" AS PERMISSIVE FOR ALL TO public USING (office_id = (select nullif(current_setting('app.office_id', true), '')::uuid)) WITH CHECK (office_id = (select nullif(current_setting('app.office_id', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "licence_requests_office" ON "licence_requests" AS PERMISSIVE FOR ALL TO public USING (office_id = (select nullif(current_setting('app.office_id', true), '')::uuid)) WITH CHECK (office_id = (select nullif(current_setting('app.office_id', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "meeting_deadlines_office" ON "meeting_deadlines" AS PERMISSIVE FOR ALL TO public USING (office_id = (select nullif(current_setting('app.office_id', true), '')::uuid)) WITH CHECK (office_id = (select nullif(current_setting('app.office_id', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "request_events_office" ON "request_events" AS PERMISSIVE FOR ALL TO public USING (office_id = (select nullif(current_setting('app.office_id', true), '')::uuid)) WITH CHECK (office_id = (select nullif(current_setting('app.office_id', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "amendments_office" ON "amendments" AS PERMISSIVE FOR ALL TO public USING (office_id = (select nullif(current_setting('app.office_id', true), '')::uuid)) WITH CHECK (office_id = (select nullif(current_setting('app.office_id', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "bank_accounts_office" ON "bank_accounts" AS PERMISSIVE FOR ALL TO public USING (office_id = (select nullif(current_setting('app.office_id', true), '')::uuid)) WITH CHECK (office_id = (select nullif(current_setting('app.office_id', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "field_changes_office" ON "field_changes" AS PERMISSIVE FOR ALL TO public USING (office_id = (select nullif(current_setting('app.office_id', true), '')::uuid)) WITH CHECK (office_id = (select nullif(current_setting('app.office_id', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "licences_office" ON "licences" AS PERMISSIVE FOR ALL TO public USING (office_id = (select nullif(current_setting('app.office_id', true), '')::uuid)) WITH CHECK (office_id = (select nullif(current_setting('app.office_id', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "life_decisions_office" ON "life_decisions" AS PERMISSIVE FOR ALL TO public USING (office_id = (select nullif(current_setting('app.office_id', true), '')::uuid)) WITH CHECK (office_id = (select nullif(current_setting('app.office_id', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "ratings_office" ON "ratings" AS PERMISSIVE FOR ALL TO public USING (office_id = (select nullif(current_setting('app.office_id', true), '')::uuid)) WITH CHECK (office_id = (select nullif(current_setting('app.office_id', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "record_files_office" ON "record_files" AS PERMISSIVE FOR ALL TO public USING (office_id = (select nullif(current_setting('app.office_id', true), '')::uuid)) WITH CHECK (office_id = (select nullif(current_setting('app.office_id', true), '')::uuid));