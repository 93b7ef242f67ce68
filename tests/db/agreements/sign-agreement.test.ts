import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { activateAgreements } from '#app/domain/agreements/activate-agreements.server.ts'
import { getAgreementFile } from '#app/domain/agreements/agreement-file.server.ts'
import { getAgreement, listSignatures } from '#app/domain/agreements/queries.server.ts'
import { saveAgreement } from '#app/domain/agreements/save-agreement.server.ts'
import { sendAgreement } from '#app/domain/agreements/send-agreement.server.ts'
import { signAgreement } from '#app/domain/agreements/sign-agreement.server.ts'
import { submitAgreement } from '#app/domain/agreements/submit-agreement.server.ts'
import { voidAgreement } from '#app/domain/agreements/void-agreement.server.ts'
import { agreementPdf } from '#app/pdf/agreement-pdf.server.ts'
import { auditCycles, findings, vendors } from '#db/schema/index.ts'
import { AGREEMENT_ROLES, anAgreementAt, COMPANY_SIGNER, VENDOR_SIGNER, type AtStage } from '#tests/support/agreement.ts'
import { aContact, aFinding, aVendor } from '#tests/support/vendor.ts'
import { anOrganisation, NOW, type TestOrganisation } from '#tests/support/world.ts'

const asCompany = (org: TestOrganisation, { agreement }: AtStage, digest = agreement.digest ?? '', now = NOW) =>
  org.run(org.as('executive'), (ctx) => signAgreement(ctx, agreement.id, { ...COMPANY_SIGNER, digest, ip: '203.0.113.7' }), now)
const asVendor = (org: TestOrganisation, { agreement, contact }: AtStage, digest = agreement.digest ?? '') =>
  org.run(contact, (ctx) => signAgreement(ctx, agreement.id, { ...VENDOR_SIGNER, digest }))
const vendorOf = async (org: TestOrganisation, vendorId: string) =>
  org.run(org.as('compliance'), async (ctx) => (await ctx.db.select().from(vendors).where(eq(vendors.id, vendorId)))[0])
const auditsOf = async (org: TestOrganisation, agreementId: string) =>
  org.run(org.as('compliance'), (ctx) => ctx.db.select().from(auditCycles).where(eq(auditCycles.agreementId, agreementId)))

test('one signature is half; the second makes agreement and vendor active and plans the first audit', async () => {
  const org = await anOrganisation(...AGREEMENT_ROLES)
  const at = await anAgreementAt(org, 'sent')
  expect(await asVendor(org, at)).toMatchObject({ status: 'partially_signed', signedAt: null, effectiveOn: null })
  expect(await vendorOf(org, at.vendorId)).toMatchObject({ status: 'contracting' })
  expect(await asCompany(org, at)).toMatchObject({ status: 'active', effectiveOn: '2026-11-24' })
  expect(await vendorOf(org, at.vendorId)).toMatchObject({ status: 'active', activeSince: '2026-11-24' })
  // T2: six months after the effective date; 24 May 2027 is a Monday.
  expect(await auditsOf(org, at.agreement.id)).toMatchObject([{ kind: 'first', state: 'planned', dueNominal: '2027-05-24' }])
})

test('a signature keeps name, role, statement, digest, address and time', async () => {
  const org = await anOrganisation(...AGREEMENT_ROLES)
  const at = await anAgreementAt(org, 'sent')
  await asCompany(org, at)
  const [signature] = await org.run(org.as('compliance'), (ctx) => listSignatures(ctx, at.agreement))
  expect(signature).toMatchObject({ party: 'company', signerKind: 'member', ...COMPANY_SIGNER, digest: at.agreement.digest, ip: '203.0.113.7', signedAt: NOW })
  expect(signature?.consent).toContain(at.agreement.number)
})

