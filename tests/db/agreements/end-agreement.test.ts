import { expect, test } from 'vitest'
import { activateAgreements } from '#app/domain/agreements/activate-agreements.server.ts'
import { listAgreementActs } from '#app/domain/agreements/agreement-acts.server.ts'
import { declineAgreement } from '#app/domain/agreements/decline-agreement.server.ts'
import { expireAgreement } from '#app/domain/agreements/expire-agreement.server.ts'
import { linkAgreement } from '#app/domain/agreements/link-agreement.server.ts'
import { readPortalAgreement } from '#app/domain/agreements/portal-agreement.server.ts'
import { getAgreement } from '#app/domain/agreements/queries.server.ts'
import { voidAgreement } from '#app/domain/agreements/void-agreement.server.ts'
import { AGREEMENT_ROLES, anAgreementAt } from '#tests/support/agreement.ts'
import { anOrganisation } from '#tests/support/world.ts'

const REASON = { reason: 'The service is bought elsewhere.' }
const LAST_MINUTE = new Date('2028-11-30T15:59:00Z')
const MIDNIGHT = new Date('2028-11-30T16:00:00Z')

test('void: an agreement not yet signed by both ends with its reason, whatever was collected', async () => {
  const org = await anOrganisation(...AGREEMENT_ROLES)
  for (const stage of ['draft', 'in_review', 'sent', 'vendor_signed'] as const) {
    const { agreement } = await anAgreementAt(org, stage)
    expect(await org.run(org.as('compliance'), (ctx) => voidAgreement(ctx, agreement.id, REASON))).toMatchObject({ status: 'void', endReason: REASON.reason })
  }
})

test('void: refuses without permission, a foreign agreement, and one in force', async () => {
  const [one, two] = [await anOrganisation(...AGREEMENT_ROLES), await anOrganisation(...AGREEMENT_ROLES)]
  const { agreement } = await anAgreementAt(one, 'both_signed')
  await expect(one.run(one.as('procurement'), (ctx) => voidAgreement(ctx, agreement.id, REASON))).rejects.toMatchObject({ code: 'forbidden' })
  await expect(two.run(two.as('compliance'), (ctx) => voidAgreement(ctx, agreement.id, REASON))).rejects.toMatchObject({ code: 'not-found' })
  await expect(one.run(one.as('compliance'), (ctx) => voidAgreement(ctx, agreement.id, REASON))).rejects.toMatchObject({ key: 'status.blocked.agreement.wrong_status' })
})

test('expire: the authorisation lasts to 24:00 of its last day in the organisation’s zone', async () => {
  const org = await anOrganisation(...AGREEMENT_ROLES)
  const { agreement } = await anAgreementAt(org, 'both_signed')
  const tick = { kind: 'system' as const, orgId: org.orgId, job: 'tick' }
  await org.run(tick, activateAgreements, LAST_MINUTE)
  expect(await org.run(tick, (ctx) => getAgreement(ctx, agreement.id))).toMatchObject({ status: 'active' })
  await org.run(tick, activateAgreements, MIDNIGHT)
  expect(await org.run(tick, (ctx) => getAgreement(ctx, agreement.id))).toMatchObject({ status: 'expired', endedAt: MIDNIGHT })
})

test('expire: refuses without permission, a foreign agreement, one before its time and one that does not run', async () => {
  const [one, two] = [await anOrganisation(...AGREEMENT_ROLES), await anOrganisation(...AGREEMENT_ROLES)]
  const { agreement } = await anAgreementAt(one, 'both_signed')
  const tick = { kind: 'system' as const, orgId: one.orgId, job: 'tick' }
  await expect(one.run(one.as('procurement'), (ctx) => expireAgreement(ctx, agreement.id), MIDNIGHT)).rejects.toMatchObject({ code: 'forbidden' })
  await expect(two.run({ ...tick, orgId: two.orgId }, (ctx) => expireAgreement(ctx, agreement.id), MIDNIGHT)).rejects.toMatchObject({ code: 'not-found' })
  await expect(one.run(tick, (ctx) => expireAgreement(ctx, agreement.id), LAST_MINUTE)).rejects.toMatchObject({ key: 'status.blocked.agreement.not_ended_yet' })
  const sent = await anAgreementAt(one, 'sent')
  await expect(one.run(tick, (ctx) => expireAgreement(ctx, sent.agreement.id), MIDNIGHT)).rejects.toMatchObject({ key: 'status.blocked.agreement.wrong_status' })
})

