import type { ReactNode } from 'react'
import { localDate } from '#app/domain/organisations/calendar-dates.ts'
import type { DecisionScore } from '#app/domain/vendors/decision-score.ts'
import type { Happening } from '#app/domain/vendors/happening.ts'
import type { Reason } from '#app/domain/vendors/residual-reasons.ts'
import { paths } from '#app/http/paths.ts'
import { date, number, percent } from '#app/i18n/format.ts'
import type { Translate } from '#app/i18n/translate.ts'
import { useT } from '#app/i18n/use-t.tsx'
import { Section } from '../page/section.tsx'
import type { BandName } from '../risk/band.tsx'
import { Ruler } from '../risk/ruler.tsx'
import { SectionBars } from '../risk/section-bars.tsx'
import { Sums, type SumRow } from '../risk/sums.tsx'
import { RouteLink } from '../route-link.tsx'
import { Happenings } from './happenings.tsx'

type ShownDecision = { assessmentId: string; assessmentRef: string; confirmedAt: Date; score?: DecisionScore }
type Residual = { decidedH: number; decidedBand: BandName; liveH: number; liveBand: BandName; reasons: Reason[] }
type OverdueFinding = { id: string; ref: string; days: number }
type ResidualProps = { residual?: Residual; decision?: ShownDecision; auditOverdueDays: number | null; tier: string | null; overdueFindings: OverdueFinding[] }

/** The ruler and, under it, every reason with its points. */
export function ResidualReasons({ residual, decision, ...around }: ResidualProps) {
  const t = useT()
  const score = decision?.score
  const versions = score?.modelVersion && score.questionnaireVersion && t('vendors.residual.versions', { model: score.modelVersion, questionnaire: score.questionnaireVersion })
  if (!residual) {
    return (
      <Section title={t('vendors.residual.title')}>
        <p className="muted">{t('vendors.residual.none')}</p>
      </Section>
    )
  }
  const rows = residual.reasons.map((reason) => rowOf(reason, { score, ...around }, t))
  return (
    <Section title={t('vendors.residual.title')} aside={versions}>
      <Ruler now={{ residual: residual.liveH, band: residual.liveBand }} atDecision={{ residual: residual.decidedH, band: residual.decidedBand }} />
      <Sums rows={rows} total={{ residual: residual.liveH, band: residual.liveBand }} />
      <p className="small muted after">
        {t('vendors.residual.decided')}{' '}
        {decision && <RouteLink to={paths.assessment(decision.assessmentId)}>{t('vendors.residual.assessment', { ref: decision.assessmentRef })}</RouteLink>}
      </p>
    </Section>
  )
}

function rowOf({ kind, points, residualH, count }: Reason, around: Omit<ResidualProps, 'residual' | 'decision'> & { score?: DecisionScore }, t: Translate): SumRow {
  const { score, auditOverdueDays, tier, overdueFindings } = around
  const ce = percent(score?.ceBp ?? 0, t.locale)
  const row = (reason: string, detail?: ReactNode): SumRow => ({ reason, detail, points, residual: residualH })
  switch (kind) {
    case 'inherent':
      return row(t('vendors.residual.inherent'), score?.people === undefined ? t('vendors.residual.inherentTier', { tier: tier ?? '' }) : t('vendors.residual.inherentSub', { people: number(score.people, t.locale), tier: tier ?? '' }))
    case 'controls':
      return row(t('vendors.residual.controls', { ce }), t('vendors.residual.controlsSub', { ir: score?.irEff ?? 0, ce }))
    case 'audit_overdue':
      return row(t('vendors.residual.audit_overdue'), auditOverdueDays ? t('vendors.residual.auditDays', { count: auditOverdueDays }) : undefined)
    case 'overdue_findings':
      return row(t('vendors.residual.overdue_findings', { count: count ?? 0 }), <FindingLinks findings={overdueFindings} />)
    default:
      return row(t(`vendors.residual.${kind}`, { count: count ?? 0 }))
  }
}

/** The findings behind a figure, each a link with how long it is over. */
function FindingLinks({ findings }: { findings: OverdueFinding[] }) {
  const t = useT()
  return findings.map(({ id, ref, days }) => (
    <RouteLink key={id} className="finding-link" to={paths.finding(id)}>
      {t('vendors.residual.findingOverdue', { ref, count: days })}
    </RouteLink>
  ))
}

/** What happened last, and the way to all of it. */
export function History({ happenings, vendorId, zone, today }: { happenings: Happening[]; vendorId: string; zone: string; today: string }) {
  const t = useT()
  return (
    <Section title={t('vendors.timeline.title')} aside={<RouteLink to={paths.vendorTab(vendorId, 'trail')}>{t('vendors.timeline.all')}</RouteLink>}>
      {happenings.length === 0 ? <p className="muted">{t('vendors.timeline.none')}</p> : <Happenings happenings={happenings} zone={zone} today={today} />}
    </Section>
  )
}

/** How well each part of the questionnaire was answered and proven at the last decision. */
export function SectionEffectiveness({ decision, zone }: { decision?: ShownDecision; zone: string }) {
  const t = useT()
  const score = decision?.score
  if (!decision || !score || score.sections.length === 0) return null
  const day = date(localDate(new Date(decision.confirmedAt), zone), t.locale, 'year')
  const weight = score.sections.reduce((sum, section) => sum + section.weight, 0)
  return (
    <Section title={t('vendors.sections.title')} aside={t('vendors.sections.of', { ref: decision.assessmentRef, date: day })}>
      <SectionBars
        sections={score.sections.map((section) => ({ id: section.id, label: t.locale === 'en' ? section.en : section.zh, weight: section.weight, effectivenessBp: section.ceBp }))}
        total={{ weight, effectivenessBp: score.ceBp }}
      />
    </Section>
  )
}
