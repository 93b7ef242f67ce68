DROP INDEX "alerts_org_id_alert_subject_id_index";--> statement-breakpoint
ALTER TABLE "alerts" ALTER COLUMN "due" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "alerts" ALTER COLUMN "nominal_on" SET NOT NULL;--> statement-breakpoint
CREATE INDEX "alerts_org_id_subject_id_alert_index" ON "alerts" USING btree ("org_id","subject_id","alert");--> statement-breakpoint
ALTER TABLE "alerts" DROP COLUMN "action";--> statement-breakpoint
ALTER TABLE "alerts" DROP COLUMN "data";