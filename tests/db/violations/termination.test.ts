import { describe, expect, test } from 'vitest'
import { closeRemediated } from '#app/domain/violations/close-remediated.server.ts'
import { closeTerminated } from '#app/domain/violations/close-terminated.server.ts'
import { completeStep } from '#app/domain/violations/complete-step.server.ts'
import { dismissCase } from '#app/domain/violations/dismiss-case.server.ts'
import { issueTerminationNotice } from '#app/domain/violations/issue-termination-notice.server.ts'
import { listSteps } from '#app/domain/violations/queries.server.ts'
import { waiveStep } from '#app/domain/violations/waive-step.server.ts'
import { getVendor } from '#app/domain/vendors/queries.server.ts'
import { agreements, files, vendorBans } from '#db/schema/index.ts'
import { eq } from 'drizzle-orm'
import { aCaseAt, aFile, aNotice, CASE_ROLES, REASON } from '#tests/support/case.ts'
import { itRefuses } from '#tests/support/case-refusals.ts'
import { aCase, anAgreement } from '#tests/support/vendor.ts'
import { anOrganisation, NOW } from '#tests/support/world.ts'

describe('issue the termination notice', () => {
  itRefuses({ call: (ctx, { id }) => issueTerminationNotice(ctx, id, aNotice()), as: 'compliance_head', not: 'compliance', at: 'confirmed', wrongAt: 'examined' })

  test('ends every signed and active agreement, leaves drafts, and is refused twice', async () => {
    const org = await anOrganisation(...CASE_ROLES)
    const found = await aCaseAt(org, { stage: 'confirmed' })
    await org.run(org.as('compliance_head'), async (ctx) => {
      await anAgreement(ctx, found.vendorId, { status: 'signed', number: 'DPA-LATER', effectiveOn: '2027-01-01' })
      await anAgreement(ctx, found.vendorId, { status: 'draft', number: 'DPA-DRAFT' })
      await issueTerminationNotice(ctx, found.id, aNotice())
      const statuses = await ctx.db.select({ status: agreements.status }).from(agreements).where(eq(agreements.vendorId, found.vendorId))
      expect(statuses.map(({ status }) => status).sort()).toEqual(['draft', 'terminated', 'terminated'])
      await expect(issueTerminationNotice(ctx, found.id, aNotice())).rejects.toMatchObject({ key: 'status.blocked.case.wrong_state' })
    })
  })

  test('a notice that is no PDF leaves nothing behind', async () => {
    const org = await anOrganisation(...CASE_ROLES)
    const found = await aCaseAt(org, { stage: 'confirmed' })
    await org.run(org.as('compliance_head'), async (ctx) => {
      const before = await ctx.db.select({ id: files.id }).from(files)
      await expect(issueTerminationNotice(ctx, found.id, { notice: aFile('plain words', 'notice.pdf') })).rejects.toMatchObject({ code: 'invalid' })
      expect(await ctx.db.select({ id: files.id }).from(files)).toEqual(before)
      expect(await ctx.db.select().from(vendorBans)).toEqual([])
    })
  })

  test('a ban lasts as long as the agreement says', async () => {
    const org = await anOrganisation(...CASE_ROLES)
    const found = await aCaseAt(org, { stage: 'confirmed' })
    await org.run(org.as('compliance_head'), async (ctx) => {
      await ctx.db.update(agreements).set({ parameters: { reonboard_ban_months: 60 } }).where(eq(agreements.vendorId, found.vendorId))
      await issueTerminationNotice(ctx, found.id, aNotice())
      expect(await ctx.db.select().from(vendorBans)).toMatchObject([{ fromOn: '2026-11-24', untilOn: '2031-11-24' }])
    })
  })
})

describe('record a step', () => {
  itRefuses({ call: (ctx, { id }) => completeStep(ctx, id, { stepId: 'W-03', proof: 'Told' }), as: 'compliance', not: 'auditor', at: 'terminating', wrongAt: 'examined', wrongKey: 'errors.not_found' })

  test('keeps who, when, what and the document; deletion starts the certificate’s clock', async () => {
    const org = await anOrganisation(...CASE_ROLES)
    const found = await aCaseAt(org, { stage: 'terminating' })
    const later = new Date('2026-12-01T02:00:00Z')
    await org.run(org.as('compliance'), async (ctx) => {
      await completeStep(ctx, found.id, { stepId: 'W-11', proof: 'Everything wiped', file: aFile() })
      const steps = await listSteps(ctx, found.id)
      expect(steps.find(({ stepId }) => stepId === 'W-11')).toMatchObject({ doneAt: later, doneBy: 'compliance', proof: 'Everything wiped', fileId: expect.any(String) })
      // Five days after 1 December end with the 6th.
      expect(steps.find(({ stepId }) => stepId === 'W-12')?.dueAt?.toISOString()).toBe('2026-12-06T16:00:00.000Z')
      expect(steps.find(({ stepId }) => stepId === 'W-13')?.dueAt).toBeNull()
      await completeStep(ctx, found.id, { stepId: 'W-12', proof: 'Certificate in', file: undefined })
      expect((await listSteps(ctx, found.id)).find(({ stepId }) => stepId === 'W-13')?.dueAt?.toISOString()).toBe('2026-12-16T16:00:00.000Z')
    }, later)
  })

  test.each([
    ['the certificate before the deletion', 'compliance', 'W-12', 'cases.step.blocked.waits'],
    ['what the product does', 'compliance', 'W-17', 'cases.step.blocked.by_itself'],
    ['another role’s step', 'legal', 'W-05', 'cases.step.blocked.not_the_owner'],
  ] as const)('refuses %s', async (_, role, stepId, key) => {
    const org = await anOrganisation(...CASE_ROLES)
    const found = await aCaseAt(org, { stage: 'terminating' })
    await expect(org.run(org.as(role), (ctx) => completeStep(ctx, found.id, { stepId, proof: 'x' }))).rejects.toMatchObject({ key })
  })

  test('its own role may; nobody may twice', async () => {
    const org = await anOrganisation(...CASE_ROLES)
    const found = await aCaseAt(org, { stage: 'terminating' })
    await org.run(org.as('security'), async (ctx) => {
      await completeStep(ctx, found.id, { stepId: 'W-05', proof: 'Kept' })
      await expect(completeStep(ctx, found.id, { stepId: 'W-05', proof: 'Kept' })).rejects.toMatchObject({ key: 'cases.step.blocked.settled' })
    })
    await org.run(org.as('legal'), (ctx) => completeStep(ctx, found.id, { stepId: 'W-15', proof: 'Assessed' }))
    await org.run(org.as('procurement'), (ctx) => completeStep(ctx, found.id, { stepId: 'W-09', proof: 'In house from now on' }))
  })
})

