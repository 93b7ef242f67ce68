import type { AwaitingAgreement } from '#app/domain/agreements/awaiting-agreement.server.ts'
import { paths } from '#app/http/paths.ts'
import { useT } from '#app/i18n/use-t.tsx'
import { Section } from '../page/section.tsx'
import { Body, Cell, Row, RowHead, RowLink, Table } from '../table/table.tsx'
import { StartButton } from './next-step.tsx'

/** Approved engagements whose agreement can be drafted now. */
export function AwaitingAgreementTable({ engagements }: { engagements: AwaitingAgreement[] }) {
  const t = useT()
  if (engagements.length === 0) return null
  return (
    <Section title={t('agreements.tab.start')}>
      <p className="muted">{t('agreements.tab.startLede')}</p>
      <Table label={t('agreements.tab.start')} columns={[{ id: 'engagement', label: t('agreements.rail.engagement') }, { id: 'start', label: t('agreements.verb.start'), hidden: true }]}>
        <Body>
          {engagements.map(({ id, ref, title }) => (
            <Row key={id}>
              <RowHead sub={<span className="mono">{ref}</span>}>
                <RowLink to={paths.engagement(id)}>{title}</RowLink>
              </RowHead>
              <Cell className="row-verb">
                <StartButton engagementId={id} label={t('agreements.verb.start')} small />
              </Cell>
            </Row>
          ))}
        </Body>
      </Table>
    </Section>
  )
}
