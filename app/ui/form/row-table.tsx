import { useState } from 'react'
import { useT } from '#app/i18n/use-t.tsx'
import { Button } from '../button.tsx'
import { FieldGroup, type FieldLook } from './field.tsx'
import type { FormField } from './form-field.ts'
import type { Option } from './select.tsx'

export type RowColumn = { id: string; label: string; kind: 'text' | 'number' | 'date' | 'select'; options?: Option[]; maxLength?: number }
type RowValues = Record<string, string | undefined>
type Submit = { name: string; value: string }

type RowTableProps = FieldLook & {
  field: FormField
  columns: RowColumn[]
  /** What is known so far; an empty list shows one empty row. */
  rows: RowValues[]
  /** Field errors by input name, such as `subs[0].name`. */
  errors?: Record<string, string[] | undefined>
  maxRows?: number
  /** The submit buttons that do the same on the server when there is no JavaScript. */
  addSubmit: Submit
  removeSubmit: (index: number) => Submit
  onChange?: () => void
}

/** Repeatable rows. Inputs are named `field[0].column`; the server reads them like a list. */
export function RowTable({ field, columns, rows, errors = {}, maxRows = 100, addSubmit, removeSubmit, onChange, ...look }: RowTableProps) {
  const t = useT()
  const [keyed, setKeyed] = useState(() => (rows.length > 0 ? rows : [{}]).map((values, key) => ({ key, values, added: false })))
  const add = () => setKeyed([...keyed, { key: Math.max(-1, ...keyed.map(({ key }) => key)) + 1, values: {}, added: true }])
  const remove = (key: number) => {
    setKeyed(keyed.filter((row) => row.key !== key))
    onChange?.()
  }
  return (
    <FieldGroup field={field} {...look}>
      <table id={field.id} className="table stack rows" role="table" tabIndex={-1} onChange={onChange}>
        <thead role="rowgroup">
          <tr role="row">
            {columns.map(({ id, label }) => (
              <th key={id} role="columnheader" scope="col">
                {label}
              </th>
            ))}
            <th role="columnheader" scope="col">
              <span className="hide">{t('ui.table.action')}</span>
            </th>
          </tr>
        </thead>
        <tbody role="rowgroup">
          {keyed.map(({ key, values, added }, index) => (
            <tr key={key} role="row">
              {columns.map((column) => (
                <td key={column.id} role="cell" data-label={column.label}>
                  <Cell
                    column={column}
                    name={`${field.name}[${index}].${column.id}`}
                    label={t('ui.rows.cell', { column: column.label, row: index + 1 })}
                    value={values[column.id]}
                    focus={added && column === columns[0]}
                    errors={errors[`${field.name}[${index}].${column.id}`]}
                  />
                </td>
              ))}
              <td role="cell" className="rows-remove">
                <Button kind="plain" small type="submit" formNoValidate {...removeSubmit(index)} onClick={local(() => remove(key))}>
                  {t('common.action.remove')}
                </Button>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {keyed.length < maxRows && (
        <div>
          <Button small icon="add" type="submit" formNoValidate {...addSubmit} onClick={local(add)}>
            {t('ui.rows.add')}
          </Button>
        </div>
      )}
    </FieldGroup>
  )
}

/** With JavaScript the row changes here; without it the button submits. */
const local = (change: () => void) => (event: { preventDefault: () => void }) => {
  event.preventDefault()
  change()
}

type CellProps = { column: RowColumn; name: string; label: string; value?: string; focus: boolean; errors?: string[] }

function Cell({ column, name, label, value, focus, errors }: CellProps) {
  const error = errors?.[0]
  const wired = {
    id: name,
    name,
    className: 'input',
    'aria-label': label,
    'aria-invalid': error !== undefined || undefined,
    'aria-describedby': error === undefined ? undefined : `${name}-error`,
    defaultValue: value ?? '',
    autoFocus: focus || undefined,
  }
  return (
    <>
      {column.kind === 'select' ? (
        <select {...wired}>
          <option value="" />
          {column.options?.map((option) => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </select>
      ) : (
        <input
          {...wired}
          type={column.kind === 'date' ? 'date' : 'text'}
          inputMode={column.kind === 'number' ? 'decimal' : undefined}
          maxLength={column.maxLength}
        />
      )}
      {error !== undefined && (
        <p className="error" id={`${name}-error`}>
          {error}
        </p>
      )}
    </>
  )
}
