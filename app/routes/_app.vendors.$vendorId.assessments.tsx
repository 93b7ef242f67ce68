import { useLoaderData } from '@remix-run/react'
import { can } from '#app/domain/identity/actor.ts'
import { bandOf } from '#app/domain/scoring/residual.ts'
import { getVendor } from '#app/domain/vendors/queries.server.ts'
import { listAssessmentsOf } from '#app/domain/vendors/tab-rows.server.ts'
import { authed } from '#app/http/authed.server.ts'
import { paths } from '#app/http/paths.ts'
import { date } from '#app/i18n/format.ts'
import { translator } from '#app/i18n/index.ts'
import { useT } from '#app/i18n/use-t.tsx'
import { ButtonLink } from '#app/ui/button.tsx'
import { pageMeta } from '#app/ui/page/page-meta.ts'
import { Section } from '#app/ui/page/section.tsx'
import { Band } from '#app/ui/risk/band.tsx'
import { Tier } from '#app/ui/risk/tier.tsx'
import { Body, Cell, Row, RowHead, RowLink, Table } from '#app/ui/table/table.tsx'
import { AssessmentStatusMark } from '#app/ui/vendor/row-status.tsx'

export const loader = authed(async ({ ctx, params }) => {
  const vendor = await getVendor(ctx, params.vendorId!)
  return { title: translator(ctx.locale)('vendors.tab.assessments'), rows: await listAssessmentsOf(ctx, vendor.id), maySend: can(ctx.actor, 'assessment.send') }
})

export const meta = pageMeta

export default function VendorAssessments() {
  const t = useT()
  const { rows, maySend } = useLoaderData<typeof loader>()
  return (
    <Section title={t('vendors.tab.assessments')} aside={maySend && <ButtonLink to={paths.newAssessment()}>{t('vendors.step.verb.send')}</ButtonLink>}>
      {rows.length === 0 ? (
        <p className="muted">{t('vendors.rows.noAssessments')}</p>
      ) : (
        <Table
          label={t('vendors.tab.assessments')}
          columns={[
            { id: 'ref', label: t('vendors.rows.ref') },
            { id: 'status', label: t('vendors.column.status') },
            { id: 'tier', label: t('vendors.column.tier') },
            { id: 'answered', label: t('vendors.rows.answered'), num: true },
            { id: 'due', label: t('vendors.rows.due') },
            { id: 'outcome', label: t('vendors.rows.outcome') },
          ]}
        >
          <Body>
            {rows.map((row) => (
              <Row key={row.id}>
                <RowHead sub={row.title}>
                  <RowLink to={paths.assessment(row.id)}>
                    <span className="mono">{row.ref}</span>
                  </RowLink>{' '}
                  <span className="muted">{t(`vendors.rows.kindAssessment.${row.kind}`)}</span>
                </RowHead>
                <Cell>
                  <AssessmentStatusMark status={row.status} />
                </Cell>
                <Cell>
                  <Tier tier={row.tier} />
                </Cell>
                <Cell num label={t('vendors.rows.answered')}>
                  {row.answered}/{row.required}
                </Cell>
                <Cell label={t('vendors.rows.due')}>{date(row.dueOn, t.locale, 'year')}</Cell>
                <Cell sub={row.confirmedAt && row.residualH !== null && <Band band={bandOf(row.residualH)} residual={row.residualH} />}>
                  {row.confirmedAt && row.outcome && t(`scoring.decision.${row.outcome}`)}
                </Cell>
              </Row>
            ))}
          </Body>
        </Table>
      )}
    </Section>
  )
}
