import { lastLocalDay } from '../organisations/calendar-dates.ts'
import type { Context } from '../context.server.ts'
import { agreementSubjects } from './agreement-subjects.server.ts'
import type { AlertSubject } from './alert-subject.ts'
import { auditSubjects } from './audit-subjects.server.ts'
import { caseSubjects, stepSubjects } from './case-subjects.server.ts'
import { findingSubjects } from './finding-subjects.server.ts'
import { assessmentSubjects, evidenceSubjects, reassessmentSubjects, refusedTransferSubjects } from './vendor-subjects.server.ts'

/** Everything that alerts of this organisation can speak about. */
export async function allSubjects(ctx: Context, zone: string): Promise<AlertSubject[]> {
  const found = await Promise.all([
    auditSubjects(ctx),
    agreementSubjects(ctx, zone),
    findingSubjects(ctx),
    caseSubjects(ctx),
    stepSubjects(ctx, (at) => lastLocalDay(at, zone)),
    assessmentSubjects(ctx),
    reassessmentSubjects(ctx, zone),
    evidenceSubjects(ctx),
    refusedTransferSubjects(ctx),
  ])
  return found.flat()
}

/** What a trail entry's subject means to alerts; empty when no alert speaks of such a thing at once. */
export async function subjectsOf(ctx: Context, zone: string, subject: { type: string; id: string }): Promise<AlertSubject[]> {
  switch (subject.type) {
    case 'audit':
      return auditSubjects(ctx, subject.id)
    case 'agreement':
      return agreementSubjects(ctx, zone, subject.id)
    case 'finding':
      return findingSubjects(ctx, subject.id)
    case 'case':
      return [...(await caseSubjects(ctx, subject.id)), ...(await stepSubjects(ctx, (at) => lastLocalDay(at, zone), subject.id))]
    case 'assessment':
      return assessmentSubjects(ctx, subject.id)
    case 'transfer':
      return refusedTransferSubjects(ctx, subject.id)
    default:
      return []
  }
}
