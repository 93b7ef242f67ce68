import { useLoaderData } from '@remix-run/react'
import { can } from '#app/domain/identity/actor.ts'
import { getVendor, listContacts } from '#app/domain/vendors/queries.server.ts'
import { authed } from '#app/http/authed.server.ts'
import { paths } from '#app/http/paths.ts'
import { translator } from '#app/i18n/index.ts'
import { useT } from '#app/i18n/use-t.tsx'
import { ButtonLink } from '#app/ui/button.tsx'
import { Empty } from '#app/ui/page/empty.tsx'
import { pageMeta } from '#app/ui/page/page-meta.ts'
import { Section } from '#app/ui/page/section.tsx'
import { Status } from '#app/ui/risk/status.tsx'
import { Body, Cell, Row, RowHead, Table } from '#app/ui/table/table.tsx'

export const loader = authed(async ({ ctx, params }) => {
  const vendor = await getVendor(ctx, params.vendorId!)
  return { title: translator(ctx.locale)('vendors.tab.contacts'), vendorId: vendor.id, rows: await listContacts(ctx, vendor.id), mayAdd: can(ctx.actor, 'contact.create'), mayChange: can(ctx.actor, 'contact.update') }
})

export const meta = pageMeta

export default function VendorContacts() {
  const t = useT()
  const { vendorId, rows, mayAdd, mayChange } = useLoaderData<typeof loader>()
  const add = mayAdd && (
    <ButtonLink kind="main" to={paths.vendorTab(vendorId, 'new-contact')}>
      {t('vendors.contact.add')}
    </ButtonLink>
  )
  if (rows.length === 0) {
    return (
      <Section title={t('vendors.tab.contacts')}>
        <Empty title={t('vendors.contact.emptyTitle')} actions={add}>
          {t('vendors.contact.emptyBody')}
        </Empty>
      </Section>
    )
  }
  return (
    <Section title={t('vendors.tab.contacts')} aside={add}>
      <Table
        label={t('vendors.tab.contacts')}
        columns={[
          { id: 'name', label: t('vendors.contact.name') },
          { id: 'email', label: t('vendors.contact.email') },
          { id: 'duties', label: t('vendors.contact.columnDuties') },
          { id: 'language', label: t('vendors.contact.language') },
          { id: 'status', label: t('vendors.column.status') },
          { id: 'change', label: t('ui.table.action'), hidden: true },
        ]}
      >
        <Body>
          {rows.map((row) => (
            <Row key={row.id}>
              <RowHead sub={row.title}>{row.name}</RowHead>
              <Cell sub={row.phone}>{row.email}</Cell>
              <Cell sub={row.isSignatory ? t('vendors.contact.signatoryShort') : undefined}>{row.isPrimary && t('vendors.contact.primaryShort')}</Cell>
              <Cell sub={row.zone}>{t(`common.language.${row.language}`)}</Cell>
              <Cell>
                <Status mark={row.isActive ? 'ok' : 'past'}>{t(row.isActive ? 'vendors.contact.active' : 'vendors.contact.gone')}</Status>
              </Cell>
              <Cell>
                {mayChange && (
                  <ButtonLink small to={paths.vendorContact(vendorId, row.id)} aria-label={`${t('vendors.contact.change')} ${row.name}`}>
                    {t('vendors.contact.change')}
                  </ButtonLink>
                )}
              </Cell>
            </Row>
          ))}
        </Body>
      </Table>
    </Section>
  )
}
