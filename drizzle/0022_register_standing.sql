ALTER TABLE "cooperatives" ADD COLUMN "condition" text;--> statement-breakpoint
ALTER TABLE "cooperatives" ADD COLUMN "grade" text;--> statement-breakpoint
CREATE INDEX "board_terms_office_id_index" ON "board_terms" USING btree ("office_id");--> statement-breakpoint
CREATE INDEX "cooperatives_business" ON "cooperatives" USING btree ("office_id","business_number") WHERE business_number is not null;--> statement-breakpoint
CREATE INDEX "cooperatives_tax" ON "cooperatives" USING btree ("office_id","tax_number") WHERE tax_number is not null;--> statement-breakpoint
CREATE INDEX "cooperatives_list_condition" ON "cooperatives" USING btree ("office_id","condition","list_name","id") WHERE merged_into is null;--> statement-breakpoint
CREATE INDEX "cooperatives_list_grade" ON "cooperatives" USING btree ("office_id","grade","list_name","id") WHERE merged_into is null;
