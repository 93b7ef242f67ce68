ALTER TABLE "organisations" ADD COLUMN "daily_run_on" date;--> statement-breakpoint
ALTER TABLE "organisations" ADD COLUMN "clock_due_at" timestamp with time zone;