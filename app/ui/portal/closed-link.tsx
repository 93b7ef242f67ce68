import { Form, useLocation } from '@remix-run/react'
import { useT } from '#app/i18n/use-t.tsx'
import { DoorFrame } from '../frame/door-frame.tsx'
import type { FlashSentence } from '../page/flash-message.tsx'
import { Note } from '../page/note.tsx'
import { SubmitButton } from '../submit-button.tsx'

type ClosedLinkProps = { state: 'expired' | 'used_expired' | 'revoked' | 'unknown'; canAsk: boolean; flash?: FlashSentence }

/** Why a link does not open, and the way on. */
export function ClosedLink({ state, canAsk, flash }: ClosedLinkProps) {
  const t = useT()
  const { pathname } = useLocation()
  const asked = flash?.kind === 'done'
  const request = `${pathname}/request`
  return (
    <DoorFrame homeTo="/portal">
      <section className="landing">
        <h1>{t(`portal.link.closed.${state}.title`)}</h1>
        <p>{t(`portal.link.closed.${state}.body`)}</p>
        {asked ? (
          <Note tone="ok" role="status">
            <p>{t('portal.link.requested')}</p>
          </Note>
        ) : (
          canAsk && (
            <Form method="post" action={request} reloadDocument>
              <SubmitButton action={request}>{t('portal.link.request')}</SubmitButton>
            </Form>
          )
        )}
      </section>
    </DoorFrame>
  )
}
