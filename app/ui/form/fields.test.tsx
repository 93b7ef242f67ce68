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
import { useFields, type RefusedForm } from './use-fields.ts'

const html = (page: ReactElement, locale: 'en' | 'zh-CN' = 'en') =>
  renderToStaticMarkup(<TranslateProvider t={translator(locale)}>{page}</TranslateProvider>)

test('label, hint, unit and error are tied to the control', () => {
  const field = formField('days', { errors: ['Give a number.'], defaultValue: '7' })
  const page = html(<NumberField field={field} label="Interval" hint="At most 7." unit="days" />)
  expect(page).toContain('<label for="days">')
  expect(page).toMatch(/<input [^>]*aria-describedby="days-unit days-hint days-error"/)
  expect(page).toMatch(/<input [^>]*aria-invalid="true"/)
  for (const id of ['days-unit', 'days-hint', 'days-error']) expect(page).toContain(`id="${id}"`)
})

test('a field without trouble claims none', () => {
  const page = html(<TextField field={formField('name')} label="Name" />)
  expect(page).not.toContain('aria-invalid')
  expect(page).not.toContain('aria-describedby')
})

test('what was typed cannot become markup', () => {
  const page = html(<TextField field={formField('name', { defaultValue: '"><script>', errors: ['<b>'] })} label="Name" />)
  expect(page).not.toMatch(/<script|<b>/)
})

test('choices show what is chosen, and the first carries the id that a summary leads to', () => {
  const choices = [
    { value: 'a', label: 'A' },
    { value: 'b', label: 'B' },
  ]
  const radios = html(<RadioGroup field={formField('kind', { defaultValue: 'b' })} label="Kind" choices={choices} />)
  expect(radios).toMatch(/<input type="radio" id="kind" name="kind" value="a"\/>/)
  expect(radios).toMatch(/id="kind-1" name="kind" checked="" value="b"/)
  const boxes = html(<CheckboxGroup field={formField('info', { defaultOptions: ['a', 'b'] })} label="Info" choices={choices} />)
  expect(boxes.match(/checked=""/g)).toHaveLength(2)
})

const refused: RefusedForm = {
  problem: { key: 'form.check', fields: [{ field: 'name', key: 'form.required' }, { field: 'subs[1].name', key: 'form.required' }] },
  values: { name: '', info: ['a', 'b'], 'subs[0].name': 'X', 'subs[1].country': 'CN' },
}

function Probe({ data, look }: { data?: object; look: (fields: ReturnType<typeof useFields>) => string }) {
  return <>{look(useFields(data, { initial: { name: 'Stored', agree: true }, labels: { name: '名称' }, prefix: 'f-' }))}</>
}

test('a refused form comes back with what was typed and says where', () => {
  const read = (look: (fields: ReturnType<typeof useFields>) => unknown, data?: object) =>
    JSON.parse(html(<Probe data={data} look={(fields) => JSON.stringify(look(fields))} />, 'zh-CN').replaceAll('&quot;', '"'))
  expect(read(({ field }) => field('name'))).toEqual({ id: 'f-name', name: 'name', defaultValue: 'Stored' })
  expect(read(({ field }) => field('agree'), refused)).toEqual({ id: 'f-agree', name: 'agree', defaultChecked: false })
  expect(read(({ field }) => field('info'), refused)).toMatchObject({ defaultOptions: ['a', 'b'] })
  expect(read(({ field }) => field('name'), refused)).toMatchObject({ defaultValue: '', errors: [expect.any(String)] })
  expect(read(({ errors }) => errors, refused)).toMatchObject([{ id: 'f-name', message: expect.stringMatching(/^名称：/) }, { id: 'f-subs[1].name' }])
  expect(read(({ rows }) => rows('subs'), refused)).toEqual([{ name: 'X' }, { country: 'CN' }])
  expect(read(({ rows }) => rows('subs', [{ name: 'Stored' }]))).toEqual([{ name: 'Stored' }])
})

test('an action that answered something else refused nothing', () => {
  expect(html(<Probe data={{ done: true }} look={({ errors }) => String(errors.length)} />)).toBe('0')
})

test('rows are named like a list, and without JavaScript a button adds one', () => {
  const page = html(
    <RowTable
      field={formField('subs')}
      label="Sub-processors"
      columns={[{ id: 'name', label: 'Name', kind: 'text' }]}
      rows={[{ name: 'X' }, { name: 'Y' }]}
      addSubmit={{ name: '_rows', value: 'add' }}
      removeSubmit={(index) => ({ name: '_rows', value: `remove-${index}` })}
    />,
  )
  expect(page.match(/name="subs\[\d\]\.name"/g)).toEqual(['name="subs[0].name"', 'name="subs[1].name"'])
  expect(page).toMatch(/<button [^>]*name="_rows" value="add" type="submit"/)
})
