import { useLoaderData } from '@remix-run/react'
import { getAuditFile } from '#app/domain/audits/audit-file.server.ts'
import { can } from '#app/domain/identity/actor.ts'
import { daysBetween } from '#app/domain/organisations/calendar-dates.ts'
import { getToday } from '#app/domain/vendors/today.server.ts'
import { authed } from '#app/http/authed.server.ts'
import { paths } from '#app/http/paths.ts'
import { date, distance } from '#app/i18n/format.ts'
import { useT } from '#app/i18n/use-t.tsx'
import { AuditFacts } from '#app/ui/audit/audit-facts.tsx'
import { AuditTimeline } from '#app/ui/audit/audit-timeline.tsx'
import { AUDIT_MARK } from '#app/ui/audit/audit-words.ts'
import { Checklist } from '#app/ui/audit/checklist.tsx'
import { NextAuditAct } from '#app/ui/audit/next-audit-act.tsx'
import { ScoreLine } from '#app/ui/audit/score-line.tsx'
import { Columns } from '#app/ui/page/columns.tsx'
import { PageHeader } from '#app/ui/page/page-header.tsx'
import { Section } from '#app/ui/page/section.tsx'
import { Status } from '#app/ui/risk/status.tsx'
import { RouteLink } from '#app/ui/route-link.tsx'

export const loader = authed(async ({ ctx, params }) => {
  const file = await getAuditFile(ctx, params.auditId!)
  const { actor } = ctx
  return {
    ...file,
    today: await getToday(ctx),
    zone: ctx.organisation.zone,
    isLead: file.audit.leadAuditorId === actor.userId,
    isProposer: file.audit.postponeProposedBy === actor.userId,
    may: { plan: can(actor, 'audit.plan'), conduct: can(actor, 'audit.conduct'), close: can(actor, 'audit.close') },
  }
})

export default function AuditIndex() {
  const t = useT()
  const page = useLoaderData<typeof loader>()
  const { audit, findings, events, today, zone, checks, isOverdue } = page
  const due = t('audits.lede', { due: date(audit.dueEffective, t.locale, 'full'), distance: distance(daysBetween(today, audit.dueEffective), t) })
  return (
    <>
      <PageHeader
        title={t('audits.one', { ref: audit.ref })}
        lede={
          <span className="status-line">
            <Status mark={AUDIT_MARK[audit.state]}>{t(`status.audit.${audit.state}`)}</Status>
            {isOverdue ? <Status mark="danger">{due}</Status> : <span>{audit.completedOn ? t('audits.completed', { date: date(audit.completedOn, t.locale, 'full') }) : due}</span>}
          </span>
        }
      />
      <NextAuditAct page={page} />
      <Columns
        railLabel={t('audits.record')}
        rail={
          <>
            <Section title={t('audits.record')}>
              <AuditFacts page={page} />
            </Section>
            <Section title={t('audits.timeline')}>
              <AuditTimeline events={events} zone={zone} />
            </Section>
          </>
        }
      >
        <ScoreLine page={page} />
        {audit.summary && (
          <Section title={t('audits.summary')}>
            <p className="lines">{audit.summary}</p>
            {audit.vendorComment && (
              <>
                <h3 className="said">{t('audits.vendorComment')}</h3>
                <p className="lines">{audit.vendorComment}</p>
              </>
            )}
          </Section>
        )}
        {findings.length > 0 && (
          <Section title={t('audits.findings')}>
            <ul className="rows-list">
              {findings.map((finding) => (
                <li key={finding.id}>
                  <RouteLink to={paths.finding(finding.id)}>{t('audits.findingLine', { ref: finding.ref, check: finding.itemId })}</RouteLink>
                  <span className="sub">{t('audits.findingDue', { severity: t(`status.severity.${finding.severity}`), date: date(finding.dueOn, t.locale, 'year') })}</span>
                </li>
              ))}
            </ul>
          </Section>
        )}
        <Section title={t('audits.check.title')} aside={t('audits.check.count', { count: checks.length })}>
          <Checklist page={page} />
        </Section>
      </Columns>
    </>
  )
}
