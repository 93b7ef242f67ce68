import { expect, test } from 'vitest'
import { withContext } from '#app/domain/context.server.ts'
import type { Member } from '#app/domain/identity/actor.ts'
import { readWork, readWorkFigures } from '#app/domain/work/queries.server.ts'
import { aSentAssessment } from '#tests/support/assessment.ts'
import { aCaseAt, CASE_ROLES } from '#tests/support/case.ts'
import { aFinding, anAgreement, anAudit, anEngagement, aVendor } from '#tests/support/vendor.ts'
import { anOrganisation, NOW, type TestOrganisation } from '#tests/support/world.ts'

const ZONE = 'Asia/Shanghai'
const system = (org: TestOrganisation) => ({ kind: 'system', orgId: org.orgId, job: 'test' }) as const
const workOf = async (member: Member, now = NOW, scope: 'mine' | 'team' = 'mine') =>
  (await withContext(member, { now }, (ctx) => readWork(ctx, { zone: ZONE, scope }))).tasks.map(({ kind, bucket, dueOn }) => [kind, bucket, dueOn])

test('compliance sees overdue and coming audits, procurement the renewal that is near, an auditor nothing but the team’s', async () => {
  const org = await anOrganisation('compliance', 'procurement', 'auditor')
  await org.run(system(org), async (ctx) => {
    const vendor = await aVendor(ctx, { status: 'active', tier: 'T1' })
    const agreement = await anAgreement(ctx, vendor.id, { status: 'active', authEnd: '2026-12-20' })
    const audit = (due: string) => anAudit(ctx, vendor.id, { agreementId: agreement.id, dueNominal: due, dueEffective: due, legalCap: '2027-12-01' })
    await audit('2026-11-20')
    await audit('2026-12-10')
    await audit('2027-03-10')
  })
  expect(await workOf(org.as('compliance'))).toEqual([['plan_audit', 'overdue', '2026-11-20'], ['plan_audit', 'later', '2026-12-10']])
  expect(await workOf(org.as('procurement'))).toEqual([['renew_agreement', 'later', '2026-12-20']])
  expect(await workOf(org.as('auditor'))).toEqual([])
  expect(await workOf(org.as('auditor'), NOW, 'team')).toHaveLength(3)
})

test('a questionnaire that is nearly due is procurement’s to remind of', async () => {
  const { org } = await aSentAssessment()
  const near = new Date(NOW.getTime() + 13 * 86_400_000)
  expect(await workOf(org.as('procurement'))).toEqual([])
  expect((await workOf(org.as('procurement'), near)).map(([kind]) => kind)).toEqual(['remind_vendor'])
})

test('a suspicion waits for compliance with the clock of its state, and for nobody who may not read cases', async () => {
  const org = await anOrganisation(...CASE_ROLES, 'signatory')
  await aCaseAt(org, { violationId: 'V-04' })
  expect((await workOf(org.as('compliance'))).map(([kind]) => kind)).toContain('triage_case')
  expect((await workOf(org.as('procurement'))).map(([kind]) => kind)).not.toContain('triage_case')
  expect((await workOf(org.as('signatory'), NOW, 'team')).map(([kind]) => kind)).not.toContain('triage_case')
})

test('a case that must end is the head’s to give notice of, and each step its owner’s', async () => {
  const org = await anOrganisation(...CASE_ROLES)
  await aCaseAt(org, { violationId: 'V-01', stage: 'confirmed' })
  const kinds = async (role: (typeof CASE_ROLES)[number]) => (await workOf(org.as(role))).map(([kind]) => kind)
  expect(await kinds('compliance_head')).toContain('issue_notice')
  expect(await kinds('compliance')).not.toContain('issue_notice')
  expect(await kinds('security')).toContain('exit_step')
})

test('a finding is its owner’s; late it is compliance’s too, fixed it is compliance’s to verify', async () => {
  const org = await anOrganisation('compliance', 'procurement')
  await org.run(system(org), async (ctx) => {
    const vendor = await aVendor(ctx, { status: 'active' })
    await aFinding(ctx, vendor.id, { status: 'open', dueOn: '2026-11-20', firstDueOn: '2026-11-20', ownerId: org.as('procurement').userId })
    await aFinding(ctx, vendor.id, { status: 'fixed', dueOn: '2026-12-01', firstDueOn: '2026-12-01' })
  })
  expect(await workOf(org.as('procurement'))).toEqual([['close_finding', 'overdue', '2026-11-20']])
  expect(await workOf(org.as('compliance'))).toEqual([['chase_finding', 'overdue', '2026-11-20'], ['verify_finding', 'later', '2026-12-01']])
})

test('one’s own draft request waits for its author alone', async () => {
  const org = await anOrganisation('procurement', 'business_owner')
  await org.run(system(org), async (ctx) => {
    const vendor = await aVendor(ctx, { status: 'draft' })
    await anEngagement(ctx, vendor.id, { status: 'draft', requesterId: org.as('business_owner').userId })
  })
  expect((await workOf(org.as('business_owner'))).map(([kind]) => kind)).toEqual(['finish_request'])
  expect(await workOf(org.as('procurement'))).toEqual([])
})

test('another organisation’s work is not there', async () => {
  const [org, other] = [await anOrganisation('compliance'), await anOrganisation('compliance')]
  await org.run(system(org), async (ctx) => {
    const vendor = await aVendor(ctx, { status: 'active' })
    await aFinding(ctx, vendor.id, { status: 'fixed', severity: 'critical', dueOn: '2026-12-01', firstDueOn: '2026-12-01' })
  })
  expect(await workOf(other.as('compliance'), NOW, 'team')).toEqual([])
  const figures = await withContext(other.as('compliance'), { now: NOW }, (ctx) => readWorkFigures(ctx, ZONE))
  expect(figures.criticalFindings).toEqual({ now: 0, before: 0 })
})

test('the figures of 30 days ago come from the dates', async () => {
  const org = await anOrganisation('compliance')
  const days = (count: number) => new Date(NOW.getTime() + count * 86_400_000)
  await org.run(system(org), async (ctx) => {
    const vendor = await aVendor(ctx, { status: 'active' })
    const critical = (values: object) => aFinding(ctx, vendor.id, { severity: 'critical', dueOn: '2026-12-01', firstDueOn: '2026-12-01', ...values })
    await critical({ status: 'open', createdAt: days(-10) })
    await critical({ status: 'open', createdAt: days(-40) })
    await critical({ status: 'verified', createdAt: days(-60), verifiedAt: days(-20) })
    await critical({ status: 'verified', createdAt: days(-60), verifiedAt: days(-50) })
  })
  const figures = await withContext(org.as('compliance'), { now: NOW }, (ctx) => readWorkFigures(ctx, ZONE))
  expect(figures).toMatchObject({ beforeOn: '2026-10-25', criticalFindings: { now: 2, before: 2 } })
})
