import { boolean, foreignKey, index, integer, jsonb, pgTable, primaryKey, text, unique, uuid } from 'drizzle-orm/pg-core'
import type { AssessmentStatus } from '#app/domain/assessments/assessment.ts'
import { day, id, instant, orgId, revision } from './columns.ts'
import { engagements } from './engagements.ts'
import { evidence } from './evidence.ts'
import { questionnaireVersions } from './questionnaires.ts'
import { vendors, type Tier } from './vendors.ts'

export type Attestation = { name: string; role: string; at: string }

export const assessments = pgTable(
  'assessments',
  {
    orgId: orgId(),
    id: id(),
    ref: text().notNull(),
    vendorId: uuid().notNull(),
    engagementId: uuid().notNull(),
    questionnaireVersionId: uuid().notNull(),
    modelVersion: text().notNull(),
    tier: text().$type<Tier>().notNull(),
    profile: text().$type<'full' | 'lite'>().notNull(),
    kind: text().$type<'initial' | 'reassessment'>().notNull().default('initial'),
    status: text().$type<AssessmentStatus>().notNull(),
    contactId: uuid(),
    /** What the sender adds to the request, in the sender's words. */
    message: text(),
    /** Section id → contact who was asked to answer it. */
    assignees: jsonb().$type<Record<string, string>>().notNull().default({}),
    dueOn: day().notNull(),
    invitedBy: uuid().notNull(),
    invitedAt: instant().notNull(),
    submittedAt: instant(),
    attestation: jsonb().$type<Attestation>(),
    reviewerId: uuid(),
    /** Reviewer's conflict-of-interest statement (gate G5). */
    reviewerStatement: text(),
    returnedAt: instant(),
    decidedAt: instant(),
    withdrawnAt: instant(),
    withdrawalReason: text(),
    answeredCount: integer().notNull().default(0),
    requiredCount: integer().notNull().default(0),
    updatedAt: instant().notNull(),
    revision: revision(),
  },
  (t) => [
    primaryKey({ columns: [t.orgId, t.id] }),
    unique().on(t.orgId, t.ref),
    foreignKey({ columns: [t.orgId, t.vendorId], foreignColumns: [vendors.orgId, vendors.id] }).onDelete('cascade'),
    foreignKey({ columns: [t.orgId, t.engagementId], foreignColumns: [engagements.orgId, engagements.id] }),
    foreignKey({
      columns: [t.orgId, t.questionnaireVersionId],
      foreignColumns: [questionnaireVersions.orgId, questionnaireVersions.id],
    }),
    index().on(t.orgId, t.vendorId),
    index().on(t.orgId, t.status, t.dueOn, t.id),
  ],
)

export const NA_STATUSES = ['pending', 'accepted', 'refused'] as const
export type NaStatus = (typeof NA_STATUSES)[number]

export const answers = pgTable(
  'answers',
  {
    orgId: orgId(),
    assessmentId: uuid().notNull(),
    questionId: text().notNull(),
    /** As the vendor gave it: string, number, list or rows by question type; null while only a note exists. */
    value: jsonb().$type<unknown>(),
    isNa: boolean().notNull().default(false),
    naReason: text(),
    naStatus: text().$type<NaStatus>(),
    note: text(),
    /** The reviewer's correction; scoring uses it instead of `value` (scoring.md §4). */
    corrected: jsonb().$type<{ value: unknown; reason: string; by: string; at: string }>(),
    /** Set when the reviewer has looked at this answer. */
    reviewedAt: instant(),
    reviewedBy: uuid(),
    updatedAt: instant().notNull(),
    updatedBy: text().notNull(),
    revision: revision(),
  },
  (t) => [
    primaryKey({ columns: [t.orgId, t.assessmentId, t.questionId] }),
    foreignKey({ columns: [t.orgId, t.assessmentId], foreignColumns: [assessments.orgId, assessments.id] }).onDelete('cascade'),
  ],
)

