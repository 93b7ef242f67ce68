import type { Violation } from '#app/domain/violations/violation.ts'
import { useT } from '#app/i18n/use-t.tsx'
import { Note } from '../page/note.tsx'
import { Clause } from '../risk/clause.tsx'
import { Status } from '../risk/status.tsx'
import { inLanguage, SEVERITY_MARK } from './case-words.ts'

/** What the chosen violation means: its class and gravity, what proves it, when it is not met, and the law. */
export function ViolationHint({ violation }: { violation: Violation }) {
  const t = useT()
  const { severity, class: gravity, evidence, note, clauses } = violation
  return (
    <Note role="status" title={t('cases.classValue', { class: gravity, words: t(`status.class.${gravity}`) })}>
      <p>{t(`cases.verdict.${gravity}`)}</p>
      <p>
        <Status mark={SEVERITY_MARK[severity]}>{t(`status.severity.${severity}`)}</Status>
        {severity === 'critical' && <span className="muted">{t('violations.suspension.automatic')}</span>}
      </p>
      <p>{t('cases.usually', { evidence: inLanguage(evidence, t.locale) })}</p>
      {note && <p>{t('cases.note', { note: inLanguage(note, t.locale) })}</p>}
      <p className="btn-row">
        {clauses.map((clause) => (
          <Clause key={clause} id={clause} />
        ))}
      </p>
    </Note>
  )
}
