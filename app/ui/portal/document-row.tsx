import { useState } from 'react'
import { fileSize } from '#app/i18n/format.ts'
import { useT } from '#app/i18n/use-t.tsx'
import { fieldName } from '#app/domain/portal/answer-fields.ts'
import { documentField } from '#app/domain/portal/document-fields.ts'
import type { DocumentView, OptionView } from '#app/domain/portal/question-view.ts'
import { paths } from '#app/http/paths.ts'
import { announce } from '../announce.ts'
import { Button } from '../button.tsx'
import { StatusMark } from '../risk/status.tsx'
import { useHydrated } from '../use-hydrated.ts'
import { post } from './send-answer.ts'

type DocumentRowProps = { document: DocumentView; questionId: string; kinds: OptionView[]; onRemove: () => void; onEnded: () => void }
type Said = { type: string; issuedOn: string; expiresOn: string }

/** A document of an answer; what it is and how long it holds is said once, wherever it is used. */
export function DocumentRow({ document, questionId, kinds, onRemove, onEnded }: DocumentRowProps) {
  const t = useT()
  const hydrated = useHydrated()
  const { id, name, sizeBytes } = document
  const [said, setSaid] = useState<Said>({ type: document.type, issuedOn: document.issuedOn ?? '', expiresOn: document.expiresOn ?? '' })
  const [problems, setProblems] = useState<{ field: string; key: string; data?: Record<string, string> }[]>([])
  const say = async (part: Partial<Said>) => {
    const next = { ...said, ...part }
    setSaid(next)
    const response = await post(paths.portalDescribe(id), new URLSearchParams(next))
    if (response?.type === 'opaqueredirect') return onEnded()
    const reply = (await response?.json().catch(() => undefined)) as { problem?: { fields: typeof problems } } | undefined
    setProblems(reply?.problem?.fields ?? [])
    if (response?.ok) announce(t('portal.evidence.stored'))
  }
  const problemOf = (field: keyof Said) => {
    const problem = problems.find((each) => each.field === field)
    return problem && t.from(problem.key, problem.data)
  }
  const dates = [
    { field: 'issuedOn', label: t('portal.evidence.issuedOn') },
    { field: 'expiresOn', label: t('portal.evidence.expiresOn') },
  ] as const
  return (
    <li>
      <StatusMark mark="ok" />
      <span className="name">
        <a href={paths.portalFile(document.fileId)}>{name}</a> <span className="meta">{fileSize(sizeBytes, t.locale)}</span>
      </span>
      <Button kind="plain" small type={hydrated ? 'button' : 'submit'} name={fieldName.detach(questionId)} value={id} onClick={onRemove} aria-label={`${t('portal.evidence.remove')} ${name}`}>
        {t('portal.evidence.remove')}
      </Button>
      <span className="document-said">
        <label>
          <span className="meta">{t('portal.evidence.type')}</span>
          <select className="input" name={documentField(id, 'type')} value={said.type} onChange={(event) => void say({ type: event.target.value })}>
            {kinds.map(({ v, label }) => (
              <option key={v} value={v}>
                {label}
              </option>
            ))}
          </select>
        </label>
        {dates.map(({ field, label }) => (
          <label key={field}>
            <span className="meta">{label}</span>
            <input
              className="input input-date"
              type="date"
              name={documentField(id, field)}
              defaultValue={said[field]}
              aria-invalid={problemOf(field) !== undefined || undefined}
              onBlur={(event) => event.target.value !== said[field] && void say({ [field]: event.target.value })}
            />
          </label>
        ))}
      </span>
      {problems.length > 0 && (
        <p className="error" role="alert">
          {problemOf('type') ?? problemOf('issuedOn') ?? problemOf('expiresOn')}
        </p>
      )}
    </li>
  )
}
