import type { ReactNode } from 'react'
import { chosenOf } from '#app/domain/engagements/intake-form.ts'
import { rowsOf } from '#app/domain/engagements/intake-labels.ts'
import type { AnswerValue, IntakeItem } from '#app/domain/questionnaires/template.ts'
import { paths } from '#app/http/paths.ts'
import { fileSize } from '#app/i18n/format.ts'
import { useT } from '#app/i18n/use-t.tsx'
import { UploadField } from '../case/upload-field.tsx'
import { Checkbox } from '../form/checkbox.tsx'
import { CheckboxGroup } from '../form/checkbox-group.tsx'
import { DateField } from '../form/date-field.tsx'
import { formField } from '../form/form-field.ts'
import { NumberField } from '../form/number-field.tsx'
import { RadioGroup } from '../form/radio-group.tsx'
import { RowTable, type RowColumn } from '../form/row-table.tsx'
import type { Option } from '../form/select.tsx'
import { TextArea } from '../form/text-area.tsx'
import { TextField } from '../form/text-field.tsx'
import type { Fields } from '../form/use-fields.ts'
import { Clause } from '../risk/clause.tsx'
import { ScenarioRows } from './scenario-rows.tsx'

export type KeptFile = { id: string; name: string; sizeBytes: number }
export type Around = { items: readonly IntakeItem[]; intake: Record<string, AnswerValue>; file?: KeptFile; countries: Option[]; addRow?: string }
type ItemProps = { item: IntakeItem; fields: Fields; around: Around }

/** One item of the intake form as its type asks for, with its clauses and, where a choice wants it, room for a sentence. */
export function IntakeItemField({ item, fields, around }: ItemProps) {
  const t = useT()
  const chosen = chosenOf(around.intake, item.id)
  const explains = item.options?.some(({ v, explain }) => explain && chosen.includes(v)) ?? false
  return (
    <div className="intake-item" id={`item-${item.id}`}>
      <Control item={item} fields={fields} around={around} />
      {(explains || fields.byName[`${item.id}.note`] !== undefined) && (
        <div className="follow">
          <TextArea field={fields.field(`${item.id}.note`)} hint={t('engagements.intake.noteHint')} rows={2} />
        </div>
      )}
    </div>
  )
}

function Control({ item, fields, around }: ItemProps) {
  const t = useT()
  const word = (text: { zh: string; en: string }) => (t.locale === 'en' ? text.en : text.zh)
  const label = (
    <>
      {word(item)} <Clauses ids={item.clauses} />
    </>
  )
  const look = { field: fields.field(item.id), label, hint: item.note && word(item.note) }
  const choices = (item.options ?? []).map((option) => ({ value: option.v, label: word(option) }))
  switch (item.type) {
    case 'multi':
      return <CheckboxGroup {...look} choices={choices} />
    case 'single':
      return <RadioGroup {...look} choices={choices} />
    case 'yesno':
      return <RadioGroup {...look} choices={choices} inRow />
    case 'number':
      return <NumberField {...look} unit={t('engagements.intake.people')} />
    case 'date':
      return <DateField {...look} />
    case 'file':
      return <FileItem {...look} file={around.file} field={fields.field('file')} itemId={item.id} />
    case 'table':
      return item.columns?.some(({ type }) => type === 'multi') ? <ScenarioRows item={item} fields={fields} around={around} label={label} /> : <SimpleRows item={item} fields={fields} around={around} label={label} />
    default:
      return <TextField {...look} />
  }
}

/** The clauses that an item serves, small beside its question. */
function Clauses({ ids }: { ids: readonly string[] }) {
  return (
    <span className="clauses">
      {ids.map((id) => (
        <Clause key={id} id={id} />
      ))}
    </span>
  )
}

/** The kept file with its way off, and the picker for another one. */
function FileItem({ file, itemId, ...look }: Parameters<typeof UploadField>[0] & { file?: KeptFile; itemId: string }) {
  const t = useT()
  return (
    <>
      <UploadField {...look} hint={look.hint ?? t('engagements.intake.fileHint')} accept=".pdf,.docx,.xlsx,.png,.jpg,.jpeg" />
      {file && (
        <div className="field">
          <input type="hidden" name={itemId} value={file.id} />
          <p className="small">
            {t('engagements.intake.fileKept')} <a href={paths.file(file.id)}>{file.name}</a> <span className="muted">{fileSize(file.sizeBytes, t.locale)}</span>
          </p>
          <Checkbox field={formField('removeFile', { label: t('engagements.intake.fileRemove') })} />
        </div>
      )}
    </>
  )
}

/** A table of single cells: places with their use. */
function SimpleRows({ item, fields, around, label }: ItemProps & { label: ReactNode }) {
  const t = useT()
  const word = (text: { zh: string; en: string }) => (t.locale === 'en' ? text.en : text.zh)
  const columns = (item.columns ?? []).map((column): RowColumn => {
    const options = column.type === 'country' ? around.countries : Array.isArray(column.options) ? column.options.map((option) => ({ value: option.v, label: word(option) })) : undefined
    return { id: column.id, label: word(column), kind: options ? 'select' : column.type === 'date' || column.type === 'number' ? column.type : 'text', options }
  })
  const stored = rowsOf(around.intake[item.id]).map((row) => Object.fromEntries(Object.entries(row).map(([id, cell]) => [id, String(cell ?? '')])))
  const rows = fields.rows(item.id, stored)
  return (
    <RowTable
      field={fields.field(item.id)}
      label={label}
      columns={columns}
      rows={around.addRow === item.id ? [...rows, {}] : rows}
      errors={fields.byName}
      addSubmit={{ name: '_add', value: item.id }}
      removeSubmit={(index) => ({ name: '_remove', value: `${item.id}[${index}]` })}
    />
  )
}
