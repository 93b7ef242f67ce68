import { Form } from '@remix-run/react'
import type { ReactNode } from 'react'
import { classNames } from '../class-names.ts'
import { SubmitButton } from '../submit-button.tsx'
import { Once } from './once.tsx'

export type Confirmation = {
  /** The button that asks: its verb is repeated on the button that does it. */
  verb: string
  kind?: 'main' | 'law' | 'plain'
  small?: boolean
  title: string
  /** What will happen, and what cannot be taken back. */
  body?: ReactNode
  action: string
  /** Fields of the form, such as a required reason. */
  children?: ReactNode
  /** The action refused this form and its page is back with what was typed: stay open and show it. */
  refused?: boolean
}

/** Asks before it acts, on the page itself: for the portal and wherever there is no JavaScript. */
export function ConfirmDetails({ verb, kind, small, title, body, action, children, refused }: Confirmation) {
  return (
    <details className="confirm" open={refused}>
      <summary className={classNames('btn', kind && `btn-${kind}`, small && 'btn-sm')}>{verb}</summary>
      <div className="confirm-body">
        <p className="strong">{title}</p>
        {body !== undefined && <p className="muted">{body}</p>}
        <Form method="post" action={action} className="form">
          <Once />
          {children}
          <div className="btn-row">
            <SubmitButton kind={kind === 'law' ? 'law' : 'main'} action={action}>
              {verb}
            </SubmitButton>
          </div>
        </Form>
      </div>
    </details>
  )
}
