import { expect, test } from 'vitest'
import { dismissCase } from '#app/domain/violations/dismiss-case.server.ts'
import { startInvestigation } from '#app/domain/violations/start-investigation.server.ts'
import { aCaseAt, CASE_ROLES, REASON } from '#tests/support/case.ts'
import { itRefuses } from '#tests/support/case-refusals.ts'
import { anOrganisation } from '#tests/support/world.ts'

const reason = (revision: number) => ({ reason: REASON, revision })

itRefuses({ call: (ctx, { id, revision }) => dismissCase(ctx, id, reason(revision)), as: 'compliance', not: 'procurement', at: 'suspected', wrongAt: 'investigating' })

test('a medium suspicion is dismissed by one person', async () => {
  const org = await anOrganisation(...CASE_ROLES)
  const found = await aCaseAt(org, { violationId: 'V-12', stage: 'triaged' })
  const { outcome, violationCase } = await org.run(org.as('compliance'), (ctx) => dismissCase(ctx, found.id, reason(found.revision)))
  expect([outcome, violationCase.state, violationCase.decisionReason]).toEqual(['dismissed', 'dismissed', REASON])
})

test('a high one takes two: the second cannot be the first', async () => {
  const org = await anOrganisation(...CASE_ROLES)
  const [one, two] = [org.as('compliance'), org.as('compliance_head')]
  const found = await aCaseAt(org, { violationId: 'V-09' })
  const proposed = await org.run(one, (ctx) => dismissCase(ctx, found.id, reason(1)))
  expect(proposed).toMatchObject({ outcome: 'proposed', violationCase: { state: 'suspected', dismissProposedBy: one.userId } })
  await expect(org.run(one, (ctx) => dismissCase(ctx, found.id, reason(2)))).rejects.toMatchObject({ key: 'status.blocked.case.same_person_twice' })
  const dismissed = await org.run(two, (ctx) => dismissCase(ctx, found.id, reason(2)))
  expect(dismissed).toMatchObject({ outcome: 'dismissed', violationCase: { state: 'dismissed', decidedBy: one.userId, approvedBy: two.userId } })
})

test('a reason of fewer than thirty characters is refused', async () => {
  const org = await anOrganisation(...CASE_ROLES)
  const found = await aCaseAt(org, { violationId: 'V-12' })
  await expect(org.run(org.as('compliance'), (ctx) => dismissCase(ctx, found.id, { reason: 'A mistake.', revision: 1 }))).rejects.toMatchObject({ key: 'status.blocked.case.reason_too_short' })
})

test('an investigation takes the proposal off the table', async () => {
  const org = await anOrganisation(...CASE_ROLES)
  const found = await aCaseAt(org, { violationId: 'V-09', stage: 'triaged' })
  await org.run(org.as('compliance'), async (ctx) => {
    const { violationCase } = await dismissCase(ctx, found.id, reason(found.revision))
    expect(await startInvestigation(ctx, found.id, { investigatorId: org.as('compliance').userId, revision: violationCase.revision })).toMatchObject({ state: 'investigating', dismissProposedBy: null })
  })
})
