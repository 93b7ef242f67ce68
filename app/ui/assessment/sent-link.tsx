import { paths } from '#app/http/paths.ts'
import { useT } from '#app/i18n/use-t.tsx'
import { ButtonLink } from '../button.tsx'
import { CopyField } from '../copy-field.tsx'

/** The link of a request, the one time that it can be read. */
export function SentLink({ assessmentId, link, name, email }: { assessmentId: string; link: string; name: string; email: string }) {
  const t = useT()
  return (
    <div className="form" role="status">
      <p className="strong">{t('assessments.sending.link', { name })}</p>
      <CopyField label={t('assessments.sending.link', { name })} text={link} />
      <p className="hint">{t('assessments.sending.linkBody', { email })}</p>
      <div className="btn-row">
        <ButtonLink kind="main" to={paths.assessmentSending(assessmentId)}>
          {t('assessments.sending.title')}
        </ButtonLink>
        <ButtonLink to={paths.assessments()}>{t('assessments.title')}</ButtonLink>
      </div>
    </div>
  )
}
