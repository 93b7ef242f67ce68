CREATE TABLE "agreements" (
	"org_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"number" text NOT NULL,
	"vendor_id" uuid NOT NULL,
	"engagement_id" uuid NOT NULL,
	"assessment_id" uuid,
	"predecessor_id" uuid,
	"status" text NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"parameters" jsonb NOT NULL,
	"facts" jsonb NOT NULL,
	"intake" jsonb NOT NULL,
	"added_clauses" text[] DEFAULT '{}' NOT NULL,
	"removed_clauses" text[] DEFAULT '{}' NOT NULL,
	"scope" jsonb NOT NULL,
	"schedules" jsonb NOT NULL,
	"deviations" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"auth_start" date NOT NULL,
	"auth_end" date NOT NULL,
	"effective_on" date,
	"frozen_text" text,
	"frozen_draft" jsonb,
	"digest" text,
	"sent_at" timestamp with time zone,
	"sent_by" uuid,
	"signed_at" timestamp with time zone,
	"ended_at" timestamp with time zone,
	"end_reason" text,
	"signed_file_id" uuid,
	"created_by" uuid NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"updated_at" timestamp with time zone NOT NULL,
	"revision" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "agreements_org_id_id_pk" PRIMARY KEY("org_id","id"),
	CONSTRAINT "agreements_orgId_number_unique" UNIQUE("org_id","number")
);
--> statement-breakpoint
CREATE TABLE "signatures" (
	"org_id" uuid NOT NULL,
	"agreement_id" uuid NOT NULL,
	"version" integer NOT NULL,
	"party" text NOT NULL,
	"signer_kind" text NOT NULL,
	"signer_id" uuid NOT NULL,
	"name" text NOT NULL,
	"role" text NOT NULL,
	"digest" text NOT NULL,
	"consent" text NOT NULL,
	"ip" text,
	"signed_at" timestamp with time zone NOT NULL,
	CONSTRAINT "signatures_org_id_agreement_id_version_party_pk" PRIMARY KEY("org_id","agreement_id","version","party")
);
--> statement-breakpoint
CREATE TABLE "transfers" (
	"org_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"vendor_id" uuid NOT NULL,
	"agreement_id" uuid,
	"info_types" text[] NOT NULL,
	"subject_count" integer NOT NULL,
	"purpose" text NOT NULL,
	"scenario" text NOT NULL,
	"refusal" text,
	"requested_by" uuid NOT NULL,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "transfers_org_id_id_pk" PRIMARY KEY("org_id","id")
);
--> statement-breakpoint
CREATE TABLE "answer_evidence" (
	"org_id" uuid NOT NULL,
	"assessment_id" uuid NOT NULL,
	"question_id" text NOT NULL,
	"evidence_id" uuid NOT NULL,
	"attached_at" timestamp with time zone NOT NULL,
	"verdict" text,
	"verdict_reason" text,
	"verdict_by" uuid,
	"verdict_at" timestamp with time zone,
	"withdrawn_at" timestamp with time zone,
	CONSTRAINT "answer_evidence_org_id_assessment_id_question_id_evidence_id_pk" PRIMARY KEY("org_id","assessment_id","question_id","evidence_id")
);
--> statement-breakpoint
CREATE TABLE "answers" (
	"org_id" uuid NOT NULL,
	"assessment_id" uuid NOT NULL,
	"question_id" text NOT NULL,
	"value" jsonb,
	"is_na" boolean DEFAULT false NOT NULL,
	"na_reason" text,
	"na_status" text,
	"note" text,
	"corrected" jsonb,
	"reviewed_at" timestamp with time zone,
	"reviewed_by" uuid,
	"updated_at" timestamp with time zone NOT NULL,
	"updated_by" text NOT NULL,
	"revision" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "answers_org_id_assessment_id_question_id_pk" PRIMARY KEY("org_id","assessment_id","question_id")
);
--> statement-breakpoint
CREATE TABLE "assessments" (
	"org_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"ref" text NOT NULL,
	"vendor_id" uuid NOT NULL,
	"engagement_id" uuid NOT NULL,
	"questionnaire_version_id" uuid NOT NULL,
	"model_version" text NOT NULL,
	"tier" text NOT NULL,
	"profile" text NOT NULL,
	"kind" text DEFAULT 'initial' NOT NULL,
	"status" text NOT NULL,
	"contact_id" uuid,
	"message" text,
	"assignees" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"due_on" date NOT NULL,
	"invited_by" uuid NOT NULL,
	"invited_at" timestamp with time zone NOT NULL,
	"submitted_at" timestamp with time zone,
	"attestation" jsonb,
	"reviewer_id" uuid,
	"reviewer_statement" text,
	"returned_at" timestamp with time zone,
	"decided_at" timestamp with time zone,
	"withdrawn_at" timestamp with time zone,
	"withdrawal_reason" text,
	"answered_count" integer DEFAULT 0 NOT NULL,
	"required_count" integer DEFAULT 0 NOT NULL,
	"updated_at" timestamp with time zone NOT NULL,
	"revision" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "assessments_org_id_id_pk" PRIMARY KEY("org_id","id"),
	CONSTRAINT "assessments_orgId_ref_unique" UNIQUE("org_id","ref")
);
--> statement-breakpoint
CREATE TABLE "clarifications" (
	"org_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"assessment_id" uuid NOT NULL,
	"question_id" text NOT NULL,
	"question" text NOT NULL,
	"asked_by" uuid NOT NULL,
	"asked_at" timestamp with time zone NOT NULL,
	"sent_at" timestamp with time zone,
	"reply" text,
	"replied_at" timestamp with time zone,
	CONSTRAINT "clarifications_org_id_id_pk" PRIMARY KEY("org_id","id")
);
--> statement-breakpoint
CREATE TABLE "decisions" (
	"org_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"assessment_id" uuid NOT NULL,
	"vendor_id" uuid NOT NULL,
	"score" jsonb NOT NULL,
	"gates" jsonb NOT NULL,
	"residual_h" integer NOT NULL,
	"outcome" text NOT NULL,
	"reason" text,
	"proposed_by" uuid NOT NULL,
	"proposed_at" timestamp with time zone NOT NULL,
	"confirmed_by" uuid,
	"confirmed_at" timestamp with time zone,
	"lapses_on" date,
	"revision" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "decisions_org_id_id_pk" PRIMARY KEY("org_id","id"),
	CONSTRAINT "decisions_orgId_assessmentId_unique" UNIQUE("org_id","assessment_id")
);
--> statement-breakpoint
CREATE TABLE "review_notes" (
	"org_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"assessment_id" uuid NOT NULL,
	"question_id" text,
	"body" text NOT NULL,
	"author_id" uuid NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "review_notes_org_id_id_pk" PRIMARY KEY("org_id","id")
);
--> statement-breakpoint
CREATE TABLE "audit_cycles" (
	"org_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"ref" text NOT NULL,
	"vendor_id" uuid NOT NULL,
	"agreement_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"depth" text NOT NULL,
	"state" text NOT NULL,
	"due_nominal" date NOT NULL,
	"anchor_day" integer,
	"due_effective" date NOT NULL,
	"legal_cap" date NOT NULL,
	"is_missed" boolean DEFAULT false NOT NULL,
	"trigger" text,
	"lead_auditor_id" uuid,
	"auditor_firm" text,
	"start_on" date,
	"notified_at" timestamp with time zone,
	"sample_seed" text,
	"vendor_caused_delay" boolean DEFAULT false NOT NULL,
	"postpone_to" date,
	"postpone_proposed_by" uuid,
	"postponed_at" timestamp with time zone,
	"postpone_reason" text,
	"report_sent_at" timestamp with time zone,
	"vendor_comment" text,
	"vendor_answered_at" timestamp with time zone,
	"reviewer_id" uuid,
	"score" integer,
	"grade" text,
	"summary" text,
	"completed_on" date,
	"created_at" timestamp with time zone NOT NULL,
	"updated_at" timestamp with time zone NOT NULL,
	"revision" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "audit_cycles_org_id_id_pk" PRIMARY KEY("org_id","id"),
	CONSTRAINT "audit_cycles_orgId_ref_unique" UNIQUE("org_id","ref")
);
--> statement-breakpoint
CREATE TABLE "audit_results" (
	"org_id" uuid NOT NULL,
	"audit_id" uuid NOT NULL,
	"check_id" text NOT NULL,
	"outcome" text NOT NULL,
	"note" text,
	"evidence" text,
	"file_id" uuid,
	"caused_by_company" boolean DEFAULT false NOT NULL,
	"plan" text,
	"updated_at" timestamp with time zone NOT NULL,
	"updated_by" uuid NOT NULL,
	CONSTRAINT "audit_results_org_id_audit_id_check_id_pk" PRIMARY KEY("org_id","audit_id","check_id")
);
--> statement-breakpoint
CREATE TABLE "engagements" (
	"org_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"ref" text NOT NULL,
	"vendor_id" uuid NOT NULL,
	"title" text NOT NULL,
	"status" text NOT NULL,
	"requester_id" uuid NOT NULL,
	"business_owner_id" uuid,
	"intake" jsonb NOT NULL,
	"intake_notes" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"pia_file_id" uuid,
	"conflict_statement" text,
	"tier" text,
	"inherent_risk" integer,
	"inherent" jsonb,
	"submitted_at" timestamp with time zone,
	"created_at" timestamp with time zone NOT NULL,
	"updated_at" timestamp with time zone NOT NULL,
	"revision" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "engagements_org_id_id_pk" PRIMARY KEY("org_id","id"),
	CONSTRAINT "engagements_orgId_ref_unique" UNIQUE("org_id","ref")
);
--> statement-breakpoint
CREATE TABLE "evidence" (
	"org_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"vendor_id" uuid NOT NULL,
	"file_id" uuid NOT NULL,
	"type" text NOT NULL,
	"issued_on" date,
	"expires_on" date,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "evidence_org_id_id_pk" PRIMARY KEY("org_id","id"),
	CONSTRAINT "evidence_orgId_vendorId_fileId_unique" UNIQUE("org_id","vendor_id","file_id")
);
--> statement-breakpoint
CREATE TABLE "files" (
	"org_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"name" text NOT NULL,
	"media_type" text NOT NULL,
	"size_bytes" bigint NOT NULL,
	"sha256" text NOT NULL,
	"key" "bytea" NOT NULL,
	"uploaded_by" jsonb NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "files_org_id_id_pk" PRIMARY KEY("org_id","id")
);
--> statement-breakpoint
CREATE TABLE "findings" (
	"org_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"ref" text NOT NULL,
	"vendor_id" uuid NOT NULL,
	"source" text NOT NULL,
	"source_id" uuid NOT NULL,
	"item_id" text NOT NULL,
	"severity" text NOT NULL,
	"text" jsonb NOT NULL,
	"clauses" text[] NOT NULL,
	"is_pre_contract" boolean DEFAULT false NOT NULL,
	"status" text NOT NULL,
	"due_on" date NOT NULL,
	"first_due_on" date NOT NULL,
	"owner_id" uuid,
	"plan" text,
	"proof" text,
	"created_at" timestamp with time zone NOT NULL,
	"fixed_at" timestamp with time zone,
	"verified_at" timestamp with time zone,
	"verified_by" uuid,
	"extended_at" timestamp with time zone,
	"extension_reason" text,
	"updated_at" timestamp with time zone NOT NULL,
	"revision" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "findings_org_id_id_pk" PRIMARY KEY("org_id","id"),
	CONSTRAINT "findings_orgId_ref_unique" UNIQUE("org_id","ref"),
	CONSTRAINT "findings_orgId_source_sourceId_itemId_unique" UNIQUE("org_id","source","source_id","item_id")
);
--> statement-breakpoint
CREATE TABLE "account_tokens" (
	"token_hash" text PRIMARY KEY NOT NULL,
	"user_id" uuid NOT NULL,
	"purpose" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"used_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "invitations" (
	"org_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"email" text NOT NULL,
	"name" text NOT NULL,
	"roles" text[] NOT NULL,
	"language" text NOT NULL,
	"token_hash" text NOT NULL,
	"invited_by" uuid NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"accepted_at" timestamp with time zone,
	"revoked_at" timestamp with time zone,
	CONSTRAINT "invitations_org_id_id_pk" PRIMARY KEY("org_id","id"),
	CONSTRAINT "invitations_orgId_tokenHash_unique" UNIQUE("org_id","token_hash")
);
--> statement-breakpoint
CREATE TABLE "memberships" (
	"org_id" uuid NOT NULL,
	"user_id" uuid NOT NULL,
	"roles" text[] NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"removed_at" timestamp with time zone,
	"revision" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "memberships_org_id_user_id_pk" PRIMARY KEY("org_id","user_id")
);
--> statement-breakpoint
CREATE TABLE "rate_limits" (
	"key" text PRIMARY KEY NOT NULL,
	"points" integer NOT NULL,
	"expires_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "sessions" (
	"id" uuid PRIMARY KEY NOT NULL,
	"token_hash" text NOT NULL,
	"user_id" uuid NOT NULL,
	"active_org_id" uuid,
	"user_agent" text,
	"ip" text,
	"created_at" timestamp with time zone NOT NULL,
	"last_seen_at" timestamp with time zone NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	CONSTRAINT "sessions_tokenHash_unique" UNIQUE("token_hash")
);
--> statement-breakpoint
CREATE TABLE "users" (
	"id" uuid PRIMARY KEY NOT NULL,
	"email" text NOT NULL,
	"name" text NOT NULL,
	"password_hash" text,
	"language" text DEFAULT 'zh-CN' NOT NULL,
	"is_active" boolean DEFAULT true NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "users_email_unique" UNIQUE("email")
);
--> statement-breakpoint
CREATE TABLE "alerts" (
	"org_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"key" text NOT NULL,
	"alert" text NOT NULL,
	"stage" text NOT NULL,
	"mark" text,
	"subject_type" text NOT NULL,
	"subject_id" text NOT NULL,
	"vendor_id" uuid,
	"due" text,
	"status" text NOT NULL,
	"reason" text,
	"severity" text NOT NULL,
	"roles" text[] NOT NULL,
	"recipients" jsonb NOT NULL,
	"missing" text[] NOT NULL,
	"done" text[] DEFAULT '{}' NOT NULL,
	"words" jsonb NOT NULL,
	"nominal_on" date NOT NULL,
	"raised_at" timestamp with time zone NOT NULL,
	"ack_due_at" timestamp with time zone,
	"acked_at" timestamp with time zone,
	"acked_by" uuid,
	"escalated_to" text,
	CONSTRAINT "alerts_org_id_id_pk" PRIMARY KEY("org_id","id"),
	CONSTRAINT "alerts_orgId_key_unique" UNIQUE("org_id","key")
);
--> statement-breakpoint
CREATE TABLE "deliveries" (
	"org_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"key" text NOT NULL,
	"alert_id" uuid,
	"template" text NOT NULL,
	"recipient" text NOT NULL,
	"recipient_kind" text NOT NULL,
	"email" text,
	"name" text,
	"language" text NOT NULL,
	"channel" text NOT NULL,
	"severity" text DEFAULT 'info' NOT NULL,
	"subject" text NOT NULL,
	"text" text NOT NULL,
	"html" text NOT NULL,
	"link" text,
	"status" text NOT NULL,
	"tries" integer DEFAULT 0 NOT NULL,
	"next_try_at" timestamp with time zone NOT NULL,
	"lease_until" timestamp with time zone,
	"message_id" text NOT NULL,
	"error_code" text,
	"created_at" timestamp with time zone NOT NULL,
	"sent_at" timestamp with time zone,
	"read_at" timestamp with time zone,
	CONSTRAINT "deliveries_org_id_id_pk" PRIMARY KEY("org_id","id"),
	CONSTRAINT "deliveries_orgId_key_recipient_channel_unique" UNIQUE("org_id","key","recipient","channel")
);
--> statement-breakpoint
CREATE TABLE "job_runs" (
	"org_id" uuid NOT NULL,
	"job" text NOT NULL,
	"period" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "job_runs_org_id_job_period_pk" PRIMARY KEY("org_id","job","period")
);
--> statement-breakpoint
CREATE TABLE "snoozes" (
	"org_id" uuid NOT NULL,
	"user_id" uuid NOT NULL,
	"alert" text NOT NULL,
	"subject_id" text NOT NULL,
	"until_at" timestamp with time zone NOT NULL,
	CONSTRAINT "snoozes_org_id_user_id_alert_subject_id_pk" PRIMARY KEY("org_id","user_id","alert","subject_id")
);
--> statement-breakpoint
CREATE TABLE "calendar_days" (
	"org_id" uuid NOT NULL,
	"day" date NOT NULL,
	"kind" text NOT NULL,
	CONSTRAINT "calendar_days_org_id_day_pk" PRIMARY KEY("org_id","day")
);
--> statement-breakpoint
CREATE TABLE "organisations" (
	"id" uuid PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"name_alt" text,
	"reg_no" text,
	"address" text,
	"country" text DEFAULT 'CN' NOT NULL,
	"zone" text DEFAULT 'Asia/Shanghai' NOT NULL,
	"language" text DEFAULT 'zh-CN' NOT NULL,
	"unit" jsonb,
	"is_demo" boolean DEFAULT false NOT NULL,
	"daily_run_on" date,
	"clock_due_at" timestamp with time zone,
	"created_at" timestamp with time zone NOT NULL,
	"revision" integer DEFAULT 1 NOT NULL
);
--> statement-breakpoint
CREATE TABLE "access_codes" (
	"org_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"link_id" uuid NOT NULL,
	"contact_id" uuid NOT NULL,
	"code_hash" text NOT NULL,
	"tries" integer DEFAULT 0 NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"used_at" timestamp with time zone,
	CONSTRAINT "access_codes_org_id_id_pk" PRIMARY KEY("org_id","id")
);
--> statement-breakpoint
CREATE TABLE "form_tokens" (
	"org_id" uuid NOT NULL,
	"token" uuid NOT NULL,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "form_tokens_org_id_token_pk" PRIMARY KEY("org_id","token")
);
--> statement-breakpoint
CREATE TABLE "links" (
	"org_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"contact_id" uuid NOT NULL,
	"vendor_id" uuid NOT NULL,
	"subject_type" text NOT NULL,
	"subject_id" uuid,
	"token_hash" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"used_at" timestamp with time zone,
	"revoked_at" timestamp with time zone,
	CONSTRAINT "links_org_id_id_pk" PRIMARY KEY("org_id","id"),
	CONSTRAINT "links_orgId_tokenHash_unique" UNIQUE("org_id","token_hash")
);
--> statement-breakpoint
CREATE TABLE "portal_sessions" (
	"org_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"contact_id" uuid NOT NULL,
	"vendor_id" uuid NOT NULL,
	"token_hash" text NOT NULL,
	"is_preview" boolean DEFAULT false NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"last_seen_at" timestamp with time zone NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"user_agent" text,
	"ip" text,
	CONSTRAINT "portal_sessions_org_id_id_pk" PRIMARY KEY("org_id","id"),
	CONSTRAINT "portal_sessions_orgId_tokenHash_unique" UNIQUE("org_id","token_hash")
);
--> statement-breakpoint
CREATE TABLE "questionnaire_versions" (
	"org_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"template_id" text NOT NULL,
	"version" text NOT NULL,
	"digest" text NOT NULL,
	"body" jsonb NOT NULL,
	"published_at" timestamp with time zone NOT NULL,
	CONSTRAINT "questionnaire_versions_org_id_id_pk" PRIMARY KEY("org_id","id"),
	CONSTRAINT "questionnaire_versions_orgId_templateId_digest_unique" UNIQUE("org_id","template_id","digest")
);
--> statement-breakpoint
CREATE TABLE "trail" (
	"org_id" uuid NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"seq" bigint NOT NULL,
	"action" text NOT NULL,
	"subject_type" text NOT NULL,
	"subject_id" text NOT NULL,
	"vendor_id" uuid,
	"actor_kind" text NOT NULL,
	"actor_id" text,
	"actor_name" text,
	"body" text NOT NULL,
	"hash" "bytea" NOT NULL,
	CONSTRAINT "trail_org_id_at_seq_pk" PRIMARY KEY("org_id","at","seq")
) PARTITION BY RANGE ("at"); -- by hand: drizzle knows no partitions
--> statement-breakpoint
CREATE TABLE "trail_checkpoints" (
	"org_id" uuid NOT NULL,
	"seq" bigint NOT NULL,
	"hash" "bytea" NOT NULL,
	"signature" "bytea" NOT NULL,
	"key_id" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "trail_checkpoints_org_id_seq_pk" PRIMARY KEY("org_id","seq")
);
--> statement-breakpoint
CREATE TABLE "trail_heads" (
	"org_id" uuid NOT NULL,
	"seq" bigint NOT NULL,
	"hash" "bytea" NOT NULL,
	CONSTRAINT "trail_heads_org_id_pk" PRIMARY KEY("org_id")
);
--> statement-breakpoint
CREATE TABLE "trail_unread" (
	"org_id" uuid NOT NULL,
	"seq" bigint NOT NULL,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "trail_unread_org_id_seq_pk" PRIMARY KEY("org_id","seq")
);
--> statement-breakpoint
CREATE TABLE "reference_counters" (
	"org_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"last" integer NOT NULL,
	CONSTRAINT "reference_counters_org_id_kind_pk" PRIMARY KEY("org_id","kind")
);
--> statement-breakpoint
CREATE TABLE "vendor_bans" (
	"org_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"vendor_id" uuid NOT NULL,
	"case_id" uuid,
	"from_on" date NOT NULL,
	"until_on" date NOT NULL,
	"reason" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "vendor_bans_org_id_id_pk" PRIMARY KEY("org_id","id")
);
--> statement-breakpoint
CREATE TABLE "vendor_contacts" (
	"org_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"vendor_id" uuid NOT NULL,
	"name" text NOT NULL,
	"email" text NOT NULL,
	"phone" text,
	"title" text,
	"language" text DEFAULT 'zh-CN' NOT NULL,
	"zone" text DEFAULT 'Asia/Shanghai' NOT NULL,
	"is_primary" boolean DEFAULT true NOT NULL,
	"is_signatory" boolean DEFAULT false NOT NULL,
	"is_active" boolean DEFAULT true NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"revision" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "vendor_contacts_org_id_id_pk" PRIMARY KEY("org_id","id"),
	CONSTRAINT "vendor_contacts_orgId_vendorId_email_unique" UNIQUE("org_id","vendor_id","email")
);
--> statement-breakpoint
CREATE TABLE "vendors" (
	"org_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"ref" text NOT NULL,
	"name" text NOT NULL,
	"name_alt" text,
	"reg_no" text,
	"country" text DEFAULT 'CN' NOT NULL,
	"address" text,
	"website" text,
	"status" text NOT NULL,
	"tier" text,
	"residual_h" integer,
	"residual_live_h" integer,
	"band_live" text,
	"owner_id" uuid,
	"compliance_id" uuid,
	"active_since" date,
	"reassess_due_on" date,
	"suspended_at" timestamp with time zone,
	"suspension_reason" text,
	"suspended_by" uuid,
	"suspension_severity" text,
	"resume_proposed_by" uuid,
	"terminated_on" date,
	"created_at" timestamp with time zone NOT NULL,
	"updated_at" timestamp with time zone NOT NULL,
	"revision" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "vendors_org_id_id_pk" PRIMARY KEY("org_id","id"),
	CONSTRAINT "vendors_orgId_ref_unique" UNIQUE("org_id","ref"),
	CONSTRAINT "vendors_orgId_regNo_unique" UNIQUE("org_id","reg_no")
);
--> statement-breakpoint
CREATE TABLE "case_evidence" (
	"org_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"case_id" uuid NOT NULL,
	"file_id" uuid,
	"description" text NOT NULL,
	"sha256" text,
	"collected_by" uuid NOT NULL,
	"collected_at" timestamp with time zone NOT NULL,
	CONSTRAINT "case_evidence_org_id_id_pk" PRIMARY KEY("org_id","id")
);
--> statement-breakpoint
CREATE TABLE "case_steps" (
	"org_id" uuid NOT NULL,
	"case_id" uuid NOT NULL,
	"step_id" text NOT NULL,
	"started_at" timestamp with time zone NOT NULL,
	"due_at" timestamp with time zone,
	"done_at" timestamp with time zone,
	"done_by" text,
	"proof" text,
	"file_id" uuid,
	"waived_at" timestamp with time zone,
	"waived_by" text,
	"waiver_reason" text,
	"updated_at" timestamp with time zone NOT NULL,
	CONSTRAINT "case_steps_org_id_case_id_step_id_pk" PRIMARY KEY("org_id","case_id","step_id")
);
--> statement-breakpoint
CREATE TABLE "cases" (
	"org_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"ref" text NOT NULL,
	"vendor_id" uuid NOT NULL,
	"agreement_id" uuid,
	"violation_id" text NOT NULL,
	"class" text NOT NULL,
	"severity" text NOT NULL,
	"aggravated" boolean DEFAULT false NOT NULL,
	"state" text NOT NULL,
	"source" text NOT NULL,
	"detected_by" text,
	"facts" text NOT NULL,
	"info_types" text[] NOT NULL,
	"subjects_affected" integer,
	"first_on" date,
	"last_on" date,
	"detected_at" timestamp with time zone NOT NULL,
	"reported_by" jsonb NOT NULL,
	"investigator_id" uuid,
	"triaged_at" timestamp with time zone,
	"scope" text,
	"investigating_at" timestamp with time zone,
	"statement" text,
	"statement_sent_at" timestamp with time zone,
	"vendor_statement" text,
	"vendor_replied_at" timestamp with time zone,
	"dismiss_proposed_by" uuid,
	"dismiss_reason" text,
	"confirmed_at" timestamp with time zone,
	"decided_by" uuid,
	"approved_by" uuid,
	"decision_reason" text,
	"head_opinion" jsonb,
	"legal_opinion" jsonb,
	"conditions" text,
	"remediation_due_on" date,
	"must_terminate_at" timestamp with time zone,
	"notice_due_at" timestamp with time zone,
	"notice_issued_at" timestamp with time zone,
	"notice_issued_by" uuid,
	"notice_file_id" uuid,
	"termination_effective_at" timestamp with time zone,
	"linked_case_id" uuid,
	"closed_at" timestamp with time zone,
	"created_at" timestamp with time zone NOT NULL,
	"updated_at" timestamp with time zone NOT NULL,
	"revision" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "cases_org_id_id_pk" PRIMARY KEY("org_id","id"),
	CONSTRAINT "cases_orgId_ref_unique" UNIQUE("org_id","ref")
);
--> statement-breakpoint
ALTER TABLE "agreements" ADD CONSTRAINT "agreements_org_id_vendor_id_vendors_org_id_id_fk" FOREIGN KEY ("org_id","vendor_id") REFERENCES "public"."vendors"("org_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "agreements" ADD CONSTRAINT "agreements_org_id_engagement_id_engagements_org_id_id_fk" FOREIGN KEY ("org_id","engagement_id") REFERENCES "public"."engagements"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "signatures" ADD CONSTRAINT "signatures_org_id_agreement_id_agreements_org_id_id_fk" FOREIGN KEY ("org_id","agreement_id") REFERENCES "public"."agreements"("org_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "transfers" ADD CONSTRAINT "transfers_org_id_vendor_id_vendors_org_id_id_fk" FOREIGN KEY ("org_id","vendor_id") REFERENCES "public"."vendors"("org_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "answer_evidence" ADD CONSTRAINT "answer_evidence_org_id_assessment_id_assessments_org_id_id_fk" FOREIGN KEY ("org_id","assessment_id") REFERENCES "public"."assessments"("org_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "answer_evidence" ADD CONSTRAINT "answer_evidence_org_id_evidence_id_evidence_org_id_id_fk" FOREIGN KEY ("org_id","evidence_id") REFERENCES "public"."evidence"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "answers" ADD CONSTRAINT "answers_org_id_assessment_id_assessments_org_id_id_fk" FOREIGN KEY ("org_id","assessment_id") REFERENCES "public"."assessments"("org_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "assessments" ADD CONSTRAINT "assessments_org_id_vendor_id_vendors_org_id_id_fk" FOREIGN KEY ("org_id","vendor_id") REFERENCES "public"."vendors"("org_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "assessments" ADD CONSTRAINT "assessments_org_id_engagement_id_engagements_org_id_id_fk" FOREIGN KEY ("org_id","engagement_id") REFERENCES "public"."engagements"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "assessments" ADD CONSTRAINT "assessments_org_id_questionnaire_version_id_questionnaire_versions_org_id_id_fk" FOREIGN KEY ("org_id","questionnaire_version_id") REFERENCES "public"."questionnaire_versions"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "clarifications" ADD CONSTRAINT "clarifications_org_id_assessment_id_assessments_org_id_id_fk" FOREIGN KEY ("org_id","assessment_id") REFERENCES "public"."assessments"("org_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "decisions" ADD CONSTRAINT "decisions_org_id_assessment_id_assessments_org_id_id_fk" FOREIGN KEY ("org_id","assessment_id") REFERENCES "public"."assessments"("org_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "review_notes" ADD CONSTRAINT "review_notes_org_id_assessment_id_assessments_org_id_id_fk" FOREIGN KEY ("org_id","assessment_id") REFERENCES "public"."assessments"("org_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "audit_cycles" ADD CONSTRAINT "audit_cycles_org_id_vendor_id_vendors_org_id_id_fk" FOREIGN KEY ("org_id","vendor_id") REFERENCES "public"."vendors"("org_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "audit_cycles" ADD CONSTRAINT "audit_cycles_org_id_agreement_id_agreements_org_id_id_fk" FOREIGN KEY ("org_id","agreement_id") REFERENCES "public"."agreements"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "audit_results" ADD CONSTRAINT "audit_results_org_id_audit_id_audit_cycles_org_id_id_fk" FOREIGN KEY ("org_id","audit_id") REFERENCES "public"."audit_cycles"("org_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "engagements" ADD CONSTRAINT "engagements_org_id_vendor_id_vendors_org_id_id_fk" FOREIGN KEY ("org_id","vendor_id") REFERENCES "public"."vendors"("org_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "evidence" ADD CONSTRAINT "evidence_org_id_vendor_id_vendors_org_id_id_fk" FOREIGN KEY ("org_id","vendor_id") REFERENCES "public"."vendors"("org_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "evidence" ADD CONSTRAINT "evidence_org_id_file_id_files_org_id_id_fk" FOREIGN KEY ("org_id","file_id") REFERENCES "public"."files"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "findings" ADD CONSTRAINT "findings_org_id_vendor_id_vendors_org_id_id_fk" FOREIGN KEY ("org_id","vendor_id") REFERENCES "public"."vendors"("org_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "account_tokens" ADD CONSTRAINT "account_tokens_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invitations" ADD CONSTRAINT "invitations_org_id_organisations_id_fk" FOREIGN KEY ("org_id") REFERENCES "public"."organisations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "memberships" ADD CONSTRAINT "memberships_org_id_organisations_id_fk" FOREIGN KEY ("org_id") REFERENCES "public"."organisations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "memberships" ADD CONSTRAINT "memberships_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "access_codes" ADD CONSTRAINT "access_codes_org_id_link_id_links_org_id_id_fk" FOREIGN KEY ("org_id","link_id") REFERENCES "public"."links"("org_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "links" ADD CONSTRAINT "links_org_id_contact_id_vendor_contacts_org_id_id_fk" FOREIGN KEY ("org_id","contact_id") REFERENCES "public"."vendor_contacts"("org_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "portal_sessions" ADD CONSTRAINT "portal_sessions_org_id_contact_id_vendor_contacts_org_id_id_fk" FOREIGN KEY ("org_id","contact_id") REFERENCES "public"."vendor_contacts"("org_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "vendor_bans" ADD CONSTRAINT "vendor_bans_org_id_vendor_id_vendors_org_id_id_fk" FOREIGN KEY ("org_id","vendor_id") REFERENCES "public"."vendors"("org_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "vendor_contacts" ADD CONSTRAINT "vendor_contacts_org_id_vendor_id_vendors_org_id_id_fk" FOREIGN KEY ("org_id","vendor_id") REFERENCES "public"."vendors"("org_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "case_evidence" ADD CONSTRAINT "case_evidence_org_id_case_id_cases_org_id_id_fk" FOREIGN KEY ("org_id","case_id") REFERENCES "public"."cases"("org_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "case_steps" ADD CONSTRAINT "case_steps_org_id_case_id_cases_org_id_id_fk" FOREIGN KEY ("org_id","case_id") REFERENCES "public"."cases"("org_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "cases" ADD CONSTRAINT "cases_org_id_vendor_id_vendors_org_id_id_fk" FOREIGN KEY ("org_id","vendor_id") REFERENCES "public"."vendors"("org_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "agreements_org_id_vendor_id_index" ON "agreements" USING btree ("org_id","vendor_id");--> statement-breakpoint
CREATE INDEX "agreements_org_id_status_auth_end_id_index" ON "agreements" USING btree ("org_id","status","auth_end","id");--> statement-breakpoint
CREATE INDEX "transfers_org_id_vendor_id_at_index" ON "transfers" USING btree ("org_id","vendor_id","at");--> statement-breakpoint
CREATE INDEX "assessments_org_id_vendor_id_index" ON "assessments" USING btree ("org_id","vendor_id");--> statement-breakpoint
CREATE INDEX "assessments_org_id_status_due_on_id_index" ON "assessments" USING btree ("org_id","status","due_on","id");--> statement-breakpoint
CREATE INDEX "clarifications_org_id_assessment_id_index" ON "clarifications" USING btree ("org_id","assessment_id");--> statement-breakpoint
CREATE INDEX "decisions_org_id_vendor_id_index" ON "decisions" USING btree ("org_id","vendor_id");--> statement-breakpoint
CREATE INDEX "review_notes_org_id_assessment_id_index" ON "review_notes" USING btree ("org_id","assessment_id");--> statement-breakpoint
CREATE INDEX "audit_cycles_org_id_state_due_effective_id_index" ON "audit_cycles" USING btree ("org_id","state","due_effective","id");--> statement-breakpoint
CREATE INDEX "audit_cycles_org_id_vendor_id_index" ON "audit_cycles" USING btree ("org_id","vendor_id");--> statement-breakpoint
CREATE INDEX "engagements_org_id_vendor_id_index" ON "engagements" USING btree ("org_id","vendor_id");--> statement-breakpoint
CREATE INDEX "engagements_org_id_updated_at_id_index" ON "engagements" USING btree ("org_id","updated_at","id");--> statement-breakpoint
CREATE INDEX "evidence_org_id_expires_on_index" ON "evidence" USING btree ("org_id","expires_on");--> statement-breakpoint
CREATE INDEX "findings_org_id_status_due_on_id_index" ON "findings" USING btree ("org_id","status","due_on","id");--> statement-breakpoint
CREATE INDEX "findings_org_id_vendor_id_index" ON "findings" USING btree ("org_id","vendor_id");--> statement-breakpoint
CREATE INDEX "memberships_user_id_index" ON "memberships" USING btree ("user_id");--> statement-breakpoint
CREATE INDEX "sessions_user_id_index" ON "sessions" USING btree ("user_id");--> statement-breakpoint
CREATE INDEX "alerts_org_id_subject_id_alert_index" ON "alerts" USING btree ("org_id","subject_id","alert");--> statement-breakpoint
CREATE INDEX "alerts_org_id_vendor_id_raised_at_index" ON "alerts" USING btree ("org_id","vendor_id","raised_at");--> statement-breakpoint
CREATE INDEX "alerts_org_id_ack_due_at_index" ON "alerts" USING btree ("org_id","ack_due_at") WHERE acked_at is null and ack_due_at is not null;--> statement-breakpoint
CREATE INDEX "deliveries_org_id_status_next_try_at_index" ON "deliveries" USING btree ("org_id","status","next_try_at");--> statement-breakpoint
CREATE INDEX "deliveries_org_id_recipient_created_at_index" ON "deliveries" USING btree ("org_id","recipient","created_at");--> statement-breakpoint
CREATE INDEX "access_codes_org_id_link_id_index" ON "access_codes" USING btree ("org_id","link_id");--> statement-breakpoint
CREATE INDEX "links_org_id_subject_id_index" ON "links" USING btree ("org_id","subject_id");--> statement-breakpoint
CREATE INDEX "trail_org_id_seq_index" ON "trail" USING btree ("org_id","seq");--> statement-breakpoint
CREATE INDEX "trail_org_id_vendor_id_seq_index" ON "trail" USING btree ("org_id","vendor_id","seq");--> statement-breakpoint
CREATE INDEX "trail_org_id_subject_id_seq_index" ON "trail" USING btree ("org_id","subject_id","seq");--> statement-breakpoint
CREATE INDEX "vendor_bans_org_id_vendor_id_index" ON "vendor_bans" USING btree ("org_id","vendor_id");--> statement-breakpoint
CREATE INDEX "vendors_by_name_zh" ON "vendors" USING btree ("org_id",name collate "zh-x-icu","id");--> statement-breakpoint
CREATE INDEX "vendors_by_name_en" ON "vendors" USING btree ("org_id",name collate "en-x-icu","id");--> statement-breakpoint
CREATE INDEX "vendors_by_residual" ON "vendors" USING btree ("org_id",coalesce(residual_live_h, -1),"id");--> statement-breakpoint
CREATE INDEX "vendors_org_id_status_id_index" ON "vendors" USING btree ("org_id","status","id");--> statement-breakpoint
CREATE INDEX "vendors_org_id_owner_id_id_index" ON "vendors" USING btree ("org_id","owner_id","id");--> statement-breakpoint
CREATE INDEX "vendors_org_id_updated_at_id_index" ON "vendors" USING btree ("org_id","updated_at","id");--> statement-breakpoint
CREATE INDEX "case_evidence_org_id_case_id_index" ON "case_evidence" USING btree ("org_id","case_id");--> statement-breakpoint
CREATE INDEX "cases_org_id_state_id_index" ON "cases" USING btree ("org_id","state","id");--> statement-breakpoint
CREATE INDEX "cases_org_id_vendor_id_index" ON "cases" USING btree ("org_id","vendor_id");