test('decline: the company reads the reason, the agreement stays open, the vendor sees that it declined', async () => {
  const org = await anOrganisation(...AGREEMENT_ROLES)
  const { agreement, contact } = await anAgreementAt(org, 'sent')
  expect(await org.run(contact, (ctx) => declineAgreement(ctx, agreement.id, REASON))).toMatchObject({ status: 'sent' })
  const [act] = await org.run(org.as('compliance'), (ctx) => listAgreementActs(ctx, agreement.id))
  expect(act).toMatchObject({ action: 'decline', by: contact.name, reason: REASON.reason })
  expect(await org.run(contact, (ctx) => readPortalAgreement(ctx, agreement.id))).toMatchObject({ isWaiting: true, hasDeclined: true })
})

test('decline: refuses members, a foreign contact, and a vendor that has signed', async () => {
  const [one, two] = [await anOrganisation(...AGREEMENT_ROLES), await anOrganisation(...AGREEMENT_ROLES)]
  const { agreement, contact } = await anAgreementAt(one, 'vendor_signed')
  const other = await anAgreementAt(two, 'sent')
  await expect(one.run(one.as('compliance'), (ctx) => declineAgreement(ctx, agreement.id, REASON))).rejects.toMatchObject({ code: 'forbidden' })
  await expect(two.run(other.contact, (ctx) => declineAgreement(ctx, agreement.id, REASON))).rejects.toMatchObject({ code: 'not-found' })
  await expect(one.run(contact, (ctx) => declineAgreement(ctx, agreement.id, REASON))).rejects.toMatchObject({ key: 'status.blocked.agreement.signed_already' })
})

test('link: a way in for one contact of this vendor, only while signatures are open', async () => {
  const [one, two] = [await anOrganisation(...AGREEMENT_ROLES), await anOrganisation(...AGREEMENT_ROLES)]
  const { agreement, contact } = await anAgreementAt(one, 'sent')
  const { contactId } = contact
  expect((await one.run(one.as('compliance'), (ctx) => linkAgreement(ctx, agreement.id, { contactId }))).link).toMatch(/\/l\/[\w.-]{20,}$/)
  await expect(one.run(one.as('procurement'), (ctx) => linkAgreement(ctx, agreement.id, { contactId }))).rejects.toMatchObject({ code: 'forbidden' })
  await expect(two.run(two.as('compliance'), (ctx) => linkAgreement(ctx, agreement.id, { contactId }))).rejects.toMatchObject({ code: 'not-found' })
  const other = await anAgreementAt(one, 'in_review')
  await expect(one.run(one.as('compliance'), (ctx) => linkAgreement(ctx, agreement.id, { contactId: other.contact.contactId }))).rejects.toMatchObject({ code: 'not-found' })
  await expect(one.run(one.as('compliance'), (ctx) => linkAgreement(ctx, other.agreement.id, { contactId: other.contact.contactId }))).rejects.toMatchObject({ key: 'status.blocked.agreement.wrong_status' })
})

test('the vendor never sees deviations or problems, only the text', async () => {
  const org = await anOrganisation(...AGREEMENT_ROLES)
  const { agreement, contact } = await anAgreementAt(org, 'sent')
  const page = await org.run(contact, (ctx) => readPortalAgreement(ctx, agreement.id))
  expect(Object.keys(page).sort()).toEqual(['authEnd', 'authStart', 'digest', 'effectiveOn', 'hasDeclined', 'id', 'isWaiting', 'number', 'schedules', 'sections', 'service', 'signatures', 'status'])
})
