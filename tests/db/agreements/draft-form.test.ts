import { expect, test } from 'vitest'
import { contactInputs } from '#app/domain/agreements/draft-form.ts'
import { draftFormSchema } from '#app/domain/agreements/draft-form.server.ts'
import { draftOf } from '#app/domain/agreements/draft-of.server.ts'
import { openDraft } from '#app/domain/agreements/open-draft.server.ts'
import { saveAgreement } from '#app/domain/agreements/save-agreement.server.ts'
import { parseForm } from '#app/http/forms.server.ts'
import { AGREEMENT_ROLES, anAgreementAt } from '#tests/support/agreement.ts'
import { anOrganisation } from '#tests/support/world.ts'

type Opened = Awaited<ReturnType<typeof openDraft>>

/** The form as a browser sends it back, with some inputs typed anew. */
function typed({ agreement, initial, contacts, places }: Opened, changes: Record<string, string> = {}): FormData {
  const form = new FormData()
  const rows = (list: string, all: Record<string, string>[]) => all.flatMap((row, index) => Object.entries(row).map(([column, value]) => [`${list}[${index}].${column}`, value] as const))
  const values = { ...initial, ...Object.fromEntries([...rows('contacts', contactInputs(contacts)), ...rows('places', places)]), revision: agreement.revision, ...changes }
  for (const [name, value] of Object.entries(values)) for (const each of [value].flat()) if (each !== undefined) form.append(name, String(each))
  return form
}

async function aDraft() {
  const org = await anOrganisation(...AGREEMENT_ROLES)
  const { agreement } = await anAgreementAt(org, 'complete')
  return { org, draft: await org.run(org.as('procurement'), (ctx) => openDraft(ctx, agreement.id)) }
}

test('a form saved as it was drawn changes nothing of the text', async () => {
  const { org, draft } = await aDraft()
  const before = await org.run(org.as('procurement'), (ctx) => draftOf(ctx, draft.agreement))
  const saved = await org.run(org.as('procurement'), (ctx) => saveAgreement(ctx, draft.agreement.id, parseForm(typed(draft), draftFormSchema(draft.parameters))))
  const after = await org.run(org.as('procurement'), (ctx) => draftOf(ctx, saved))
  expect(after.draft.problems).toEqual([])
  expect(after.draft.articles).toEqual(before.draft.articles)
  expect(after.draft.schedules).toEqual(before.draft.schedules)
})

test('what has no sense is refused at its field', async () => {
  const { draft } = await aDraft()
  const wrong = typed(draft, {
    'parameter-renewal_notice_days': '500', 'parameter-cure_days': '2.5', 'parameter-auth_end': '2026-12-01', 'parameter-effective_date': '2026-02-30',
    'scope[0].max_subjects': 'many', 'scope[0].hours': '8 to 20', 'scope[1].countries': 'China',
  })
  const refusal = (() => {
    try {
      return parseForm(wrong, draftFormSchema(draft.parameters))
    } catch (error) {
      return error
    }
  })()
  expect(refusal).toMatchObject({ code: 'invalid' })
  const fields = Object.fromEntries((refusal as { fields: { field: string; key: string }[] }).fields.map(({ field, key }) => [field, key]))
  expect(fields).toEqual({
    'parameter-renewal_notice_days': 'form.too_large', 'parameter-cure_days': 'form.whole_number', 'parameter-effective_date': 'form.date',
    'scope[0].max_subjects': 'form.number', 'scope[0].hours': 'agreements.edit.hours_wrong', 'scope[1].countries': 'agreements.edit.country_wrong',
  })
})

test('an end before the start is refused at the end', async () => {
  const { draft } = await aDraft()
  const parse = () => parseForm(typed(draft, { 'parameter-auth_end': '2026-12-01' }), draftFormSchema(draft.parameters))
  expect(parse).toThrow(expect.objectContaining({ fields: [{ field: 'parameter-auth_end', key: 'form.end_before_start', data: {} }] }))
})

test('rows are removed, added and numbered; another purpose stands with its words in both languages', async () => {
  const { draft } = await aDraft()
  const change = parseForm(
    typed(draft, {
      'scope[0].remove': 'on', 'scope[3].info_type': 'transaction', 'scope[3].scenario': '对账', 'parameter-purposes-other': '争议处理', 'parameter-purposes-other-en': 'handling disputes', clauses: 'DPA-36',
    }),
    draftFormSchema(draft.parameters),
  )
  expect(change.scope?.map(({ info_type, scenario_id }) => `${info_type} ${scenario_id}`)).toEqual(['transaction S-01', 'contact S-02', 'transaction S-03'])
  expect(change.parameters?.purposes).toEqual(['customer_support', 'service_delivery', { code: 'other', zh: '争议处理', en: 'handling disputes' }])
  expect(change.addedClauses).toEqual(['DPA-36'])
})

test('only drafts open, and only for who drafts', async () => {
  const org = await anOrganisation(...AGREEMENT_ROLES)
  const { agreement } = await anAgreementAt(org, 'in_review')
  await expect(org.run(org.as('procurement'), (ctx) => openDraft(ctx, agreement.id))).rejects.toMatchObject({ key: 'agreements.not_a_draft' })
  await expect(org.run(org.as('auditor'), (ctx) => openDraft(ctx, agreement.id))).rejects.toMatchObject({ code: 'forbidden' })
})
