import { useLoaderData } from '@remix-run/react'
import { mayRequest } from '#app/domain/engagements/engagement.ts'
import { listEngagementsOf } from '#app/domain/engagements/queries.server.ts'
import { can } from '#app/domain/identity/actor.ts'
import { getVendor } from '#app/domain/vendors/queries.server.ts'
import { authed } from '#app/http/authed.server.ts'
import { paths } from '#app/http/paths.ts'
import { dateTime } from '#app/i18n/format.ts'
import { translator } from '#app/i18n/index.ts'
import { useT } from '#app/i18n/use-t.tsx'
import { ButtonLink } from '#app/ui/button.tsx'
import { pageMeta } from '#app/ui/page/page-meta.ts'
import { Section } from '#app/ui/page/section.tsx'
import { Tier } from '#app/ui/risk/tier.tsx'
import { Body, Cell, Row, RowHead, RowLink, Table } from '#app/ui/table/table.tsx'
import { EngagementStatusMark } from '#app/ui/vendor/row-status.tsx'

export const loader = authed(async ({ ctx, params }) => {
  const vendor = await getVendor(ctx, params.vendorId!)
  const rows = await listEngagementsOf(ctx, vendor.id)
  return { title: translator(ctx.locale)('vendors.tab.engagements'), vendorId: vendor.id, rows, zone: ctx.organisation.zone, mayRequest: can(ctx.actor, 'engagement.create') && mayRequest(vendor) }
})

export const meta = pageMeta

export default function VendorEngagements() {
  const t = useT()
  const { vendorId, rows, zone, mayRequest } = useLoaderData<typeof loader>()
  const request = mayRequest && <ButtonLink to={paths.vendorTab(vendorId, 'new-engagement')}>{t('vendors.rows.newEngagement')}</ButtonLink>
  return (
    <Section title={t('vendors.tab.engagements')} aside={request}>
      {rows.length === 0 ? (
        <p className="muted">{t('vendors.rows.noEngagements')}</p>
      ) : (
        <Table
          label={t('vendors.tab.engagements')}
          columns={[
            { id: 'title', label: t('vendors.rows.title') },
            { id: 'status', label: t('vendors.column.status') },
            { id: 'tier', label: t('vendors.column.tier') },
            { id: 'inherent', label: t('vendors.rows.inherent'), num: true },
            { id: 'requester', label: t('vendors.rail.requester') },
            { id: 'updated', label: t('vendors.column.updated') },
          ]}
        >
          <Body>
            {rows.map((row) => (
              <Row key={row.id}>
                <RowHead sub={<span className="mono">{row.ref}</span>}>
                  <RowLink to={paths.engagement(row.id)}>{row.title}</RowLink>
                </RowHead>
                <Cell>
                  <EngagementStatusMark status={row.status} />
                </Cell>
                <Cell>{row.tier && <Tier tier={row.tier} />}</Cell>
                <Cell num label={t('vendors.rows.inherent')}>
                  {row.inherentRisk}
                </Cell>
                <Cell label={t('vendors.rail.requester')}>{row.requesterName}</Cell>
                <Cell label={t('vendors.column.updated')}>{dateTime(row.updatedAt, t.locale, zone, 'year')}</Cell>
              </Row>
            ))}
          </Body>
        </Table>
      )}
    </Section>
  )
}
