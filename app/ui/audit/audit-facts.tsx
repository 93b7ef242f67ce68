import { paths } from '#app/http/paths.ts'
import { date, dateTime } from '#app/i18n/format.ts'
import { useT } from '#app/i18n/use-t.tsx'
import { Facts } from '../page/facts.tsx'
import { RouteLink } from '../route-link.tsx'
import type { AuditPage } from './audit-page.ts'

/** The record of the audit: what it covers, when, by whom, and how it ended. */
export function AuditFacts({ page }: { page: AuditPage }) {
  const t = useT()
  const { audit, agreement, people, zone, commentsDueOn } = page
  const day = (on: string | null | undefined) => (on ? date(on, t.locale, 'full') : undefined)
  const facts = [
    ['ref', <span className="mono">{audit.ref}</span>],
    ['kind', t(`audits.kind.${audit.kind}`)],
    ['trigger', audit.trigger ? t(`audits.trigger.${audit.trigger}`) : undefined],
    ['depth', t(`audits.depth.${audit.depth}`)],
    ['agreement', <RouteLink to={paths.agreement(agreement.id)}>{agreement.number}</RouteLink>],
    ['due', day(audit.dueEffective)],
    ['nominal', audit.dueNominal === audit.dueEffective ? undefined : day(audit.dueNominal)],
    ['cap', day(audit.legalCap)],
    ['missed', audit.isMissed ? t('audits.missed') : undefined],
    ['lead', audit.leadAuditorId ? people[audit.leadAuditorId] : undefined],
    ['firm', audit.auditorFirm ?? undefined],
    ['notified', audit.notifiedAt ? dateTime(audit.notifiedAt, t.locale, zone) : undefined],
    ['start', day(audit.startOn)],
    ['postponed', audit.postponedAt ? dateTime(audit.postponedAt, t.locale, zone) : undefined],
    ['reason', audit.postponedAt ? (audit.postponeReason ?? undefined) : undefined],
    ['comments', day(commentsDueOn)],
    ['reviewer', audit.reviewerId ? people[audit.reviewerId] : undefined],
    ['completed', day(audit.completedOn)],
    ['seed', audit.sampleSeed ? <span className="mono hash">{audit.sampleSeed}</span> : undefined],
  ] as const
  return <Facts facts={facts.flatMap(([term, value]) => (value === undefined ? [] : [{ term: t(`audits.fact.${term}`), value }]))} />
}
