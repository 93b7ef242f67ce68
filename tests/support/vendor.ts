import type { Context } from '#app/domain/context.server.ts'
import { nextRef } from '#app/domain/vendors/next-ref.server.ts'
import type { Vendor } from '#app/domain/vendors/queries.server.ts'
import { newId } from '#app/platform/ids.server.ts'
import { agreements, auditCycles, cases, engagements, findings, vendorContacts, vendors } from '#db/schema/index.ts'

/** A vendor as a row, in any state that a test wants to start from. */
export async function aVendor(ctx: Context, values: Partial<typeof vendors.$inferInsert> = {}): Promise<Vendor> {
  const ref = await nextRef(ctx, 'V', 'vendor')
  const [vendor] = await ctx.db
    .insert(vendors)
    .values({ orgId: ctx.actor.orgId, id: newId(), ref, name: `Vendor ${ref}`, status: 'draft', createdAt: ctx.now, updatedAt: ctx.now, ...values })
    .returning()
  return vendor!
}

/** A person of the vendor's. */
export async function aContact(ctx: Context, vendorId: string, values: Partial<typeof vendorContacts.$inferInsert> = {}) {
  const id = newId()
  const [contact] = await ctx.db
    .insert(vendorContacts)
    .values({ orgId: ctx.actor.orgId, id, vendorId, name: 'Huang Zhiyuan', email: `huang.${id.slice(-8)}@vendor.example`, createdAt: ctx.now, ...values })
    .returning()
  return contact!
}

/** A service bought from the vendor; its intake is empty unless given. */
export async function anEngagement(ctx: Context, vendorId: string, values: Partial<typeof engagements.$inferInsert> = {}) {
  const requesterId = ctx.actor.kind === 'member' ? ctx.actor.userId : newId()
  const [engagement] = await ctx.db
    .insert(engagements)
    .values({
      orgId: ctx.actor.orgId, id: newId(), ref: await nextRef(ctx, 'E', 'engagement'), vendorId, title: 'Customer hotline',
      status: 'draft', requesterId, intake: {}, createdAt: ctx.now, updatedAt: ctx.now, ...values,
    })
    .returning()
  return engagement!
}

/** An agreement over an engagement of the vendor's, active unless told otherwise. */
export async function anAgreement(ctx: Context, vendorId: string, values: Partial<typeof agreements.$inferInsert> = {}) {
  const engagementId = values.engagementId ?? (await anEngagement(ctx, vendorId, { status: 'submitted' })).id
  const id = newId()
  const [agreement] = await ctx.db
    .insert(agreements)
    .values({
      orgId: ctx.actor.orgId, id, number: `DPA-${id.slice(-6)}`, vendorId, engagementId, status: 'active', parameters: {}, facts: {}, intake: {},
      scope: [], schedules: { accepted: [], subProcessors: [], contacts: [] }, authStart: '2026-01-01', authEnd: '2027-12-31', createdBy: newId(), createdAt: ctx.now, updatedAt: ctx.now, ...values,
    })
    .returning()
  return agreement!
}

/** An audit cycle with its agreement, planned unless told otherwise. */
export async function anAudit(ctx: Context, vendorId: string, values: Partial<typeof auditCycles.$inferInsert> = {}) {
  const agreementId = values.agreementId ?? (await anAgreement(ctx, vendorId)).id
  const id = newId()
  const [audit] = await ctx.db
    .insert(auditCycles)
    .values({
      orgId: ctx.actor.orgId, id, ref: `AU-${id.slice(-6)}`, vendorId, agreementId, kind: 'regular', depth: 'full', state: 'planned',
      dueNominal: values.dueEffective ?? '2027-01-15', dueEffective: '2027-01-15', legalCap: '2027-12-31', createdAt: ctx.now, updatedAt: ctx.now, ...values,
    })
    .returning()
  return audit!
}

/** A violation case of class T, suspected unless told otherwise. */
export async function aCase(ctx: Context, vendorId: string, values: Partial<typeof cases.$inferInsert> = {}) {
  const id = newId()
  const [found] = await ctx.db
    .insert(cases)
    .values({
      orgId: ctx.actor.orgId, id, ref: `C-${id.slice(-6)}`, vendorId, violationId: 'V-01', class: 'T', severity: 'critical', state: 'suspected',
      source: 'audit', facts: 'Records were sold on.', infoTypes: [], detectedAt: ctx.now, reportedBy: { kind: 'system', id: 'test', name: 'test' },
      createdAt: ctx.now, updatedAt: ctx.now, ...values,
    })
    .returning()
  return found!
}

/** An open finding of an assessment, medium unless told otherwise. */
export async function aFinding(ctx: Context, vendorId: string, values: Partial<typeof findings.$inferInsert> = {}) {
  const id = newId()
  const [finding] = await ctx.db
    .insert(findings)
    .values({
      orgId: ctx.actor.orgId, id, ref: `F-${id.slice(-6)}`, vendorId, source: 'assessment', sourceId: newId(), itemId: 'ACC-01', severity: 'medium',
      text: { zh: '共用账号', en: 'Shared accounts' }, clauses: ['R3.1.2'], status: 'open', dueOn: '2027-01-15', firstDueOn: '2027-01-15',
      createdAt: ctx.now, updatedAt: ctx.now, ...values,
    })
    .returning()
  return finding!
}
