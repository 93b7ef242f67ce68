import { useLoaderData } from '@remix-run/react'
import { COUNTED_STATUSES, readRisk } from '#app/domain/risk/queries.server.ts'
import { authed } from '#app/http/authed.server.ts'
import { paths } from '#app/http/paths.ts'
import { date, distance } from '#app/i18n/format.ts'
import { translator } from '#app/i18n/index.ts'
import { nameIn } from '#app/i18n/own-name.ts'
import { useT } from '#app/i18n/use-t.tsx'
import { PageHeader } from '#app/ui/page/page-header.tsx'
import { pageMeta } from '#app/ui/page/page-meta.ts'
import { Page } from '#app/ui/page/page.tsx'
import { Section } from '#app/ui/page/section.tsx'
import { BANDS } from '#app/ui/risk/band.tsx'
import { Clause } from '#app/ui/risk/clause.tsx'
import { FindingAges } from '#app/ui/risk/finding-ages.tsx'
import { RiskMatrix } from '#app/ui/risk/risk-matrix.tsx'
import { Status } from '#app/ui/risk/status.tsx'
import { Tier } from '#app/ui/risk/tier.tsx'
import { Body, Cell, Row, RowHead, RowLink, Table } from '#app/ui/table/table.tsx'

export const loader = authed(async ({ ctx }) => ({ title: translator(ctx.locale)('risk.title'), ...(await readRisk(ctx)), statuses: [...COUNTED_STATUSES] }))

export const meta = pageMeta

type Data = ReturnType<typeof useLoaderData<typeof loader>>

const sum = (rows: { count: number }[]) => rows.reduce((total, { count }) => total + count, 0)

export default function Risk() {
  const t = useT()
  const { matrix, findings, audits, statuses } = useLoaderData<typeof loader>()
  const lede = t('risk.lede', {
    vendors: t('risk.vendors', { count: sum(matrix) }),
    heavy: sum(matrix.filter(({ band }) => band === 'D' || band === 'E')),
    findings: t('risk.findingsOpen', { count: sum(findings) }),
    audits: t('risk.auditsOverdue', { count: audits.length }),
  })
  return (
    <Page>
      <PageHeader
        title={t('risk.title')}
        lede={lede}
        actions={
          <a className="btn" href={paths.riskCsv()} download>
            {t('risk.csv')}
          </a>
        }
      />
      <Section title={t('risk.matrix.title')} aside={t('risk.matrix.aside')}>
        <RiskMatrix cells={matrix} statuses={statuses} />
        <div className="legend">
          <span>{t('risk.matrix.pattern')}</span>
          {BANDS.map((band) => (
            <span key={band}>
              <span className="swatch" data-band={band} />
              {band} {t(`common.band.${band}`)}
            </span>
          ))}
        </div>
      </Section>
      <Section title={t('risk.findings.title')} aside={t('risk.findings.aside', { open: sum(findings), old: sum(findings.filter(({ age }) => age === 'older')) })}>
        <FindingAges counts={findings} />
      </Section>
      <Section title={t('risk.audits.title')} id="audits">
        {audits.length === 0 ? <p className="muted">{t('risk.audits.none')}</p> : <OverdueAudits audits={audits} />}
      </Section>
    </Page>
  )
}

function OverdueAudits({ audits }: Pick<Data, 'audits'>) {
  const t = useT()
  const columns = (['vendor', 'audit', 'tier', 'due', 'over', 'cap', 'clause'] as const).map((id) => ({ id, label: t(`risk.audits.${id}`) }))
  return (
    <Table label={t('risk.audits.title')} columns={columns}>
      <Body>
        {audits.map(({ id, ref, vendorId, vendorName, vendorNameAlt, tier, dueOn, legalCap, days }) => (
          <Row key={id}>
            <RowHead>
              <RowLink to={paths.vendor(vendorId)}>{nameIn(t.locale, { name: vendorName, nameAlt: vendorNameAlt })}</RowLink>
            </RowHead>
            <Cell label={t('risk.audits.audit')}>
              <RowLink to={paths.audit(id)}>{ref}</RowLink>
            </Cell>
            <Cell>{tier && <Tier tier={tier} />}</Cell>
            <Cell label={t('risk.audits.due')}>{date(dueOn, t.locale, 'year')}</Cell>
            <Cell>
              <Status mark="danger">{distance(-days, t)}</Status>
            </Cell>
            <Cell label={t('risk.audits.cap')}>{date(legalCap, t.locale, 'year')}</Cell>
            <Cell>
              <Clause id="R7.3.1" />
            </Cell>
          </Row>
        ))}
      </Body>
    </Table>
  )
}
