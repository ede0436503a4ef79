ALTER TABLE "cooperatives" ADD COLUMN "health_category" text;--> statement-breakpoint
ALTER TABLE "cooperatives" ADD COLUMN "health_on" date;--> statement-breakpoint
ALTER TABLE "tickets" ADD COLUMN "calls" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "tickets" ADD COLUMN "ended_by" uuid;--> statement-breakpoint
ALTER TABLE "tickets" ADD CONSTRAINT "tickets_ended_by_staff_id_fk" FOREIGN KEY ("ended_by") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;