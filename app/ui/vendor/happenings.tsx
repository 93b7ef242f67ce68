import { localDate } from '#app/domain/organisations/calendar-dates.ts'
import type { Happening } from '#app/domain/vendors/happening.ts'
import type { Translate } from '#app/i18n/translate.ts'
import { useT } from '#app/i18n/use-t.tsx'
import { moment } from '../page/moment.ts'
import { Timeline } from '../page/timeline.tsx'
import type { MarkName } from '../symbols.ts'
import { nearDate } from './near-date.ts'

const GOOD = /\.(approve|activate|resume|verify|close|complete_exit|submit|submit_intake|submit_answers|sign|confirm_decision)$/
const BAD = /\.(suspend|must_terminate|ban|reject|refused|miss|raise|open|report|issue_notice|raise_severity|expire)$/

/** What was done with a vendor, from its trail, in the organisation's time. */
export function Happenings({ happenings, zone, today }: { happenings: Happening[]; zone: string; today: string }) {
  const t = useT()
  return (
    <Timeline
      happenings={happenings.map((each) => {
        const at = new Date(each.at)
        return {
          id: String(each.seq),
          ...moment(at, t.locale, zone),
          day: nearDate(localDate(at, zone), today, t.locale),
          mark: markOf(each.action),
          what: t.from(`trail.action.${each.action}`, { action: each.action }, 'vendors.timeline.other'),
          text: detailOf(each, t),
        }
      })}
    />
  )
}

function markOf(action: string): MarkName {
  return BAD.test(action) ? 'danger' : GOOD.test(action) ? 'ok' : 'neutral'
}

/** Which record, who did it, and the reason in their own words. */
function detailOf({ data, actorName, actorKind }: Happening, t: Translate) {
  const record = [data.ref ?? data.number, data.title ?? (data.ref === undefined ? undefined : data.name)].filter((each) => each !== undefined)
  const who = actorKind === 'system' ? t('vendors.timeline.system') : actorName
  return (
    <>
      {[...record, who].join(' · ')}
      {typeof data.reason === 'string' && <q className="block">{data.reason}</q>}
    </>
  )
}
