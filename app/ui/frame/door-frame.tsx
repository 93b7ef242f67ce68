import type { ReactNode } from 'react'
import { FlashMessage, type FlashSentence } from '../page/flash-message.tsx'
import { Brand } from './brand.tsx'
import { LocaleSwitch } from './locale-switch.tsx'
import { SkipLink } from './skip-link.tsx'

/** The frame of pages before sign-in: links, invitations, errors. Its first column is a form's width. */
export function DoorFrame({ homeTo = '/sign-in', flash, children }: { homeTo?: string; flash?: FlashSentence; children: ReactNode }) {
  return (
    <div className="door">
      <SkipLink />
      <header className="top">
        <Brand to={homeTo} />
        <div className="btn-row">
          <LocaleSwitch />
        </div>
      </header>
      <main id="main" className="body" tabIndex={-1}>
        <FlashMessage flash={flash} />
        {children}
      </main>
    </div>
  )
}
