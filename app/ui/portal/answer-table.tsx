import { useEffect, useRef, useState } from 'react'
import { useT } from '#app/i18n/use-t.tsx'
import { fieldName } from '#app/domain/portal/answer-fields.ts'
import type { ColumnView, OptionView } from '#app/domain/portal/question-view.ts'
import type { TableCell, TableRow } from '#app/domain/questionnaires/template.ts'
import { Button } from '../button.tsx'
import { useHydrated } from '../use-hydrated.ts'
import type { ControlProps } from './answer-control.tsx'

type Keyed = { key: number; row: TableRow; added: boolean }

/** A table that is filled in: rows are added and removed here, without JavaScript by sending the form. */
export function AnswerTable({ question, given, countries, describedBy, oneMoreRow, onRowsChanged, cellProblem }: ControlProps) {
  const t = useT()
  const hydrated = useHydrated()
  const { id, columns } = question
  const [rows, setRows] = useState<Keyed[]>(() => startRows(given.value, oneMoreRow))
  const count = useRef(rows.length)
  useEffect(() => {
    if (rows.length < count.current) onRowsChanged()
    count.current = rows.length
  }, [rows, onRowsChanged])
  const add = () => setRows([...rows, { key: Math.max(-1, ...rows.map(({ key }) => key)) + 1, row: {}, added: true }])
  return (
    <div className="answer-rows" role="group" aria-describedby={describedBy}>
      {rows.map(({ key, row, added }, index) => (
        <fieldset className="answer-row" key={key}>
          <legend className="hint">{t('portal.table.row', { row: index + 1 })}</legend>
          <div className="answer-cells">
            {columns.map((column, at) => (
              <Cell
                key={column.id}
                column={column}
                id={index === 0 && at === 0 ? id : `${id}-${key}-${column.id}`}
                name={fieldName.cell(id, key, column.id)}
                value={row[column.id]}
                options={column.type === 'country' ? countries : (column.options ?? [])}
                focus={added && at === 0}
                problem={cellProblem(index, column.id)}
              />
            ))}
          </div>
          <Button
            kind="plain"
            small
            type={hydrated ? 'button' : 'submit'}
            name={fieldName.dropRow(id)}
            value={String(key)}
            onClick={() => setRows(rows.filter((each) => each.key !== key))}
          >
            {t('portal.table.removeRow')}
          </Button>
        </fieldset>
      ))}
      <Button small icon="add" type={hydrated ? 'button' : 'submit'} name={fieldName.rows(id)} value={String(rows.length + 1)} onClick={add}>
        {t('portal.table.addRow')}
      </Button>
    </div>
  )
}

/** A first empty row invites to be filled; a form without JavaScript asks for one more in the address. */
function startRows(value: unknown, oneMore: boolean): Keyed[] {
  const rows = Array.isArray(value) ? (value as TableRow[]) : []
  return (rows.length === 0 || oneMore ? [...rows, {}] : rows).map((row, key) => ({ key, row, added: false }))
}

type CellProps = { column: ColumnView; id: string; name: string; value?: TableCell; options: OptionView[]; focus: boolean; problem?: string }

function Cell({ column, id, name, value, options, focus, problem }: CellProps) {
  const t = useT()
  const wired = { id, name, autoFocus: focus || undefined, 'aria-invalid': problem !== undefined || undefined, 'aria-describedby': problem === undefined ? undefined : `${id}-error` }
  const text = value === undefined || Array.isArray(value) ? '' : String(value)
  return (
    <div className={column.type === 'multi' ? 'field wide' : 'field'}>
      {column.type === 'multi' ? (
        <fieldset>
          <legend className="label">{column.label}</legend>
          <div className="answer-ticks">
            {options.map(({ v, label }, index) => (
              <label key={v}>
                <input type="checkbox" id={index === 0 ? id : undefined} name={name} value={v} defaultChecked={Array.isArray(value) && value.includes(v)} />
                <span>{label}</span>
              </label>
            ))}
          </div>
        </fieldset>
      ) : (
        <>
          <label htmlFor={id}>
            {column.label}
            {!column.required && <span className="optional">{t('portal.section.optional')}</span>}
          </label>
          {options.length > 0 ? (
            <select className="input" defaultValue={text} {...wired}>
              <option value="">{t('portal.section.choose')}</option>
              {options.map(({ v, label }) => (
                <option key={v} value={v}>
                  {label}
                </option>
              ))}
            </select>
          ) : (
            <input className="input" type={column.type === 'date' ? 'date' : 'text'} maxLength={300} defaultValue={text} {...wired} />
          )}
        </>
      )}
      {problem !== undefined && (
        <p className="error" id={`${id}-error`}>
          {problem}
        </p>
      )}
    </div>
  )
}
