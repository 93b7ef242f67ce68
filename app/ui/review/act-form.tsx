import { Form } from '@remix-run/react'
import type { ReactNode } from 'react'
import { Once } from '../form/once.tsx'

/** Where the reviewer stands, sent with every act so that the page comes back there. */
export type Place = { assessmentId: string; section?: string }

type ActFormProps = { action: string; place: Place; /** The answer to come back to. */ q?: string; fields?: Record<string, string | string[]>; className?: string; children: ReactNode }

/** One act of a review: a POST of its own, with or without JavaScript. */
export function ActForm({ action, place, q, fields = {}, className, children }: ActFormProps) {
  const hidden = { ...fields, ...(q ? { q } : {}), ...(place.section ? { section: place.section } : {}) }
  return (
    <Form method="post" action={action} className={className}>
      <Once />
      {Object.entries(hidden).flatMap(([name, values]) => [values].flat().map((value) => <input key={`${name} ${value}`} type="hidden" name={name} value={value} />))}
      {children}
    </Form>
  )
}
