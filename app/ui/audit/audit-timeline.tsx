import type { AuditEvent } from '#app/domain/audits/audit-file.ts'
import { useT } from '#app/i18n/use-t.tsx'
import { moment } from '../page/moment.ts'
import { Timeline } from '../page/timeline.tsx'
import type { MarkName } from '../symbols.ts'

/** What happened to the audit, from its trail. */
export function AuditTimeline({ events, zone }: { events: AuditEvent[]; zone: string }) {
  const t = useT()
  return (
    <Timeline
      happenings={events.map(({ seq, at, action, actorKind, actorName, data }) => ({
        id: String(seq),
        ...moment(at, t.locale, zone),
        mark: markOf(action),
        what: t.from(`audits.event.${action.replace(/^audit\./, '')}`, {}, 'audits.event.other'),
        text: (
          <>
            {actorKind === 'system' ? t('cases.bySystem') : actorName}
            {typeof data.reason === 'string' && <q className="said">{data.reason}</q>}
            {typeof data.facts === 'string' && <q className="said">{data.facts}</q>}
          </>
        ),
      }))}
    />
  )
}

function markOf(action: string): MarkName {
  if (action === 'audit.close') return 'ok'
  return action === 'audit.record_refusal' || action === 'audit.miss' ? 'danger' : 'neutral'
}
