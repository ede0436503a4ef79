CREATE TABLE "import_uploads" (
	"id" uuid PRIMARY KEY NOT NULL,
	"office_id" uuid NOT NULL,
	"file_name" text NOT NULL,
	"file_hash" text NOT NULL,
	"packed" "bytea" NOT NULL,
	"uploaded_by" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"expires_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "import_uploads" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "import_rows" DROP CONSTRAINT "import_rows_import_id_row_number_pk";--> statement-breakpoint
ALTER TABLE "import_rows" ADD COLUMN "position" integer NOT NULL;--> statement-breakpoint
ALTER TABLE "import_rows" ADD COLUMN "sheet" text NOT NULL;--> statement-breakpoint
ALTER TABLE "import_rows" ADD COLUMN "row_hash" text;--> statement-breakpoint
ALTER TABLE "import_rows" ADD COLUMN "weight" text;--> statement-breakpoint
ALTER TABLE "import_rows" ADD CONSTRAINT "import_rows_import_id_position_pk" PRIMARY KEY("import_id","position");--> statement-breakpoint
ALTER TABLE "import_uploads" ADD CONSTRAINT "import_uploads_office_id_offices_id_fk" FOREIGN KEY ("office_id") REFERENCES "public"."offices"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "import_uploads_office_id_expires_at_index" ON "import_uploads" USING btree ("office_id","expires_at");--> statement-breakpoint
CREATE INDEX "import_rows_office_id_row_hash_index" ON "import_rows" USING btree ("office_id","row_hash");--> statement-breakpoint
CREATE POLICY "import_uploads_office" ON "import_uploads" AS PERMISSIVE FOR ALL TO public USING (office_id = (select nullif(current_setting('app.office_id', true), '')::uuid)) WITH CHECK (office_id = (select nullif(current_setting('app.office_id', true), '')::uuid));