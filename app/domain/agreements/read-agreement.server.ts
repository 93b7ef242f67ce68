import { and, asc, eq } from 'drizzle-orm'
import { auditCycles, engagements, vendorContacts } from '#db/schema/index.ts'
import { requirePermission, type Context } from '../context.server.ts'
import { can } from '../identity/actor.ts'
import { daysBetween, localDate } from '../organisations/calendar-dates.ts'
import { getOrganisation, listMembers } from '../organisations/queries.server.ts'
import { getVendor } from '../vendors/queries.server.ts'
import { readAgreementLibrary } from './agreement-library.server.ts'
import { listAgreementActs } from './agreement-acts.server.ts'
import { countProblems } from './completeness.ts'
import { describeProblem } from './describe-problem.ts'
import { textOf } from './draft-of.server.ts'
import type { Draft } from './draft.ts'
import { nextAct } from './next-act.ts'
import { placeOf } from './problem-place.ts'
import { findCurrentAgreement, getAgreement, listSignatures, type Agreement } from './queries.server.ts'
import type { Language } from './template.ts'

/** What stands in the head of every page about an agreement. */
export async function getAgreementHead(ctx: Context, agreementId: string) {
  requirePermission(ctx, 'agreement.read')
  const { id, number, status, version, authStart, authEnd, vendorId, engagementId } = await getAgreement(ctx, agreementId)
  const { name, nameAlt, tier } = await getVendor(ctx, vendorId)
  return { id, number, status, version, authStart, authEnd, vendorId, vendor: { name, nameAlt, tier }, engagementId, service: await titleOf(ctx, engagementId) }
}

async function titleOf(ctx: Context, engagementId: string): Promise<string> {
  const [engagement] = await ctx.db.select({ title: engagements.title }).from(engagements).where(and(eq(engagements.orgId, ctx.actor.orgId), eq(engagements.id, engagementId)))
  return engagement?.title ?? ''
}

/** Everything that the page of one agreement shows: the text, what forbids it, what comes next and who does it. */
export async function readAgreement(ctx: Context, agreementId: string) {
  requirePermission(ctx, 'agreement.read')
  const agreement = await getAgreement(ctx, agreementId)
  const { draft, completeness } = await textOf(ctx, agreement)
  const { zone } = await getOrganisation(ctx)
  const signatures = await listSignatures(ctx, agreement)
  const acts = await listAgreementActs(ctx, agreement.id)
  const problems = agreement.frozenDraft ? 0 : countProblems(draft, completeness)
  const today = localDate(ctx.now, zone)
  const daysLeft = daysBetween(today, agreement.authEnd)
  const signedBy = signatures.map(({ party }) => party)
  return {
    agreement: shown(agreement),
    problems: agreement.frozenDraft ? [] : problemsOf(draft, ctx.locale === 'en' ? 'en' : 'zh'),
    problemCount: problems,
    completeness,
    next: nextAct({ status: agreement.status, signedBy, daysLeft, daysToStart: daysBetween(today, agreement.authStart), problems }),
    daysLeft,
    signatures: signatures.map(({ party, name, role, signedAt, digest }) => ({ party, name, role, signedAt, digest })),
    acts,
    ...printedText(draft),
    parameters: parametersOf(draft),
    audit: await findFirstAudit(ctx, agreement.id),
    signers: await listSigners(ctx, agreement),
    mayStartAnew: can(ctx.actor, 'agreement.draft') && (await findCurrentAgreement(ctx, agreement.engagementId)) === undefined,
  }
}

const shown = ({ id, number, status, version, revision, vendorId, engagementId, assessmentId, authStart, authEnd, effectiveOn, digest, sentAt, signedAt, endReason }: Agreement) =>
  ({ id, number, status, version, revision, vendorId, engagementId, assessmentId, authStart, authEnd, effectiveOn, digest, sentAt, signedAt, endReason })

/** Articles by section and the schedules: what both sides may read. */
export function printedText({ articles, sections, schedules }: Draft) {
  const grouped = sections.map(({ id, zh, en }) => ({ id, title: { zh, en }, articles: articles.filter(({ section }) => section === id) }))
  return { sections: grouped.filter(({ articles: own }) => own.length > 0), schedules }
}

function problemsOf(draft: Draft, language: Language) {
  const { template } = readAgreementLibrary()
  return draft.problems.map((problem) => ({ ...describeProblem(problem, template, language), fix: problem.data.fix, place: placeOf(problem) }))
}

function parametersOf(draft: Draft) {
  const { template } = readAgreementLibrary()
  return template.parameters.flatMap(({ id, zh, en }) => {
    const words = draft.words[id]
    return words ? [{ id, name: { zh, en }, words }] : []
  })
}

async function findFirstAudit(ctx: Context, agreementId: string) {
  const [audit] = await ctx.db
    .select({ id: auditCycles.id, ref: auditCycles.ref, dueOn: auditCycles.dueEffective, state: auditCycles.state, kind: auditCycles.kind })
    .from(auditCycles)
    .where(and(eq(auditCycles.orgId, ctx.actor.orgId), eq(auditCycles.agreementId, agreementId)))
    .orderBy(asc(auditCycles.createdAt), asc(auditCycles.id))
    .limit(1)
  return audit
}

/** Who can sign for either side. */
async function listSigners(ctx: Context, { vendorId }: Agreement) {
  const contacts = await ctx.db
    .select({ id: vendorContacts.id, name: vendorContacts.name, isSignatory: vendorContacts.isSignatory })
    .from(vendorContacts)
    .where(and(eq(vendorContacts.orgId, ctx.actor.orgId), eq(vendorContacts.vendorId, vendorId), eq(vendorContacts.isActive, true)))
    .orderBy(asc(vendorContacts.name), asc(vendorContacts.id))
  const members = (await listMembers(ctx)).filter(({ isActive, roles }) => isActive && roles.some((role) => role === 'signatory' || role === 'executive'))
  return { company: members.map(({ name }) => name), vendor: contacts }
}
