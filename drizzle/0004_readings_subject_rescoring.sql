CREATE TABLE "office_readings" (
	"office_id" uuid NOT NULL,
	"instrument" text NOT NULL,
	"component" text NOT NULL,
	"reading" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"by" text NOT NULL,
	"by_name" text NOT NULL,
	CONSTRAINT "office_readings_office_id_instrument_component_pk" PRIMARY KEY("office_id","instrument","component")
);
--> statement-breakpoint
ALTER TABLE "office_readings" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "rescored_results" (
	"office_id" uuid NOT NULL,
	"rescoring_id" uuid NOT NULL,
	"examination_id" uuid NOT NULL,
	"outcome" text NOT NULL,
	"total" numeric(6, 2),
	"category" text,
	CONSTRAINT "rescored_results_rescoring_id_examination_id_pk" PRIMARY KEY("rescoring_id","examination_id")
);
--> statement-breakpoint
ALTER TABLE "rescored_results" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "rescorings" (
	"id" uuid PRIMARY KEY NOT NULL,
	"office_id" uuid NOT NULL,
	"instrument" text NOT NULL,
	"version" text NOT NULL,
	"readings" jsonb NOT NULL,
	"book_year" integer,
	"total" integer NOT NULL,
	"done" integer DEFAULT 0 NOT NULL,
	"cursor" uuid,
	"until" uuid,
	"at" timestamp with time zone NOT NULL,
	"by" text NOT NULL,
	"by_name" text NOT NULL,
	"finished_at" timestamp with time zone
);
--> statement-breakpoint
ALTER TABLE "rescorings" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "examinations" ADD COLUMN "subject" text DEFAULT 'whole' NOT NULL;--> statement-breakpoint
ALTER TABLE "office_readings" ADD CONSTRAINT "office_readings_office_id_offices_id_fk" FOREIGN KEY ("office_id") REFERENCES "public"."offices"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "rescored_results" ADD CONSTRAINT "rescored_results_office_id_offices_id_fk" FOREIGN KEY ("office_id") REFERENCES "public"."offices"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "rescored_results" ADD CONSTRAINT "rescored_results_rescoring_id_rescorings_id_fk" FOREIGN KEY ("rescoring_id") REFERENCES "public"."rescorings"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "rescored_results" ADD CONSTRAINT "rescored_results_examination_id_examinations_id_fk" FOREIGN KEY ("examination_id") REFERENCES "public"."examinations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "rescorings" ADD CONSTRAINT "rescorings_office_id_offices_id_fk" FOREIGN KEY ("office_id") REFERENCES "public"."offices"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "rescorings_office_id_at_index" ON "rescorings" USING btree ("office_id","at");--> statement-breakpoint
CREATE INDEX "examinations_office_id_instrument_id_index" ON "examinations" USING btree ("office_id","instrument","id");--> statement-breakpoint
CREATE POLICY "office_readings_office" ON "office_readings" AS PERMISSIVE FOR ALL TO public USING (office_id = (select nullif(current_setting('app.office_id', true), '')::uuid)) WITH CHECK (office_id = (select nullif(current_setting('app.office_id', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "rescored_results_office" ON "rescored_results" AS PERMISSIVE FOR ALL TO public USING (office_id = (select nullif(current_setting('app.office_id', true), '')::uuid)) WITH CHECK (office_id = (select nullif(current_setting('app.office_id', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "rescorings_office" ON "rescorings" AS PERMISSIVE FOR ALL TO public USING (office_id = (select nullif(current_setting('app.office_id', true), '')::uuid)) WITH CHECK (office_id = (select nullif(current_setting('app.office_id', true), '')::uuid));