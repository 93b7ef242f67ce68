import type { ReactNode } from 'react'
import type { AssessmentStatus } from '#app/domain/assessments/assessment.ts'
import { paths } from '#app/http/paths.ts'
import { date } from '#app/i18n/format.ts'
import { nameIn, otherNameIn } from '#app/i18n/own-name.ts'
import { useT } from '#app/i18n/use-t.tsx'
import { Held, SubjectHeader } from '../page/subject-header.tsx'
import { Band } from '../risk/band.tsx'
import { Flag } from '../risk/flag.tsx'
import { Status } from '../risk/status.tsx'
import { Tier } from '../risk/tier.tsx'
import { RouteLink } from '../route-link.tsx'
import type { MarkName } from '../symbols.ts'
import { languageOf, type HeadedVendor } from '../vendor/vendor-head.tsx'

const MARK: Record<AssessmentStatus, MarkName> = {
  invited: 'waiting', in_progress: 'running', submitted: 'attention', in_review: 'running', returned: 'waiting', decided: 'ok', withdrawn: 'past',
}

type HeadedAssessment = { id: string; ref: string; status: AssessmentStatus; submittedOn?: string; submittedBy?: string; engagement: string; reviewer?: string }

/** Stays above every page about one assessment: the vendor, the request, where it stands. */
export function AssessmentHead({ vendor, assessment, actions }: { vendor: HeadedVendor; assessment: HeadedAssessment; actions?: ReactNode }) {
  const t = useT()
  const alias = otherNameIn(t.locale, vendor)
  const { id, ref, status, submittedOn, submittedBy, engagement, reviewer } = assessment
  return (
    <SubjectHeader
      label={t('vendors.one')}
      title={nameIn(t.locale, vendor)}
      alias={alias ? { name: alias, lang: languageOf(alias) } : undefined}
      number={ref}
      actions={actions}
      tabs={{
        label: t('review.tabs.label'),
        items: [
          { to: paths.assessment(id), label: t('review.answers'), end: true },
          { to: paths.assessmentDecision(id), label: t('review.tabs.decision') },
          { to: paths.assessmentSending(id), label: t('review.tabs.sending') },
        ],
      }}
    >
      {vendor.tier && <Tier tier={vendor.tier} />}
      {vendor.bandLive && <Band band={vendor.bandLive} residual={vendor.residualLiveH ?? undefined} />}
      <Status mark={MARK[status]}>{t(`status.assessment.${status}`)}</Status>
      {vendor.flags.map((flag) => (
        <Flag key={flag} flag={flag} />
      ))}
      <span>
        <span className="k">{t('review.head.engagement')}</span>
        <RouteLink to={paths.vendor(vendor.id)}>{engagement}</RouteLink>
      </span>
      {vendor.ownerName && <Held office={t('review.head.owner')} by={vendor.ownerName} />}
      {reviewer && <Held office={t('review.head.reviewer')} by={reviewer} />}
      {submittedOn && submittedBy && <Held office={t('review.head.submitted')} by={t('review.head.submittedBy', { date: date(submittedOn, t.locale, 'short'), name: submittedBy })} />}
    </SubjectHeader>
  )
}
