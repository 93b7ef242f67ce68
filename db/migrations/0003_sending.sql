ALTER TABLE "assessments" ADD COLUMN "message" text;--> statement-breakpoint
ALTER TABLE "assessments" ADD COLUMN "assignees" jsonb DEFAULT '{}'::jsonb NOT NULL;