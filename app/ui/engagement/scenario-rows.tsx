import { useState, type ReactNode } from 'react'
import { chosenOf, fieldName } from '#app/domain/engagements/intake-form.ts'
import { rowsOf } from '#app/domain/engagements/intake-labels.ts'
import type { Column, IntakeItem, TableCell, TableRow } from '#app/domain/questionnaires/template.ts'
import { useT } from '#app/i18n/use-t.tsx'
import { Button } from '../button.tsx'
import { CheckboxGroup } from '../form/checkbox-group.tsx'
import { FieldGroup } from '../form/field.tsx'
import type { FormField } from '../form/form-field.ts'
import { Select, type Option } from '../form/select.tsx'
import { TextField } from '../form/text-field.tsx'
import type { Fields } from '../form/use-fields.ts'
import type { Around } from './intake-item-field.tsx'

type ScenarioRowsProps = { item: IntakeItem; fields: Fields; around: Around; label: ReactNode }

/** Rows whose cells take several values: what is done with which information, for what, in which system (R7.1.1). */
export function ScenarioRows({ item, fields, around, label }: ScenarioRowsProps) {
  const t = useT()
  const [rows, setRows] = useState(() => firstRows(item, around))
  const add = () => setRows([...rows, { key: Math.max(-1, ...rows.map(({ key }) => key)) + 1, cells: {} }])
  return (
    <FieldGroup field={fields.field(item.id)} label={label}>
      <div className="scenarios" id={item.id}>
        {rows.map(({ key, cells }, index) => (
          <fieldset key={key} className="scenario">
            <legend className="strong">{t('engagements.intake.row', { row: index + 1 })}</legend>
            {item.columns?.map((column) => (
              <Cell key={column.id} column={column} field={fields.field(fieldName(item.id, index, column.id))} value={cells[column.id]} options={optionsOf(column, around, t.locale)} from={sourceLabel(column, around, t.locale)} />
            ))}
            {rows.length > 1 && (
              <div>
                <Button kind="plain" small type="submit" formNoValidate name="_remove" value={fieldName(item.id, index)} onClick={local(() => setRows(rows.filter((row) => row.key !== key)))}>
                  {t('engagements.intake.removeRow')}
                </Button>
              </div>
            )}
          </fieldset>
        ))}
      </div>
      <div>
        <Button small icon="add" type="submit" formNoValidate name="_add" value={item.id} onClick={local(add)}>
          {t('engagements.intake.addRow')}
        </Button>
      </div>
    </FieldGroup>
  )
}

type CellProps = { column: Column; field: FormField; value?: TableCell; options: Option[]; from?: string }

function Cell({ column, field: given, value, options, from }: CellProps) {
  const t = useT()
  const isList = Array.isArray(value)
  const field = { ...given, defaultOptions: isList ? value : undefined, defaultValue: isList || value === undefined ? undefined : String(value) }
  if (column.type === 'text') return <TextField field={field} optional={!column.required} />
  if (options.length === 0) {
    return (
      <FieldGroup field={field}>
        {isList && value.map((each) => <input key={each} type="hidden" name={field.name} value={each} />)}
        <p className="small muted">{t('engagements.intake.chooseFirst', { what: from ?? '' })}</p>
      </FieldGroup>
    )
  }
  if (column.type === 'multi') return <CheckboxGroup field={field} choices={options} />
  return <Select field={field} options={options} />
}

function firstRows(item: IntakeItem, { intake, addRow }: Around): { key: number; cells: TableRow }[] {
  const stored = rowsOf(intake[item.id])
  const rows = stored.length === 0 || addRow === item.id ? [...stored, {}] : stored
  return rows.map((cells, key) => ({ key, cells }))
}

/** What a `chosen:IN-nn` column offers now: the options that the item above has chosen. */
function optionsOf(column: Column, { items, intake }: Around, locale: string): Option[] {
  const source = sourceOf(column, items)
  const chosen = source ? chosenOf(intake, source.id) : []
  const options = source ? (source.options ?? []).filter(({ v }) => chosen.includes(v)) : Array.isArray(column.options) ? column.options : []
  return options.map((option) => ({ value: option.v, label: locale === 'en' ? option.en : option.zh }))
}

function sourceLabel(column: Column, { items }: Around, locale: string): string | undefined {
  const source = sourceOf(column, items)
  return source && (locale === 'en' ? source.en : source.zh)
}

const sourceOf = ({ options }: Column, items: readonly IntakeItem[]) => (typeof options === 'string' ? items.find(({ id }) => options === `chosen:${id}`) : undefined)

/** With JavaScript the rows change here; without it the button sends the form. */
const local = (change: () => void) => (event: { preventDefault: () => void }) => {
  event.preventDefault()
  change()
}
