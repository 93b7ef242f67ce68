import { describe, expect, test } from 'vitest'
import { triageCase } from '#app/domain/violations/triage-case.server.ts'
import { getVendor } from '#app/domain/vendors/queries.server.ts'
import { aCaseAt, CASE_ROLES } from '#tests/support/case.ts'
import { itRefuses } from '#tests/support/case-refusals.ts'
import { aCase } from '#tests/support/vendor.ts'
import { anOrganisation, NOW } from '#tests/support/world.ts'

const input = (more = {}) => ({ class: 'T', severity: 'critical', scope: 'One service', supply: 'keep', liftReason: undefined, revision: 1, ...more }) as const

itRefuses({ call: (ctx, { id, revision }) => triageCase(ctx, id, input({ revision })), as: 'compliance', not: 'procurement', at: 'suspected', wrongAt: 'triaged' })

test('says what the case is about and keeps the supply cut', async () => {
  const org = await anOrganisation(...CASE_ROLES)
  const found = await aCaseAt(org)
  await org.run(org.as('compliance'), async (ctx) => {
    expect(await triageCase(ctx, found.id, input())).toMatchObject({ state: 'triaged', scope: 'One service', triagedAt: NOW })
    expect(await getVendor(ctx, found.vendorId)).toMatchObject({ status: 'suspended' })
  })
})

test('class and severity may only get graver', async () => {
  const org = await anOrganisation(...CASE_ROLES)
  const found = await aCaseAt(org, { violationId: 'V-09' })
  await org.run(org.as('compliance'), async (ctx) => {
    await expect(triageCase(ctx, found.id, input({ class: 'D', severity: 'high' }))).rejects.toMatchObject({ key: 'status.blocked.case.class_loosened' })
    await expect(triageCase(ctx, found.id, input({ class: 'P', severity: 'medium' }))).rejects.toMatchObject({ key: 'status.blocked.case.severity_lowered' })
    expect(await triageCase(ctx, found.id, input({ class: 'T', severity: 'high' }))).toMatchObject({ class: 'T', severity: 'high' })
  })
})

describe('the supply', () => {
  test('raised to critical, it is cut', async () => {
    const org = await anOrganisation(...CASE_ROLES)
    const found = await aCaseAt(org, { violationId: 'V-09' })
    await org.run(org.as('compliance'), async (ctx) => {
      await triageCase(ctx, found.id, input({ class: 'P', severity: 'critical' }))
      expect(await getVendor(ctx, found.vendorId)).toMatchObject({ status: 'suspended', suspendedBy: null })
    })
  })

  test('proposed for high, it is cut by the person who reads the case', async () => {
    const org = await anOrganisation(...CASE_ROLES)
    const compliance = org.as('compliance')
    const found = await aCaseAt(org, { violationId: 'V-09' })
    await org.run(compliance, async (ctx) => {
      await triageCase(ctx, found.id, input({ class: 'P', severity: 'high', supply: 'suspend' }))
      expect(await getVendor(ctx, found.vendorId)).toMatchObject({ status: 'suspended', suspendedBy: compliance.userId, suspensionSeverity: 'high' })
    })
  })

  test('lifted with a reason, by one person, when the product had cut it', async () => {
    const org = await anOrganisation(...CASE_ROLES)
    const found = await aCaseAt(org)
    await org.run(org.as('compliance'), async (ctx) => {
      await expect(triageCase(ctx, found.id, input({ supply: 'lift' }))).rejects.toMatchObject({ key: 'status.blocked.case.reason_missing' })
      await triageCase(ctx, found.id, input({ supply: 'lift', liftReason: 'The second company is our own subsidiary.' }))
      expect(await getVendor(ctx, found.vendorId)).toMatchObject({ status: 'active', suspendedAt: null, suspensionReason: null })
    })
  })

  test.each([
    ['another critical suspicion that nobody has read', { severity: 'critical', state: 'suspected' }, 'status.blocked.vendor.ground_remains'],
    ['another case that must terminate', { state: 'must_terminate' }, 'status.blocked.vendor.must_terminate_open'],
  ] as const)('not lifted beside %s', async (_, other, key) => {
    const org = await anOrganisation(...CASE_ROLES)
    const found = await aCaseAt(org)
    await org.run(org.as('compliance'), async (ctx) => {
      await aCase(ctx, found.vendorId, other)
      await expect(triageCase(ctx, found.id, input({ supply: 'lift', liftReason: 'None remains.' }))).rejects.toMatchObject({ key })
      expect(await getVendor(ctx, found.vendorId)).toMatchObject({ status: 'suspended' })
    })
  })

  test('not lifted here when a person had cut it', async () => {
    const org = await anOrganisation(...CASE_ROLES)
    const found = await aCaseAt(org, { violationId: 'V-09', vendor: { status: 'suspended', suspendedAt: NOW, suspendedBy: org.as('compliance').userId } })
    await org.run(org.as('compliance'), async (ctx) => {
      await expect(triageCase(ctx, found.id, input({ class: 'P', severity: 'high', supply: 'lift', liftReason: 'x' }))).rejects.toMatchObject({ key: 'cases.problem.not_suspended_by_system' })
    })
  })
})

test('a form drawn from an older revision is a conflict, not a loss', async () => {
  const org = await anOrganisation(...CASE_ROLES)
  const found = await aCaseAt(org)
  await expect(org.run(org.as('compliance'), (ctx) => triageCase(ctx, found.id, input({ revision: 9 })))).rejects.toMatchObject({ key: 'errors.changed_meanwhile' })
})
