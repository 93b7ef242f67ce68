import { z } from 'zod'
import { optionalDate, optionalText, revision } from '../input.ts'
import { isCountryCode } from '../questionnaires/country-codes.ts'
import { readHours } from './allowed-hours.ts'
import { nameOf, type FormParameter } from './form-parameter.ts'
import type { ListItem, ParameterValue, ParameterValues } from './parameters.ts'
import type { AgreementChange } from './save-agreement.server.ts'
import { numberScenarios, type ScopeRow } from './scope.ts'
import type { Bilingual } from './template.ts'

const LONGEST_TEXT = 500
const MOST_RECORDS = 1_000_000_000_000

const optionalWhole = (min: number, max: number) =>
  z.preprocess(
    (value) => (typeof value === 'string' && value.trim() !== '' ? Number(value.trim().replaceAll(',', '')) : undefined),
    z.number({ error: 'form.number' }).int('form.whole_number').min(min, `form.too_small?min=${min}`).max(max, `form.too_large?max=${max}`).optional(),
  )

const words = (max: number) => optionalText(max).transform((value) => value ?? '')
const codes = z.preprocess((value) => (Array.isArray(value) ? value : value === undefined || value === '' ? [] : [value]), z.array(z.string().max(60)).max(60))
/** Words between commas; what is wrong with one of them is said at the field. */
const listOf = (max: number, { isValid = (word) => word.length <= max, message = `form.too_long?max=${max}` }: { isValid?: (word: string) => boolean; message?: string } = {}) =>
  z.preprocess(
    (value) => (typeof value === 'string' ? value.split(/[,，、;；\n]/).map((part) => part.trim()).filter(Boolean) : []),
    z.array(z.string()).max(50, 'form.too_large?max=50').refine((list) => list.every(isValid), message),
  )
const countryCodes = listOf(2, { isValid: (word) => isCountryCode(word.toUpperCase()), message: 'agreements.edit.country_wrong' }).transform((list) => list.map((word) => word.toUpperCase()))
const date = optionalDate.transform((value) => value ?? '')

const scopeRow = z.object({
  remove: z.string().optional(),
  info_type: words(60), scenario_id: words(10), scenario: words(200), operations: codes, purpose: words(60), legal_basis: words(60),
  fields: listOf(100),
  max_subjects: optionalWhole(0, MOST_RECORDS), max_records_per_day: optionalWhole(0, MOST_RECORDS), max_export_per_event: optionalWhole(0, MOST_RECORDS),
  countries: countryCodes,
  hours: words(20).refine((value) => value === '' || readHours(value) !== undefined, 'agreements.edit.hours_wrong'),
  recipients: listOf(200),
  valid_from: date, valid_to: date,
})

const contactRow = z.object({ party: z.enum(['company', 'vendor']).or(z.literal('')).default(''), role: words(40), name: words(100), title: optionalText(100), phone: optionalText(40), email: optionalText(254) })
const placeRow = z.object({ zh: words(200), en: words(200) })
const rows = <T extends z.ZodType>(row: T) => z.array(row).max(100, 'form.too_large?max=100').default([])

/** The form of one draft: its parameters by kind, Schedule 1, contacts and optional clauses. Empty is allowed; what has no sense is refused at its field. */
export function draftFormSchema(parameters: FormParameter[]) {
  const inputs = Object.assign({}, ...parameters.map(inputsOf)) as Record<string, z.ZodType>
  return z
    .object({ ...inputs, revision, scope: rows(scopeRow), contacts: rows(contactRow), places: rows(placeRow), clauses: codes })
    .superRefine((form, context) => {
      const { [nameOf('auth_start')]: start, [nameOf('auth_end')]: end } = form as Record<string, unknown>
      if (typeof start === 'string' && typeof end === 'string' && end <= start) context.addIssue({ code: 'custom', path: [nameOf('auth_end')], message: 'form.end_before_start' })
    })
    .transform((form): AgreementChange => ({
      revision: form.revision,
      parameters: Object.fromEntries(parameters.map((each) => [each.id, valueOf(each, form as Record<string, unknown>, form.places)])) as ParameterValues,
      scope: numberScenarios(form.scope.filter((row) => row.remove === undefined && (row.info_type !== '' || row.scenario !== '')).map(({ remove: _, ...row }): ScopeRow => row)),
      contacts: form.contacts.flatMap(({ party, ...contact }) => (party === '' || contact.name === '' ? [] : [{ party, ...contact }])),
      addedClauses: form.clauses,
    }))
}

function inputsOf({ id, kind, limits, options }: FormParameter): Record<string, z.ZodType> {
  const name = nameOf(id)
  switch (kind) {
    case 'number':
      return { [name]: optionalWhole(limits?.min ?? 0, limits?.max ?? MOST_RECORDS) }
    case 'date':
      return { [name]: optionalDate }
    case 'choice':
      return { [name]: z.preprocess((value) => value || undefined, z.enum(options?.map(({ v }) => v) ?? [], { error: 'form.choice' }).optional()) }
    case 'purposes':
      return { [name]: codes, [`${name}-other`]: optionalText(200), [`${name}-other-en`]: optionalText(200) }
    case 'places':
      return {}
    case 'text':
      return { [name]: optionalText(LONGEST_TEXT) }
    case 'words':
      return { [name]: optionalText(LONGEST_TEXT), [`${name}-en`]: optionalText(LONGEST_TEXT) }
  }
}

function valueOf({ id, kind }: FormParameter, form: Record<string, unknown>, places: Bilingual[]): ParameterValue | undefined {
  const name = nameOf(id)
  const text = (key: string) => (typeof form[key] === 'string' ? form[key] : undefined)
  if (kind === 'number') return form[name] as number | undefined // the schema has read it
  if (kind === 'purposes') return [...(form[name] as string[]).filter((code) => code !== 'other'), ...otherPurpose(text(`${name}-other`), text(`${name}-other-en`))]
  if (kind === 'places') return places.map(bothLanguages).filter(({ zh }) => zh !== '')
  const zh = text(name)
  const en = text(`${name}-en`)
  return en === undefined || en === zh ? zh : bothLanguages({ zh: zh ?? '', en })
}

/** A purpose of its own stands for the code `other`, with the words that the agreement prints. */
function otherPurpose(zh: string | undefined, en: string | undefined): ListItem[] {
  return zh === undefined && en === undefined ? [] : [{ code: 'other', ...bothLanguages({ zh: zh ?? '', en: en ?? '' }) }]
}

/** Words given in one language stand in both. */
const bothLanguages = ({ zh, en }: Bilingual): Bilingual => ({ zh: zh || en, en: en || zh })
