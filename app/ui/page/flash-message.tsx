import type { Values } from '#app/i18n/translate.ts'
import { useT } from '#app/i18n/use-t.tsx'
import { Note } from './note.tsx'
import { Toast } from './toast.tsx'

/** The sentence that the page before left: done is a toast, a refusal stays on the page. */
export type FlashSentence = { kind: 'done' | 'refused'; key: string; data?: Record<string, unknown> }

export function FlashMessage({ flash }: { flash?: FlashSentence }) {
  const t = useT()
  if (!flash) return null
  const message = t.from(flash.key, flash.data as Values)
  if (flash.kind === 'done') return <Toast key={message} message={message} />
  return (
    <section className="flash" aria-label={message}>
      <Note tone="danger" role="alert" title={message} />
    </section>
  )
}
