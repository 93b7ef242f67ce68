import { describe, expect, test } from 'vitest'
import type { Context } from '#app/domain/context.server.ts'
import { extendFinding } from '#app/domain/findings/extend-finding.server.ts'
import { markFixed } from '#app/domain/findings/mark-fixed.server.ts'
import { countFindings, getFinding, listFindings } from '#app/domain/findings/queries.server.ts'
import { readFinding } from '#app/domain/findings/read-finding.server.ts'
import { rejectFinding } from '#app/domain/findings/reject-finding.server.ts'
import { savePlan } from '#app/domain/findings/save-plan.server.ts'
import { verifyFinding } from '#app/domain/findings/verify-finding.server.ts'
import type { Role } from '#app/domain/identity/actor.ts'
import { actionsOf } from '#tests/support/person.ts'
import { REVIEW_ROLES } from '#tests/support/review.ts'
import { aFinding, aVendor } from '#tests/support/vendor.ts'
import { anOrganisation } from '#tests/support/world.ts'

type Values = Parameters<typeof aFinding>[2]

async function aKnownFinding(values: Values = {}) {
  const org = await anOrganisation(...REVIEW_ROLES)
  const finding = await org.run(org.as('compliance'), async (ctx) => aFinding(ctx, (await aVendor(ctx)).id, { severity: 'high', dueOn: '2026-12-24', firstDueOn: '2026-12-24', ...values }))
  const as = <T>(role: Role, work: (ctx: Context) => Promise<T>) => org.run(org.as(role), work)
  const now = () => as('compliance', (ctx) => getFinding(ctx, finding.id))
  return { org, finding, as, now }
}

const PROOF = 'Named accounts since 1 December, see ticket 4711.'
const REASON = 'The card readers arrive three days late.'

/** Each verb with the state that it needs and one that it must refuse. */
const VERBS = {
  savePlan: { verb: (ctx: Context, id: string, revision: number) => savePlan(ctx, id, { plan: 'Replace the accounts by cards.', revision }), allowed: 'open', refused: 'verified', needs: 'procurement', action: 'finding.save_plan', becomes: 'plan_received' },
  markFixed: { verb: (ctx: Context, id: string, revision: number) => markFixed(ctx, id, { proof: PROOF, revision }), allowed: 'plan_received', refused: 'fixed', needs: 'procurement', action: 'finding.mark_fixed', becomes: 'fixed' },
  verifyFinding: { verb: (ctx: Context, id: string, revision: number) => verifyFinding(ctx, id, { revision }), allowed: 'fixed', refused: 'open', needs: 'compliance', action: 'finding.verify', becomes: 'verified' },
  rejectFinding: { verb: (ctx: Context, id: string, revision: number) => rejectFinding(ctx, id, { reason: REASON, revision }), allowed: 'fixed', refused: 'open', needs: 'compliance', action: 'finding.reject', becomes: 'rejected' },
  extendFinding: { verb: (ctx: Context, id: string, revision: number) => extendFinding(ctx, id, { dueOn: '2027-01-08', reason: REASON, revision }), allowed: 'open', refused: 'verified', needs: 'compliance', action: 'finding.extend', becomes: 'open' },
} as const

describe.each(Object.entries(VERBS))('%s', (_, { verb, allowed, refused, needs, action, becomes }) => {
  test('does it, and the trail says so', async () => {
    const { org, finding, as } = await aKnownFinding({ status: allowed })
    expect(await as(needs, (ctx) => verb(ctx, finding.id, 1))).toMatchObject({ status: becomes, revision: 2 })
    expect(await actionsOf(org)).toContain(action)
  })

  test('refuses without the permission', async () => {
    const { finding, as, now } = await aKnownFinding({ status: allowed })
    await expect(as('auditor', (ctx) => verb(ctx, finding.id, 1))).rejects.toMatchObject({ code: 'forbidden' })
    if (needs === 'compliance') await expect(as('procurement', (ctx) => verb(ctx, finding.id, 1))).rejects.toMatchObject({ code: 'forbidden' })
    expect((await now()).revision).toBe(1)
  })

  test('does not find another organisation’s', async () => {
    const [{ finding }, other] = [await aKnownFinding({ status: allowed }), await aKnownFinding()]
    await expect(other.as(needs, (ctx) => verb(ctx, finding.id, 1))).rejects.toMatchObject({ code: 'not-found' })
  })

  test('refuses the wrong status and a revision that has passed', async () => {
    const wrong = await aKnownFinding({ status: refused })
    await expect(wrong.as(needs, (ctx) => verb(ctx, wrong.finding.id, 1))).rejects.toMatchObject({ code: 'conflict' })
    const old = await aKnownFinding({ status: allowed })
    await expect(old.as(needs, (ctx) => verb(ctx, old.finding.id, 7))).rejects.toMatchObject({ code: 'conflict', key: 'errors.changed_meanwhile' })
  })
})

