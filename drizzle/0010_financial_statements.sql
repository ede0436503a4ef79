CREATE TABLE "account_matches" (
	"office_id" uuid NOT NULL,
	"label" text NOT NULL,
	"account" text,
	"at" timestamp with time zone NOT NULL,
	"by" text NOT NULL,
	CONSTRAINT "account_matches_office_id_label_pk" PRIMARY KEY("office_id","label")
);
--> statement-breakpoint
ALTER TABLE "account_matches" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "financial_statements" (
	"id" uuid PRIMARY KEY NOT NULL,
	"office_id" uuid NOT NULL,
	"cooperative_id" uuid NOT NULL,
	"subject" text DEFAULT 'whole' NOT NULL,
	"book_year" integer NOT NULL,
	"version" integer NOT NULL,
	"amounts" jsonb NOT NULL,
	"source" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"by" text NOT NULL,
	"by_name" text NOT NULL,
	CONSTRAINT "financial_statements_cooperativeId_subject_bookYear_version_unique" UNIQUE("cooperative_id","subject","book_year","version"),
	CONSTRAINT "financial_statements_version" CHECK ("financial_statements"."version" > 0)
);
--> statement-breakpoint
ALTER TABLE "financial_statements" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "statement_uploads" (
	"id" uuid PRIMARY KEY NOT NULL,
	"office_id" uuid NOT NULL,
	"cooperative_id" uuid NOT NULL,
	"subject" text DEFAULT 'whole' NOT NULL,
	"book_year" integer NOT NULL,
	"file_name" text NOT NULL,
	"rows" jsonb NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"by" text NOT NULL,
	"expires_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "statement_uploads" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "account_matches" ADD CONSTRAINT "account_matches_office_id_offices_id_fk" FOREIGN KEY ("office_id") REFERENCES "public"."offices"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "financial_statements" ADD CONSTRAINT "financial_statements_office_id_offices_id_fk" FOREIGN KEY ("office_id") REFERENCES "public"."offices"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "financial_statements" ADD CONSTRAINT "financial_statements_cooperative_id_cooperatives_id_fk" FOREIGN KEY ("cooperative_id") REFERENCES "public"."cooperatives"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "statement_uploads" ADD CONSTRAINT "statement_uploads_office_id_offices_id_fk" FOREIGN KEY ("office_id") REFERENCES "public"."offices"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "statement_uploads" ADD CONSTRAINT "statement_uploads_cooperative_id_cooperatives_id_fk" FOREIGN KEY ("cooperative_id") REFERENCES "public"."cooperatives"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "statement_uploads_by_cooperative_id_index" ON "statement_uploads" USING btree ("by","cooperative_id");--> statement-breakpoint
CREATE POLICY "account_matches_office" ON "account_matches" AS PERMISSIVE FOR ALL TO public USING (office_id = (select nullif(current_setting('app.office_id', true), '')::uuid)) WITH CHECK (office_id = (select nullif(current_setting('app.office_id', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "financial_statements_office" ON "financial_statements" AS PERMISSIVE FOR ALL TO public USING (office_id = (select nullif(current_setting('app.office_id', true), '')::uuid)) WITH CHECK (office_id = (select nullif(current_setting('app.office_id', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "statement_uploads_office" ON "statement_uploads" AS PERMISSIVE FOR ALL TO public USING (office_id = (select nullif(current_setting('app.office_id', true), '')::uuid)) WITH CHECK (office_id = (select nullif(current_setting('app.office_id', true), '')::uuid));