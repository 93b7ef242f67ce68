import type { CaseEvidenceItem } from '#app/domain/violations/case-file.ts'
import { dateTime, fileSize } from '#app/i18n/format.ts'
import { useT } from '#app/i18n/use-t.tsx'

export type ShownEvidence = CaseEvidenceItem & { to?: string }

/** What a case rests on, each with the hash that its bytes had when they came in. */
export function EvidenceList({ evidence, zone }: { evidence: ShownEvidence[]; zone: string }) {
  const t = useT()
  if (evidence.length === 0) return <p className="muted">{t('cases.evidence.none')}</p>
  return (
    <ul className="rows-list">
      {evidence.map(({ id, description, sha256, name, sizeBytes, collectedAt, collectedBy, to }) => (
        <li key={id}>
          {to === undefined ? description : <a href={to}>{description}</a>}
          <span className="sub">
            {t('cases.evidence.collected', {
              name: name ?? '', size: sizeBytes === null ? '' : fileSize(sizeBytes, t.locale), by: collectedBy ?? '', at: dateTime(collectedAt, t.locale, zone, 'year'),
            })}
          </span>
          {sha256 && <span className="sub mono hash">{t('cases.evidence.hash', { sha256 })}</span>}
        </li>
      ))}
    </ul>
  )
}
