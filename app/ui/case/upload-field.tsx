import { useState } from 'react'
import { fileSize } from '#app/i18n/format.ts'
import { useT } from '#app/i18n/use-t.tsx'
import { Field, type FieldLook } from '../form/field.tsx'
import { wiring, type FormField } from '../form/form-field.ts'

type Sent = { id: string; name: string; sizeBytes: number }
type State = { kind: 'idle' } | { kind: 'sending'; name: string } | { kind: 'sent'; file: Sent } | { kind: 'failed'; message: string }

/** A form with files takes 2 MB; larger ones are sent ahead of it, where there is JavaScript. */
const SENT_AHEAD_FROM = 1024 * 1024

/** A file beside other fields: sent with the form, or ahead of it as `fileId` when it is large. Its form must be multipart. */
export function UploadField({ field, label, hint, optional, accept }: FieldLook & { field: FormField; accept?: string }) {
  const t = useT()
  const [state, setState] = useState<State>({ kind: 'idle' })
  const send = async (input: HTMLInputElement) => {
    const [file] = input.files ?? []
    if (!file || file.size < SENT_AHEAD_FROM) return setState({ kind: 'idle' })
    setState({ kind: 'sending', name: file.name })
    const answer = await fetch(`/files?name=${encodeURIComponent(file.name)}`, { method: 'POST', body: file }).catch(() => undefined)
    const body = (await answer?.json().catch(() => undefined)) as { file?: Sent; problem?: { key: string; data?: Record<string, string> } } | undefined
    input.value = ''
    if (answer?.ok && body?.file) return setState({ kind: 'sent', file: body.file })
    setState({ kind: 'failed', message: t.from(body?.problem?.key ?? 'cases.upload.failed', body?.problem?.data, 'cases.upload.failed') })
  }
  const shown = state.kind === 'failed' ? { ...field, errors: [state.message] } : field
  return (
    <Field field={shown} label={label} hint={hint} optional={optional}>
      <input key={field.key} className="input-file" type="file" accept={accept} {...wiring(shown, { hint })} onChange={(event) => void send(event.target)} />
      {state.kind === 'sending' && <p role="status">{t('cases.upload.sending', { name: state.name })}</p>}
      {state.kind === 'sent' && (
        <>
          <input type="hidden" name="fileId" value={state.file.id} />
          <p role="status">{t('cases.upload.sent', { name: state.file.name, size: fileSize(state.file.sizeBytes, t.locale) })}</p>
        </>
      )}
    </Field>
  )
}