test('who marked it as fixed cannot verify it; somebody else can, and it closes', async () => {
  const { finding, as } = await aKnownFinding({ isPreContract: true })
  await as('compliance', (ctx) => markFixed(ctx, finding.id, { proof: PROOF, revision: 1 }))
  await expect(as('compliance', (ctx) => verifyFinding(ctx, finding.id, { revision: 2 }))).rejects.toMatchObject({ code: 'forbidden', key: 'findings.second_person_needed' })
  expect((await as('compliance', (ctx) => readFinding(ctx, finding.id))).acts.verifyBlock).toBe('second_person_needed')
  const head = await as('compliance_head', (ctx) => verifyFinding(ctx, finding.id, { revision: 2, note: 'Seen on site.' }))
  expect(head).toMatchObject({ status: 'verified', proof: PROOF, verifiedAt: expect.any(Date) })
})

test('a remedy that was sent back can be given again', async () => {
  const { finding, as } = await aKnownFinding({ status: 'fixed' })
  await as('compliance', (ctx) => rejectFinding(ctx, finding.id, { reason: REASON, revision: 1 }))
  expect(await as('procurement', (ctx) => markFixed(ctx, finding.id, { proof: PROOF, revision: 2 }))).toMatchObject({ status: 'fixed' })
})

test('the finding of a violation case is judged there', async () => {
  const { finding, as } = await aKnownFinding({ status: 'fixed', source: 'case' })
  await expect(as('compliance', (ctx) => verifyFinding(ctx, finding.id, { revision: 1 }))).rejects.toMatchObject({ code: 'conflict', key: 'findings.case_decides' })
})

test.each([
  ['critical', { severity: 'critical' as const }, '2026-12-26', 'critical_never_extended'],
  ['extended before', { extendedAt: new Date('2026-11-20T00:00:00Z') }, '2027-01-02', 'extended_before'],
  ['due already', { dueOn: '2026-11-24', firstDueOn: '2026-11-24' }, '2026-11-25', 'due_has_come'],
  ['too far', {}, '2027-01-09', 'longer_than_half'],
  ['not later', {}, '2026-12-24', 'not_later'],
])('an extension is refused: %s', async (_, values, dueOn, blocker) => {
  const { finding, as } = await aKnownFinding(values)
  await expect(as('compliance', (ctx) => extendFinding(ctx, finding.id, { dueOn, reason: REASON, revision: 1 }))).rejects.toMatchObject({ code: 'conflict', key: `findings.blocked.${blocker}` })
})

test('two extensions at once: one wins, and the first due date stays', async () => {
  const { finding, as, now } = await aKnownFinding()
  const extend = () => as('compliance', (ctx) => extendFinding(ctx, finding.id, { dueOn: '2027-01-08', reason: REASON, revision: 1 }))
  const results = await Promise.allSettled([extend(), extend()])
  expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  expect(await now()).toMatchObject({ dueOn: '2027-01-08', firstDueOn: '2026-12-24' })
})

test('the register filters, counts and pages by key without a gap or a repeat', async () => {
  const org = await anOrganisation(...REVIEW_ROLES)
  await org.run(org.as('compliance'), async (ctx) => {
    const vendor = await aVendor(ctx, { name: 'Lanqiao Data' })
    for (let each = 0; each < 55; each++) await aFinding(ctx, vendor.id, { dueOn: '2026-12-01' })
    await aFinding(ctx, vendor.id, { dueOn: '2026-11-01', severity: 'high' })
    await aFinding(ctx, vendor.id, { status: 'verified' })
    await aFinding(ctx, (await aVendor(ctx, { name: 'Other' })).id, { status: 'fixed' })
    expect(await countFindings(ctx)).toEqual({ open: 57, overdue: 1, verify: 1, closed: 1, all: 58 })
    const first = await listFindings(ctx, { view: 'open', q: 'lanqiao' })
    const second = await listFindings(ctx, { view: 'open', q: 'lanqiao', after: first.next })
    expect([first.rows.length, second.rows.length, second.next]).toEqual([50, 6, undefined])
    expect(new Set([...first.rows, ...second.rows].map(({ id }) => id)).size).toBe(56)
    expect(first.rows[0]).toMatchObject({ severity: 'high', daysLeft: -23 })
    expect((await listFindings(ctx, { view: 'open', severity: 'high' })).rows).toHaveLength(1)
    expect((await listFindings(ctx, { view: 'all', vendor: vendor.id })).rows).toHaveLength(50)
  })
})
