import type { CaseEvent } from '#app/domain/violations/case-file.ts'
import { useT } from '#app/i18n/use-t.tsx'
import { moment } from '../page/moment.ts'
import { Timeline } from '../page/timeline.tsx'
import type { MarkName } from '../symbols.ts'

const GRAVE = /\.(report|open|signal|confirm|must_terminate|fail_remediation|refuse_downgrade|issue_notice)$/
const GOOD = /\.(dismiss|close_cleared|close_remediated|close_delivered|close_terminated|verify_remediation|complete_step)$/

/** What happened to the case, from its trail. */
export function CaseTimeline({ events, zone }: { events: CaseEvent[]; zone: string }) {
  const t = useT()
  return (
    <Timeline
      happenings={events.map(({ seq, at, action, actorKind, actorName, data }) => ({
        id: String(seq),
        ...moment(at, t.locale, zone),
        mark: markOf(action),
        what: t.from(`cases.event.${action.replace(/^case\./, '')}`, { step: stepOf(data) }, 'cases.event.other'),
        text: (
          <>
            {actorKind === 'system' ? t('cases.bySystem') : actorName}
            <Said data={data} />
          </>
        ),
      }))}
    />
  )
}

function Said({ data }: { data: Record<string, unknown> }) {
  const words = [data.reason, data.conclusion, data.proof, data.delivery, data.facts, data.description].find((each) => typeof each === 'string' && each !== '')
  return typeof words === 'string' ? <q className="said">{words}</q> : null
}

const stepOf = ({ stepId }: Record<string, unknown>) => (typeof stepId === 'string' ? stepId : '')

function markOf(action: string): MarkName {
  return GRAVE.test(action) ? 'danger' : GOOD.test(action) ? 'ok' : 'neutral'
}
