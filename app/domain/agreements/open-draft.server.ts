import { requirePermission, type Context } from '../context.server.ts'
import { Problem } from '../errors.ts'
import { getVendor } from '../vendors/queries.server.ts'
import { readAgreementLibrary } from './agreement-library.server.ts'
import { draftOf } from './draft-of.server.ts'
import { formParameters, initialValues, isOptional, scopeInputs } from './draft-form.ts'
import { getAgreement } from './queries.server.ts'
import type { Bilingual } from './template.ts'

type Choice = { value: string; words: Bilingual }

/** A draft as its form needs it: parameters, rows and what may be chosen. Throws conflict once it is no draft any more. */
export async function openDraft(ctx: Context, agreementId: string) {
  requirePermission(ctx, 'agreement.draft')
  const agreement = await getAgreement(ctx, agreementId)
  if (agreement.status !== 'draft') throw new Problem('conflict', 'agreements.not_a_draft')
  const library = readAgreementLibrary()
  const vendor = await getVendor(ctx, agreement.vendorId)
  const { draft } = await draftOf(ctx, agreement)
  const start = agreement.parameters.auth_start
  const parameters = formParameters({
    template: library.template, clauses: draft.articles.map(({ id }) => id), tier: vendor.tier ?? 'T1', finCn: agreement.facts.fin_cn === true,
    authStart: typeof start === 'string' ? start : undefined,
  })
  const { labels, template } = library
  const assessed = (item: string, words: Record<string, Bilingual>) => choicesOf(words).filter(({ value }) => (agreement.intake[item] as string[] | undefined)?.includes(value)) // codes of one intake item
  const roles = template.schedules.find(({ id }) => id === 'S5')?.words ?? {}
  return {
    agreement,
    parameters,
    initial: { ...initialValues(parameters, agreement.parameters), ...scopeInputs(agreement.scope), clauses: agreement.addedClauses },
    scopeRows: agreement.scope.length,
    contacts: agreement.schedules.contacts,
    places: placesOf(agreement.parameters.data_locations),
    choices: {
      purposes: choicesOf(labels.purposes).filter(({ value }) => value !== 'other'),
      scopePurposes: choicesOf(labels.purposes),
      infoTypes: assessed('IN-06', labels.infoTypes),
      operations: assessed('IN-08', labels.operations),
      legalBases: choicesOf(labels.legalBases).filter(({ value }) => value !== 'unclear'),
      parties: choicesOf(roles).filter(({ value }) => value === 'company' || value === 'vendor'),
      roles: choicesOf(roles).filter(({ value }) => value !== 'company' && value !== 'vendor' && value !== 'notice_address'),
      clauses: template.clauses.filter(isOptional).map(({ id, title_zh, title_en }): Choice => ({ value: id, words: { zh: `${id} ${title_zh}`, en: `${id} ${title_en}` } })),
    },
  }
}

const choicesOf = (words: Record<string, Bilingual>): Choice[] => Object.entries(words).map(([value, each]) => ({ value, words: each }))

function placesOf(value: unknown): { zh: string; en: string }[] {
  const items: unknown[] = Array.isArray(value) ? value : []
  return items.flatMap((item) => {
    if (typeof item === 'string') return [{ zh: item, en: '' }]
    return isWords(item) ? [{ zh: item.zh, en: item.en === item.zh ? '' : item.en }] : []
  })
}

const isWords = (value: unknown): value is Bilingual => typeof value === 'object' && value !== null && 'zh' in value && 'en' in value
