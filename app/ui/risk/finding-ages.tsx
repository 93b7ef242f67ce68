import { AGES, type Age } from '#app/domain/risk/ages.ts'
import type { Severity } from '#db/schema/index.ts'
import { findingsAddress } from '#app/http/findings-address.ts'
import { number } from '#app/i18n/format.ts'
import { useT } from '#app/i18n/use-t.tsx'
import { SeverityMark } from '../finding/severity-mark.tsx'
import { RouteLink } from '../route-link.tsx'
import { Body, Cell, Row, RowHead, Table } from '../table/table.tsx'

type Count = { severity: Severity; age: Age; count: number }

const SEVERITIES = ['critical', 'high', 'medium', 'low'] as const

/** Open findings by how grave and how old they are. */
export function FindingAges({ counts }: { counts: Count[] }) {
  const t = useT()
  const at = (severity?: Severity, age?: Age) =>
    counts.filter((each) => (severity === undefined || each.severity === severity) && (age === undefined || each.age === age)).reduce((sum, { count }) => sum + count, 0)
  return (
    <Table
      label={t('risk.findings.title')}
      className="ages"
      columns={[
        { id: 'severity', label: t('risk.findings.severity') },
        ...AGES.map((age) => ({ id: age, label: t(`risk.age.${age}`), num: true })),
        { id: 'all', label: t('risk.matrix.all'), num: true },
      ]}
    >
      <Body>
        {SEVERITIES.map((severity) => (
          <Row key={severity}>
            <RowHead>
              <SeverityMark severity={severity} />
            </RowHead>
            {AGES.map((age) => (
              <Cell key={age} num label={t(`risk.age.${age}`)}>
                {number(at(severity, age), t.locale)}
              </Cell>
            ))}
            <Cell num label={t('risk.matrix.all')}>
              <RouteLink to={findingsAddress({ view: 'open', severity })}>{number(at(severity), t.locale)}</RouteLink>
            </Cell>
          </Row>
        ))}
        <Row className="sum">
          <RowHead>{t('risk.matrix.all')}</RowHead>
          {AGES.map((age) => (
            <Cell key={age} num label={t(`risk.age.${age}`)}>
              {number(at(undefined, age), t.locale)}
            </Cell>
          ))}
          <Cell num label={t('risk.matrix.all')}>
            {number(at(), t.locale)}
          </Cell>
        </Row>
      </Body>
    </Table>
  )
}
