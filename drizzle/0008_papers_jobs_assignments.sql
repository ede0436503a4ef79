CREATE TABLE "job_runs" (
	"id" uuid PRIMARY KEY NOT NULL,
	"office_id" uuid,
	"name" text NOT NULL,
	"subject_id" uuid,
	"state" text NOT NULL,
	"attempts" integer DEFAULT 0 NOT NULL,
	"done" integer DEFAULT 0 NOT NULL,
	"total" integer,
	"checkpoint" jsonb,
	"failure" text,
	"created_at" timestamp with time zone NOT NULL,
	"finished_at" timestamp with time zone,
	CONSTRAINT "job_runs_state" CHECK (state in ('waiting', 'running', 'done', 'failed'))
);
--> statement-breakpoint
ALTER TABLE "job_runs" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "assigned_cooperatives" (
	"office_id" uuid NOT NULL,
	"assignment_id" uuid NOT NULL,
	"cooperative_id" uuid NOT NULL,
	CONSTRAINT "assigned_cooperatives_assignment_id_cooperative_id_pk" PRIMARY KEY("assignment_id","cooperative_id")
);
--> statement-breakpoint
ALTER TABLE "assigned_cooperatives" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "assigned_staff" (
	"office_id" uuid NOT NULL,
	"assignment_id" uuid NOT NULL,
	"staff_id" uuid NOT NULL,
	CONSTRAINT "assigned_staff_assignment_id_staff_id_pk" PRIMARY KEY("assignment_id","staff_id")
);
--> statement-breakpoint
ALTER TABLE "assigned_staff" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "assignments" (
	"id" uuid PRIMARY KEY NOT NULL,
	"office_id" uuid NOT NULL,
	"from_on" date NOT NULL,
	"until_on" date NOT NULL,
	"purpose" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"by" text NOT NULL,
	"by_name" text NOT NULL,
	CONSTRAINT "assignments_dates" CHECK (until_on >= from_on)
);
--> statement-breakpoint
ALTER TABLE "assignments" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "papers" (
	"id" uuid PRIMARY KEY NOT NULL,
	"office_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"subject_id" uuid NOT NULL,
	"title" text NOT NULL,
	"letterhead" jsonb NOT NULL,
	"content" jsonb NOT NULL,
	"state" text NOT NULL,
	"number" text,
	"dated_on" date,
	"year" integer,
	"void_reason" text,
	"file_id" uuid,
	"pages" integer,
	"created_at" timestamp with time zone NOT NULL,
	"created_by" text NOT NULL,
	"created_by_name" text NOT NULL,
	"numbered_at" timestamp with time zone,
	"numbered_by" text,
	"numbered_by_name" text,
	CONSTRAINT "papers_numbered" CHECK ((number is null) = (dated_on is null) and (number is null) = (year is null)),
	CONSTRAINT "papers_state" CHECK (state = 'void' or (state = 'numbered') = (number is not null)),
	CONSTRAINT "papers_void_reason" CHECK ((state = 'void') = (void_reason is not null))
);
--> statement-breakpoint
ALTER TABLE "papers" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "assigned_cooperatives" ADD CONSTRAINT "assigned_cooperatives_office_id_offices_id_fk" FOREIGN KEY ("office_id") REFERENCES "public"."offices"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "assigned_cooperatives" ADD CONSTRAINT "assigned_cooperatives_assignment_id_assignments_id_fk" FOREIGN KEY ("assignment_id") REFERENCES "public"."assignments"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "assigned_cooperatives" ADD CONSTRAINT "assigned_cooperatives_cooperative_id_cooperatives_id_fk" FOREIGN KEY ("cooperative_id") REFERENCES "public"."cooperatives"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "assigned_staff" ADD CONSTRAINT "assigned_staff_office_id_offices_id_fk" FOREIGN KEY ("office_id") REFERENCES "public"."offices"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "assigned_staff" ADD CONSTRAINT "assigned_staff_assignment_id_assignments_id_fk" FOREIGN KEY ("assignment_id") REFERENCES "public"."assignments"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "assigned_staff" ADD CONSTRAINT "assigned_staff_staff_id_staff_id_fk" FOREIGN KEY ("staff_id") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "assignments" ADD CONSTRAINT "assignments_office_id_offices_id_fk" FOREIGN KEY ("office_id") REFERENCES "public"."offices"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "papers" ADD CONSTRAINT "papers_office_id_offices_id_fk" FOREIGN KEY ("office_id") REFERENCES "public"."offices"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "papers" ADD CONSTRAINT "papers_file_id_files_id_fk" FOREIGN KEY ("file_id") REFERENCES "public"."files"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "job_runs_office_id_subject_id_created_at_index" ON "job_runs" USING btree ("office_id","subject_id","created_at");--> statement-breakpoint
CREATE INDEX "assigned_cooperatives_cooperative_id_index" ON "assigned_cooperatives" USING btree ("cooperative_id");--> statement-breakpoint
CREATE INDEX "assigned_staff_staff_id_index" ON "assigned_staff" USING btree ("staff_id");--> statement-breakpoint
CREATE INDEX "assignments_office_id_at_index" ON "assignments" USING btree ("office_id","at");--> statement-breakpoint
CREATE INDEX "papers_office_id_subject_id_created_at_index" ON "papers" USING btree ("office_id","subject_id","created_at");--> statement-breakpoint
CREATE UNIQUE INDEX "papers_number_once" ON "papers" USING btree ("office_id","kind","year","number");--> statement-breakpoint
CREATE POLICY "job_runs_office" ON "job_runs" AS PERMISSIVE FOR ALL TO public USING (office_id is not distinct from (select nullif(current_setting('app.office_id', true), '')::uuid)) WITH CHECK (office_id is not distinct from (select nullif(current_setting('app.office_id', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "assigned_cooperatives_office" ON "assigned_cooperatives" AS PERMISSIVE FOR ALL TO public USING (office_id = (select nullif(current_setting('app.office_id', true), '')::uuid)) WITH CHECK (office_id = (select nullif(current_setting('app.office_id', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "assigned_staff_office" ON "assigned_staff" AS PERMISSIVE FOR ALL TO public USING (office_id = (select nullif(current_setting('app.office_id', true), '')::uuid)) WITH CHECK (office_id = (select nullif(current_setting('app.office_id', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "assignments_office" ON "assignments" AS PERMISSIVE FOR ALL TO public USING (office_id = (select nullif(current_setting('app.office_id', true), '')::uuid)) WITH CHECK (office_id = (select nullif(current_setting('app.office_id', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "papers_office" ON "papers" AS PERMISSIVE FOR ALL TO public USING (office_id = (select nullif(current_setting('app.office_id', true), '')::uuid)) WITH CHECK (office_id = (select nullif(current_setting('app.office_id', true), '')::uuid));