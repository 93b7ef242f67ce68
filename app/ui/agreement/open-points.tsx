import { paths } from '#app/http/paths.ts'
import { dateTime } from '#app/i18n/format.ts'
import { useT } from '#app/i18n/use-t.tsx'
import { Note } from '../page/note.tsx'
import { Section } from '../page/section.tsx'
import { RouteLink } from '../route-link.tsx'
import { Body, Cell, Row, RowHead, Table } from '../table/table.tsx'
import type { AgreementPage } from './agreement-page.ts'

type Problem = AgreementPage['problems'][number]

/** Every problem of the draft, with the way to put it right. */
export function OpenPoints({ page: { agreement, problems } }: { page: AgreementPage }) {
  const t = useT()
  if (problems.length === 0) return null
  return (
    <Section title={t('agreements.problems.title')} aside={t('agreements.problems.count', { count: problems.length })}>
      <Table label={t('agreements.problems.title')} columns={[{ id: 'problem', label: t('agreements.problems.title') }, { id: 'fix', label: t('agreements.problems.edit'), hidden: true }]}>
        <Body>
          {problems.map((problem, index) => (
            <Row key={index}>
              <RowHead>{t.from(problem.key, problem.values)}</RowHead>
              <Cell className="row-verb">
                <RouteLink to={addressOf(problem, agreement)}>{problem.fix ? t.from(String(problem.fix)) : t(`agreements.problems.${problem.place.page}`)}</RouteLink>
              </Cell>
            </Row>
          ))}
        </Body>
      </Table>
    </Section>
  )
}

function addressOf({ place }: Problem, { id, vendorId, engagementId, assessmentId }: AgreementPage['agreement']): string {
  switch (place.page) {
    case 'findings':
      return paths.vendorTab(vendorId, 'findings')
    case 'decision':
      return assessmentId ? paths.assessment(assessmentId) : paths.vendorTab(vendorId, 'assessments')
    case 'engagement':
      return paths.engagement(engagementId)
    case 'intake':
      return paths.engagementIntake(engagementId)
    case 'vendor':
      return paths.vendor(vendorId)
    case 'edit':
      return `${paths.agreementVerb(id, 'edit')}#${place.anchor}`
  }
}

/** What the other side said: a vendor's refusal to sign, or compliance's reason for sending the draft back. */
export function Remarks({ page: { agreement, acts, zone } }: { page: AgreementPage }) {
  const t = useT()
  const [act] = acts.filter(({ action }) => action !== 'link')
  const declined = ['sent', 'partially_signed'].includes(agreement.status) ? acts.find(({ action }) => action === 'decline') : undefined
  if (declined) {
    return (
      <Note tone="danger" title={t('agreements.declined')} role="group">
        <p className="lines">{t('agreements.declinedBody', { name: declined.by, at: dateTime(declined.at, t.locale, zone), reason: declined.reason })}</p>
        <p>{t('agreements.declinedNext')}</p>
      </Note>
    )
  }
  if (agreement.status !== 'draft' || act?.action !== 'return') return null
  return (
    <Note tone="attention" title={t('agreements.returned', { name: act.by })} role="group">
      <p className="lines">{act.reason}</p>
    </Note>
  )
}