test('the file is the frozen text with both signatures and its digest, whatever changes afterwards', async () => {
  const org = await anOrganisation(...AGREEMENT_ROLES)
  const at = await anAgreementAt(org, 'both_signed')
  await org.run(org.as('compliance'), async (ctx) => {
    await ctx.db.update(vendors).set({ name: '改名后的公司', tier: 'T4' }).where(eq(vendors.id, at.vendorId))
    const file = await getAgreementFile(ctx, at.agreement.id)
    expect(file.draft).toEqual(at.agreement.frozenDraft)
    expect(file.digest).toBe(at.agreement.digest)
    expect(file.signatures.map(({ party, digest }) => [party, digest === at.agreement.digest]).sort()).toEqual([['company', true], ['vendor', true]])
    const pdf = agreementPdf({ ...file, printed: 'both', layout: 'stacked' })
    expect(pdf.subarray(0, 5).toString()).toBe('%PDF-')
  })
})

test('a text other than the one that was sent is not signed', async () => {
  const org = await anOrganisation(...AGREEMENT_ROLES)
  const at = await anAgreementAt(org, 'sent')
  await expect(asCompany(org, at, '0'.repeat(64))).rejects.toMatchObject({ key: 'status.blocked.agreement.text_changed' })
  await expect(asVendor(org, at, '')).rejects.toMatchObject({ key: 'status.blocked.agreement.text_changed' })
  expect(await org.run(org.as('compliance'), (ctx) => listSignatures(ctx, at.agreement))).toEqual([])
})

test('nobody signs twice for one side', async () => {
  const org = await anOrganisation(...AGREEMENT_ROLES)
  const at = await anAgreementAt(org, 'vendor_signed')
  await expect(asVendor(org, at)).rejects.toMatchObject({ key: 'status.blocked.agreement.signed_already' })
})

test('both sides signing at the same moment end with one active agreement and one audit', async () => {
  const org = await anOrganisation(...AGREEMENT_ROLES)
  const at = await anAgreementAt(org, 'sent')
  const outcomes = await Promise.all([asCompany(org, at), asVendor(org, at)])
  expect(outcomes.map(({ status }) => status).sort()).toEqual(['active', 'partially_signed'])
  expect(await auditsOf(org, at.agreement.id)).toHaveLength(1)
})

test('signing and voiding at the same moment end in one clear state', async () => {
  const org = await anOrganisation(...AGREEMENT_ROLES)
  const at = await anAgreementAt(org, 'vendor_signed')
  const outcomes = await Promise.allSettled([
    asCompany(org, at),
    org.run(org.as('compliance'), (ctx) => voidAgreement(ctx, at.agreement.id, { reason: 'The service is not needed any more.' })),
  ])
  const { status } = await org.run(org.as('compliance'), (ctx) => getAgreement(ctx, at.agreement.id))
  const vendor = await vendorOf(org, at.vendorId)
  expect(outcomes.filter((each) => each.status === 'fulfilled')).toHaveLength(1)
  expect([status, vendor?.status]).toEqual(status === 'void' ? ['void', 'contracting'] : ['active', 'active'])
})

test('with a later day agreed on, nothing is in force before it', async () => {
  const org = await anOrganisation(...AGREEMENT_ROLES)
  const draft = await anAgreementAt(org, 'complete')
  const { id, revision } = draft.agreement
  await org.run(org.as('procurement'), (ctx) => saveAgreement(ctx, id, { revision, parameters: { effective_date: '2026-12-01' } }))
  await org.run(org.as('procurement'), (ctx) => submitAgreement(ctx, id))
  const at = { ...draft, agreement: await org.run(org.as('compliance'), (ctx) => sendAgreement(ctx, id)) }
  await asVendor(org, at)
  expect(await asCompany(org, at)).toMatchObject({ status: 'signed', effectiveOn: '2026-12-01' })
  expect(await vendorOf(org, at.vendorId)).toMatchObject({ status: 'contracting' })
  await org.run({ kind: 'system', orgId: org.orgId, job: 'tick' }, activateAgreements, new Date('2026-11-30T15:59:00Z'))
  expect(await org.run(org.as('compliance'), (ctx) => getAgreement(ctx, id))).toMatchObject({ status: 'signed' })
  await org.run({ kind: 'system', orgId: org.orgId, job: 'tick' }, activateAgreements, new Date('2026-11-30T16:00:00Z'))
  expect(await org.run(org.as('compliance'), (ctx) => getAgreement(ctx, id))).toMatchObject({ status: 'active' })
  expect(await vendorOf(org, at.vendorId)).toMatchObject({ status: 'active', activeSince: '2026-12-01' })
})

