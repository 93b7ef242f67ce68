import type { ReactElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { translator } from '#app/i18n/index.ts'
import { TranslateProvider } from '#app/i18n/use-t.tsx'
import { CheckboxGroup } from './checkbox-group.tsx'
import { formField } from './form-field.ts'
import { NumberField } from './number-field.tsx'
import { RadioGroup } from './radio-group.tsx'
import { RowTable } from './row-table.tsx'
import { TextField } from './text-field.tsx'
import { useFields, type Fields, type RefusedForm } from './use-fields.ts'

const html = (page: ReactElement, locale: 'en' | 'zh-CN' = 'en') =>
  renderToStaticMarkup(<TranslateProvider t={translator(locale)}>{page}</TranslateProvider>)

test('label, hint, unit and error are tied to the control', () => {
  const field = formField('days', { label: 'Interval', errors: ['Give a number.'], defaultValue: '7' })
  const page = html(<NumberField field={field} hint="At most 7." unit="days" />)
  expect(page).toMatch(/<label for="days">Interval</)
  expect(page).toMatch(/<input [^>]*aria-describedby="days-unit days-hint days-error"/)
  expect(page).toMatch(/<input [^>]*aria-invalid="true"/)
  for (const id of ['days-unit', 'days-hint', 'days-error']) expect(page).toContain(`id="${id}"`)
})

test('a field without trouble claims none', () => {
  const page = html(<TextField field={formField('name', { label: 'Name' })} />)
  expect(page).not.toContain('aria-invalid')
  expect(page).not.toContain('aria-describedby')
})

test('what was typed cannot become markup', () => {
  const page = html(<TextField field={formField('name', { label: 'Name', defaultValue: '"><script>', errors: ['<b>'] })} />)
  expect(page).not.toMatch(/<script|<b>/)
})

test('choices show what is chosen, and the first carries the id that a summary leads to', () => {
  const choices = [
    { value: 'a', label: 'A' },
    { value: 'b', label: 'B' },
  ]
  const radios = html(<RadioGroup field={formField('kind', { label: 'Kind', defaultValue: 'b' })} choices={choices} />)
  expect(radios).toMatch(/<input type="radio" id="kind" name="kind" value="a"\/>/)
  expect(radios).toMatch(/id="kind-1" name="kind" checked="" value="b"/)
  const boxes = html(<CheckboxGroup field={formField('info', { label: 'Info', defaultOptions: ['a', 'b'] })} choices={choices} />)
  expect(boxes.match(/checked=""/g)).toHaveLength(2)
})

const refused: RefusedForm = {
  problem: { key: 'form.check', fields: ['name', 'subs[1].name', 'agree', 'revision'].map((field) => ({ field, key: 'form.required' })) },
  values: { name: '', info: ['a', 'b'], 'subs[0].name': 'X', 'subs[1].country': 'CN' },
}

type Look<T> = (fields: Fields<'name' | 'agree' | 'info' | 'subs[].name'>) => T
const labels = { name: '名称', agree: '您是否同意？', info: '信息', 'subs[].name': '分包方' }

function Probe({ data, look }: { data?: object; look: Look<string> }) {
  return <>{look(useFields(data, { initial: { name: 'Stored', agree: true }, labels, prefix: 'f-' }))}</>
}

const read = (look: Look<unknown>, data?: object, locale: 'en' | 'zh-CN' = 'zh-CN') =>
  JSON.parse(html(<Probe data={data} look={(fields) => JSON.stringify(look(fields))} />, locale).replaceAll('&quot;', '"'))

test('a refused form comes back with what was typed', () => {
  expect(read(({ field }) => field('name'))).toEqual({ id: 'f-name', name: 'name', label: '名称', defaultValue: 'Stored' })
  expect(read(({ field }) => field('agree'), refused)).toMatchObject({ id: 'f-agree', name: 'agree', defaultChecked: false })
  expect(read(({ field }) => field('info'), refused)).toMatchObject({ defaultOptions: ['a', 'b'] })
  expect(read(({ field }) => field('name'), refused)).toMatchObject({ defaultValue: '', errors: [expect.any(String)] })
  expect(read(({ rows }) => rows('subs'), refused)).toEqual([{ name: 'X' }, { country: 'CN' }])
  expect(read(({ rows }) => rows('subs', [{ name: 'Stored' }]))).toEqual([{ name: 'Stored' }])
})

test('each line of the summary names its field, and in a table its row', () => {
  const lines = (locale: 'en' | 'zh-CN') => read(({ errors }) => errors, refused, locale)
  expect(lines('zh-CN')).toEqual([
    { id: 'f-name', message: '名称：请填写此项。' },
    { id: 'f-subs[1].name', message: '分包方，第2行：请填写此项。' },
    { id: 'f-agree', message: '您是否同意？请填写此项。' },
    { id: 'f-revision', message: '请填写此项。' },
  ])
  expect(lines('en')).toMatchObject([{ message: '名称: Please fill this in.' }, {}, { message: '您是否同意？ Please fill this in.' }, {}])
})

test('an action that answered something else refused nothing', () => {
  expect(html(<Probe data={{ done: true }} look={({ errors }) => String(errors.length)} />)).toBe('0')
})

test('rows are named like a list, and without JavaScript a button adds one', () => {
  const page = html(
    <RowTable
      field={formField('subs', { label: 'Sub-processors' })}
      columns={[{ id: 'name', label: 'Name', kind: 'text' }]}
      rows={[{ name: 'X' }, { name: 'Y' }]}
      addSubmit={{ name: '_rows', value: 'add' }}
      removeSubmit={(index) => ({ name: '_rows', value: `remove-${index}` })}
    />,
  )
  expect(page.match(/name="subs\[\d\]\.name"/g)).toEqual(['name="subs[0].name"', 'name="subs[1].name"'])
  expect(page).toMatch(/<button [^>]*name="_rows" value="add" type="submit"/)
})
