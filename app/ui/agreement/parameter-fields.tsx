import { nameOf, PARAMETER_GROUPS, type FormParameter } from '#app/domain/agreements/form-parameter.ts'
import { date } from '#app/i18n/format.ts'
import type { Translate } from '#app/i18n/translate.ts'
import { useT } from '#app/i18n/use-t.tsx'
import { classNames } from '../class-names.ts'
import { CheckboxGroup } from '../form/checkbox-group.tsx'
import { DateField } from '../form/date-field.tsx'
import { NumberField } from '../form/number-field.tsx'
import { RowTable } from '../form/row-table.tsx'
import { Select } from '../form/select.tsx'
import { TextField } from '../form/text-field.tsx'
import type { Fields } from '../form/use-fields.ts'
import { Section } from '../page/section.tsx'

export type Choice = { value: string; words: { zh: string; en: string } }
type ParameterFieldsProps = { fields: Fields; parameters: FormParameter[]; purposes: Choice[]; places: Record<string, string>[] }
type One = Omit<ParameterFieldsProps, 'parameters'> & { parameter: FormParameter }

/** Every parameter of the draft as a field of its kind, in four groups. */
export function ParameterFields({ parameters, ...rest }: ParameterFieldsProps) {
  const t = useT()
  return PARAMETER_GROUPS.map((group) => (
    <Section key={group} title={t(`agreements.edit.groups.${group}`)} id={group}>
      <div className={classNames('fields-grid', group === 'terms' && 'many')}>
        {parameters
          .filter((parameter) => parameter.group === group)
          .map((parameter) => (
            <ParameterField key={parameter.id} parameter={parameter} {...rest} />
          ))}
      </div>
    </Section>
  ))
}

function ParameterField(one: One) {
  const t = useT()
  const { parameter, fields } = one
  const look = { field: fields.field(nameOf(parameter.id)), hint: hintOf(parameter, t) }
  switch (parameter.kind) {
    case 'number':
      return <NumberField {...look} />
    case 'date':
      return <DateField {...look} />
    case 'choice':
      return <Select {...look} options={(parameter.options ?? []).map((option) => ({ value: option.v, label: inLanguage(option, t) }))} />
    case 'text':
      return <TextField {...look} mono />
    case 'words':
      return <WordsField {...one} />
    case 'purposes':
      return <PurposeFields {...one} />
    case 'places':
      return <PlaceRows {...one} />
  }
}

function WordsField({ parameter, fields }: One) {
  const t = useT()
  return (
    <div className="pair">
      <TextField field={fields.field(nameOf(parameter.id))} hint={hintOf(parameter, t)} />
      <TextField field={fields.field(`${nameOf(parameter.id)}-en`)} hint={t('agreements.edit.englishHint')} lang="en" optional />
    </div>
  )
}

function PurposeFields({ parameter, fields, purposes }: One) {
  const t = useT()
  const name = nameOf(parameter.id)
  return (
    <div className="pair">
      <CheckboxGroup field={fields.field(name)} choices={purposes.map(({ value, words }) => ({ value, label: inLanguage(words, t) }))} />
      <div className="form">
        <TextField field={fields.field(`${name}-other`)} hint={t('agreements.edit.purposeOtherHint')} optional />
        <TextField field={fields.field(`${name}-other-en`)} hint={t('agreements.edit.englishHint')} lang="en" optional />
      </div>
    </div>
  )
}

function PlaceRows({ parameter, fields, places }: One) {
  return (
    <div className="whole">
      <RowTable
        field={{ ...fields.field('places'), id: nameOf(parameter.id) }}
        columns={(['zh', 'en'] as const).map((id) => ({ id, label: fields.field(`places[].${id}`).label, kind: 'text', maxLength: 200 }))}
        rows={fields.rows('places', places)}
        errors={fields.byName}
        addSubmit={{ name: 'more', value: 'places' }}
        removeSubmit={(index) => ({ name: 'more', value: `places-remove-${index}` })}
      />
    </div>
  )
}

function hintOf({ id, limits, onlyWith, latest }: FormParameter, t: Translate): string | undefined {
  if (limits) return t(limits.stricter === 'lower' ? 'agreements.edit.limitsLower' : 'agreements.edit.limitsHigher', limits)
  if (onlyWith) return t('agreements.edit.onlyWith', { clause: onlyWith })
  if (latest) return t('agreements.edit.latest', { date: date(latest, t.locale, 'year') })
  return id === 'effective_date' ? t('agreements.edit.effectiveHint') : undefined
}

export const inLanguage = (words: { zh: string; en: string }, t: Translate) => (t.locale === 'en' ? words.en : words.zh)
