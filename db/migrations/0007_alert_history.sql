ALTER TABLE "alerts" ADD COLUMN "mark" text;--> statement-breakpoint
ALTER TABLE "alerts" ADD COLUMN "reason" text;--> statement-breakpoint
ALTER TABLE "alerts" ADD COLUMN "recipients" jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "alerts" ADD COLUMN "missing" text[] NOT NULL;--> statement-breakpoint
ALTER TABLE "alerts" ADD COLUMN "done" text[] DEFAULT '{}' NOT NULL;--> statement-breakpoint
ALTER TABLE "alerts" ADD COLUMN "words" jsonb NOT NULL;--> statement-breakpoint
CREATE INDEX "alerts_org_id_ack_due_at_index" ON "alerts" USING btree ("org_id","ack_due_at") WHERE acked_at is null and ack_due_at is not null;