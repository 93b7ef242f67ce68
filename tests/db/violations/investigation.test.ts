import { describe, expect, test } from 'vitest'
import { addEvidence } from '#app/domain/violations/add-evidence.server.ts'
import { closeNotSubstantiated } from '#app/domain/violations/close-not-substantiated.server.ts'
import { markNotSubstantiated } from '#app/domain/violations/mark-not-substantiated.server.ts'
import { getCase } from '#app/domain/violations/queries.server.ts'
import { recordVendorResponse } from '#app/domain/violations/record-vendor-response.server.ts'
import { sendStatement } from '#app/domain/violations/send-statement.server.ts'
import { startInvestigation } from '#app/domain/violations/start-investigation.server.ts'
import { keepFile } from '#app/domain/evidence/keep-file.server.ts'
import { receiveFile } from '#app/domain/evidence/receive-file.server.ts'
import { caseEvidence, trail, vendors } from '#db/schema/index.ts'
import { createHash } from 'node:crypto'
import { eq } from 'drizzle-orm'
import { aCaseAt, aFile, CASE_ROLES, REASON } from '#tests/support/case.ts'
import { itRefuses } from '#tests/support/case-refusals.ts'
import { anOrganisation, NOW } from '#tests/support/world.ts'

const STATEMENT = 'You handed records to a company that we had not agreed to.'

describe('start an investigation', () => {
  itRefuses({ call: (ctx, { id, revision }) => startInvestigation(ctx, id, { investigatorId: ctx.actor.kind === 'member' ? ctx.actor.userId : '', revision }), as: 'compliance', not: 'legal', at: 'triaged', wrongAt: 'suspected' })

  test('names the investigator, who has to be a member', async () => {
    const org = await anOrganisation(...CASE_ROLES)
    const found = await aCaseAt(org, { stage: 'triaged' })
    await org.run(org.as('compliance'), async (ctx) => {
      await expect(startInvestigation(ctx, found.id, { investigatorId: crypto.randomUUID(), revision: found.revision })).rejects.toMatchObject({ fields: [{ field: 'investigatorId' }] })
      expect(await startInvestigation(ctx, found.id, { investigatorId: org.as('security').userId, revision: found.revision })).toMatchObject({ state: 'investigating', investigatorId: org.as('security').userId, investigatingAt: NOW })
    })
  })
})

describe('send a statement of facts', () => {
  itRefuses({ call: (ctx, { id, revision }) => sendStatement(ctx, id, { statement: STATEMENT, revision }), as: 'compliance', not: 'legal', at: 'investigating', wrongAt: 'triaged' })

  test.each([
    ['V-04', '2026-11-25T02:00:00.000Z'],
    ['V-09', '2026-11-27T16:00:00.000Z'],
  ])('%s gives the vendor until %s', async (violationId, answerDueAt) => {
    const org = await anOrganisation(...CASE_ROLES)
    const found = await aCaseAt(org, { violationId, stage: 'investigating' })
    await org.run(org.as('compliance'), async (ctx) => expect(await sendStatement(ctx, found.id, { statement: STATEMENT, revision: found.revision })).toMatchObject({ state: 'vendor_response', statement: STATEMENT, statementSentAt: NOW }))
    const [entry] = await org.run(org.as('compliance'), ({ db }) => db.select().from(trail).where(eq(trail.action, 'case.hear_vendor')))
    expect(JSON.parse(entry!.body)).toMatchObject({ data: { answerDueAt } })
  })
})

describe("record the vendor's answer", () => {
  itRefuses({ call: (ctx, { id }) => recordVendorResponse(ctx, id, { reply: 'We did not.' }), as: 'compliance', not: 'legal', at: 'investigating', wrongAt: 'triaged' })

  test('the investigation goes on with it', async () => {
    const org = await anOrganisation(...CASE_ROLES)
    const found = await aCaseAt(org, { stage: 'investigating' })
    await org.run(org.as('compliance'), async (ctx) => {
      await sendStatement(ctx, found.id, { statement: STATEMENT, revision: found.revision })
      expect(await recordVendorResponse(ctx, found.id, { reply: 'We did not.' })).toMatchObject({ state: 'investigating', vendorStatement: 'We did not.', vendorRepliedAt: NOW, investigatingAt: found.investigatingAt })
    })
  })
})

