import { boolean, foreignKey, index, integer, jsonb, pgTable, primaryKey, text, unique, uuid } from 'drizzle-orm/pg-core'
import type { CaseState } from '#app/domain/violations/case.ts'
import { day, id, instant, orgId, revision } from './columns.ts'
import type { Severity } from './findings.ts'
import { vendors } from './vendors.ts'

/** Why no customer information was mishandled or exposed, in the words of the one who says so. */
export type CaseOpinion = { userId: string; name: string; reason: string; at: string }

export const cases = pgTable(
  'cases',
  {
    orgId: orgId(),
    id: id(),
    ref: text().notNull(),
    vendorId: uuid().notNull(),
    agreementId: uuid(),
    /** V-01 … V-26. */
    violationId: text().notNull(),
    class: text().$type<'T' | 'P' | 'D'>().notNull(),
    severity: text().$type<Severity>().notNull(),
    /** The note that makes a class P violation grave is met (rulings 19). */
    aggravated: boolean().notNull().default(false),
    state: text().$type<CaseState>().notNull(),
    source: text().notNull(),
    /** Rule, check or alert that detected it, if any. */
    detectedBy: text(),
    facts: text().notNull(),
    infoTypes: text().array().notNull(),
    subjectsAffected: integer(),
    firstOn: day(),
    lastOn: day(),
    detectedAt: instant().notNull(),
    reportedBy: jsonb().$type<{ kind: 'member' | 'system'; id: string; name: string }>().notNull(),
    investigatorId: uuid(),
    triagedAt: instant(),
    /** Which services, systems, people and information the case is about. */
    scope: text(),
    investigatingAt: instant(),
    /** Statement of facts as sent to the vendor, and what the vendor says to it. */
    statement: text(),
    statementSentAt: instant(),
    vendorStatement: text(),
    vendorRepliedAt: instant(),
    /** First of the two people that dismissing a high or critical suspicion needs. */
    dismissProposedBy: uuid(),
    dismissReason: text(),
    confirmedAt: instant(),
    decidedBy: uuid(),
    approvedBy: uuid(),
    decisionReason: text(),
    /** Downgrade review of a class P case: both record, or it ends the contract. */
    headOpinion: jsonb().$type<CaseOpinion>(),
    legalOpinion: jsonb().$type<CaseOpinion>(),
    conditions: text(),
    remediationDueOn: day(),
    mustTerminateAt: instant(),
    noticeDueAt: instant(),
    noticeIssuedAt: instant(),
    noticeIssuedBy: uuid(),
    noticeFileId: uuid(),
    terminationEffectiveAt: instant(),
    linkedCaseId: uuid(),
    closedAt: instant(),
    createdAt: instant().notNull(),
    updatedAt: instant().notNull(),
    revision: revision(),
  },
  (t) => [
    primaryKey({ columns: [t.orgId, t.id] }),
    unique().on(t.orgId, t.ref),
    foreignKey({ columns: [t.orgId, t.vendorId], foreignColumns: [vendors.orgId, vendors.id] }).onDelete('cascade'),
    index().on(t.orgId, t.state, t.id),
    index().on(t.orgId, t.vendorId),
  ],
)

export const caseEvidence = pgTable(
  'case_evidence',
  {
    orgId: orgId(),
    id: id(),
    caseId: uuid().notNull(),
    fileId: uuid(),
    description: text().notNull(),
    sha256: text(),
    collectedBy: uuid().notNull(),
    collectedAt: instant().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.orgId, t.id] }),
    foreignKey({ columns: [t.orgId, t.caseId], foreignColumns: [cases.orgId, cases.id] }).onDelete('cascade'),
    index().on(t.orgId, t.caseId),
  ],
)

/** W-01 … W-17 of a case under termination. */
export const caseSteps = pgTable(
  'case_steps',
  {
    orgId: orgId(),
    caseId: uuid().notNull(),
    stepId: text().notNull(),
    startedAt: instant().notNull(),
    dueAt: instant(),
    doneAt: instant(),
    doneBy: text(),
    proof: text(),
    /** The document that proves it, such as the deletion certificate of W-12. */
    fileId: uuid(),
    waivedAt: instant(),
    waivedBy: text(),
    waiverReason: text(),
    updatedAt: instant().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.orgId, t.caseId, t.stepId] }),
    foreignKey({ columns: [t.orgId, t.caseId], foreignColumns: [cases.orgId, cases.id] }).onDelete('cascade'),
  ],
)
