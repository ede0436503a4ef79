CREATE TABLE "outbox_messages" (
	"id" uuid PRIMARY KEY NOT NULL,
	"office_id" uuid NOT NULL,
	"channel" text NOT NULL,
	"kind" text NOT NULL,
	"subject_id" uuid,
	"key_id" uuid NOT NULL,
	"to_name" text NOT NULL,
	"from_name" text NOT NULL,
	"address_sealed" text,
	"title_sealed" text NOT NULL,
	"body_sealed" text NOT NULL,
	"state" text NOT NULL,
	"due_at" timestamp with time zone NOT NULL,
	"late_at" timestamp with time zone NOT NULL,
	"useless_at" timestamp with time zone,
	"turn" integer DEFAULT 1 NOT NULL,
	"tries" integer DEFAULT 0 NOT NULL,
	"tried_at" timestamp with time zone,
	"failure" text,
	"provider_id" text,
	"left_at" timestamp with time zone,
	"delivered_at" timestamp with time zone,
	"read_at" timestamp with time zone,
	"settled_by_name" text,
	"settled_at" timestamp with time zone,
	"reason" text,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "outbox_messages_state" CHECK (state in ('queued', 'sent', 'delivered', 'read', 'failed', 'byHand', 'uncertain'))
);
--> statement-breakpoint
ALTER TABLE "outbox_messages" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "absences" (
	"id" uuid PRIMARY KEY NOT NULL,
	"office_id" uuid NOT NULL,
	"staff_id" uuid NOT NULL,
	"from_at" timestamp with time zone NOT NULL,
	"until_at" timestamp with time zone NOT NULL,
	"reason" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"created_by_name" text NOT NULL,
	CONSTRAINT "absences_span" CHECK (until_at > from_at)
);
--> statement-breakpoint
ALTER TABLE "absences" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "appointment_claims" (
	"id" uuid PRIMARY KEY NOT NULL,
	"office_id" uuid NOT NULL,
	"appointment_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"resource_id" uuid NOT NULL,
	"starts_at" timestamp with time zone NOT NULL,
	"ends_at" timestamp with time zone NOT NULL,
	CONSTRAINT "appointment_claims_kind" CHECK (kind in ('officer', 'room'))
);
--> statement-breakpoint
ALTER TABLE "appointment_claims" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "appointment_officers" (
	"staff_id" uuid PRIMARY KEY NOT NULL,
	"office_id" uuid NOT NULL,
	"hours" jsonb,
	"created_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "appointment_officers" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "appointment_services" (
	"id" uuid PRIMARY KEY NOT NULL,
	"office_id" uuid NOT NULL,
	"clinic_id" uuid,
	"name" text NOT NULL,
	"service" text NOT NULL,
	"minutes" integer NOT NULL,
	"officers" integer NOT NULL,
	"ways" jsonb NOT NULL,
	"is_open" boolean DEFAULT true NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "appointment_services_pair" CHECK (officers in (1, 2)),
	CONSTRAINT "appointment_services_minutes" CHECK (minutes between 10 and 240)
);
--> statement-breakpoint
ALTER TABLE "appointment_services" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "appointments" (
	"id" uuid PRIMARY KEY NOT NULL,
	"office_id" uuid NOT NULL,
	"code" text NOT NULL,
	"service_id" uuid NOT NULL,
	"way" text NOT NULL,
	"starts_at" timestamp with time zone NOT NULL,
	"ends_at" timestamp with time zone NOT NULL,
	"state" text NOT NULL,
	"held_until" timestamp with time zone,
	"link_id" uuid NOT NULL,
	"person_id" uuid,
	"capacity" text,
	"email_sealed" text,
	"cooperative_id" uuid,
	"cooperative_name" text,
	"reason" text,
	"visit_id" uuid,
	"booked_at" timestamp with time zone,
	"booked_by_name" text,
	"ended_at" timestamp with time zone,
	"ended_by_name" text,
	"end_reason" text,
	"moves" integer DEFAULT 0 NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "appointments_span" CHECK (ends_at > starts_at),
	CONSTRAINT "appointments_state" CHECK (state in ('held', 'lapsed', 'booked', 'arrived', 'noShow', 'cancelled'))
);
--> statement-breakpoint
ALTER TABLE "appointments" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "duty_reminders" ADD COLUMN "message_id" uuid;--> statement-breakpoint
ALTER TABLE "absences" ADD CONSTRAINT "absences_office_id_offices_id_fk" FOREIGN KEY ("office_id") REFERENCES "public"."offices"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "absences" ADD CONSTRAINT "absences_staff_id_staff_id_fk" FOREIGN KEY ("staff_id") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "appointment_claims" ADD CONSTRAINT "appointment_claims_office_id_offices_id_fk" FOREIGN KEY ("office_id") REFERENCES "public"."offices"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "appointment_claims" ADD CONSTRAINT "appointment_claims_appointment_id_appointments_id_fk" FOREIGN KEY ("appointment_id") REFERENCES "public"."appointments"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "appointment_officers" ADD CONSTRAINT "appointment_officers_staff_id_staff_id_fk" FOREIGN KEY ("staff_id") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "appointment_officers" ADD CONSTRAINT "appointment_officers_office_id_offices_id_fk" FOREIGN KEY ("office_id") REFERENCES "public"."offices"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "appointment_services" ADD CONSTRAINT "appointment_services_office_id_offices_id_fk" FOREIGN KEY ("office_id") REFERENCES "public"."offices"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "appointment_services" ADD CONSTRAINT "appointment_services_clinic_id_clinics_id_fk" FOREIGN KEY ("clinic_id") REFERENCES "public"."clinics"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "appointments" ADD CONSTRAINT "appointments_office_id_offices_id_fk" FOREIGN KEY ("office_id") REFERENCES "public"."offices"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "appointments" ADD CONSTRAINT "appointments_service_id_appointment_services_id_fk" FOREIGN KEY ("service_id") REFERENCES "public"."appointment_services"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "appointments" ADD CONSTRAINT "appointments_link_id_links_id_fk" FOREIGN KEY ("link_id") REFERENCES "public"."links"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "appointments" ADD CONSTRAINT "appointments_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "appointments" ADD CONSTRAINT "appointments_cooperative_id_cooperatives_id_fk" FOREIGN KEY ("cooperative_id") REFERENCES "public"."cooperatives"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "appointments" ADD CONSTRAINT "appointments_visit_id_visits_id_fk" FOREIGN KEY ("visit_id") REFERENCES "public"."visits"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "outbox_messages_open" ON "outbox_messages" USING btree ("office_id","due_at") WHERE state in ('queued', 'failed', 'uncertain') and settled_at is null;--> statement-breakpoint
CREATE INDEX "outbox_messages_office_id_created_at_index" ON "outbox_messages" USING btree ("office_id","created_at");--> statement-breakpoint
CREATE INDEX "outbox_messages_subject_id_index" ON "outbox_messages" USING btree ("subject_id");--> statement-breakpoint
CREATE INDEX "outbox_messages_provider_id_index" ON "outbox_messages" USING btree ("provider_id") WHERE provider_id is not null;--> statement-breakpoint
CREATE INDEX "absences_office_id_until_at_index" ON "absences" USING btree ("office_id","until_at");--> statement-breakpoint
CREATE INDEX "appointment_claims_office_id_starts_at_index" ON "appointment_claims" USING btree ("office_id","starts_at");--> statement-breakpoint
CREATE INDEX "appointment_claims_appointment_id_index" ON "appointment_claims" USING btree ("appointment_id");--> statement-breakpoint
CREATE INDEX "appointment_officers_office_id_index" ON "appointment_officers" USING btree ("office_id");--> statement-breakpoint
CREATE UNIQUE INDEX "appointment_services_office_id_name_index" ON "appointment_services" USING btree ("office_id","name");--> statement-breakpoint
CREATE UNIQUE INDEX "appointments_office_id_code_index" ON "appointments" USING btree ("office_id","code");--> statement-breakpoint
CREATE INDEX "appointments_office_id_starts_at_index" ON "appointments" USING btree ("office_id","starts_at");--> statement-breakpoint
CREATE INDEX "appointments_held" ON "appointments" USING btree ("office_id","held_until") WHERE state = 'held';--> statement-breakpoint
CREATE INDEX "appointments_cooperative_id_index" ON "appointments" USING btree ("cooperative_id");--> statement-breakpoint
CREATE INDEX "appointments_person_id_index" ON "appointments" USING btree ("person_id");--> statement-breakpoint
CREATE POLICY "outbox_messages_office" ON "outbox_messages" AS PERMISSIVE FOR ALL TO public USING (office_id = (select nullif(current_setting('app.office_id', true), '')::uuid)) WITH CHECK (office_id = (select nullif(current_setting('app.office_id', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "absences_office" ON "absences" AS PERMISSIVE FOR ALL TO public USING (office_id = (select nullif(current_setting('app.office_id', true), '')::uuid)) WITH CHECK (office_id = (select nullif(current_setting('app.office_id', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "appointment_claims_office" ON "appointment_claims" AS PERMISSIVE FOR ALL TO public USING (office_id = (select nullif(current_setting('app.office_id', true), '')::uuid)) WITH CHECK (office_id = (select nullif(current_setting('app.office_id', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "appointment_officers_office" ON "appointment_officers" AS PERMISSIVE FOR ALL TO public USING (office_id = (select nullif(current_setting('app.office_id', true), '')::uuid)) WITH CHECK (office_id = (select nullif(current_setting('app.office_id', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "appointment_services_office" ON "appointment_services" AS PERMISSIVE FOR ALL TO public USING (office_id = (select nullif(current_setting('app.office_id', true), '')::uuid)) WITH CHECK (office_id = (select nullif(current_setting('app.office_id', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "appointments_office" ON "appointments" AS PERMISSIVE FOR ALL TO public USING (office_id = (select nullif(current_setting('app.office_id', true), '')::uuid)) WITH CHECK (office_id = (select nullif(current_setting('app.office_id', true), '')::uuid));--> statement-breakpoint
-- One officer and one room are in one appointment at a time, whatever the program believes.
ALTER TABLE "appointment_claims" ADD CONSTRAINT "appointment_claims_once" EXCLUDE USING gist ("resource_id" WITH =, tstzrange("starts_at", "ends_at") WITH &&);
