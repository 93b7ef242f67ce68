import type { getAgreementHead } from '#app/domain/agreements/read-agreement.server.ts'
import { paths } from '#app/http/paths.ts'
import { date } from '#app/i18n/format.ts'
import { nameIn } from '#app/i18n/own-name.ts'
import { useT } from '#app/i18n/use-t.tsx'
import { Held, SubjectHeader } from '../page/subject-header.tsx'
import { Tier } from '../risk/tier.tsx'
import { RouteLink } from '../route-link.tsx'
import { DownloadLink } from './download-link.tsx'
import { AgreementStatusMark } from '../vendor/row-status.tsx'

type HeadedAgreement = Awaited<ReturnType<typeof getAgreementHead>>

/** Which agreement it is, with whom, for what, in which state, until when. */
export function AgreementHead({ head }: { head: HeadedAgreement }) {
  const t = useT()
  const day = (on: string) => date(on, t.locale, 'year')
  return (
    <SubjectHeader
      label={`${t('agreements.one')} ${head.number}`}
      title={head.service}
      number={head.number}
      actions={<DownloadLink to={paths.agreementPdf(head.id, 'both')}>{t('agreements.verb.pdfBoth')}</DownloadLink>}
    >
      <AgreementStatusMark status={head.status} />
      <span>
        <RouteLink to={paths.vendor(head.vendorId)}>{nameIn(t.locale, head.vendor)}</RouteLink>
      </span>
      {head.vendor.tier && <Tier tier={head.vendor.tier} />}
      <Held office={t('agreements.rail.period')} by={t('agreements.period', { from: day(head.authStart), to: day(head.authEnd) })} />
      {head.version > 1 && <Held office={t('agreements.rail.version')} by={String(head.version)} />}
    </SubjectHeader>
  )
}