export const EVIDENCE_VERDICTS = ['verified', 'certified', 'rejected'] as const
export type EvidenceVerdict = (typeof EVIDENCE_VERDICTS)[number]

/** Which documents support an answer, and what the reviewer says of them. */
export const answerEvidence = pgTable(
  'answer_evidence',
  {
    orgId: orgId(),
    assessmentId: uuid().notNull(),
    questionId: text().notNull(),
    evidenceId: uuid().notNull(),
    attachedAt: instant().notNull(),
    verdict: text().$type<EvidenceVerdict>(),
    verdictReason: text(),
    verdictBy: uuid(),
    verdictAt: instant(),
    /** Withdrawn by the vendor; a rejection sticks to the answer all the same (scoring.md §5). */
    withdrawnAt: instant(),
  },
  (t) => [
    primaryKey({ columns: [t.orgId, t.assessmentId, t.questionId, t.evidenceId] }),
    foreignKey({
      columns: [t.orgId, t.assessmentId],
      foreignColumns: [assessments.orgId, assessments.id],
    }).onDelete('cascade'),
    foreignKey({ columns: [t.orgId, t.evidenceId], foreignColumns: [evidence.orgId, evidence.id] }),
  ],
)

/** Questions back to the vendor; they leave as one batch when the reviewer sends them. */
export const clarifications = pgTable(
  'clarifications',
  {
    orgId: orgId(),
    id: id(),
    assessmentId: uuid().notNull(),
    questionId: text().notNull(),
    question: text().notNull(),
    askedBy: uuid().notNull(),
    askedAt: instant().notNull(),
    sentAt: instant(),
    reply: text(),
    repliedAt: instant(),
  },
  (t) => [
    primaryKey({ columns: [t.orgId, t.id] }),
    foreignKey({ columns: [t.orgId, t.assessmentId], foreignColumns: [assessments.orgId, assessments.id] }).onDelete('cascade'),
    index().on(t.orgId, t.assessmentId),
  ],
)

/** Never shown to a vendor: kept apart from everything the portal reads. */
export const reviewNotes = pgTable(
  'review_notes',
  {
    orgId: orgId(),
    id: id(),
    assessmentId: uuid().notNull(),
    questionId: text(),
    body: text().notNull(),
    authorId: uuid().notNull(),
    createdAt: instant().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.orgId, t.id] }),
    foreignKey({ columns: [t.orgId, t.assessmentId], foreignColumns: [assessments.orgId, assessments.id] }).onDelete('cascade'),
    index().on(t.orgId, t.assessmentId),
  ],
)

export type DecisionOutcome = 'approve' | 'conditional' | 'reject'

/** Proposed by the system and one person, confirmed by another (scoring.md §9). One open decision an assessment. */
export const decisions = pgTable(
  'decisions',
  {
    orgId: orgId(),
    id: id(),
    assessmentId: uuid().notNull(),
    vendorId: uuid().notNull(),
    /** Score and explanation exactly as shown when proposed. */
    score: jsonb().$type<Record<string, unknown>>().notNull(),
    gates: jsonb().$type<Record<string, unknown>>().notNull(),
    residualH: integer().notNull(),
    outcome: text().$type<DecisionOutcome>().notNull(),
    reason: text(),
    proposedBy: uuid().notNull(),
    proposedAt: instant().notNull(),
    confirmedBy: uuid(),
    confirmedAt: instant(),
    /** Twelve months after confirmation without a signed agreement. */
    lapsesOn: day(),
    revision: revision(),
  },
  (t) => [
    primaryKey({ columns: [t.orgId, t.id] }),
    unique().on(t.orgId, t.assessmentId),
    foreignKey({ columns: [t.orgId, t.assessmentId], foreignColumns: [assessments.orgId, assessments.id] }).onDelete('cascade'),
    index().on(t.orgId, t.vendorId),
  ],
)
