CREATE TABLE "cooperative_merges" (
	"id" uuid PRIMARY KEY NOT NULL,
	"office_id" uuid NOT NULL,
	"winner_id" uuid NOT NULL,
	"loser_id" uuid NOT NULL,
	"before" jsonb NOT NULL,
	"after" jsonb NOT NULL,
	"followers" uuid[] NOT NULL,
	"reason" text,
	"merged_at" timestamp with time zone NOT NULL,
	"merged_by" text NOT NULL,
	"merged_by_name" text NOT NULL,
	"undone_at" timestamp with time zone,
	"undone_by_name" text,
	CONSTRAINT "cooperative_merges_two" CHECK (winner_id <> loser_id)
);
--> statement-breakpoint
ALTER TABLE "cooperative_merges" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "duplicate_dismissals" (
	"office_id" uuid NOT NULL,
	"first_id" uuid NOT NULL,
	"second_id" uuid NOT NULL,
	"reason" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"by" text NOT NULL,
	"by_name" text NOT NULL,
	CONSTRAINT "duplicate_dismissals_first_id_second_id_pk" PRIMARY KEY("first_id","second_id")
);
--> statement-breakpoint
ALTER TABLE "duplicate_dismissals" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "duplicate_pairs" (
	"id" uuid PRIMARY KEY NOT NULL,
	"office_id" uuid NOT NULL,
	"first_id" uuid NOT NULL,
	"second_id" uuid NOT NULL,
	"elsewhere_id" uuid,
	"percent" integer NOT NULL,
	"band" text NOT NULL,
	"reasons" jsonb NOT NULL,
	"found_at" timestamp with time zone NOT NULL,
	CONSTRAINT "duplicate_pairs_two" CHECK (first_id <> second_id)
);
--> statement-breakpoint
ALTER TABLE "duplicate_pairs" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "duplicate_sweeps" (
	"office_id" uuid PRIMARY KEY NOT NULL,
	"swept_at" timestamp with time zone NOT NULL,
	"cooperatives" integer NOT NULL
);
--> statement-breakpoint
ALTER TABLE "duplicate_sweeps" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "cooperative_merges" ADD CONSTRAINT "cooperative_merges_office_id_offices_id_fk" FOREIGN KEY ("office_id") REFERENCES "public"."offices"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "cooperative_merges" ADD CONSTRAINT "cooperative_merges_winner_id_cooperatives_id_fk" FOREIGN KEY ("winner_id") REFERENCES "public"."cooperatives"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "cooperative_merges" ADD CONSTRAINT "cooperative_merges_loser_id_cooperatives_id_fk" FOREIGN KEY ("loser_id") REFERENCES "public"."cooperatives"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "duplicate_dismissals" ADD CONSTRAINT "duplicate_dismissals_office_id_offices_id_fk" FOREIGN KEY ("office_id") REFERENCES "public"."offices"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "duplicate_dismissals" ADD CONSTRAINT "duplicate_dismissals_first_id_cooperatives_id_fk" FOREIGN KEY ("first_id") REFERENCES "public"."cooperatives"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "duplicate_pairs" ADD CONSTRAINT "duplicate_pairs_office_id_offices_id_fk" FOREIGN KEY ("office_id") REFERENCES "public"."offices"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "duplicate_pairs" ADD CONSTRAINT "duplicate_pairs_first_id_cooperatives_id_fk" FOREIGN KEY ("first_id") REFERENCES "public"."cooperatives"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "duplicate_pairs" ADD CONSTRAINT "duplicate_pairs_elsewhere_id_offices_id_fk" FOREIGN KEY ("elsewhere_id") REFERENCES "public"."offices"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "duplicate_sweeps" ADD CONSTRAINT "duplicate_sweeps_office_id_offices_id_fk" FOREIGN KEY ("office_id") REFERENCES "public"."offices"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "cooperative_merges_office_id_merged_at_index" ON "cooperative_merges" USING btree ("office_id","merged_at");--> statement-breakpoint
CREATE INDEX "cooperative_merges_winner_id_index" ON "cooperative_merges" USING btree ("winner_id");--> statement-breakpoint
CREATE UNIQUE INDEX "cooperative_merges_once" ON "cooperative_merges" USING btree ("loser_id") WHERE undone_at is null;--> statement-breakpoint
CREATE UNIQUE INDEX "duplicate_pairs_once" ON "duplicate_pairs" USING btree ("first_id","second_id");--> statement-breakpoint
CREATE INDEX "duplicate_pairs_office_id_percent_index" ON "duplicate_pairs" USING btree ("office_id","percent");--> statement-breakpoint
CREATE INDEX "duplicate_pairs_second_id_index" ON "duplicate_pairs" USING btree ("second_id");--> statement-breakpoint
CREATE INDEX "cooperatives_merged_into_index" ON "cooperatives" USING btree ("merged_into") WHERE merged_into is not null;--> statement-breakpoint
CREATE POLICY "cooperative_merges_office" ON "cooperative_merges" AS PERMISSIVE FOR ALL TO public USING (office_id = (select nullif(current_setting('app.office_id', true), '')::uuid)) WITH CHECK (office_id = (select nullif(current_setting('app.office_id', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "duplicate_dismissals_office" ON "duplicate_dismissals" AS PERMISSIVE FOR ALL TO public USING (office_id = (select nullif(current_setting('app.office_id', true), '')::uuid)) WITH CHECK (office_id = (select nullif(current_setting('app.office_id', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "duplicate_pairs_office" ON "duplicate_pairs" AS PERMISSIVE FOR ALL TO public USING (office_id = (select nullif(current_setting('app.office_id', true), '')::uuid)) WITH CHECK (office_id = (select nullif(current_setting('app.office_id', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "duplicate_sweeps_office" ON "duplicate_sweeps" AS PERMISSIVE FOR ALL TO public USING (office_id = (select nullif(current_setting('app.office_id', true), '')::uuid)) WITH CHECK (office_id = (select nullif(current_setting('app.office_id', true), '')::uuid));