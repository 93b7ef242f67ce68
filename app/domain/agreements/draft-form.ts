import { addMonths } from '../organisations/calendar-dates.ts'
import { nameOf, type FormParameter, type ParameterGroup } from './form-parameter.ts'
import { defaultFor, type ParameterValue, type ParameterValues } from './parameters.ts'
import type { Contact } from './schedules.ts'
import type { ScopeRow } from './scope.ts'
import type { AgreementTemplate, Clause, Parameter, Tier } from './template.ts'

/** Written by the system: number and day of sending. */
const NOT_ASKED = ['agreement_no', 'sign_date']
const ONE_LANGUAGE = ['company_reg_no', 'vendor_reg_no', 'main_contract_ref']
const SERVICE = ['service_name', 'main_contract_ref', 'auth_start', 'auth_end', 'effective_date', 'purposes', 'data_locations', 'cn_transfer_mechanism']

type Asked = { template: AgreementTemplate; /** Ids of the clauses that the draft has. */ clauses: string[]; tier: Tier; finCn: boolean; authStart?: string }

/** The parameters of the draft's clauses and of the optional ones, what the service is and how long it may run in reading order, the others in the library's. */
export function formParameters({ template, clauses, tier, finCn, authStart }: Asked): FormParameter[] {
  const chosen = template.clauses.filter((clause) => clauses.includes(clause.id))
  const optional = template.clauses.filter(isOptional)
  const asked = template.parameters.flatMap((parameter): FormParameter[] => {
    const alone = optional.find((clause) => clause.params.includes(parameter.id))
    const isUsed = chosen.some((clause) => clause.params.includes(parameter.id))
    if (NOT_ASKED.includes(parameter.id) || (!isUsed && !alone)) return []
    return [{ ...askedAs(parameter, { tier, finCn }), ...(alone && { onlyWith: alone.id }), ...(parameter.id === 'auth_end' && authStart && { latest: addMonths(authStart, 36) }) }]
  })
  return asked.sort((a, b) => SERVICE.indexOf(a.id) - SERVICE.indexOf(b.id))
}

export const isOptional = (clause: Clause) => clause.negotiable === 'optional'

function askedAs(parameter: Parameter, { tier, finCn }: { tier: Tier; finCn: boolean }): FormParameter {
  const { id, zh, en } = parameter
  const common = { id, label: { zh, en }, group: groupOf(parameter) }
  switch (parameter.type) {
    case 'int': {
      const max = finCn ? Math.min(parameter.max, parameter.max_if_fin_cn ?? parameter.max) : parameter.max
      return { ...common, kind: 'number', limits: { min: parameter.min, max, default: Number(defaultFor(parameter, tier)), stricter: parameter.stricter } }
    }
    case 'date':
      return { ...common, kind: 'date' }
    case 'enum':
      return { ...common, kind: 'choice', options: parameter.options, preset: parameter.default ?? undefined }
    case 'list':
      return { ...common, kind: id === 'purposes' ? 'purposes' : 'places' }
    case 'text':
      return { ...common, kind: ONE_LANGUAGE.includes(id) ? 'text' : 'words', preset: parameter.default ?? undefined }
  }
}

function groupOf({ id, type }: Parameter): ParameterGroup {
  if (/^(company|vendor)_/.test(id)) return 'parties'
  if (SERVICE.includes(id)) return 'service'
  return type === 'int' || id === 'minimum_tls' ? 'terms' : 'liability'
}

type Initial = Record<string, string | number | readonly string[] | undefined>

/** What is stored, by input name. An empty figure means the default of the tier. */
export function initialValues(parameters: FormParameter[], values: ParameterValues): Initial {
  return Object.assign({}, ...parameters.map((each) => initialOf(each, values[each.id])))
}

function initialOf({ id, kind, limits, preset }: FormParameter, stored: ParameterValue | undefined): Initial {
  const value = stored ?? preset
  const name = nameOf(id)
  if (kind === 'number') return { [name]: typeof value === 'number' ? value : limits?.default }
  if (kind === 'choice') return { [name]: typeof value === 'string' ? value : undefined }
  if (kind === 'purposes') return purposesIn(name, value)
  if (kind === 'places') return {}
  if (typeof value === 'object' && !Array.isArray(value)) return { [name]: value.zh, [`${name}-en`]: value.en === value.zh ? '' : value.en }
  return { [name]: typeof value === 'string' || typeof value === 'number' ? value : undefined }
}

function purposesIn(name: string, value: ParameterValue | undefined): Initial {
  const items = Array.isArray(value) ? value : []
  const own = items.find((item) => typeof item === 'object')
  const codes = items.filter((item): item is string => typeof item === 'string')
  return { [name]: codes, [`${name}-other`]: typeof own === 'object' ? own.zh : undefined, [`${name}-other-en`]: typeof own === 'object' && own.en !== own.zh ? own.en : undefined }
}

/** Schedule 1 and the contacts as rows of inputs. */
export const scopeInputs = (rows: ScopeRow[]): Initial =>
  Object.assign({}, ...rows.map((row, index) => Object.fromEntries(Object.entries(row).map(([column, value]) => [`scope[${index}].${column}`, JOINED.includes(column) && Array.isArray(value) ? value.join(', ') : value]))))

const JOINED = ['fields', 'countries', 'recipients']

export const contactInputs = (contacts: Contact[]): Record<string, string>[] =>
  contacts.map((contact) => Object.fromEntries(Object.entries(contact).filter((entry): entry is [string, string] => typeof entry[1] === 'string')))
