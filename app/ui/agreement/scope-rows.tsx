import { countRows } from '#app/http/form-rows.ts'
import { useT } from '#app/i18n/use-t.tsx'
import { Button } from '../button.tsx'
import { Checkbox } from '../form/checkbox.tsx'
import { CheckboxGroup } from '../form/checkbox-group.tsx'
import { DateField } from '../form/date-field.tsx'
import { NumberField } from '../form/number-field.tsx'
import { Select } from '../form/select.tsx'
import { TextField } from '../form/text-field.tsx'
import type { Fields } from '../form/use-fields.ts'
import { Section } from '../page/section.tsx'
import { inLanguage, type Choice } from './parameter-fields.tsx'

type Choices = Record<'infoTypes' | 'operations' | 'scopePurposes' | 'legalBases', Choice[]>
type ScopeRowsProps = { fields: Fields; typed?: Record<string, string | string[]>; stored: number; choices: Choices }

/** Schedule 1, a group of fields a row: what access logs are held against. */
export function ScopeRows({ fields, typed, stored, choices }: ScopeRowsProps) {
  const t = useT()
  const count = typed ? countRows(typed, 'scope') : stored
  return (
    <Section title={t('agreements.scope.title')} id="scope">
      <p className="muted">{t('agreements.edit.scopeLede')}</p>
      {Array.from({ length: count }, (_, index) => (
        <ScopeRow key={index} index={index} fields={fields} choices={choices} />
      ))}
      <Button small icon="add" type="submit" formNoValidate name="more" value="scope">
        {t('agreements.edit.addRow')}
      </Button>
    </Section>
  )
}

function ScopeRow({ index, fields, choices }: { index: number; fields: Fields; choices: Choices }) {
  const t = useT()
  const field = (column: string) => fields.field(`scope[${index}].${column}`)
  const options = (list: Choice[]) => list.map(({ value, words }) => ({ value, label: inLanguage(words, t) }))
  const records = t('agreements.edit.records')
  return (
    <fieldset className="scope-row" id={`scope-${index + 1}`}>
      <legend className="strong">{t('agreements.edit.row', { row: index + 1 })}</legend>
      <input type="hidden" name={`scope[${index}].scenario_id`} defaultValue={field('scenario_id').defaultValue} />
      <div className="grid">
        <Select field={field('info_type')} options={options(choices.infoTypes)} />
        <TextField field={field('scenario')} />
        <Select field={field('purpose')} options={options(choices.scopePurposes)} />
        <Select field={field('legal_basis')} options={options(choices.legalBases)} />
        <CheckboxGroup field={field('operations')} choices={options(choices.operations)} />
        <TextField field={field('fields')} hint={t('agreements.edit.fieldsHint')} />
        <NumberField field={field('max_subjects')} unit={t('agreements.edit.people')} />
        <NumberField field={field('max_records_per_day')} unit={records} />
        <NumberField field={field('max_export_per_event')} unit={records} />
        <TextField field={field('countries')} hint={t('agreements.edit.countriesHint')} />
        <TextField field={field('hours')} hint={t('agreements.edit.hoursHint')} />
        <TextField field={field('recipients')} hint={t('agreements.edit.recipientsHint')} />
        <DateField field={field('valid_from')} />
        <DateField field={field('valid_to')} />
        <Checkbox field={field('remove')} />
      </div>
    </fieldset>
  )
}