describe('add evidence', () => {
  itRefuses({
    call: (ctx, { id }) => addEvidence(ctx, id, { description: 'Records', file: aFile() }),
    as: 'compliance', not: 'procurement', at: 'suspected', wrongAt: 'confirmed', wrongKey: 'cases.problem.frozen',
  })

  test('keeps the file sealed with its hash', async () => {
    const org = await anOrganisation(...CASE_ROLES)
    const found = await aCaseAt(org)
    await org.run(org.as('security'), async (ctx) => {
      await addEvidence(ctx, found.id, { description: 'Invoices', file: aFile('invoice 1\n') })
      const sha256 = createHash('sha256').update('invoice 1\n').digest('hex')
      expect(await ctx.db.select().from(caseEvidence)).toMatchObject([{ caseId: found.id, description: 'Invoices', sha256, collectedBy: org.as('security').userId }])
    })
  })

  test('takes a file that was sent ahead, but only one’s own; without a file there is no evidence', async () => {
    const org = await anOrganisation(...CASE_ROLES)
    const found = await aCaseAt(org)
    const theirs = await org.run(org.as('legal'), async (ctx) => keepFile(ctx, await receiveFile(org.orgId, aFile())))
    await org.run(org.as('security'), async (ctx) => {
      const own = await keepFile(ctx, await receiveFile(org.orgId, aFile()))
      await addEvidence(ctx, found.id, { description: 'Logs', file: { fileId: own.id } })
      await expect(addEvidence(ctx, found.id, { description: 'Logs', file: { fileId: theirs.id } })).rejects.toMatchObject({ code: 'not-found' })
      await expect(addEvidence(ctx, found.id, { description: 'Logs' })).rejects.toMatchObject({ code: 'invalid', fields: [{ field: 'file', key: 'form.required' }] })
      expect(await ctx.db.select().from(caseEvidence)).toMatchObject([{ fileId: own.id }])
    })
  })
})

describe('not substantiated', () => {
  itRefuses({ call: (ctx, { id, revision }) => markNotSubstantiated(ctx, id, { conclusion: REASON, revision }), as: 'compliance', not: 'legal', at: 'examined', wrongAt: 'triaged' })

  test('rests on evidence, and closes once the supply is back or its reason is written down', async () => {
    const org = await anOrganisation(...CASE_ROLES)
    const bare = await aCaseAt(org, { stage: 'investigating' })
    await org.run(org.as('compliance'), async (ctx) => {
      await expect(markNotSubstantiated(ctx, bare.id, { conclusion: REASON, revision: bare.revision })).rejects.toMatchObject({ key: 'status.blocked.case.evidence_missing' })
      const found = await addEvidence(ctx, bare.id, { description: 'Contract', file: aFile() })
      const cleared = await markNotSubstantiated(ctx, bare.id, { conclusion: REASON, revision: found.revision })
      expect(cleared).toMatchObject({ state: 'not_substantiated', decisionReason: REASON })
      await expect(closeNotSubstantiated(ctx, bare.id, { keepReason: undefined, revision: cleared.revision })).rejects.toMatchObject({ key: 'status.blocked.case.supply_still_suspended' })
      expect(await closeNotSubstantiated(ctx, bare.id, { keepReason: 'An audit is overdue as well.', revision: cleared.revision })).toMatchObject({ state: 'closed_not_substantiated', closedAt: NOW })
    })
  })

  test('closes without a word when the supply runs', async () => {
    const org = await anOrganisation(...CASE_ROLES)
    const found = await aCaseAt(org, { violationId: 'V-12', stage: 'examined' })
    await org.run(org.as('compliance'), async (ctx) => {
      const { revision } = await markNotSubstantiated(ctx, found.id, { conclusion: REASON, revision: found.revision })
      expect(await closeNotSubstantiated(ctx, found.id, { keepReason: undefined, revision })).toMatchObject({ state: 'closed_not_substantiated' })
    })
  })
})

describe('close as not substantiated', () => {
  itRefuses({ call: (ctx, { id, revision }) => closeNotSubstantiated(ctx, id, { keepReason: REASON, revision }), as: 'compliance', not: 'legal', at: 'examined', wrongAt: 'examined' })
})

test('a case whose vendor is gone from the desk still reads', async () => {
  const org = await anOrganisation(...CASE_ROLES)
  const found = await aCaseAt(org)
  await org.run(org.as('compliance'), async (ctx) => {
    await ctx.db.update(vendors).set({ status: 'withdrawn' }).where(eq(vendors.id, found.vendorId))
    expect(await getCase(ctx, found.id)).toMatchObject({ id: found.id })
    await expect(getCase(ctx, 'C-0001')).rejects.toMatchObject({ code: 'not-found' })
  })
})
