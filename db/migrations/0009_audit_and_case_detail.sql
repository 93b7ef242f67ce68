ALTER TABLE "audit_cycles" ADD COLUMN "anchor_day" integer;--> statement-breakpoint
ALTER TABLE "audit_cycles" ADD COLUMN "trigger" text;--> statement-breakpoint
ALTER TABLE "audit_cycles" ADD COLUMN "auditor_firm" text;--> statement-breakpoint
ALTER TABLE "audit_cycles" ADD COLUMN "sample_seed" text;--> statement-breakpoint
ALTER TABLE "audit_cycles" ADD COLUMN "postpone_to" date;--> statement-breakpoint
ALTER TABLE "audit_cycles" ADD COLUMN "postpone_proposed_by" uuid;--> statement-breakpoint
ALTER TABLE "audit_cycles" ADD COLUMN "report_sent_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "audit_cycles" ADD COLUMN "vendor_comment" text;--> statement-breakpoint
ALTER TABLE "audit_cycles" ADD COLUMN "vendor_answered_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "audit_cycles" ADD COLUMN "reviewer_id" uuid;--> statement-breakpoint
ALTER TABLE "audit_results" ADD COLUMN "file_id" uuid;--> statement-breakpoint
ALTER TABLE "audit_results" ADD COLUMN "caused_by_company" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "audit_results" ADD COLUMN "plan" text;--> statement-breakpoint
ALTER TABLE "case_steps" ADD COLUMN "waived_by" text;--> statement-breakpoint
ALTER TABLE "cases" ADD COLUMN "aggravated" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "cases" ADD COLUMN "scope" text;--> statement-breakpoint
ALTER TABLE "cases" ADD COLUMN "investigating_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "cases" ADD COLUMN "statement" text;--> statement-breakpoint
ALTER TABLE "cases" ADD COLUMN "vendor_replied_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "cases" ADD COLUMN "dismiss_proposed_by" uuid;--> statement-breakpoint
ALTER TABLE "cases" ADD COLUMN "dismiss_reason" text;--> statement-breakpoint
ALTER TABLE "cases" ADD COLUMN "head_opinion" jsonb;--> statement-breakpoint
ALTER TABLE "cases" ADD COLUMN "legal_opinion" jsonb;--> statement-breakpoint
ALTER TABLE "cases" ADD COLUMN "conditions" text;--> statement-breakpoint
ALTER TABLE "cases" ADD COLUMN "remediation_due_on" date;