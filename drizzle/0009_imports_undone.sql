CREATE TABLE "import_headings" (
	"office_id" uuid NOT NULL,
	"heading" text NOT NULL,
	"field" text,
	"at" timestamp with time zone NOT NULL,
	"by_name" text NOT NULL,
	CONSTRAINT "import_headings_office_id_heading_pk" PRIMARY KEY("office_id","heading")
);
--> statement-breakpoint
ALTER TABLE "import_headings" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "import_uploads" ADD COLUMN "file_sealed" text;--> statement-breakpoint
ALTER TABLE "imports" ADD COLUMN "undone_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "imports" ADD COLUMN "undone_by_name" text;--> statement-breakpoint
ALTER TABLE "import_headings" ADD CONSTRAINT "import_headings_office_id_offices_id_fk" FOREIGN KEY ("office_id") REFERENCES "public"."offices"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE POLICY "import_headings_office" ON "import_headings" AS PERMISSIVE FOR ALL TO public USING (office_id = (select nullif(current_setting('app.office_id', true), '')::uuid)) WITH CHECK (office_id = (select nullif(current_setting('app.office_id', true), '')::uuid));