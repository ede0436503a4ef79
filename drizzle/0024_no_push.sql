DROP POLICY "push_subscriptions_office" ON "push_subscriptions" CASCADE;--> statement-breakpoint
DROP TABLE "push_subscriptions" CASCADE;