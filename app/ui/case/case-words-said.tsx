import { dateTime } from '#app/i18n/format.ts'
import { useT } from '#app/i18n/use-t.tsx'
import { Section } from '../page/section.tsx'
import type { CasePage } from './case-page.ts'

/** What the vendor was told and answers, and what the two reviewers of a downgrade wrote. */
export function CaseWords({ page }: { page: CasePage }) {
  const t = useT()
  const { violationCase, zone } = page
  const { statement, statementSentAt, vendorStatement, vendorRepliedAt, headOpinion, legalOpinion, conditions } = violationCase
  const at = (instant: Date | string) => dateTime(new Date(instant), t.locale, zone, 'year')
  const opinions = [
    { role: 'compliance_head', opinion: headOpinion },
    { role: 'legal', opinion: legalOpinion },
  ] as const
  return (
    <>
      {statementSentAt && (
        <Section title={t('cases.statement.title')} aside={at(statementSentAt)}>
          <p className="lines">{statement}</p>
          <h3 className="said">{t('cases.statement.reply')}</h3>
          {vendorStatement && vendorRepliedAt ? (
            <>
              <p className="lines">{vendorStatement}</p>
              <p className="small muted">{at(vendorRepliedAt)}</p>
            </>
          ) : (
            <p className="muted">{t('cases.statement.none')}</p>
          )}
        </Section>
      )}
      {(headOpinion ?? legalOpinion) && (
        <Section title={t('cases.opinion.title')}>
          <ul className="rows-list">
            {opinions.map(({ role, opinion }) => (
              <li key={role}>
                <span className="strong">{opinion ? t('cases.opinion.by', { name: opinion.name, role: t(`identity.role.${role}`) }) : t('cases.opinion.missing', { role: t(`identity.role.${role}`) })}</span>
                {opinion && <span className="sub lines">{opinion.reason}</span>}
              </li>
            ))}
          </ul>
        </Section>
      )}
      {conditions && (
        <Section title={t('cases.conditions')}>
          <p className="lines">{conditions}</p>
        </Section>
      )}
    </>
  )
}
