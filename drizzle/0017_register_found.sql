CREATE INDEX "board_terms_office_id_index" ON "board_terms" USING btree ("office_id");--> statement-breakpoint
CREATE INDEX "cooperatives_business" ON "cooperatives" USING btree ("office_id","business_number") WHERE business_number is not null;--> statement-breakpoint
CREATE INDEX "cooperatives_tax" ON "cooperatives" USING btree ("office_id","tax_number") WHERE tax_number is not null;