describe('waive a step', () => {
  itRefuses({ call: (ctx, { id }) => waiveStep(ctx, id, { stepId: 'W-09', reason: REASON, proof: 'Minutes' }), as: 'compliance_head', not: 'compliance', at: 'terminating', wrongAt: 'examined', wrongKey: 'errors.not_found' })

  test('leaves it out in writing; certificate and verification never', async () => {
    const org = await anOrganisation(...CASE_ROLES)
    const found = await aCaseAt(org, { stage: 'terminating' })
    await org.run(org.as('compliance_head'), async (ctx) => {
      await waiveStep(ctx, found.id, { stepId: 'W-09', reason: REASON, proof: 'Minutes' })
      expect((await listSteps(ctx, found.id)).find(({ stepId }) => stepId === 'W-09')).toMatchObject({ waivedAt: NOW, waivedBy: 'compliance_head', waiverReason: REASON, proof: 'Minutes', doneAt: null })
      await waiveStep(ctx, found.id, { stepId: 'W-11', reason: REASON, proof: 'Law asks to keep it' })
      for (const stepId of ['W-12', 'W-14', 'W-17'])
        await expect(waiveStep(ctx, found.id, { stepId, reason: REASON, proof: 'x' })).rejects.toMatchObject({ key: expect.stringMatching(/blocked/) })
    })
  })
})

describe('close the termination', () => {
  itRefuses({ call: (ctx, { id }) => closeTerminated(ctx, id), as: 'compliance_head', not: 'compliance', at: 'terminating', wrongAt: 'confirmed' })

  test('only with the certificate verified', async () => {
    const org = await anOrganisation(...CASE_ROLES)
    const found = await aCaseAt(org, { stage: 'terminating' })
    await org.run(org.as('compliance_head'), async (ctx) => {
      for (const stepId of ['W-02', 'W-03', 'W-04', 'W-05', 'W-07', 'W-08', 'W-09', 'W-11', 'W-16']) await waiveStep(ctx, found.id, { stepId, reason: REASON, proof: 'x' })
      await completeStep(ctx, found.id, { stepId: 'W-12', proof: 'Certificate in' })
      await expect(closeTerminated(ctx, found.id)).rejects.toMatchObject({ key: 'status.blocked.case.steps_open' })
      await completeStep(ctx, found.id, { stepId: 'W-13', proof: 'Ten samples, no row' })
      expect(await closeTerminated(ctx, found.id)).toMatchObject({ state: 'closed_terminated' })
    })
  })

  test('while another case runs the vendor stays terminating; the last one ends it', async () => {
    const org = await anOrganisation(...CASE_ROLES)
    const found = await aCaseAt(org, { stage: 'terminating' })
    await org.run(org.as('compliance_head'), async (ctx) => {
      await aCase(ctx, found.vendorId, { state: 'must_terminate' })
      for (const stepId of ['W-02', 'W-03', 'W-04', 'W-05', 'W-07', 'W-08', 'W-09', 'W-11', 'W-12', 'W-13', 'W-16']) await completeStep(ctx, found.id, { stepId, proof: 'x' })
      await closeTerminated(ctx, found.id)
      expect(await getVendor(ctx, found.vendorId)).toMatchObject({ status: 'terminating' })
    })
  })
})

test('a case that must terminate takes no other way out', async () => {
  const org = await anOrganisation(...CASE_ROLES)
  const found = await aCaseAt(org, { stage: 'confirmed' })
  await org.run(org.as('compliance_head'), async (ctx) => {
    await expect(dismissCase(ctx, found.id, { reason: REASON, revision: found.revision })).rejects.toMatchObject({ key: 'status.blocked.case.wrong_state' })
    await expect(closeRemediated(ctx, found.id)).rejects.toMatchObject({ key: 'status.blocked.case.wrong_state' })
    await expect(closeTerminated(ctx, found.id)).rejects.toMatchObject({ key: 'status.blocked.case.wrong_state' })
  })
})
