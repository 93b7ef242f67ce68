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
        <Select field={field('info_type')} label={t('agreements.edit.infoType')} options={options(choices.infoTypes)} />
        <TextField field={field('scenario')} label={t('agreements.edit.scenario')} />
        <Select field={field('purpose')} label={t('agreements.edit.purpose')} options={options(choices.scopePurposes)} />
        <Select field={field('legal_basis')} label={t('agreements.edit.legalBasis')} options={options(choices.legalBases)} />
        <CheckboxGroup field={field('operations')} label={t('agreements.edit.operations')} choices={options(choices.operations)} />
        <TextField field={field('fields')} label={t('agreements.edit.fields')} hint={t('agreements.edit.fieldsHint')} />
        <NumberField field={field('max_subjects')} label={t('agreements.edit.maxSubjects')} unit={t('agreements.edit.people')} />
        <NumberField field={field('max_records_per_day')} label={t('agreements.edit.maxRecords')} unit={records} />
        <NumberField field={field('max_export_per_event')} label={t('agreements.edit.maxExport')} unit={records} />
        <TextField field={field('countries')} label={t('agreements.edit.countries')} hint={t('agreements.edit.countriesHint')} />
        <TextField field={field('hours')} label={t('agreements.edit.hours')} hint={t('agreements.edit.hoursHint')} />
        <TextField field={field('recipients')} label={t('agreements.edit.recipients')} hint={t('agreements.edit.recipientsHint')} />
        <DateField field={field('valid_from')} label={t('agreements.edit.validFrom')} />
        <DateField field={field('valid_to')} label={t('agreements.edit.validTo')} />
        <Checkbox field={field('remove')} label={t('agreements.edit.removeRow')} />
      </div>
    </fieldset>
  )
}
