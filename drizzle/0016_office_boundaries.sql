CREATE TABLE "office_boundaries" (
	"office_id" uuid PRIMARY KEY NOT NULL,
	"file_name" text NOT NULL,
	"shapes" jsonb NOT NULL,
	"left_out" integer NOT NULL,
	"positions_read" integer NOT NULL,
	"positions_kept" integer NOT NULL,
	"uploaded_at" timestamp with time zone NOT NULL,
	"uploaded_by_name" text NOT NULL
);
--> statement-breakpoint
ALTER TABLE "office_boundaries" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "office_boundaries" ADD CONSTRAINT "office_boundaries_office_id_offices_id_fk" FOREIGN KEY ("office_id") REFERENCES "public"."offices"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE POLICY "office_boundaries_office" ON "office_boundaries" AS PERMISSIVE FOR ALL TO public USING (office_id = (select nullif(current_setting('app.office_id', true), '')::uuid)) WITH CHECK (office_id = (select nullif(current_setting('app.office_id', true), '')::uuid));