import { paths } from '#app/http/paths.ts'
import { date, dateTime, distance } from '#app/i18n/format.ts'
import type { Translate } from '#app/i18n/translate.ts'
import { useT } from '#app/i18n/use-t.tsx'
import { Facts, type Fact } from '../page/facts.tsx'
import { moment } from '../page/moment.ts'
import { Section } from '../page/section.tsx'
import { Timeline } from '../page/timeline.tsx'
import { RouteLink } from '../route-link.tsx'
import type { MarkName } from '../symbols.ts'
import type { AgreementPage } from './agreement-page.ts'
import { DownloadLink } from './download-link.tsx'

/** Facts, files and history beside the agreement. */
export function AgreementRail({ page, service }: { page: AgreementPage; service: string }) {
  const t = useT()
  const { agreement, zone, acts } = page
  return (
    <>
      <Section title={t('agreements.rail.facts')}>
        <Facts facts={factsOf(page, service, t)} />
      </Section>
      <Section title={t('agreements.rail.download')}>
        <div className="btn-row">
          <DownloadLink small to={paths.agreementPdf(agreement.id, 'zh')}>{t('agreements.verb.pdfZh')}</DownloadLink>
          <DownloadLink small to={paths.agreementPdf(agreement.id, 'en')}>{t('agreements.verb.pdfEn')}</DownloadLink>
        </div>
      </Section>
      <Section title={t('agreements.rail.history')}>
        <Timeline
          happenings={acts.map(({ seq, at, action, by, reason, party }) => ({
            id: String(seq),
            ...moment(at, t.locale, zone),
            mark: MARKS[action] ?? 'past',
            what: whatOf(action, party, t),
            text: [by, reason].filter(Boolean).join(' · '),
          }))}
        />
      </Section>
    </>
  )
}

const MARKS: Record<string, MarkName> = { sign: 'ok', activate: 'ok', decline: 'danger', void: 'critical', terminate: 'critical', return: 'attention', expire: 'attention' }

function whatOf(action: string, party: 'company' | 'vendor' | undefined, t: Translate): string {
  if (action !== 'sign' || party === undefined) return t.from(`agreements.did.${action}`)
  return t(party === 'company' ? 'agreements.did.signCompany' : 'agreements.did.signVendor')
}

function factsOf({ agreement, daysLeft, audit, zone }: AgreementPage, service: string, t: Translate): Fact[] {
  const day = (on: string) => date(on, t.locale, 'year')
  const isRunning = agreement.status === 'active'
  const facts: [string, Fact['value'] | undefined][] = [
    [t('agreements.rail.engagement'), <RouteLink key="engagement" to={paths.engagement(agreement.engagementId)}>{service}</RouteLink>],
    [t('agreements.rail.period'), t('agreements.period', { from: day(agreement.authStart), to: day(agreement.authEnd) })],
    [t('agreements.list.left'), isRunning ? distance(daysLeft, t) : undefined],
    [t(agreement.status === 'signed' ? 'agreements.rail.willEffect' : 'agreements.rail.effective'), agreement.effectiveOn ? day(agreement.effectiveOn) : undefined],
    [t('agreements.rail.sent'), agreement.sentAt ? dateTime(agreement.sentAt, t.locale, zone, 'year') : undefined],
    [t('agreements.rail.version'), String(agreement.version)],
    [t('agreements.rail.audit'), audit ? <RouteLink key="audit" to={paths.audit(audit.id)}>{t('agreements.rail.auditDue', { ref: audit.ref, date: day(audit.dueOn) })}</RouteLink> : agreement.endReason ? undefined : t('agreements.rail.auditLater')],
    [t('agreements.rail.digest'), agreement.digest ? <span key="digest" className="mono digest">{agreement.digest}</span> : undefined],
  ]
  return facts.flatMap(([term, value]) => (value === undefined ? [] : [{ term, value }]))
}
