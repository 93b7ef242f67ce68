import { useEffect, useMemo, useRef, useState } from 'react'
import { time } from '#app/i18n/format.ts'
import { useT } from '#app/i18n/use-t.tsx'
import { REPLY_PREFIX } from '#app/domain/portal/answer-fields.ts'
import { paths } from '#app/http/paths.ts'
import { Note } from '../page/note.tsx'
import { Status } from '../risk/status.tsx'
import { draftStore } from './drafts.ts'
import { saveQueue, type Sent } from './save-queue.ts'
import { post } from './send-answer.ts'

export type Asked = { id: string; questionId: string; question: string; reply: string | null; repliedAt: string | null }

const PAUSE_MS = 700

/** What the reviewer asked about a question. */
export function AskedNote({ asked }: { asked: Asked }) {
  const t = useT()
  return (
    <Note tone="attention" title={t('portal.returned.asks')}>
      <p className="said">{asked.question}</p>
    </Note>
  )
}

type ReplyFieldProps = { assessmentId: string; asked: Asked; zone: string; readOnly: boolean }

/** The reply to it; saves itself like every answer. */
export function ReplyField({ assessmentId, asked, zone, readOnly }: ReplyFieldProps) {
  const t = useT()
  const { id, reply, repliedAt } = asked
  const key = `${REPLY_PREFIX}${id}`
  const drafts = useMemo(() => draftStore(assessmentId), [assessmentId])
  const [state, setState] = useState<{ kind: 'saved' | 'saving' | 'offline' | 'ended'; at?: string } | undefined>(repliedAt ? { kind: 'saved', at: repliedAt } : undefined)
  const newest = useRef(reply ?? '')
  const field = useRef<HTMLTextAreaElement>(null)
  const queue = useRef<ReturnType<typeof saveQueue> | undefined>(undefined)

  useEffect(() => {
    const send = async (): Promise<Sent> => {
      const text = newest.current
      if (text.trim() === '') return 'done'
      setState({ kind: 'saving' })
      const response = await post(paths.portalReply(assessmentId, id), new URLSearchParams({ reply: text }))
      if (response?.type === 'opaqueredirect') {
        setState({ kind: 'ended' })
        return 'stop'
      }
      if (!response?.ok) {
        setState({ kind: 'offline' })
        return response && response.status < 500 ? 'stop' : 'again'
      }
      const { at } = (await response.json()) as { at: string }
      if (newest.current === text) drafts.drop(key)
      setState({ kind: 'saved', at })
      return 'done'
    }
    const own = saveQueue({ send, onBusy: () => {} })
    queue.current = own
    const draft = drafts.get(key)?.given.note
    if (draft !== undefined && field.current && draft !== field.current.value) {
      field.current.value = draft
      newest.current = draft
      own.schedule(key, 0)
    }
    return () => void own.flush()
  }, [assessmentId, id, key, drafts])

  const typed = () => {
    newest.current = field.current?.value ?? ''
    drafts.put(key, { given: { isNa: false, note: newest.current }, revision: 0 })
    queue.current?.schedule(key, PAUSE_MS)
  }
  return (
    <div className="field reply">
      <label htmlFor={key}>{t('portal.returned.reply')}</label>
      <textarea
        className="input"
        ref={field}
        id={key}
        name={key}
        rows={4}
        maxLength={4000}
        readOnly={readOnly}
        defaultValue={reply ?? ''}
        aria-describedby={`${key}-hint`}
        onInput={(event) => !(event.nativeEvent as InputEvent).isComposing && typed()}
        onCompositionEnd={typed}
      />
      <p className="hint" id={`${key}-hint`}>
        {t('portal.returned.replyHint')}
      </p>
      <span role="status">
        {state?.kind === 'saved' && state.at && <Status mark="ok">{t('portal.returned.replied', { time: time(new Date(state.at), t.locale, zone) })}</Status>}
        {state?.kind === 'saving' && <Status mark="running">{t('portal.section.saving')}</Status>}
        {state?.kind === 'offline' && <Status mark="attention">{t('portal.section.offline')}</Status>}
        {state?.kind === 'ended' && (
          <Status mark="attention">
            {t('portal.section.ended')} <a href={paths.portalClosed()}>{t('portal.section.reopenLink')}</a>
          </Status>
        )}
      </span>
    </div>
  )
}
