import { useLoaderData } from '@remix-run/react'
import { REQUEST_STATUSES } from '#app/domain/engagements/engagement.ts'
import { listEngagements } from '#app/domain/engagements/queries.server.ts'
import { can } from '#app/domain/identity/actor.ts'
import { authed } from '#app/http/authed.server.ts'
import { paths } from '#app/http/paths.ts'
import { readRequests, requestsAddress } from '#app/http/requests-address.ts'
import { dateTime } from '#app/i18n/format.ts'
import { translator } from '#app/i18n/index.ts'
import { nameIn } from '#app/i18n/own-name.ts'
import { useT } from '#app/i18n/use-t.tsx'
import { ButtonLink } from '#app/ui/button.tsx'
import { Empty } from '#app/ui/page/empty.tsx'
import { PageHeader } from '#app/ui/page/page-header.tsx'
import { pageMeta } from '#app/ui/page/page-meta.ts'
import { Page } from '#app/ui/page/page.tsx'
import { Tier } from '#app/ui/risk/tier.tsx'
import { RouteLink } from '#app/ui/route-link.tsx'
import { Pager } from '#app/ui/table/pager.tsx'
import { Views } from '#app/ui/table/views.tsx'
import { Body, Cell, Row, RowHead, RowLink, Table } from '#app/ui/table/table.tsx'
import { EngagementStatusMark } from '#app/ui/vendor/row-status.tsx'

export const loader = authed(async ({ ctx, request }) => {
  const query = readRequests(new URL(request.url).searchParams)
  const { engagements, more } = await listEngagements(ctx, query)
  const last = engagements.at(-1)
  return {
    title: translator(ctx.locale)('engagements.title'),
    engagements,
    status: query.status,
    next: more && last ? requestsAddress(query.status, last) : undefined,
    zone: ctx.organisation.zone,
    mayCreate: can(ctx.actor, 'vendor.create'),
  }
})

export const meta = pageMeta

export default function Requests() {
  const t = useT()
  const { engagements, status, next, zone, mayCreate } = useLoaderData<typeof loader>()
  const request = mayCreate && (
    <ButtonLink kind="main" to={paths.newVendor()} icon="add">
      {t('vendors.request')}
    </ButtonLink>
  )
  const views = [undefined, ...REQUEST_STATUSES]
  return (
    <Page>
      <PageHeader title={t('engagements.title')} lede={t('engagements.lede')} actions={request} />
      <Views
        label={t('engagements.column.status')}
        current={status ?? 'all'}
        views={views.map((view) => ({ id: view ?? 'all', label: t(`engagements.filter.${view ?? 'all'}`), to: requestsAddress(view) }))}
      />
      {engagements.length === 0 ? (
        <Empty title={t('engagements.emptyTitle')}>{t('engagements.emptyBody')}</Empty>
      ) : (
        <Table
          label={t('engagements.title')}
          columns={[
            { id: 'request', label: t('engagements.column.request') },
            { id: 'vendor', label: t('engagements.column.vendor') },
            { id: 'status', label: t('engagements.column.status') },
            { id: 'tier', label: t('engagements.column.tier') },
            { id: 'inherent', label: t('engagements.column.inherent'), num: true },
            { id: 'requester', label: t('engagements.column.requester') },
            { id: 'updated', label: t('engagements.column.updated') },
          ]}
        >
          <Body>
            {engagements.map((row) => (
              <Row key={row.id}>
                <RowHead sub={<span className="mono">{row.ref}</span>}>
                  <RowLink to={paths.engagement(row.id)}>{row.title}</RowLink>
                </RowHead>
                <Cell sub={t(`status.vendor.${row.vendorStatus}`)}>
                  <RouteLink to={paths.vendor(row.vendorId)}>{nameIn(t.locale, { name: row.vendorName, nameAlt: row.vendorNameAlt })}</RouteLink>
                </Cell>
                <Cell>
                  <EngagementStatusMark status={row.status} />
                </Cell>
                <Cell>{row.tier && <Tier tier={row.tier} />}</Cell>
                <Cell num label={t('engagements.column.inherent')}>
                  {row.inherentRisk}
                </Cell>
                <Cell label={t('engagements.column.requester')}>{row.requesterName}</Cell>
                <Cell label={t('engagements.column.updated')}>{dateTime(row.updatedAt, t.locale, zone, 'year')}</Cell>
              </Row>
            ))}
          </Body>
        </Table>
      )}
      <Pager next={next} />
    </Page>
  )
}
