DROP INDEX "vendors_org_id_name_id_index";--> statement-breakpoint
DROP INDEX "vendors_org_id_residual_live_h_id_index";--> statement-breakpoint
ALTER TABLE "engagements" ADD COLUMN "intake_notes" jsonb DEFAULT '{}'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "vendors" ADD COLUMN "suspended_by" uuid;--> statement-breakpoint
ALTER TABLE "vendors" ADD COLUMN "suspension_severity" text;--> statement-breakpoint
ALTER TABLE "vendors" ADD COLUMN "resume_proposed_by" uuid;--> statement-breakpoint
CREATE INDEX "vendors_by_name_zh" ON "vendors" USING btree ("org_id",name collate "zh-x-icu","id");--> statement-breakpoint
CREATE INDEX "vendors_by_name_en" ON "vendors" USING btree ("org_id",name collate "en-x-icu","id");--> statement-breakpoint
CREATE INDEX "vendors_by_residual" ON "vendors" USING btree ("org_id",coalesce(residual_live_h, -1),"id");--> statement-breakpoint
CREATE INDEX "vendors_org_id_owner_id_id_index" ON "vendors" USING btree ("org_id","owner_id","id");