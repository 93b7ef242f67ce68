import { useLoaderData } from '@remix-run/react'
import { intakeTemplate } from '#app/domain/engagements/intake-template.server.ts'
import { listDocuments } from '#app/domain/evidence/queries.server.ts'
import { daysBetween } from '#app/domain/organisations/calendar-dates.ts'
import { getVendor } from '#app/domain/vendors/queries.server.ts'
import { getToday } from '#app/domain/vendors/today.server.ts'
import { authed } from '#app/http/authed.server.ts'
import { paths } from '#app/http/paths.ts'
import { date, distance, fileSize } from '#app/i18n/format.ts'
import { translator } from '#app/i18n/index.ts'
import { useT } from '#app/i18n/use-t.tsx'
import { pageMeta } from '#app/ui/page/page-meta.ts'
import { Section } from '#app/ui/page/section.tsx'
import { Body, Cell, Row, RowHead, Table } from '#app/ui/table/table.tsx'

export const loader = authed(async ({ ctx, params }) => {
  const vendor = await getVendor(ctx, params.vendorId!)
  const [rows, today] = await Promise.all([listDocuments(ctx, vendor.id), getToday(ctx)])
  const kinds = new Map(intakeTemplate().template.evidence_types.map((type) => [type.id, ctx.locale === 'en' ? type.en : type.zh]))
  return { title: translator(ctx.locale)('vendors.tab.documents'), rows: rows.map((row) => ({ ...row, kind: kinds.get(row.type) ?? row.type })), today }
})

export const meta = pageMeta

export default function VendorDocuments() {
  const t = useT()
  const { rows, today } = useLoaderData<typeof loader>()
  return (
    <Section title={t('vendors.tab.documents')}>
      {rows.length === 0 ? (
        <p className="muted">{t('vendors.rows.noDocuments')}</p>
      ) : (
        <Table
          label={t('vendors.tab.documents')}
          columns={[
            { id: 'document', label: t('vendors.rows.document') },
            { id: 'kind', label: t('vendors.rows.kind') },
            { id: 'issued', label: t('vendors.rows.issued') },
            { id: 'expires', label: t('vendors.rows.expires') },
            { id: 'size', label: t('vendors.rows.size'), num: true },
          ]}
        >
          <Body>
            {rows.map((row) => (
              <Row key={row.id}>
                <RowHead sub={<span className="mono">{row.sha256.slice(0, 16)}</span>}>
                  <a href={paths.file(row.fileId)}>{row.name}</a>
                </RowHead>
                <Cell>{row.kind}</Cell>
                <Cell label={t('vendors.rows.issued')}>{row.issuedOn && date(row.issuedOn, t.locale, 'year')}</Cell>
                <Cell label={t('vendors.rows.expires')} sub={row.expiresOn && distance(daysBetween(today, row.expiresOn), t)}>
                  {row.expiresOn && date(row.expiresOn, t.locale, 'year')}
                </Cell>
                <Cell num>{fileSize(row.sizeBytes, t.locale)}</Cell>
              </Row>
            ))}
          </Body>
        </Table>
      )}
    </Section>
  )
}
