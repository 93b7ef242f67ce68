import { useState, type DragEvent } from 'react'
import { useT } from '#app/i18n/use-t.tsx'
import { FILE_EXTENSIONS, LARGEST_FILE_BYTES } from '#app/domain/evidence/file-type.ts'
import { fieldName } from '#app/domain/portal/answer-fields.ts'
import type { DocumentView, OptionView, QuestionView } from '#app/domain/portal/question-view.ts'
import { paths } from '#app/http/paths.ts'
import { classNames } from '../class-names.ts'
import { announce } from '../announce.ts'
import { Button } from '../button.tsx'
import { useHydrated } from '../use-hydrated.ts'
import { DocumentRow } from './document-row.tsx'
import { post } from './send-answer.ts'
import { UploadRow } from './upload-row.tsx'
import { useUploads, type Stored } from './use-uploads.ts'

type EvidenceBoxProps = {
  question: QuestionView
  documents: DocumentView[]
  assessmentId: string
  /** Kinds of documents by id. */
  kinds: OptionView[]
  /** What the vendor gave before, for using it again. */
  given: DocumentView[]
  onStored: (stored: Partial<Stored> & { documents: DocumentView[] }) => void
  onEnded: () => void
}

const ACCEPT = FILE_EXTENSIONS.map((each) => `.${each}`).join()
const MEGABYTES = LARGEST_FILE_BYTES / 1024 / 1024

/** Documents for one answer: dropped or chosen, many at once, or one given before. */
export function EvidenceBox({ question, documents, assessmentId, kinds, given, onStored, onEnded }: EvidenceBoxProps) {
  const t = useT()
  const hydrated = useHydrated()
  const [over, setOver] = useState(false)
  const { uploads, add, cancel, retry, forget } = useUploads({
    assessmentId, questionId: question.id, onEnded,
    onStored: (stored, name) => {
      onStored(stored)
      announce(t('portal.evidence.added', { name }))
    },
  })
  const change = async (url: string, body: Record<string, string>, said?: string) => {
    const response = await post(url, new URLSearchParams(body))
    if (response?.ok) {
      onStored((await response.json()) as Stored)
      if (said) announce(said)
    } else if (response?.type === 'opaqueredirect') onEnded()
  }
  const onDrop = (event: DragEvent) => {
    event.preventDefault()
    setOver(false)
    add(event.dataTransfer.files)
  }
  const label = question.evidence?.text && question.type !== 'file' ? t('portal.evidence.title', { text: question.evidence.text }) : t('portal.evidence.titleShort')
  const labelId = `${question.id}-evidence`
  const others = given.filter(({ id }) => !documents.some((each) => each.id === id))
  return (
    <div
      className={classNames('drop', over && 'over')}
      onDragOver={(event) => {
        event.preventDefault()
        setOver(true)
      }}
      onDragLeave={() => setOver(false)}
      onDrop={onDrop}
    >
      <div className="line">
        <b id={labelId}>{label}</b>
        <span className="hint">{t('portal.evidence.hint', { megabytes: MEGABYTES })}</span>
      </div>
      <div className="line choose">
        <input
          type="file"
          id={question.type === 'file' ? question.id : undefined}
          name={hydrated ? undefined : fieldName.files(question.id)}
          multiple
          accept={ACCEPT}
          aria-labelledby={labelId}
          onChange={(event) => {
            add(event.target.files ?? [])
            event.target.value = ''
          }}
        />
        {hydrated ? <span className="hint wide-only">{t('portal.evidence.drop')}</span> : <span className="hint">{t('portal.evidence.withoutScript')}</span>}
      </div>
      {others.length > 0 && (
        <Reuse question={question} documents={others} hydrated={hydrated} onUse={(id, name) => void change(paths.portalAttach(assessmentId), { questionId: question.id, evidenceId: id }, t('portal.evidence.added', { name }))} />
      )}
      {documents.length + uploads.length > 0 && (
        <ul className="files">
          {documents.map((document) => (
            <DocumentRow
              key={document.id}
              document={document}
              questionId={question.id}
              kinds={kinds}
              onRemove={() => void change(paths.portalDetach(assessmentId, document.id), { questionId: question.id }, t('portal.evidence.removed', { name: document.name }))}
              onEnded={onEnded}
            />
          ))}
          {uploads.map((upload) => (
            <UploadRow key={upload.key} upload={upload} onCancel={() => cancel(upload.key)} onRetry={() => retry(upload.key)} onForget={() => forget(upload.key)} />
          ))}
        </ul>
      )}
    </div>
  )
}

type ReuseProps = { question: QuestionView; documents: DocumentView[]; hydrated: boolean; onUse: (evidenceId: string, name: string) => void }

function Reuse({ question, documents, hydrated, onUse }: ReuseProps) {
  const t = useT()
  const [chosen, setChosen] = useState('')
  return (
    <details className="reuse">
      <summary>{t('portal.evidence.reuse')}</summary>
      <div className="line">
        <select className="input" name={hydrated ? undefined : fieldName.reuse(question.id)} aria-label={t('portal.evidence.reuseLabel')} value={chosen} onChange={(event) => setChosen(event.target.value)}>
          <option value="">{t('portal.section.choose')}</option>
          {documents.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </select>
        {hydrated && (
          <Button
            small
            onClick={() => {
              const document = documents.find(({ id }) => id === chosen)
              if (document) onUse(document.id, document.name)
              setChosen('')
            }}
          >
            {t('portal.evidence.use')}
          </Button>
        )}
      </div>
    </details>
  )
}
