import type { Gate, GateId } from '#app/domain/scoring/gates.ts'
import { paths } from '#app/http/paths.ts'
import { reviewAddress } from '#app/http/review-address.ts'
import { useT } from '#app/i18n/use-t.tsx'
import { Section } from '../page/section.tsx'
import { Status } from '../risk/status.tsx'
import { RouteLink } from '../route-link.tsx'
import { Body, Cell, Row, RowHead, Table } from '../table/table.tsx'

type GateListProps = { gates: Gate[]; assessmentId: string; engagementId: string; vendorId: string }

/** What must hold before anything can be decided, and for each thing that does not, where it is put right (scoring.md §9). */
export function GateList({ gates, assessmentId, engagementId, vendorId }: GateListProps) {
  const t = useT()
  const intake = paths.engagementIntake(engagementId)
  const fix: Record<GateId, string> = {
    G1: intake, G2: paths.assessment(assessmentId), G3: intake, G4: reviewAddress(assessmentId, { q: 'TRN-05' }), G5: paths.assessment(assessmentId), G6: paths.vendor(vendorId), G7: intake,
  }
  const passed = gates.filter((gate) => gate.passed).length
  return (
    <Section title={t('review.gates.title')} aside={t('review.gates.passed', { passed, total: gates.length })}>
      <Table
        label={t('review.gates.title')}
        columns={[
          { id: 'gate', label: t('review.gates.gate') },
          { id: 'state', label: t('review.gates.state') },
          { id: 'fix', label: t('review.gates.fix') },
        ]}
      >
        <Body>
          {gates.map(({ gate, passed: holds, applies, missing }) => (
            <Row key={gate}>
              <RowHead>
                <span className="muted">{gate}</span> {t(`scoring.gate.${gate}`)}
              </RowHead>
              <Cell>
                <Status mark={holds ? (applies ? 'ok' : 'past') : 'danger'}>{t(holds ? (applies ? 'review.gates.holds' : 'review.gates.notApplicable') : 'review.gates.fails')}</Status>
              </Cell>
              <Cell sub={missing.length > 0 ? missing.join(', ') : undefined}>{!holds && <RouteLink to={fix[gate]}>{t(`review.gates.how.${gate}`)}</RouteLink>}</Cell>
            </Row>
          ))}
        </Body>
      </Table>
    </Section>
  )
}
