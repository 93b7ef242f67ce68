import { useLoaderData } from '@remix-run/react'
import { optionLabels } from '#app/domain/engagements/intake-labels.ts'
import { intakeTemplate } from '#app/domain/engagements/intake-template.server.ts'
import { can } from '#app/domain/identity/actor.ts'
import { getSupplyFacts } from '#app/domain/vendors/supply-facts.server.ts'
import { listTransfersOf, TRANSFERS_SHOWN } from '#app/domain/vendors/tab-rows.server.ts'
import { supplyAllowed } from '#app/domain/vendors/supply.ts'
import { authed } from '#app/http/authed.server.ts'
import { paths } from '#app/http/paths.ts'
import { dateTime, list, number } from '#app/i18n/format.ts'
import { translator } from '#app/i18n/index.ts'
import { useT } from '#app/i18n/use-t.tsx'
import { ButtonLink } from '#app/ui/button.tsx'
import { Empty } from '#app/ui/page/empty.tsx'
import { pageMeta } from '#app/ui/page/page-meta.ts'
import { Section } from '#app/ui/page/section.tsx'
import { RouteLink } from '#app/ui/route-link.tsx'
import { Body, Cell, Row, RowHead, Table } from '#app/ui/table/table.tsx'
import { GateNote, TransferOutcomeMark } from '#app/ui/vendor/supply-gate.tsx'

export const loader = authed(async ({ ctx, params }) => {
  const { vendor, question } = await getSupplyFacts(ctx, params.vendorId!)
  const rows = await listTransfersOf(ctx, vendor.id)
  const gate = supplyAllowed(question)
  const words = (types: string[]) => list(optionLabels(intakeTemplate().template.intake.items, 'IN-06', types, ctx.locale), ctx.locale)
  return {
    title: translator(ctx.locale)('vendors.tab.transfers'),
    vendorId: vendor.id,
    rows: rows.map((row) => ({ ...row, information: words(row.infoTypes) })),
    refusal: gate.allowed ? undefined : gate.reason,
    zone: ctx.organisation.zone,
    mayRegister: can(ctx.actor, 'transfer.register'),
    most: TRANSFERS_SHOWN,
  }
})

export const meta = pageMeta

export default function VendorTransfers() {
  const t = useT()
  const { vendorId, rows, refusal, zone, mayRegister, most } = useLoaderData<typeof loader>()
  const register = mayRegister && (
    <ButtonLink kind="main" to={paths.vendorTab(vendorId, 'register-transfer')}>
      {t('vendors.transfer.register')}
    </ButtonLink>
  )
  return (
    <Section title={t('vendors.transfer.title')} aside={register}>
      <p className="muted">{t('vendors.transfer.lede')}</p>
      <GateNote refusal={refusal} />
      {rows.length === 0 ? (
        <Empty title={t('vendors.transfer.emptyTitle')}>{t('vendors.transfer.emptyBody')}</Empty>
      ) : (
        <Table
          label={t('vendors.transfer.title')}
          columns={[
            { id: 'at', label: t('vendors.transfer.at') },
            { id: 'information', label: t('vendors.rail.information') },
            { id: 'count', label: t('vendors.transfer.count'), num: true },
            { id: 'purpose', label: t('vendors.transfer.purpose') },
            { id: 'agreement', label: t('vendors.rail.agreement') },
            { id: 'by', label: t('vendors.transfer.by') },
            { id: 'outcome', label: t('vendors.transfer.outcome') },
          ]}
        >
          <Body>
            {rows.map((row) => (
              <Row key={row.id}>
                <RowHead>{dateTime(row.at, t.locale, zone, 'year')}</RowHead>
                <Cell>{row.information}</Cell>
                <Cell num label={t('vendors.transfer.count')}>
                  {number(row.subjectCount, t.locale)}
                </Cell>
                <Cell sub={row.scenario}>{row.purpose}</Cell>
                <Cell>
                  {row.agreementId && row.agreementNumber ? (
                    <RouteLink className="mono" to={paths.agreement(row.agreementId)}>
                      {row.agreementNumber}
                    </RouteLink>
                  ) : (
                    t('vendors.transfer.noAgreement')
                  )}
                </Cell>
                <Cell>{row.requestedBy}</Cell>
                <Cell>
                  <TransferOutcomeMark refusal={row.refusal} />
                </Cell>
              </Row>
            ))}
          </Body>
        </Table>
      )}
      {rows.length === most && <p className="small muted">{t('vendors.transfer.latest', { count: most })}</p>}
    </Section>
  )
}
