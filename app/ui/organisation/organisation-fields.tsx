import { LOCALES } from '#app/i18n/locale.ts'
import type { CountryOption } from '#app/i18n/countries.ts'
import type { Translate } from '#app/i18n/translate.ts'
import { useT } from '#app/i18n/use-t.tsx'
import type { ZoneOption } from '#app/i18n/zone-options.ts'
import type { FormField } from '../form/form-field.ts'
import { Select } from '../form/select.tsx'
import { TextField } from '../form/text-field.tsx'
import type { Fields } from '../form/use-fields.ts'
import { Clause } from '../risk/clause.tsx'

const NAMES = ['name', 'nameAlt', 'country', 'regNo', 'address', 'zone', 'language', 'unitDepartment', 'unitLead', 'unitPhone', 'unitEmail'] as const
type Name = (typeof NAMES)[number]

/** The labels of both groups of fields. */
export function organisationLabels(t: Translate): Record<Name, string> {
  return Object.fromEntries(NAMES.map((name) => [name, t(`organisations.form.${name}`)])) as Record<Name, string> // one for each name
}

type FieldsProps = { field: Fields<Name>['field'] }

/** What an organisation is: name, number, place, language. */
export function OrganisationFields({ field, countries, zones }: FieldsProps & { countries: CountryOption[]; zones: ZoneOption[] }) {
  const t = useT()
  return (
    <>
      <TextField field={field('name', { required: true, maxLength: 200 })} autoComplete="organization" />
      <TextField field={field('nameAlt', { maxLength: 200 })} optional />
      <Select field={field('country', { required: true })} options={countries.map(({ v, label }) => ({ value: v, label }))} placeholder={false} />
      <TextField field={field('regNo', { maxLength: 60 })} hint={t('organisations.form.regNo_hint')} mono autoComplete="off" spellCheck={false} />
      <TextField field={field('address', { maxLength: 300 })} optional autoComplete="street-address" />
      <Select field={field('zone', { required: true })} hint={t('organisations.form.zone_hint')} options={zones} placeholder={false} />
      <LanguageSelect field={field('language', { required: true })} hint={t('organisations.form.language_hint')} />
    </>
  )
}

const UNIT_CLAUSE = 'R6.1.1'

/** The unit that answers for customer information (R6.1.1). */
export function ResponsibleUnitFields({ field, isDoor = false }: FieldsProps & { /** Before sign-in the clause cannot be opened. */ isDoor?: boolean }) {
  const t = useT()
  return (
    <>
      <p className="muted">
        {t('organisations.form.unit_lede')} {isDoor ? <span className="mono">{UNIT_CLAUSE}</span> : <Clause id={UNIT_CLAUSE} />}
      </p>
      <TextField field={field('unitDepartment', { required: true, maxLength: 120 })} />
      <TextField field={field('unitLead', { required: true, maxLength: 120 })} />
      <TextField field={field('unitPhone', { required: true, maxLength: 30 })} type="tel" />
      <TextField field={field('unitEmail', { required: true, maxLength: 254 })} type="email" />
    </>
  )
}

/** One of the product's languages, each by its own name. */
export function LanguageSelect({ field, hint }: { field: FormField; hint?: string }) {
  const t = useT()
  const options = LOCALES.map((value) => ({ value, label: t(`common.language.${value}`) }))
  return <Select field={field} hint={hint} options={options} placeholder={false} />
}
