import { fileSize } from '#app/i18n/format.ts'
import { useT } from '#app/i18n/use-t.tsx'
import { Bar } from '../bar.tsx'
import { Button } from '../button.tsx'
import { StatusMark } from '../risk/status.tsx'
import type { Upload } from './use-uploads.ts'

type UploadRowProps = { upload: Upload; onCancel: () => void; onRetry: () => void; onForget: () => void }

/** A file on its way: bar and cancel, or why it failed and another try. */
export function UploadRow({ upload: { name, size, sent, state, problem }, onCancel, onRetry, onForget }: UploadRowProps) {
  const t = useT()
  const onItsWay = state === 'sending' || state === 'waiting'
  const share = size > 0 ? Math.min(1, sent / size) : 0
  const figures = { percent: Math.round(share * 100), sent: fileSize(sent, t.locale), total: fileSize(size, t.locale) }
  return (
    <li>
      <StatusMark mark={state === 'failed' ? 'attention' : state === 'cancelled' ? 'past' : 'running'} />
      <span className="name">
        {name}{' '}
        <span className="meta">
          {state === 'sending' && t('portal.evidence.percent', figures)}
          {state === 'waiting' && t('portal.evidence.waiting')}
          {state === 'cancelled' && t('portal.evidence.cancelled')}
        </span>
      </span>
      <span className="btn-row">
        {!onItsWay && (
          <Button kind="plain" small onClick={onRetry}>
            {t('portal.evidence.retry')}
          </Button>
        )}
        <Button kind="plain" small onClick={onItsWay ? onCancel : onForget} aria-label={`${t(onItsWay ? 'portal.evidence.cancel' : 'portal.evidence.remove')} ${name}`}>
          {t(onItsWay ? 'portal.evidence.cancel' : 'portal.evidence.remove')}
        </Button>
      </span>
      {onItsWay && (
        <span className="upload-bar">
          <Bar share={share} label={t('portal.evidence.uploading', { name })} />
        </span>
      )}
      {state === 'failed' && problem && (
        <p className="error" role="alert">
          {t.from(problem.key, problem.data, 'portal.evidence.failed')}
        </p>
      )}
    </li>
  )
}
