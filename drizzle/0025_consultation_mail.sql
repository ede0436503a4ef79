CREATE TABLE "mailboxes" (
	"office_id" uuid PRIMARY KEY NOT NULL,
	"address" text NOT NULL,
	"host" text NOT NULL,
	"port" integer NOT NULL,
	"is_secure" boolean NOT NULL,
	"user" text NOT NULL,
	"password_sealed" text NOT NULL,
	"receiving_server" text NOT NULL,
	"uid_validity" text,
	"uid" integer DEFAULT 0 NOT NULL,
	"checked_at" timestamp with time zone,
	"fault" text,
	"changed_at" timestamp with time zone NOT NULL,
	"changed_by" text NOT NULL
);
--> statement-breakpoint
ALTER TABLE "mailboxes" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "thread_mails" (
	"office_id" uuid NOT NULL,
	"message_id" text NOT NULL,
	"direction" text NOT NULL,
	"thread_id" uuid,
	"outcome" text,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "thread_mails_office_id_message_id_pk" PRIMARY KEY("office_id","message_id"),
	CONSTRAINT "thread_mails_direction" CHECK (direction in ('in', 'out'))
);
--> statement-breakpoint
ALTER TABLE "thread_mails" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "outbox_messages" ADD COLUMN "mail" jsonb;--> statement-breakpoint
ALTER TABLE "thread_messages" ADD COLUMN "html" text;--> statement-breakpoint
ALTER TABLE "thread_messages" ADD COLUMN "is_forged" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "thread_messages" ADD COLUMN "left_out" text[] DEFAULT '{}' NOT NULL;--> statement-breakpoint
ALTER TABLE "threads" ADD COLUMN "email_hash" text;--> statement-breakpoint
ALTER TABLE "mailboxes" ADD CONSTRAINT "mailboxes_office_id_offices_id_fk" FOREIGN KEY ("office_id") REFERENCES "public"."offices"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "thread_mails" ADD CONSTRAINT "thread_mails_office_id_offices_id_fk" FOREIGN KEY ("office_id") REFERENCES "public"."offices"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "thread_mails" ADD CONSTRAINT "thread_mails_thread_id_threads_id_fk" FOREIGN KEY ("thread_id") REFERENCES "public"."threads"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "thread_mails_thread_id_index" ON "thread_mails" USING btree ("thread_id");--> statement-breakpoint
CREATE INDEX "threads_office_id_email_hash_index" ON "threads" USING btree ("office_id","email_hash");--> statement-breakpoint
CREATE POLICY "mailboxes_office" ON "mailboxes" AS PERMISSIVE FOR ALL TO public USING (office_id = (select nullif(current_setting('app.office_id', true), '')::uuid)) WITH CHECK (office_id = (select nullif(current_setting('app.office_id', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "thread_mails_office" ON "thread_mails" AS PERMISSIVE FOR ALL TO public USING (office_id = (select nullif(current_setting('app.office_id', true), '')::uuid)) WITH CHECK (office_id = (select nullif(current_setting('app.office_id', true), '')::uuid));
