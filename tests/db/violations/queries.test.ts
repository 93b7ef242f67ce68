import { expect, test } from 'vitest'
import { getCaseFile } from '#app/domain/violations/case-file.server.ts'
import { getNoticeFacts } from '#app/domain/violations/notice-facts.server.ts'
import { listClosedCases, listOpenCases } from '#app/domain/violations/queries.server.ts'
import { renderTerminationNotice } from '#app/pdf/render-termination-notice.server.ts'
import { aCaseAt, CASE_ROLES } from '#tests/support/case.ts'
import { aCase, aVendor } from '#tests/support/vendor.ts'
import { anOrganisation, NOW } from '#tests/support/world.ts'

test('open cases come by the clock that ends first; closed ones by the last closed, page after page', async () => {
  const org = await anOrganisation(...CASE_ROLES)
  await org.run(org.as('compliance'), async (ctx) => {
    const vendor = await aVendor(ctx)
    const medium = await aCase(ctx, vendor.id, { violationId: 'V-12', class: 'D', severity: 'medium' })
    const critical = await aCase(ctx, vendor.id)
    const noClock = await aCase(ctx, vendor.id, { state: 'triaged', createdAt: new Date('2026-11-01T00:00:00Z') })
    const day = (n: number) => new Date(NOW.getTime() - n * 86_400_000)
    for (let n = 0; n < 52; n++) await aCase(ctx, vendor.id, { state: 'dismissed', closedAt: day(n) })
    const open = await listOpenCases(ctx)
    expect(open.map(({ id }) => id)).toEqual([critical.id, medium.id, noClock.id])
    expect(open.map(({ deadline }) => deadline?.dueAt.toISOString())).toEqual(['2026-11-24T06:00:00.000Z', '2026-11-25T16:00:00.000Z', undefined])
    const first = await listClosedCases(ctx)
    expect([first.length, first[0]?.closedAt]).toEqual([51, NOW])
    const second = await listClosedCases(ctx, { before: first[49]!.id })
    expect(second.map(({ closedAt }) => closedAt)).toEqual([day(50), day(51)])
  })
})

test('lists and pages are for those who may read cases', async () => {
  const org = await anOrganisation(...CASE_ROLES, 'dsr_handler')
  const found = await aCaseAt(org)
  await org.run(org.as('dsr_handler'), async (ctx) => {
    await expect(listOpenCases(ctx)).rejects.toMatchObject({ code: 'forbidden' })
    await expect(getCaseFile(ctx, found.id)).rejects.toMatchObject({ code: 'forbidden' })
  })
})

test('the page has evidence, steps with who may record them, and what happened', async () => {
  const org = await anOrganisation(...CASE_ROLES)
  const found = await aCaseAt(org, { stage: 'terminating' })
  const file = await org.run(org.as('legal'), (ctx) => getCaseFile(ctx, found.id))
  expect(file.evidence).toMatchObject([{ description: 'Payment records', sha256: expect.stringMatching(/^[0-9a-f]{64}$/), collectedBy: 'compliance' }])
  expect(file.people).toMatchObject({ [org.as('compliance').userId]: 'compliance', [org.as('compliance_head').userId]: 'compliance_head' })
  const blockers = Object.fromEntries(file.steps.map(({ id, completeBlocker }) => [id, completeBlocker]))
  expect(blockers).toMatchObject({ 'W-01': 'settled', 'W-03': 'not_the_owner', 'W-12': 'waits', 'W-15': undefined, 'W-17': 'by_itself' })
  expect(file.happenings.map(({ action }) => action)).toEqual(['case.issue_notice', 'case.must_terminate', 'case.confirm', 'case.add_evidence', 'case.investigate', 'case.triage', 'case.report'])
})

test('the notice says who, what, why and until when, and prints', async () => {
  const org = await anOrganisation(...CASE_ROLES)
  const found = await aCaseAt(org, { stage: 'confirmed' })
  const facts = await org.run(org.as('compliance_head'), (ctx) => getNoticeFacts(ctx, found.id))
  expect(facts).toMatchObject({ violation: { id: 'V-04', noticeGround: 'c' }, agreement: { number: expect.any(String) }, issuedAt: NOW })
  expect(facts.dueOn).toMatchObject({ 'W-08': '2026-11-27', 'W-10': '2026-12-04', 'W-11': '2026-12-24', 'W-12': '2026-12-29' })
  expect(renderTerminationNotice(facts).subarray(0, 5).toString()).toBe('%PDF-')
  const before = await aCaseAt(org, { stage: 'examined' })
  await expect(org.run(org.as('compliance_head'), (ctx) => getNoticeFacts(ctx, before.id))).rejects.toMatchObject({ key: 'status.blocked.case.wrong_state' })
  await expect(org.run(org.as('compliance'), (ctx) => getNoticeFacts(ctx, found.id))).rejects.toMatchObject({ code: 'forbidden' })
})
