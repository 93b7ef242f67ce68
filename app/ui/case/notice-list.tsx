import type { SentNotice } from '#app/domain/violations/case-file.ts'
import { list } from '#app/i18n/format.ts'
import { useT } from '#app/i18n/use-t.tsx'
import { moment } from '../page/moment.ts'
import { Timeline } from '../page/timeline.tsx'
import type { MarkName } from '../symbols.ts'

const MARK: Record<SentNotice['severity'], MarkName> = { info: 'neutral', warning: 'attention', high: 'danger', critical: 'critical' }

/** Whom the product told of the case, and when. */
export function NoticeList({ notices, zone }: { notices: SentNotice[]; zone: string }) {
  const t = useT()
  if (notices.length === 0) return <p className="muted">{t('cases.notices.none')}</p>
  return (
    <Timeline
      happenings={notices.map(({ id, alert, stage, severity, roles, raisedAt }) => ({
        id,
        ...moment(raisedAt, t.locale, zone),
        mark: MARK[severity],
        what: list(roles.map((role) => t.from(`cases.party.${role}`, {}, 'cases.party.other')), t.locale),
        text: t('cases.notices.stage', { alert, stage }),
      }))}
    />
  )
}
