import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import type { Context } from '#app/domain/context.server.ts'
import { saveIntake } from '#app/domain/engagements/save-intake.server.ts'
import { fileAccess, PLACE_PERMISSION, type FilePlace } from '#app/domain/evidence/file-place.ts'
import { openFile } from '#app/domain/evidence/open-file.server.ts'
import { getFile } from '#app/domain/evidence/queries.server.ts'
import { storeFile } from '#app/domain/evidence/store-file.server.ts'
import { can, ROLES, type Member, type Role } from '#app/domain/identity/actor.ts'
import { newId } from '#app/platform/ids.server.ts'
import { agreements, auditResults, caseEvidence, cases, caseSteps, evidence, trail } from '#db/schema/index.ts'
import { aPdf } from '#tests/support/assessment.ts'
import { aCaseAt, CASE_ROLES } from '#tests/support/case.ts'
import { aFile } from '#tests/support/file.ts'
import { anAgreement, anAudit, aCase, anEngagement, aVendor } from '#tests/support/vendor.ts'
import { anOrganisation, type TestOrganisation } from '#tests/support/world.ts'

/** Hangs a file of nobody in the organisation on one thing of each kind. */
const HUNG: Record<string, (ctx: Context) => Promise<string>> = {
  'a document of a vendor': async (ctx) => {
    const [vendor, file] = [await aVendor(ctx), await aFile(ctx)]
    await ctx.db.insert(evidence).values({ orgId: ctx.actor.orgId, id: newId(), vendorId: vendor.id, fileId: file.id, type: 'registration', createdAt: ctx.now })
    return file.id
  },
  'an impact assessment': async (ctx) => {
    const file = await aFile(ctx)
    await anEngagement(ctx, (await aVendor(ctx)).id, { piaFileId: file.id })
    return file.id
  },
  'a signed agreement': async (ctx) => {
    const file = await aFile(ctx)
    const { id } = await anAgreement(ctx, (await aVendor(ctx)).id)
    await ctx.db.update(agreements).set({ signedFileId: file.id }).where(eq(agreements.id, id))
    return file.id
  },
  "an audit's result": async (ctx) => {
    const file = await aFile(ctx)
    const { id } = await anAudit(ctx, (await aVendor(ctx)).id)
    await ctx.db.insert(auditResults).values({ orgId: ctx.actor.orgId, auditId: id, checkId: 'A-01', outcome: 'conform', fileId: file.id, updatedAt: ctx.now, updatedBy: newId() })
    return file.id
  },
  'evidence of a case': async (ctx) => {
    const file = await aFile(ctx)
    const { id } = await aCase(ctx, (await aVendor(ctx)).id)
    await ctx.db.insert(caseEvidence).values({ orgId: ctx.actor.orgId, id: newId(), caseId: id, fileId: file.id, description: 'Log extract', collectedBy: newId(), collectedAt: ctx.now })
    return file.id
  },
  'a step of a termination': async (ctx) => {
    const file = await aFile(ctx)
    const { id } = await aCase(ctx, (await aVendor(ctx)).id)
    await ctx.db.insert(caseSteps).values({ orgId: ctx.actor.orgId, caseId: id, stepId: 'W-12', startedAt: ctx.now, fileId: file.id, updatedAt: ctx.now })
    return file.id
  },
  'the notice of a termination': async (ctx) => {
    const file = await aFile(ctx)
    const { id } = await aCase(ctx, (await aVendor(ctx)).id)
    await ctx.db.update(cases).set({ noticeFileId: file.id }).where(eq(cases.id, id))
    return file.id
  },
}

const PLACE_OF: Record<string, FilePlace> = {
  'a document of a vendor': 'document', 'an impact assessment': 'request', 'a signed agreement': 'agreement', "an audit's result": 'audit',
  'evidence of a case': 'case', 'a step of a termination': 'case', 'the notice of a termination': 'case',
}

const system = ({ orgId }: TestOrganisation) => ({ kind: 'system', orgId, job: 'test' }) as const

/** What opening a file comes to: the bytes are not read, since there are none. */
const opening = (org: TestOrganisation, actor: Member, fileId: string) =>
  org.run(actor, (ctx) => getFile(ctx, fileId).then(() => 'open', (error: { code: string }) => error.code))

test.each(Object.keys(HUNG))('%s is read by every role that may read what it hangs on, and by no other', async (what) => {
  const org = await anOrganisation(...ROLES)
  const fileId = await org.run(system(org), HUNG[what]!)
  for (const role of ROLES) {
    const may = can(org.as(role), PLACE_PERMISSION[PLACE_OF[what]!])
    expect([role, await opening(org, org.as(role), fileId)]).toEqual([role, may ? 'open' : 'forbidden'])
  }
})

test("a case's evidence opens for auditor, procurement and business owner, not for who handles requests or signs", async () => {
  const org = await anOrganisation(...CASE_ROLES, 'business_owner', 'dsr_handler', 'signatory')
  const { id: caseId } = await aCaseAt(org, { stage: 'examined' })
  const [item] = await org.run(system(org), ({ db }) => db.select().from(caseEvidence).where(eq(caseEvidence.caseId, caseId)))
  for (const role of ['auditor', 'procurement', 'business_owner'] satisfies Role[]) {
    expect((await org.run(org.as(role), (ctx) => openFile(ctx, item!.fileId!))).file.name).toBe('log-extract.txt')
  }
  for (const role of ['dsr_handler', 'signatory'] satisfies Role[]) {
    await expect(org.run(org.as(role), (ctx) => openFile(ctx, item!.fileId!))).rejects.toMatchObject({ code: 'forbidden', data: { permission: 'violation.read' } })
  }
  const downloads = await org.run(system(org), ({ db }) => db.select().from(trail).where(eq(trail.action, 'file.download')))
  expect(downloads.map(({ actorName }) => actorName)).toEqual(['auditor', 'procurement', 'business_owner'])
})

test('a file that is also a document of the vendor opens by either', async () => {
  const org = await anOrganisation('signatory')
  const fileId = await org.run(system(org), async (ctx) => {
    const fileId = await HUNG['evidence of a case']!(ctx)
    await ctx.db.insert(evidence).values({ orgId: ctx.actor.orgId, id: newId(), vendorId: (await aVendor(ctx)).id, fileId, type: 'registration', createdAt: ctx.now })
    return fileId
  })
  expect(await opening(org, org.as('signatory'), fileId)).toBe('open')
})

test('what hangs on nothing yet is its uploader’s alone', async () => {
  const org = await anOrganisation('procurement', 'compliance')
  const { id } = await org.run(org.as('procurement'), (ctx) => storeFile(ctx, aPdf()))
  expect(await opening(org, org.as('procurement'), id)).toBe('open')
  expect(await opening(org, org.as('compliance'), id)).toBe('not-found')
  expect(fileAccess(org.as('compliance'), { places: [], uploaderId: 'somebody' })).toEqual({ outcome: 'hidden' })
})

test("somebody else's file cannot be made readable by naming it as an impact assessment", async () => {
  const org = await anOrganisation('procurement')
  const stranger = await org.run(system(org), (ctx) => aFile(ctx))
  await org.run(org.as('procurement'), async (ctx) => {
    const engagement = await anEngagement(ctx, (await aVendor(ctx)).id)
    const naming = saveIntake(ctx, engagement.id, { title: 'x', revision: 1, intake: { 'IN-19': [stranger.id] }, notes: {} })
    await expect(naming).rejects.toMatchObject({ code: 'not-found' })
  })
})
