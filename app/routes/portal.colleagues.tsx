import { useLoaderData } from '@remix-run/react'
import { listColleagues } from '#app/domain/portal/queries.server.ts'
import { vendorAuthed } from '#app/http/vendor-authed.server.ts'
import { translator } from '#app/i18n/index.ts'
import { useT } from '#app/i18n/use-t.tsx'
import { PageHeader } from '#app/ui/page/page-header.tsx'
import { pageMeta } from '#app/ui/page/page-meta.ts'
import { Body, Cell, Row, RowHead, Table } from '#app/ui/table/table.tsx'

export const loader = vendorAuthed(async ({ ctx }) => ({
  title: translator(ctx.locale)('portal.colleagues.title'),
  self: ctx.contact.id,
  people: await listColleagues(ctx),
}))

export const meta = pageMeta

export default function PortalColleagues() {
  const t = useT()
  const { people, self } = useLoaderData<typeof loader>()
  const columns = [
    { id: 'name', label: t('portal.colleagues.name') },
    { id: 'role', label: t('portal.colleagues.role') },
    { id: 'email', label: t('portal.colleagues.email') },
  ]
  return (
    <main id="main" className="wrap portal-page" tabIndex={-1}>
      <PageHeader title={t('portal.colleagues.title')} lede={t('portal.colleagues.lede')} />
      <Table label={t('portal.colleagues.title')} columns={columns}>
        <Body>
          {people.map(({ id, name, title, email }) => (
            <Row key={id}>
              <RowHead sub={id === self ? t('portal.colleagues.you') : undefined}>
                <span className="strong">{name}</span>
              </RowHead>
              <Cell label={t('portal.colleagues.role')}>{title ?? t('common.answer.notSet')}</Cell>
              <Cell label={t('portal.colleagues.email')}>{email}</Cell>
            </Row>
          ))}
        </Body>
      </Table>
    </main>
  )
}
