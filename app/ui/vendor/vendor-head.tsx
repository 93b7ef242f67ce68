import type { ReactNode } from 'react'
import type { ComputedFlag } from '#app/domain/vendors/computed-flag.ts'
import type { TabCounts } from '#app/domain/vendors/tab-counts.ts'
import type { VendorStatus } from '#app/domain/vendors/vendor.ts'
import { paths } from '#app/http/paths.ts'
import { date } from '#app/i18n/format.ts'
import { nameIn, otherNameIn } from '#app/i18n/own-name.ts'
import { useT } from '#app/i18n/use-t.tsx'
import { Held, SubjectHeader } from '../page/subject-header.tsx'
import { Band, type BandName } from '../risk/band.tsx'
import { Flag } from '../risk/flag.tsx'
import { Tier, type TierName } from '../risk/tier.tsx'
import { VendorStatusMark } from './vendor-status.tsx'

export type HeadedVendor = {
  id: string
  ref: string
  name: string
  nameAlt: string | null
  regNo: string | null
  status: VendorStatus
  tier: TierName | null
  bandLive: BandName | null
  residualLiveH: number | null
  flags: ComputedFlag[]
  ownerName: string | null
  complianceName: string | null
  activeSince: string | null
  bannedUntil: string | null
  auditOverdueDays: number | null
}

type VendorHeadProps = { vendor: HeadedVendor; counts?: TabCounts; actions?: ReactNode; printed?: { left: string; right: string } }

const TABS = ['engagements', 'assessments', 'findings', 'agreements', 'transfers', 'audits', 'violations', 'documents', 'contacts'] as const

/** Stays above every page about one vendor: who it is, how risky, where it stands, who answers for it. */
export function VendorHead({ vendor, counts, actions, printed }: VendorHeadProps) {
  const t = useT()
  const home = paths.vendor(vendor.id)
  const alias = otherNameIn(t.locale, vendor)
  const tabs = [
    { to: home, label: t('vendors.tab.overview'), end: true },
    ...TABS.map((tab) => ({ to: paths.vendorTab(vendor.id, tab), label: t(`vendors.tab.${tab}`), count: counts?.[tab] || undefined })),
    { to: paths.vendorTab(vendor.id, 'trail'), label: t('vendors.tab.trail') },
  ]
  return (
    <SubjectHeader
      label={t('vendors.one')}
      title={nameIn(t.locale, vendor)}
      alias={alias ? { name: alias, lang: languageOf(alias) } : undefined}
      number={vendor.regNo ?? vendor.ref}
      actions={actions}
      tabs={{ label: t('vendors.tab.label'), items: tabs }}
      printed={printed}
    >
      {vendor.tier && <Tier tier={vendor.tier} />}
      {vendor.bandLive && <Band band={vendor.bandLive} residual={vendor.residualLiveH ?? undefined} />}
      <VendorStatusMark status={vendor.status} words={statusWords(vendor, t)} />
      {vendor.flags.map((flag) => (
        <Flag key={flag} flag={flag} detail={flag === 'AUDIT_OVERDUE' && vendor.auditOverdueDays ? t('vendors.head.days', { count: vendor.auditOverdueDays }) : undefined} />
      ))}
      {vendor.bannedUntil && <Flag flag="BANNED" detail={date(vendor.bannedUntil, t.locale, 'year')} />}
      {vendor.ownerName && <Held office={t('vendors.column.owner')} by={vendor.ownerName} />}
      {vendor.complianceName && <Held office={t('vendors.head.compliance')} by={vendor.complianceName} />}
    </SubjectHeader>
  )
}

function statusWords(vendor: HeadedVendor, t: ReturnType<typeof useT>): string | undefined {
  if (vendor.status !== 'active' || !vendor.activeSince) return undefined
  return t('vendors.head.activeSince', { date: date(vendor.activeSince, t.locale, 'year') })
}

/** A name with a Chinese character is read as Chinese, any other as English. */
export function languageOf(name: string): 'zh-CN' | 'en' {
  return /\p{Script=Han}/u.test(name) ? 'zh-CN' : 'en'
}
