import { and, desc, eq, isNotNull } from 'drizzle-orm'
import { agreements, answers, assessments, decisions, engagements, organisations } from '#db/schema/index.ts'
import { newId } from '#app/platform/ids.server.ts'
import { inTransaction, requirePermission, type Context } from '../context.server.ts'
import { Problem } from '../errors.ts'
import { asId } from '../input.ts'
import { localDate } from '../organisations/calendar-dates.ts'
import type { AnswerValue, IntakeAnswers, TableRow } from '../questionnaires/template.ts'
import { record } from '../trail/record.server.ts'
import { moveVendor } from '../vendors/move-vendor.server.ts'
import { nextRef } from '../vendors/next-ref.server.ts'
import { getVendor, type Vendor } from '../vendors/queries.server.ts'
import { vendorBlockers } from '../vendors/vendor.ts'
import { readAgreementLibrary } from './agreement-library.server.ts'
import { clauseConditions } from './clause-conditions.ts'
import { dataLocationsFrom, type AcceptedAnswer } from './commitments.ts'
import type { ListItem, ParameterValues } from './parameters.ts'
import { findCurrentAgreement, findPredecessor, type Agreement } from './queries.server.ts'
import { namesOf } from './party-names.ts'
import { vendorContacts, type Contact } from './schedules.ts'
import { scopeFromIntake } from './scope.ts'

type Organisation = typeof organisations.$inferSelect
type Engagement = typeof engagements.$inferSelect

/** Starts the agreement of an approved engagement from its scope, the accepted answers and the tier's defaults (R7.2.1, R7.2.2). */
export async function startAgreement(ctx: Context, engagementId: string): Promise<Agreement> {
  requirePermission(ctx, 'agreement.draft')
  return inTransaction(ctx, async (ctx) => {
    const engagement = await getEngagementRow(ctx, engagementId)
    const vendor = await getVendor(ctx, engagement.vendorId)
    if (await findCurrentAgreement(ctx, engagement.id)) throw new Problem('conflict', 'agreements.exists_already')
    const decision = await confirmedDecision(ctx, engagement.id)
    const [organisation] = await ctx.db.select().from(organisations).where(eq(organisations.id, ctx.actor.orgId))
    if (decision.lapsesOn && localDate(ctx.now, organisation!.zone) > decision.lapsesOn) throw new Problem('conflict', 'agreements.decision_lapsed')
    await startContracting(ctx, vendor, engagement)
    const agreement = await insert(ctx, { engagement, vendor, organisation: organisation!, assessmentId: decision.assessmentId })
    await record(ctx, {
      action: 'agreement.draft', subjectType: 'agreement', subjectId: agreement.id, vendorId: vendor.id,
      after: { number: agreement.number, status: agreement.status }, data: { number: agreement.number, engagementId: engagement.id },
    })
    return agreement
  })
}

async function startContracting(ctx: Context, vendor: Vendor, engagement: Engagement) {
  if (vendor.status === 'contracting' || vendor.status === 'active') return
  const hasCustomerInformation = !(engagement.intake['IN-06'] as string[] | undefined)?.includes('none')
  const [blocker] = vendorBlockers('start_contracting', vendor, { impactAssessmentRecorded: !hasCustomerInformation || engagement.piaFileId !== null })
  if (blocker) throw new Problem('conflict', `status.blocked.vendor.${blocker}`)
  await moveVendor(ctx, { vendorId: vendor.id, action: 'start_contracting' })
}

