import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { exampleInput } from '#tests/support/agreement-example.ts'
import { agreementDigest } from './agreement-digest.server.ts'
import { approvalSheet } from './approval-sheet.ts'
import { canonicalText } from './canonical-text.ts'
import { completenessTable } from './completeness.ts'
import { readAgreementLibrary } from './agreement-library.server.ts'
import type { Deviation } from './deviations.ts'
import { draftAgreement, type DraftInput } from './draft.ts'
import { approvedOrganisations } from './schedules.ts'

const codesOf = (input: DraftInput) => draftAgreement(input).problems.map(({ code }) => code.replace('agreementDraft.problem.', ''))
const textOf = (input: DraftInput, id: string) => draftAgreement(input).articles.find((article) => article.id === id)?.text

const intakes = fc.record({
  'IN-06': fc.constantFrom<string[]>(['contact'], ['contact', 'biometric'], ['contact', 'minors_u14']),
  'IN-08': fc.constantFrom<string[]>(['view', 'provide'], ['view', 'store', 'provide'], ['view', 'provide', 'automated_decision']),
  'IN-11': fc.constantFrom('same_jurisdiction', 'stored_abroad'),
  'IN-13': fc.constantFrom('low', 'critical'),
  'IN-20': fc.constantFrom('yes', 'no'),
  'IN-21': fc.constantFrom('no', 'cn_bank_insurance', 'eu_dora'),
  'IN-22': fc.constantFrom('yes', 'no'),
  'IN-23': fc.constantFrom('entrusted', 'joint', 'independent'),
})

