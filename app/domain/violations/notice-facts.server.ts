import { and, eq } from 'drizzle-orm'
import { agreements } from '#db/schema/index.ts'
import { readTemplate } from '#app/platform/templates.server.ts'
import type { AgreementTemplate } from '../agreements/template.ts'
import { checkAgreementTemplate } from '../agreements/check-template.ts'
import { requirePermission, type Context } from '../context.server.ts'
import { Problem } from '../errors.ts'
import type { Role } from '../identity/actor.ts'
import { localDate } from '../organisations/calendar-dates.ts'
import { getOrganisation, type Organisation } from '../organisations/queries.server.ts'
import type { Bilingual } from '../questionnaires/template.ts'
import { getVendor, type Vendor } from '../vendors/queries.server.ts'
import { caseCan } from './case.ts'
import { exitParameters } from './exit-parameters.server.ts'
import { loadClock } from './load-clock.server.ts'
import type { Case } from './move-case.server.ts'
import { getCase } from './queries.server.ts'
import { terminationSteps, type TerminationStepId } from './termination.ts'
import type { Violation } from './violation.ts'
import { getViolation, listInfoTypes } from './violation-catalogue.server.ts'

export type NoticeFacts = {
  violationCase: Case
  violation: Violation
  organisation: Organisation
  vendor: Vendor
  agreement?: { number: string; signedOn?: string }
  /** What DPA-31 is called in the agreement, else the clause's own title. */
  article: Bilingual
  infoTypes: Bilingual[]
  /** The last day for each of the vendor's duties, were the notice to arrive now. */
  dueOn: Partial<Record<TerminationStepId, string>>
  accessDueAt?: Date
  signer: { name: string; roles: Role[] }
  issuedAt: Date
  zone: string
}

/** Everything that a termination notice issued at `ctx.now` says (violations.yaml notice_contents). Throws conflict when none is to be issued. */
export async function getNoticeFacts(ctx: Context, caseId: string): Promise<NoticeFacts> {
  requirePermission(ctx, 'violation.terminate')
  const violationCase = await getCase(ctx, caseId)
  if (!caseCan('issue_notice', violationCase)) throw new Problem('conflict', 'status.blocked.case.wrong_state')
  const [organisation, vendor, agreement] = await Promise.all([getOrganisation(ctx), getVendor(ctx, violationCase.vendorId), readAgreement(ctx, violationCase)])
  const [clock, parameters] = await Promise.all([loadClock(ctx), exitParameters(ctx, violationCase, vendor.tier ?? 'T1')])
  const steps = terminationSteps({ ...clock, parameters, mustTerminateAt: violationCase.mustTerminateAt ?? ctx.now, noticeAt: ctx.now })
  const types = listInfoTypes()
  return {
    violationCase, organisation, vendor,
    violation: getViolation(violationCase.violationId),
    agreement: agreement && { number: agreement.number, signedOn: agreement.signedAt ? localDate(agreement.signedAt, clock.zone) : undefined },
    article: agreement?.frozenDraft?.articles.find(({ id }) => id === 'DPA-31')?.heading ?? clauseTitle(),
    infoTypes: violationCase.infoTypes.map((type) => types.find(({ v }) => v === type) ?? { zh: type, en: type }),
    dueOn: Object.fromEntries(steps.flatMap(({ id, plannedOn }) => (plannedOn ? [[id, plannedOn]] : []))),
    accessDueAt: steps.find(({ id }) => id === 'W-02')?.dueAt,
    signer: ctx.actor.kind === 'member' ? { name: ctx.actor.name, roles: ctx.actor.roles } : { name: organisation.name, roles: [] },
    issuedAt: ctx.now,
    zone: clock.zone,
  }
}

async function readAgreement(ctx: Context, { agreementId }: Case) {
  if (!agreementId) return undefined
  const [agreement] = await ctx.db
    .select({ number: agreements.number, signedAt: agreements.signedAt, frozenDraft: agreements.frozenDraft })
    .from(agreements)
    .where(and(eq(agreements.orgId, ctx.actor.orgId), eq(agreements.id, agreementId)))
  return agreement
}

function clauseTitle(): Bilingual {
  const { clauses } = readTemplate<AgreementTemplate>('agreements/authorisation-agreement.yaml', checkAgreementTemplate)
  const clause = clauses.find(({ id }) => id === 'DPA-31')
  return { zh: clause?.title_zh ?? 'DPA-31', en: clause?.title_en ?? 'DPA-31' }
}
