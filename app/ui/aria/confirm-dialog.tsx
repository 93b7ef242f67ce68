import { Form, useNavigation } from '@remix-run/react'
import { useEffect, useRef, useState } from 'react'
import { Dialog, Heading, I18nProvider, Modal, ModalOverlay } from 'react-aria-components'
import { useT } from '#app/i18n/use-t.tsx'
import { Button } from '../button.tsx'
import { ConfirmDetails, type Confirmation } from '../form/confirm-details.tsx'
import { Once } from '../form/once.tsx'
import { SubmitButton } from '../submit-button.tsx'
import { useHydrated } from '../use-hydrated.ts'

/** One question, one verb. Without JavaScript the question opens below its button. */
export function ConfirmDialog(confirmation: Confirmation) {
  const hydrated = useHydrated()
  return hydrated ? <Asking {...confirmation} /> : <ConfirmDetails {...confirmation} />
}

function Asking({ verb, kind, small, title, body, action, children, refused = false }: Confirmation) {
  const t = useT()
  const [open, setOpen] = useState(refused)
  useWhenDone(() => !refused && setOpen(false))
  return (
    <>
      <Button kind={kind} small={small} onClick={() => setOpen(true)} aria-haspopup="dialog">
        {verb}
      </Button>
      <I18nProvider locale={t.locale}>
        <ModalOverlay className="overlay" isOpen={open} onOpenChange={setOpen} isDismissable={false}>
          <Modal className="modal">
            <Dialog className="dialog">
              <Heading slot="title">{title}</Heading>
              {body !== undefined && <p className="muted">{body}</p>}
              <Form method="post" action={action} className="form">
                <Once />
                {children}
                <div className="btn-row">
                  <Button onClick={() => setOpen(false)}>{t('common.action.cancel')}</Button>
                  <SubmitButton kind={kind === 'law' ? 'law' : 'main'} action={action}>
                    {verb}
                  </SubmitButton>
                </div>
              </Form>
            </Dialog>
          </Modal>
        </ModalOverlay>
      </I18nProvider>
    </>
  )
}

/** Calls back when a navigation that began here has ended. */
function useWhenDone(done: () => void) {
  const { state } = useNavigation()
  const before = useRef(state)
  useEffect(() => {
    if (before.current !== 'idle' && state === 'idle') done()
    before.current = state
  })
}
