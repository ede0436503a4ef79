CREATE TABLE "room_alarms" (
	"id" uuid PRIMARY KEY NOT NULL,
	"office_id" uuid NOT NULL,
	"room_id" uuid NOT NULL,
	"raised_at" timestamp with time zone NOT NULL,
	"raised_by" uuid,
	"answered_at" timestamp with time zone,
	"answered_by" uuid
);
--> statement-breakpoint
ALTER TABLE "room_alarms" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "queue_closed_days" (
	"office_id" uuid NOT NULL,
	"on" date NOT NULL,
	"closed_at" timestamp with time zone NOT NULL,
	"closed_by" text NOT NULL,
	CONSTRAINT "queue_closed_days_office_id_on_pk" PRIMARY KEY("office_id","on")
);
--> statement-breakpoint
ALTER TABLE "queue_closed_days" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "desk_services" (
	"id" uuid PRIMARY KEY NOT NULL,
	"office_id" uuid NOT NULL,
	"clinic_id" uuid,
	"daily_quota" integer,
	"usual_minutes" integer NOT NULL,
	"papers" text,
	"on_kiosk" boolean NOT NULL,
	"changed_at" timestamp with time zone NOT NULL,
	CONSTRAINT "desk_services_officeId_clinicId_unique" UNIQUE NULLS NOT DISTINCT("office_id","clinic_id")
);
--> statement-breakpoint
ALTER TABLE "desk_services" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "devices" (
	"id" uuid PRIMARY KEY NOT NULL,
	"office_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"name" text NOT NULL,
	"series" text,
	"code_hash" text,
	"code_until" timestamp with time zone,
	"token_hash" text,
	"pairing" integer DEFAULT 0 NOT NULL,
	"paired_at" timestamp with time zone,
	"revoked_at" timestamp with time zone,
	"created_at" timestamp with time zone NOT NULL,
	"created_by" text NOT NULL,
	CONSTRAINT "devices_series" CHECK ((kind = 'kiosk') = (series is not null))
);
--> statement-breakpoint
ALTER TABLE "devices" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "push_subscriptions" (
	"ticket_id" uuid PRIMARY KEY NOT NULL,
	"office_id" uuid NOT NULL,
	"sealed" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "push_subscriptions" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "room_duties" (
	"room_id" uuid PRIMARY KEY NOT NULL,
	"office_id" uuid NOT NULL,
	"on" date NOT NULL,
	"state" text NOT NULL,
	"since" timestamp with time zone NOT NULL,
	"until_at" timestamp with time zone,
	"by" uuid
);
--> statement-breakpoint
ALTER TABLE "room_duties" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "ticket_moves" (
	"id" uuid PRIMARY KEY NOT NULL,
	"office_id" uuid NOT NULL,
	"ticket_id" uuid NOT NULL,
	"deed" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"by" text NOT NULL,
	"state" text NOT NULL,
	"clinic_id" uuid,
	"room_id" uuid,
	"before" jsonb,
	"undone_at" timestamp with time zone
);
--> statement-breakpoint
ALTER TABLE "ticket_moves" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
DROP INDEX "tickets_waiting";--> statement-breakpoint
ALTER TABLE "visits" ALTER COLUMN "person_id" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "visits" ALTER COLUMN "capacity" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "visits" ALTER COLUMN "service" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "visits" ALTER COLUMN "reason" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "tickets" ADD COLUMN "person_id" uuid;--> statement-breakpoint
ALTER TABLE "tickets" ADD COLUMN "holder" text;--> statement-breakpoint
ALTER TABLE "tickets" ADD COLUMN "origin" text DEFAULT 'desk' NOT NULL;--> statement-breakpoint
ALTER TABLE "tickets" ADD COLUMN "queued_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "tickets" ADD COLUMN "stands_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "tickets" ADD COLUMN "due_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "tickets" ADD COLUMN "priority" text;--> statement-breakpoint
ALTER TABLE "tickets" ADD COLUMN "clinic_id" uuid;--> statement-breakpoint
ALTER TABLE "tickets" ADD COLUMN "from_clinic_id" uuid;--> statement-breakpoint
ALTER TABLE "tickets" ADD COLUMN "begun_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "tickets" ADD COLUMN "promised_from" integer;--> statement-breakpoint
ALTER TABLE "tickets" ADD COLUMN "promised_to" integer;--> statement-breakpoint
-- Every office's tickets: forced row-level security holds the owner too, so it rests meanwhile. Tickets of before name no
-- person, so that an old day cannot break the new rule.
ALTER TABLE "tickets" NO FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "visits" NO FORCE ROW LEVEL SECURITY;--> statement-breakpoint
UPDATE "tickets" t SET "queued_at" = t."issued_at", "stands_at" = t."issued_at", "clinic_id" = v."clinic_id" FROM "visits" v WHERE v."id" = t."visit_id";--> statement-breakpoint
ALTER TABLE "tickets" FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "visits" FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "tickets" ALTER COLUMN "queued_at" SET NOT NULL;--> statement-breakpoint
ALTER TABLE "tickets" ALTER COLUMN "stands_at" SET NOT NULL;--> statement-breakpoint
ALTER TABLE "room_alarms" ADD CONSTRAINT "room_alarms_office_id_offices_id_fk" FOREIGN KEY ("office_id") REFERENCES "public"."offices"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "room_alarms" ADD CONSTRAINT "room_alarms_room_id_rooms_id_fk" FOREIGN KEY ("room_id") REFERENCES "public"."rooms"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "room_alarms" ADD CONSTRAINT "room_alarms_raised_by_staff_id_fk" FOREIGN KEY ("raised_by") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "room_alarms" ADD CONSTRAINT "room_alarms_answered_by_staff_id_fk" FOREIGN KEY ("answered_by") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "queue_closed_days" ADD CONSTRAINT "queue_closed_days_office_id_offices_id_fk" FOREIGN KEY ("office_id") REFERENCES "public"."offices"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "desk_services" ADD CONSTRAINT "desk_services_office_id_offices_id_fk" FOREIGN KEY ("office_id") REFERENCES "public"."offices"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "desk_services" ADD CONSTRAINT "desk_services_clinic_id_clinics_id_fk" FOREIGN KEY ("clinic_id") REFERENCES "public"."clinics"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "devices" ADD CONSTRAINT "devices_office_id_offices_id_fk" FOREIGN KEY ("office_id") REFERENCES "public"."offices"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "push_subscriptions" ADD CONSTRAINT "push_subscriptions_ticket_id_tickets_id_fk" FOREIGN KEY ("ticket_id") REFERENCES "public"."tickets"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "push_subscriptions" ADD CONSTRAINT "push_subscriptions_office_id_offices_id_fk" FOREIGN KEY ("office_id") REFERENCES "public"."offices"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "room_duties" ADD CONSTRAINT "room_duties_room_id_rooms_id_fk" FOREIGN KEY ("room_id") REFERENCES "public"."rooms"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "room_duties" ADD CONSTRAINT "room_duties_office_id_offices_id_fk" FOREIGN KEY ("office_id") REFERENCES "public"."offices"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "room_duties" ADD CONSTRAINT "room_duties_by_staff_id_fk" FOREIGN KEY ("by") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ticket_moves" ADD CONSTRAINT "ticket_moves_office_id_offices_id_fk" FOREIGN KEY ("office_id") REFERENCES "public"."offices"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ticket_moves" ADD CONSTRAINT "ticket_moves_ticket_id_tickets_id_fk" FOREIGN KEY ("ticket_id") REFERENCES "public"."tickets"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "room_alarms_open" ON "room_alarms" USING btree ("office_id","room_id") WHERE answered_at is null;--> statement-breakpoint
CREATE UNIQUE INDEX "devices_token_hash_index" ON "devices" USING btree ("token_hash");--> statement-breakpoint
CREATE UNIQUE INDEX "devices_code_hash_index" ON "devices" USING btree ("code_hash");--> statement-breakpoint
CREATE UNIQUE INDEX "devices_office_id_series_index" ON "devices" USING btree ("office_id","series");--> statement-breakpoint
CREATE INDEX "ticket_moves_ticket_id_at_index" ON "ticket_moves" USING btree ("ticket_id","at");--> statement-breakpoint
CREATE INDEX "ticket_moves_office_id_at_index" ON "ticket_moves" USING btree ("office_id","at");--> statement-breakpoint
ALTER TABLE "tickets" ADD CONSTRAINT "tickets_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tickets" ADD CONSTRAINT "tickets_clinic_id_clinics_id_fk" FOREIGN KEY ("clinic_id") REFERENCES "public"."clinics"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tickets" ADD CONSTRAINT "tickets_from_clinic_id_clinics_id_fk" FOREIGN KEY ("from_clinic_id") REFERENCES "public"."clinics"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "tickets_person_once" ON "tickets" USING btree ("office_id","on","person_id") WHERE state in ('expected', 'waiting', 'called', 'serving', 'parked');--> statement-breakpoint
CREATE UNIQUE INDEX "tickets_holder_once" ON "tickets" USING btree ("office_id","on","holder") WHERE state in ('expected', 'waiting', 'called', 'serving', 'parked');--> statement-breakpoint
CREATE UNIQUE INDEX "tickets_room_once" ON "tickets" USING btree ("room_id","on") WHERE state in ('called', 'serving');--> statement-breakpoint
CREATE INDEX "tickets_finished" ON "tickets" USING btree ("office_id","ended_at") WHERE state = 'finished';--> statement-breakpoint
CREATE INDEX "tickets_waiting" ON "tickets" USING btree ("office_id","on","stands_at") WHERE state = 'waiting';--> statement-breakpoint
CREATE POLICY "room_alarms_office" ON "room_alarms" AS PERMISSIVE FOR ALL TO public USING (office_id = (select nullif(current_setting('app.office_id', true), '')::uuid)) WITH CHECK (office_id = (select nullif(current_setting('app.office_id', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "queue_closed_days_office" ON "queue_closed_days" AS PERMISSIVE FOR ALL TO public USING (office_id = (select nullif(current_setting('app.office_id', true), '')::uuid)) WITH CHECK (office_id = (select nullif(current_setting('app.office_id', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "desk_services_office" ON "desk_services" AS PERMISSIVE FOR ALL TO public USING (office_id = (select nullif(current_setting('app.office_id', true), '')::uuid)) WITH CHECK (office_id = (select nullif(current_setting('app.office_id', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "devices_office" ON "devices" AS PERMISSIVE FOR ALL TO public USING (office_id = (select nullif(current_setting('app.office_id', true), '')::uuid)) WITH CHECK (office_id = (select nullif(current_setting('app.office_id', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "devices_by_token" ON "devices" AS PERMISSIVE FOR SELECT TO public USING (token_hash = (select nullif(current_setting('app.token_hash', true), ''))
				or code_hash = (select nullif(current_setting('app.token_hash', true), '')));--> statement-breakpoint
CREATE POLICY "push_subscriptions_office" ON "push_subscriptions" AS PERMISSIVE FOR ALL TO public USING (office_id = (select nullif(current_setting('app.office_id', true), '')::uuid)) WITH CHECK (office_id = (select nullif(current_setting('app.office_id', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "room_duties_office" ON "room_duties" AS PERMISSIVE FOR ALL TO public USING (office_id = (select nullif(current_setting('app.office_id', true), '')::uuid)) WITH CHECK (office_id = (select nullif(current_setting('app.office_id', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "ticket_moves_office" ON "ticket_moves" AS PERMISSIVE FOR ALL TO public USING (office_id = (select nullif(current_setting('app.office_id', true), '')::uuid)) WITH CHECK (office_id = (select nullif(current_setting('app.office_id', true), '')::uuid));