test('a finding found meanwhile keeps the vendor waiting; the next tick makes it active once it is closed', async () => {
  const org = await anOrganisation(...AGREEMENT_ROLES)
  const at = await anAgreementAt(org, 'vendor_signed')
  const finding = await org.run(org.as('compliance'), (ctx) => aFinding(ctx, at.vendorId, { isPreContract: true }))
  expect(await asCompany(org, at)).toMatchObject({ status: 'active' })
  expect(await vendorOf(org, at.vendorId)).toMatchObject({ status: 'contracting' })
  await org.run(org.as('compliance'), async (ctx) => void (await ctx.db.update(findings).set({ status: 'verified' }).where(eq(findings.id, finding.id))))
  await org.run({ kind: 'system', orgId: org.orgId, job: 'tick' }, activateAgreements)
  expect(await vendorOf(org, at.vendorId)).toMatchObject({ status: 'active' })
  expect(await auditsOf(org, at.agreement.id)).toHaveLength(1)
})

test('refuses without permission', async () => {
  const org = await anOrganisation(...AGREEMENT_ROLES)
  const { agreement } = await anAgreementAt(org, 'sent')
  const digest = agreement.digest ?? ''
  for (const role of ['procurement', 'compliance', 'auditor'] as const)
    await expect(org.run(org.as(role), (ctx) => signAgreement(ctx, agreement.id, { ...COMPANY_SIGNER, digest }))).rejects.toMatchObject({ code: 'forbidden' })
})

test("neither another organisation nor another vendor's contact finds it, nor the own one before it is sent", async () => {
  const [one, two] = [await anOrganisation(...AGREEMENT_ROLES), await anOrganisation(...AGREEMENT_ROLES)]
  const at = await anAgreementAt(one, 'sent')
  const signing = { ...VENDOR_SIGNER, digest: at.agreement.digest ?? '' }
  await expect(two.run(two.as('executive'), (ctx) => signAgreement(ctx, at.agreement.id, signing))).rejects.toMatchObject({ code: 'not-found' })
  const stranger = await one.run(one.as('procurement'), async (ctx) => {
    const vendor = await aVendor(ctx)
    return { kind: 'contact' as const, orgId: one.orgId, vendorId: vendor.id, contactId: (await aContact(ctx, vendor.id)).id, name: 'Stranger' }
  })
  await expect(one.run(stranger, (ctx) => signAgreement(ctx, at.agreement.id, signing))).rejects.toMatchObject({ code: 'not-found' })
  await expect(one.run(stranger, (ctx) => getAgreementFile(ctx, at.agreement.id))).rejects.toMatchObject({ code: 'not-found' })
  const draft = await anAgreementAt(one, 'in_review')
  await expect(one.run(draft.contact, (ctx) => getAgreement(ctx, draft.agreement.id))).rejects.toMatchObject({ code: 'not-found' })
})

test('refuses the wrong state', async () => {
  const org = await anOrganisation(...AGREEMENT_ROLES)
  await expect(asCompany(org, await anAgreementAt(org, 'in_review'))).rejects.toMatchObject({ key: 'status.blocked.agreement.wrong_status' })
  await expect(asCompany(org, await anAgreementAt(org, 'both_signed'))).rejects.toMatchObject({ key: 'status.blocked.agreement.wrong_status' })
})
