ALTER TABLE "agreements" ADD COLUMN "deviations" jsonb DEFAULT '[]'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "agreements" ADD COLUMN "frozen_draft" jsonb;