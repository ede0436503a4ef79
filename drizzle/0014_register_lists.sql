CREATE TABLE "saved_views" (
	"id" uuid PRIMARY KEY NOT NULL,
	"office_id" uuid NOT NULL,
	"staff_id" uuid NOT NULL,
	"name" text NOT NULL,
	"query" text NOT NULL,
	"is_shared" boolean DEFAULT false NOT NULL,
	"created_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "saved_views" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
DROP INDEX "cooperatives_office_id_name_id_index";--> statement-breakpoint
ALTER TABLE "cooperatives" ADD COLUMN "list_name" text collate "C" GENERATED ALWAYS AS (lower(name)) STORED;--> statement-breakpoint
ALTER TABLE "saved_views" ADD CONSTRAINT "saved_views_office_id_offices_id_fk" FOREIGN KEY ("office_id") REFERENCES "public"."offices"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "saved_views" ADD CONSTRAINT "saved_views_staff_id_staff_id_fk" FOREIGN KEY ("staff_id") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "saved_views_name" ON "saved_views" USING btree ("staff_id",lower(name));--> statement-breakpoint
CREATE INDEX "saved_views_office_id_is_shared_index" ON "saved_views" USING btree ("office_id","is_shared");--> statement-breakpoint
CREATE INDEX "cooperatives_list" ON "cooperatives" USING btree ("office_id","list_name","id") WHERE merged_into is null;--> statement-breakpoint
CREATE INDEX "cooperatives_list_kind" ON "cooperatives" USING btree ("office_id","kind","list_name","id") WHERE merged_into is null;--> statement-breakpoint
CREATE INDEX "cooperatives_list_status" ON "cooperatives" USING btree ("office_id","registry_status","list_name","id") WHERE merged_into is null;--> statement-breakpoint
CREATE INDEX "cooperatives_list_district" ON "cooperatives" USING btree ("office_id","district_code","list_name","id") WHERE merged_into is null;--> statement-breakpoint
CREATE INDEX "cooperatives_list_health" ON "cooperatives" USING btree ("office_id","health_category","list_name","id") WHERE merged_into is null and health_category is not null;--> statement-breakpoint
CREATE INDEX "cooperatives_list_class" ON "cooperatives" USING btree ("office_id","business_class","list_name","id") WHERE merged_into is null and business_class is not null;--> statement-breakpoint
CREATE INDEX "cooperatives_list_no_place" ON "cooperatives" USING btree ("office_id","list_name","id") WHERE merged_into is null and latitude is null;--> statement-breakpoint
CREATE POLICY "saved_views_office" ON "saved_views" AS PERMISSIVE FOR ALL TO public USING (office_id = (select nullif(current_setting('app.office_id', true), '')::uuid)) WITH CHECK (office_id = (select nullif(current_setting('app.office_id', true), '')::uuid));