describe('the whole agreement', () => {
  test('the example has no problem', () => {
    expect(draftAgreement(exampleInput()).problems).toEqual([])
  })

  test('whatever the intake, nothing is left unresolved in either language', () => {
    fc.assert(
      fc.property(intakes, fc.subarray(['DPA-35', 'DPA-36']), (intake, added) => {
        const draft = draftAgreement(exampleInput(intake, { added, assessed: undefined }))
        expect(draft.problems).toEqual([])
        for (const { text, title } of draft.articles) {
          for (const words of [text.zh, text.en, title.zh, title.en]) {
            expect(words).not.toMatch(/\{\{|\}\}|DPA-\d|undefined|【|\[object/)
            expect(words.trim()).not.toBe('')
          }
        }
        expect(draft.schedules.map(({ id }) => id)).toEqual(['S1', 'S2', 'S3', 'S4', 'S5', 'S6'])
        expect(JSON.stringify(draft.schedules)).not.toMatch(/\{\{|undefined|\[object/)
      }),
    )
  })

  test('article numbers in the text are those of the headings', () => {
    const draft = draftAgreement(exampleInput())
    const deletion = draft.articles.find(({ id }) => id === 'DPA-30')
    const termination = draft.articles.find(({ id }) => id === 'DPA-31')
    expect(termination?.text.zh).toContain(`按${deletion?.heading.zh}返还、删除`)
    expect(termination?.text.en).toContain(`certifies under ${deletion?.heading.en};`)
  })

  test('what a person typed is never read as a placeholder or a reference', () => {
    const names = { vendor_name: 'DPA-30 {{auth_end}} $& Ltd' }
    expect(textOf(exampleInput({}, { parameters: { ...exampleInput().parameters, ...names } }), 'DPA-01')?.en).toContain('and DPA-30 {{auth_end}} $& Ltd (registration')
  })

  test('an open place shows what is missing', () => {
    const input = exampleInput({}, { parameters: { ...exampleInput().parameters, auth_end: undefined } })
    expect(codesOf(input)).toContain('authorisation_without_end')
    expect(textOf(input, 'DPA-06')?.zh).toContain('至【授权截止日】止')
    expect(textOf(input, 'DPA-06')?.en).toContain('to [Authorisation end],')
  })
})

describe('what forbids generation', () => {
  test.each<[string, Partial<DraftInput['gates']>]>([
    ['findings_open', { openPreContractFindings: ['ACC-01'] }],
    ['hard_knockout', { hardKnockouts: ['KO-03'] }],
    ['impact_assessment_missing', { hasImpactAssessment: false }],
    ['vendor_banned', { bannedUntil: '2029-01-01' }],
  ])('%s, with the next step', (code, gate) => {
    const input = exampleInput()
    const { problems } = draftAgreement({ ...input, gates: { ...input.gates, ...gate } })
    expect(problems).toHaveLength(1)
    expect(problems[0]).toMatchObject({ code: `agreementDraft.problem.${code}`, data: { fix: `agreementDraft.fix.${code}` } })
  })

  test('no personal information, no impact assessment needed', () => {
    const input = exampleInput()
    const gates = { ...input.gates, hasImpactAssessment: false }
    expect(codesOf({ ...input, gates, facts: { ...input.facts, has_pi: false } })).toEqual([])
  })

  test('an empty Schedule 1', () => {
    expect(codesOf(exampleInput({}, { scope: [] }))).toEqual(['scope_empty'])
  })

  test('a scope row for a purpose that the agreement does not name', () => {
    const parameters = { ...exampleInput().parameters, purposes: ['customer_support'] }
    expect(codesOf(exampleInput({}, { parameters }))).toEqual(['scope_purpose_not_agreed'])
  })

  test('a place abroad in an engagement assessed as domestic', () => {
    const input = exampleInput()
    const scope = input.scope.map((row) => ({ ...row, countries: ['CN', 'SG'] }))
    expect(codesOf({ ...input, scope: scope.slice(0, 1) })).toEqual(['scope_abroad_not_assessed'])
  })

  test('a party without privacy lead or incident contact', () => {
    const { contacts } = exampleInput()
    const { problems } = draftAgreement(exampleInput({}, { contacts: contacts.filter(({ party, role }) => party === 'company' || role !== 'privacy_lead') }))
    expect(problems).toEqual([{ code: 'agreementDraft.problem.contact_missing', data: { party: 'vendor', role: 'privacy_lead' } }])
  })
})

describe('deviations', () => {
  const deviation: Deviation = {
    clauseId: 'DPA-39', old: { zh: '旧', en: 'old' }, new: { zh: '争议提交{{dispute_forum}}，参见第DPA-30条。', en: 'Disputes go to {{dispute_forum}}; see clause DPA-30.' },
    reason: '乙方为境外公司', approvedBy: '周敏', approvedOn: '2026-11-20',
  }

  test('approved wording replaces the library and is resolved like it', () => {
    const input = exampleInput({}, { deviations: [deviation] })
    expect(codesOf(input)).toEqual([])
    expect(textOf(input, 'DPA-39')?.zh).toMatch(/^争议提交甲方住所地有管辖权的人民法院，参见第\d+条。$/)
  })

  test.each([{ approvedBy: '' }, { approvedOn: undefined }, { approvedOn: '2026-13-01' }, { reason: ' ' }])('without %j it blocks and the library wording stays', (gap) => {
    const input = exampleInput({}, { deviations: [{ ...deviation, ...gap }] })
    expect(codesOf(input)).toEqual(['deviation_not_approved'])
    expect(textOf(input, 'DPA-39')?.zh).toMatch(/^本协议适用/)
  })

  test('a deviation on a clause that is not there is refused', () => {
    expect(codesOf(exampleInput({}, { deviations: [{ ...deviation, clauseId: 'DPA-42' }] }))).toEqual(['deviation_unknown_clause'])
  })

  test('wording with an unknown placeholder is refused', () => {
    const words = { zh: '{{nonsense}}', en: '{{nonsense}}' }
    expect(codesOf(exampleInput({}, { deviations: [{ ...deviation, new: words }] }))).toContain('placeholder_unknown')
  })

  test('wording with a reference that leads nowhere is refused', () => {
    const words = { zh: '见第DPA-42条', en: 'see clause DPA-42' }
    expect(codesOf(exampleInput({}, { deviations: [{ ...deviation, new: words }] }))).toContain('reference_missing')
  })

  test('the approval sheet names them, the contract does not', () => {
    const draft = draftAgreement(exampleInput({}, { deviations: [deviation] }))
    expect(approvalSheet(draft)).toMatchObject({
      agreementNo: 'HW-2026-0117', rows: [{ clauseId: 'DPA-39', reason: '乙方为境外公司', approvedBy: '周敏', title: { en: 'Governing law and disputes' } }],
    })
    expect(canonicalText(draft)).not.toContain('乙方为境外公司')
  })
})

describe('schedules', () => {
  test('joint handling splits its duties in Schedule 1, entrusted handling has none to split', () => {
    const notes = (role: string, input: Partial<DraftInput> = {}) =>
      draftAgreement(exampleInput({ 'IN-23': role }, input)).schedules[0]?.notes.map(({ en }) => en) ?? []
    expect(notes('entrusted')).toHaveLength(1)
    expect(notes('joint')).toHaveLength(5)
    expect(notes('joint', { jointDuties: { consent: 'vendor' } })).toContain('Split of duties in joint handling: Consent: Vendor.')
  })

  test('commitments come from accepted answers; a plain no promises nothing', () => {
    const measures = draftAgreement(exampleInput()).schedules[1]?.rows ?? []
    const ids = measures.map(([question]) => question?.zh)
    expect(ids).not.toContain('INC-06')
    expect(measures.find(([question]) => question?.zh === 'ACC-04')?.[2]).toEqual({
      zh: '人员离岗或调岗后24小时内收回访问权限。', en: 'Access is withdrawn within 24 hours after a person leaves or moves.',
    })
    expect(measures.find(([question]) => question?.zh === 'TRN-04')?.[2]?.en).toBe(
      '杭州机房 (China, Storage, 某云计算有限公司); 广州座席中心 (China, Access, 乙方自营)',
    )
    expect(measures.find(([question]) => question?.zh === 'ENC-05')?.[2]?.en).toBe('Restores are tested at least yearly; the last test was on 10 February 2026.')
  })

  test('weak options are left to the articles', () => {
    const accepted = [{ question: 'ACC-01', value: 'shared_accounts' }, { question: 'ENC-03', value: ['none'] }, { question: 'TRN-01', value: 'unencrypted' }]
    expect(draftAgreement(exampleInput({}, { accepted })).schedules[1]?.rows).toEqual([])
  })

  test('Schedule 3 names organisations, Schedule 4 recipients', () => {
    const input = exampleInput({}, { subProcessors: [{ name: 'A', org_id: 'V7', country: 'HK' }, { name: 'B', country: 'CN' }] })
    const [, , third, fourth] = draftAgreement(input).schedules
    expect(approvedOrganisations(input.subProcessors)).toEqual(['V7', 'B'])
    expect(third?.rows[0]?.[2]).toEqual({ zh: '中国香港', en: 'Hong Kong, China' })
    expect(fourth?.notes[0]?.en).toBe('Approved recipients: our-sftp. Any other recipient is unauthorised.')
    expect(fourth?.rows).toHaveLength(27)
  })
})

describe('the frozen text', () => {
  test('the same draft has the same digest', () => {
    expect(agreementDigest(draftAgreement(exampleInput()))).toBe(agreementDigest(draftAgreement(exampleInput())))
    expect(agreementDigest(draftAgreement(exampleInput()))).toMatch(/^[0-9a-f]{64}$/)
  })

  test.each<[string, Partial<DraftInput>]>([
    ['a version', { version: 2 }],
    ['a clause', { added: ['DPA-35'] }],
    ['a parameter', { parameters: { ...exampleInput().parameters, plan_days: 4 } }],
    ['a scope row', { scope: exampleInput().scope.map((row) => ({ ...row, max_records_per_day: 1 })) }],
    ['a scope code that prints alike', { scope: exampleInput().scope.map((row) => ({ ...row, fields: ['a、b'] })) }],
    ['a contact', { contacts: exampleInput().contacts.map((contact) => ({ ...contact, phone: '110' })) }],
    ['an accepted answer', { accepted: [] }],
  ])('%s changes the digest', (_, changes) => {
    expect(agreementDigest(draftAgreement(exampleInput({}, changes)))).not.toBe(agreementDigest(draftAgreement(exampleInput())))
  })

  test('every line is a JSON array, so no text can pretend to be another line', () => {
    const lines = canonicalText(draftAgreement(exampleInput({}, { parameters: { ...exampleInput().parameters, vendor_name: 'A"]\n["article",99' } }))).split('\n')
    expect(lines.pop()).toBe('')
    for (const line of lines) expect(Array.isArray(JSON.parse(line))).toBe(true)
    expect(lines.filter((line) => line.startsWith('["article",99'))).toEqual([])
  })
})

describe('completeness against the law', () => {
  const { completeness } = readAgreementLibrary()
  const table = (intake: Parameters<typeof exampleInput>[0], changes: Partial<DraftInput> = {}) => {
    const input = exampleInput(intake, { assessed: undefined, ...changes })
    return completenessTable(completeness, { ...draftAgreement(input), holds: input.holds })
  }

  test('whatever the intake, every requirement is met', () => {
    fc.assert(
      fc.property(intakes, (intake) => {
        expect(table(intake).filter(({ satisfied }) => !satisfied)).toEqual([])
      }),
    )
  })

  test.each([
    [{}, ['PIPL', 'R7'], ['GDPR', 'PIPL-20', 'PIPL-23', 'PIPL-38']],
    [{ 'IN-20': 'yes' }, ['GDPR-28-a', 'GDPR-28-h'], []],
    [{ 'IN-23': 'joint' }, ['PIPL-20', 'NDR-12-joint'], ['PIPL-21', 'PIPL-23']],
    [{ 'IN-23': 'independent', 'IN-20': 'yes' }, ['PIPL-23'], ['GDPR']],
  ])('%j asks for %j and not for %j', (intake, asked, notAsked) => {
    const ids = table(intake).map(({ id }) => id)
    for (const start of asked) expect(ids.some((id) => id.startsWith(start))).toBe(true)
    for (const start of notAsked) expect(ids.some((id) => id.startsWith(start))).toBe(false)
  })

  test('an empty scope is named where the law wants types and scenarios', () => {
    const open = table({}, { scope: [] }).filter(({ satisfied }) => !satisfied)
    expect(open.map(({ id }) => id)).toContain('R7.2.2-types')
    expect(open.every(({ missing }) => missing.includes('S1'))).toBe(true)
  })

  test('a missing clause is named', () => {
    const input = exampleInput()
    const draft = draftAgreement(input)
    const rows = completenessTable(completeness, { ...draft, articles: draft.articles.filter(({ id }) => id !== 'DPA-26'), holds: input.holds })
    expect(rows.find(({ id }) => id === 'PIPL-21-supervision')).toMatchObject({ satisfied: false, missing: ['DPA-26'] })
  })

  test('cites the articles that answer', () => {
    const row = table({}).find(({ id }) => id === 'R7.2.3')
    expect(row?.clauses).toEqual([{ id: 'DPA-07', heading: { zh: '第7条', en: 'Article 7' } }])
  })
})
