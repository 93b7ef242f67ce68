import { Form } from '@remix-run/react'
import type { ReactNode } from 'react'
import { useT } from '#app/i18n/use-t.tsx'
import { Button } from '../button.tsx'
import { Icon } from '../icon.tsx'

type ToolbarProps = {
  /** What the search is about: 'Search vendors'. */
  searchLabel: string
  search?: string
  /** Other parameters of the address that a search must keep. */
  keep?: Record<string, string | string[] | undefined>
  /** Selects and buttons beside the search; fields inside are sent with it. */
  children?: ReactNode
}

/** Searches and filters a list by GET: everything lives in the address. */
export function Toolbar({ searchLabel, search, keep = {}, children }: ToolbarProps) {
  const t = useT()
  return (
    <Form className="toolbar" role="search" aria-label={searchLabel} method="get">
      {Object.entries(keep).flatMap(([name, values]) =>
        [values].flat().map((value) => value !== undefined && <input key={name + value} type="hidden" name={name} value={value} />),
      )}
      <div className="search">
        <Icon name="search" />
        <input className="input" type="search" name="q" key={search} defaultValue={search} aria-label={searchLabel} placeholder={searchLabel} />
      </div>
      {children}
      <Button type="submit">{t('common.action.search')}</Button>
    </Form>
  )
}

/** A select of the toolbar: label for screen readers, sent with the search. */
export function ToolbarSelect({ name, label, value, options }: { name: string; label: string; value?: string; options: { value: string; label: string }[] }) {
  return (
    <select className="input toolbar-select" name={name} aria-label={label} key={value} defaultValue={value ?? ''} onChange={(event) => event.target.form?.requestSubmit()}>
      <option value="">{label}</option>
      {options.map((option) => (
        <option key={option.value} value={option.value}>
          {option.label}
        </option>
      ))}
    </select>
  )
}
