import { daysBetween, localDate } from '#app/domain/organisations/calendar-dates.ts'
import type { ListedVendor } from '#app/domain/vendors/listed-vendor.ts'
import { paths } from '#app/http/paths.ts'
import { directionOf, sortedBy, type ListChoice } from '#app/http/vendor-list-address.ts'
import { distance } from '#app/i18n/format.ts'
import { nameIn, otherNameIn } from '#app/i18n/own-name.ts'
import { useT } from '#app/i18n/use-t.tsx'
import { Band } from '../risk/band.tsx'
import { Flag } from '../risk/flag.tsx'
import { Tier } from '../risk/tier.tsx'
import { Body, Cell, Row, RowHead, RowLink, Table } from '../table/table.tsx'
import { nearDate } from './near-date.ts'
import { languageOf } from './vendor-head.tsx'
import { VendorStatusMark } from './vendor-status.tsx'

type VendorTableProps = { vendors: ListedVendor[]; query: ListChoice; today: string; zone: string }

/** Vendors as every list shows them: who, how heavy, how risky, where, what presses, who answers, what comes next. */
export function VendorTable({ vendors, query, today, zone }: VendorTableProps) {
  const t = useT()
  const sort = (key: 'name' | 'residual' | 'updated') => ({ to: sortedBy(query, key), direction: directionOf(query, key) })
  return (
    <Table
      label={t('vendors.title')}
      className="vendor-list"
      columns={[
        { id: 'name', label: t('vendors.column.name'), sort: sort('name') },
        { id: 'tier', label: t('vendors.column.tier') },
        { id: 'residual', label: t('vendors.column.residual'), sort: sort('residual') },
        { id: 'status', label: t('vendors.column.status') },
        { id: 'flags', label: t('vendors.column.flags') },
        { id: 'owner', label: t('vendors.column.owner') },
        { id: 'next', label: t('vendors.column.next') },
        { id: 'updated', label: t('vendors.column.updated'), sort: sort('updated') },
      ]}
    >
      <Body>
        {vendors.map((vendor) => (
          <Listed key={vendor.id} vendor={vendor} today={today} zone={zone} />
        ))}
      </Body>
    </Table>
  )
}

function Listed({ vendor, today, zone }: { vendor: ListedVendor; today: string; zone: string }) {
  const t = useT()
  const name = nameIn(t.locale, vendor)
  const alias = otherNameIn(t.locale, vendor)
  return (
    <Row>
      <RowHead
        sub={
          <>
            {alias && <span lang={languageOf(alias)}>{alias}</span>} <span className="mono">{vendor.ref}</span>
          </>
        }
      >
        <RowLink to={paths.vendor(vendor.id)}>
          <span lang={languageOf(name)}>{name}</span>
        </RowLink>
      </RowHead>
      <Cell>{vendor.tier && <Tier tier={vendor.tier} />}</Cell>
      <Cell>{vendor.band && <Band band={vendor.band} residual={vendor.residualH ?? undefined} />}</Cell>
      <Cell>
        <VendorStatusMark status={vendor.status} />
      </Cell>
      <Cell className="flags">
        {vendor.flags.map((flag) => (
          <Flag key={flag} flag={flag} />
        ))}
      </Cell>
      <Cell label={t('vendors.column.owner')}>{vendor.ownerName}</Cell>
      <Cell label={t('vendors.column.next')} sub={vendor.nextKind ? t(`vendors.next.${vendor.nextKind}`) : undefined}>
        {vendor.nextOn && `${nearDate(vendor.nextOn, today, t.locale)}${t.locale === 'en' ? ', ' : '，'}${distance(daysBetween(today, vendor.nextOn), t)}`}
      </Cell>
      <Cell label={t('vendors.column.updated')}>{nearDate(localDate(new Date(vendor.updatedAt), zone), today, t.locale)}</Cell>
    </Row>
  )
}
