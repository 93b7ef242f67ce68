import { useLoaderData } from '@remix-run/react'
import { listAwaitingAgreement } from '#app/domain/agreements/awaiting-agreement.server.ts'
import { can } from '#app/domain/identity/actor.ts'
import { getVendor } from '#app/domain/vendors/queries.server.ts'
import { listAgreementsOf } from '#app/domain/vendors/tab-rows.server.ts'
import { authed } from '#app/http/authed.server.ts'
import { paths } from '#app/http/paths.ts'
import { date, dateTime } from '#app/i18n/format.ts'
import { translator } from '#app/i18n/index.ts'
import { useT } from '#app/i18n/use-t.tsx'
import { AwaitingAgreementTable } from '#app/ui/agreement/awaiting-agreement.tsx'
import { pageMeta } from '#app/ui/page/page-meta.ts'
import { Section } from '#app/ui/page/section.tsx'
import { Body, Cell, Row, RowHead, RowLink, Table } from '#app/ui/table/table.tsx'
import { AgreementStatusMark } from '#app/ui/vendor/row-status.tsx'

export const loader = authed(async ({ ctx, params }) => {
  const vendor = await getVendor(ctx, params.vendorId!)
  const awaiting = can(ctx.actor, 'agreement.draft') ? await listAwaitingAgreement(ctx, vendor.id) : []
  return { title: translator(ctx.locale)('vendors.tab.agreements'), rows: await listAgreementsOf(ctx, vendor.id), awaiting, zone: ctx.organisation.zone }
})

export const meta = pageMeta

export default function VendorAgreements() {
  const t = useT()
  const { rows, awaiting, zone } = useLoaderData<typeof loader>()
  const day = (on: string) => date(on, t.locale, 'year')
  return (
    <>
      <AwaitingAgreementTable engagements={awaiting} />
      <Section title={t('vendors.tab.agreements')}>
        {rows.length === 0 ? (
          <p className="muted">{t('vendors.rows.noAgreements')}</p>
        ) : (
          <Table
            label={t('vendors.tab.agreements')}
            columns={[
              { id: 'number', label: t('vendors.rows.ref') },
              { id: 'status', label: t('vendors.column.status') },
              { id: 'term', label: t('vendors.rail.term') },
              { id: 'version', label: t('vendors.rows.version'), num: true },
              { id: 'signed', label: t('vendors.rows.signed') },
            ]}
          >
            <Body>
              {rows.map((row) => (
                <Row key={row.id}>
                  <RowHead sub={row.title}>
                    <RowLink to={paths.agreement(row.id)}>
                      <span className="mono">{row.number}</span>
                    </RowLink>
                  </RowHead>
                  <Cell>
                    <AgreementStatusMark status={row.status} />
                  </Cell>
                  <Cell label={t('vendors.rail.term')}>{t('vendors.rail.termValue', { from: day(row.authStart), to: day(row.authEnd) })}</Cell>
                  <Cell num label={t('vendors.rows.version')}>
                    {row.version}
                  </Cell>
                  <Cell label={t('vendors.rows.signed')}>{row.signedAt && dateTime(row.signedAt, t.locale, zone, 'year')}</Cell>
                </Row>
              ))}
            </Body>
          </Table>
        )}
      </Section>
    </>
  )
}