async function insert(ctx: Context, { engagement, vendor, organisation, assessmentId }: { engagement: Engagement; vendor: Vendor; organisation: Organisation; assessmentId: string }): Promise<Agreement> {
  const library = readAgreementLibrary()
  const intake = engagement.intake as IntakeAnswers // checked when it was submitted
  const accepted = await acceptedAnswers(ctx, assessmentId)
  const rowsOf = (question: string) => (accepted.find((each) => each.question === question)?.value ?? []) as TableRow[] // table questions
  const authStart = String(intake['IN-15'])
  const contacts: Contact[] = [...companyContacts(organisation), ...vendorContacts(rowsOf('GOV-02'))]
  const parameters: ParameterValues = {
    company_name: namesOf(organisation),
    company_reg_no: organisation.regNo ?? undefined,
    company_address: organisation.address ?? undefined,
    vendor_name: namesOf(vendor),
    vendor_reg_no: vendor.regNo ?? undefined,
    vendor_address: vendor.address ?? undefined,
    service_name: engagement.title,
    auth_start: authStart,
    auth_end: String(intake['IN-16']),
    purposes: purposesOf(engagement),
    data_locations: dataLocationsFrom(rowsOf('TRN-04'), library.template.places),
    cn_transfer_mechanism: accepted.find(({ question }) => question === 'TRN-05')?.value as string | undefined,
  }
  const [agreement] = await ctx.db
    .insert(agreements)
    .values({
      orgId: ctx.actor.orgId,
      id: newId(),
      number: await nextRef(ctx, 'DPA', 'agreement'),
      vendorId: vendor.id,
      engagementId: engagement.id,
      assessmentId,
      predecessorId: (await findPredecessor(ctx, engagement.id))?.id,
      status: 'draft',
      parameters,
      facts: clauseConditions(library.questionnaire, intake).facts,
      intake,
      scope: scopeFromIntake(intake),
      schedules: { accepted, subProcessors: rowsOf('SUB-02'), contacts },
      authStart,
      authEnd: String(intake['IN-16']),
      createdBy: ctx.actor.kind === 'member' ? ctx.actor.userId : ctx.actor.orgId,
      createdAt: ctx.now,
      updatedAt: ctx.now,
    })
    .returning()
  return agreement!
}

async function getEngagementRow(ctx: Context, engagementId: string): Promise<Engagement> {
  const [engagement] = await ctx.db.select().from(engagements).where(and(eq(engagements.orgId, ctx.actor.orgId), eq(engagements.id, asId(engagementId)))).for('update')
  if (!engagement) throw new Problem('not-found', 'errors.not_found')
  return engagement
}

/** The engagement's latest confirmed decision, which has to be an approval: a later rejection takes an earlier one back. */
async function confirmedDecision(ctx: Context, engagementId: string): Promise<{ assessmentId: string; lapsesOn: string | null }> {
  const [latest] = await ctx.db
    .select({ assessmentId: decisions.assessmentId, lapsesOn: decisions.lapsesOn, outcome: decisions.outcome })
    .from(decisions)
    .innerJoin(assessments, and(eq(assessments.orgId, decisions.orgId), eq(assessments.id, decisions.assessmentId)))
    .where(and(eq(decisions.orgId, ctx.actor.orgId), eq(assessments.engagementId, engagementId), isNotNull(decisions.confirmedAt)))
    .orderBy(desc(decisions.confirmedAt))
    .limit(1)
  if (latest?.outcome !== 'approve' && latest?.outcome !== 'conditional') throw new Problem('conflict', 'agreements.not_approved')
  return latest
}

/** What the vendor answered and the reviewer let stand: corrections count, answers that do not apply are left out. */
async function acceptedAnswers(ctx: Context, assessmentId: string): Promise<AcceptedAnswer[]> {
  const rows = await ctx.db
    .select()
    .from(answers)
    .where(and(eq(answers.orgId, ctx.actor.orgId), eq(answers.assessmentId, assessmentId)))
    .orderBy(answers.questionId)
  return rows.flatMap((row) => {
    const value = row.corrected?.value ?? row.value
    if (value === null || value === undefined || (row.isNa && row.naStatus === 'accepted')) return []
    return [{ question: row.questionId, value: value as AnswerValue }] // checked against its question when it was saved
  })
}

/** The company's responsible unit answers in both roles that Schedule 5 wants (R6.1.1). */
function companyContacts({ unit }: Organisation): Contact[] {
  if (!unit) return []
  const person = { party: 'company' as const, name: unit.lead, title: unit.department, phone: unit.phone, email: unit.email }
  return [{ ...person, role: 'privacy_lead' }, { ...person, role: 'incident_contact' }]
}

/** `other` goes into the agreement with the words that the request gave for it, or not at all. */
function purposesOf({ intake, intakeNotes }: Engagement): ListItem[] {
  const codes = Array.isArray(intake['IN-04']) ? intake['IN-04'].filter((each): each is string => typeof each === 'string') : []
  return codes.flatMap((code): ListItem[] => {
    if (code !== 'other') return [code]
    const words = intakeNotes['IN-04']
    return typeof words === 'string' && words.trim() !== '' ? [{ code, zh: words, en: words }] : []
  })
}
