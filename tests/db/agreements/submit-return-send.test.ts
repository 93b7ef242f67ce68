import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { createHash } from 'node:crypto'
import { listAgreementActs } from '#app/domain/agreements/agreement-acts.server.ts'
import { getAgreement } from '#app/domain/agreements/queries.server.ts'
import { returnAgreement } from '#app/domain/agreements/return-agreement.server.ts'
import { saveAgreement } from '#app/domain/agreements/save-agreement.server.ts'
import { sendAgreement } from '#app/domain/agreements/send-agreement.server.ts'
import { submitAgreement } from '#app/domain/agreements/submit-agreement.server.ts'
import { findings, vendors } from '#db/schema/index.ts'
import { AGREEMENT_ROLES, anAgreementAt } from '#tests/support/agreement.ts'
import { aFinding } from '#tests/support/vendor.ts'
import { anOrganisation } from '#tests/support/world.ts'

const REASON = { reason: 'The ceilings do not fit the service.' }

test('a complete draft goes to compliance, back with a reason, and out again with its text frozen', async () => {
  const org = await anOrganisation(...AGREEMENT_ROLES)
  const { agreement } = await anAgreementAt(org, 'complete')
  expect(await org.run(org.as('procurement'), (ctx) => submitAgreement(ctx, agreement.id))).toMatchObject({ status: 'in_review', digest: null })
  expect(await org.run(org.as('compliance'), (ctx) => returnAgreement(ctx, agreement.id, REASON))).toMatchObject({ status: 'draft' })
  await org.run(org.as('procurement'), (ctx) => submitAgreement(ctx, agreement.id))
  const sent = await org.run(org.as('compliance'), (ctx) => sendAgreement(ctx, agreement.id))
  expect(sent).toMatchObject({ status: 'sent', sentBy: org.as('compliance').userId })
  expect(sent.digest).toBe(createHash('sha256').update(sent.frozenText ?? '', 'utf8').digest('hex'))
  expect(sent.frozenDraft?.articles.length).toBeGreaterThan(30)
  const acts = await org.run(org.as('procurement'), (ctx) => listAgreementActs(ctx, agreement.id))
  expect(acts.map(({ action, reason }) => [action, reason])).toEqual([
    ['send', undefined], ['submit', undefined], ['return', REASON.reason], ['submit', undefined], ['draft', undefined],
  ])
})

test('a draft with problems is not submitted, and says how many there are', async () => {
  const org = await anOrganisation(...AGREEMENT_ROLES)
  const { agreement } = await anAgreementAt(org, 'draft')
  const refusal = org.run(org.as('procurement'), (ctx) => submitAgreement(ctx, agreement.id))
  await expect(refusal).rejects.toMatchObject({ code: 'conflict', key: 'status.blocked.agreement.generation_blocked', data: { count: 4 } })
})

test('an open finding that must be closed before contract blocks sending until it is closed', async () => {
  const org = await anOrganisation(...AGREEMENT_ROLES)
  const { agreement } = await anAgreementAt(org, 'in_review')
  const finding = await org.run(org.as('compliance'), (ctx) => aFinding(ctx, agreement.vendorId, { isPreContract: true }))
  await expect(org.run(org.as('compliance'), (ctx) => sendAgreement(ctx, agreement.id))).rejects.toMatchObject({ key: 'status.blocked.agreement.pre_contract_findings_open', data: { count: 1 } })
  await org.run(org.as('compliance'), async (ctx) => {
    await ctx.db.update(findings).set({ status: 'verified' }).where(eq(findings.id, finding.id))
    expect(await sendAgreement(ctx, agreement.id)).toMatchObject({ status: 'sent' })
  })
})

test('values that nobody changed follow the tier up to the moment of sending; a value looser than the new tier blocks it', async () => {
  const org = await anOrganisation(...AGREEMENT_ROLES)
  const toT1 = (vendorId: string) => org.run(org.as('compliance'), async (ctx) => void (await ctx.db.update(vendors).set({ tier: 'T1' }).where(eq(vendors.id, vendorId))))
  const { agreement } = await anAgreementAt(org, 'in_review')
  await toT1(agreement.vendorId)
  const sent = await org.run(org.as('compliance'), (ctx) => sendAgreement(ctx, agreement.id))
  expect(sent.parameters).toMatchObject({ log_interval_days: 7, audit_min_per_year: 2, first_audit_months: 3 })

  const fixed = (await anAgreementAt(org, 'complete')).agreement
  await org.run(org.as('procurement'), (ctx) => saveAgreement(ctx, fixed.id, { revision: fixed.revision, parameters: { log_interval_days: 30 } }))
  await org.run(org.as('procurement'), (ctx) => submitAgreement(ctx, fixed.id))
  await toT1(fixed.vendorId)
  await expect(org.run(org.as('compliance'), (ctx) => sendAgreement(ctx, fixed.id))).rejects.toMatchObject({ key: 'status.blocked.agreement.generation_blocked', data: { count: 1 } })
})

test('refuses without permission', async () => {
  const org = await anOrganisation(...AGREEMENT_ROLES)
  const { agreement } = await anAgreementAt(org, 'complete')
  await expect(org.run(org.as('auditor'), (ctx) => submitAgreement(ctx, agreement.id))).rejects.toMatchObject({ code: 'forbidden' })
  await expect(org.run(org.as('procurement'), (ctx) => sendAgreement(ctx, agreement.id))).rejects.toMatchObject({ code: 'forbidden' })
  await expect(org.run(org.as('procurement'), (ctx) => returnAgreement(ctx, agreement.id, REASON))).rejects.toMatchObject({ code: 'forbidden' })
})

test("does not find another organisation's agreement", async () => {
  const [one, two] = [await anOrganisation(...AGREEMENT_ROLES), await anOrganisation(...AGREEMENT_ROLES)]
  const { agreement } = await anAgreementAt(one, 'complete')
  await expect(two.run(two.as('procurement'), (ctx) => submitAgreement(ctx, agreement.id))).rejects.toMatchObject({ code: 'not-found' })
  await expect(two.run(two.as('compliance'), (ctx) => sendAgreement(ctx, agreement.id))).rejects.toMatchObject({ code: 'not-found' })
  await expect(two.run(two.as('compliance'), (ctx) => returnAgreement(ctx, agreement.id, REASON))).rejects.toMatchObject({ code: 'not-found' })
})

test('refuses the wrong state', async () => {
  const org = await anOrganisation(...AGREEMENT_ROLES)
  const { agreement } = await anAgreementAt(org, 'sent')
  await expect(org.run(org.as('procurement'), (ctx) => submitAgreement(ctx, agreement.id))).rejects.toMatchObject({ key: 'status.blocked.agreement.wrong_status' })
  await expect(org.run(org.as('compliance'), (ctx) => sendAgreement(ctx, agreement.id))).rejects.toMatchObject({ key: 'status.blocked.agreement.wrong_status' })
  await expect(org.run(org.as('compliance'), (ctx) => returnAgreement(ctx, agreement.id, REASON))).rejects.toMatchObject({ key: 'status.blocked.agreement.wrong_status' })
  expect(await org.run(org.as('compliance'), (ctx) => getAgreement(ctx, agreement.id))).toMatchObject({ status: 'sent', digest: agreement.digest })
})
