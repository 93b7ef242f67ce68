import { expect, test } from 'vitest'
import { draftOf } from '#app/domain/agreements/draft-of.server.ts'
import { saveAgreement } from '#app/domain/agreements/save-agreement.server.ts'
import { AGREEMENT_ROLES, anAgreementAt, COMPLETION } from '#tests/support/agreement.ts'
import { anOrganisation } from '#tests/support/world.ts'

test('keeps what was typed; the draft itself says what is still missing', async () => {
  const org = await anOrganisation(...AGREEMENT_ROLES)
  const { agreement } = await anAgreementAt(org, 'draft')
  await org.run(org.as('procurement'), async (ctx) => {
    const before = await draftOf(ctx, agreement)
    expect(before.draft.problems.map(({ code }) => code)).toContain('agreementDraft.problem.parameter_missing')
    const half = await saveAgreement(ctx, agreement.id, { revision: agreement.revision, parameters: { auth_start: '2027-01-01', effective_date: '2026-12-20' } })
    expect(half).toMatchObject({ authStart: '2027-01-01', authEnd: '2028-11-30', revision: agreement.revision + 1 })
    const saved = await saveAgreement(ctx, agreement.id, { ...COMPLETION(half), parameters: { main_contract_ref: 'HW-1', auth_start: '2026-12-01', effective_date: undefined }, addedClauses: [] })
    const after = await draftOf(ctx, saved)
    expect(after.draft.problems).toEqual([])
    expect(after.completeness.every(({ satisfied }) => satisfied)).toBe(true)
  })
})

test('the effective date that the parties agree on stands in the text', async () => {
  const org = await anOrganisation(...AGREEMENT_ROLES)
  const { agreement } = await anAgreementAt(org, 'complete')
  await org.run(org.as('procurement'), async (ctx) => {
    const saved = await saveAgreement(ctx, agreement.id, { revision: agreement.revision, parameters: { effective_date: '2026-12-01' } })
    const { draft } = await draftOf(ctx, saved)
    expect(draft.words.effective_date?.en).toContain('1 December 2026')
  })
})

test('an optional clause brings its own missing value', async () => {
  const org = await anOrganisation(...AGREEMENT_ROLES)
  const { agreement } = await anAgreementAt(org, 'complete')
  await org.run(org.as('procurement'), async (ctx) => {
    const saved = await saveAgreement(ctx, agreement.id, { revision: agreement.revision, addedClauses: ['DPA-35'] })
    const { draft } = await draftOf(ctx, saved)
    expect(draft.articles.map(({ id }) => id)).toContain('DPA-35')
    expect(draft.problems).toEqual([{ code: 'agreementDraft.problem.parameter_missing', data: { parameter: 'ld_amount' } }])
  })
})

test('refuses without permission', async () => {
  const org = await anOrganisation(...AGREEMENT_ROLES)
  const { agreement } = await anAgreementAt(org, 'draft')
  await expect(org.run(org.as('auditor'), (ctx) => saveAgreement(ctx, agreement.id, { revision: 1 }))).rejects.toMatchObject({ code: 'forbidden' })
})

test("does not find another organisation's agreement", async () => {
  const [one, two] = [await anOrganisation(...AGREEMENT_ROLES), await anOrganisation(...AGREEMENT_ROLES)]
  const { agreement } = await anAgreementAt(one, 'draft')
  await expect(two.run(two.as('procurement'), (ctx) => saveAgreement(ctx, agreement.id, { revision: 1 }))).rejects.toMatchObject({ code: 'not-found' })
})

test('refuses once it is no draft, and a form drawn from an older revision', async () => {
  const org = await anOrganisation(...AGREEMENT_ROLES)
  const { agreement } = await anAgreementAt(org, 'complete')
  await expect(org.run(org.as('procurement'), (ctx) => saveAgreement(ctx, agreement.id, { revision: agreement.revision - 1 }))).rejects.toMatchObject({ key: 'errors.changed_meanwhile' })
  const sent = await anAgreementAt(org, 'in_review')
  await expect(org.run(org.as('procurement'), (ctx) => saveAgreement(ctx, sent.agreement.id, { revision: sent.agreement.revision }))).rejects.toMatchObject({ key: 'agreements.not_a_draft' })
})
