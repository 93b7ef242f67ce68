import { paths } from '#app/http/paths.ts'
import { date, dateTime, list, number } from '#app/i18n/format.ts'
import { useT } from '#app/i18n/use-t.tsx'
import { Facts } from '../page/facts.tsx'
import { Clause } from '../risk/clause.tsx'
import { Status } from '../risk/status.tsx'
import { RouteLink } from '../route-link.tsx'
import type { CasePage } from './case-page.ts'
import { inLanguage, SEVERITY_MARK } from './case-words.ts'

/** The record of the case; severity and class are locked once it is confirmed. */
export function CaseFacts({ page }: { page: CasePage }) {
  const t = useT()
  const { violationCase, violation, infoTypes, agreement, earlier, finding, people, zone } = page
  const at = (instant: Date | null) => (instant ? dateTime(instant, t.locale, zone) : undefined)
  const person = (id: string | null) => (id ? people[id] : undefined)
  const facts = [
    ['ref', <span className="mono">{violationCase.ref}</span>],
    ['violation', t('cases.named', { id: violation.id, name: inLanguage(violation.name, t.locale) })],
    ['class', t('cases.classValue', { class: violationCase.class, words: t(`status.class.${violationCase.class}`) })],
    ['severity', <Status mark={SEVERITY_MARK[violationCase.severity]}>{t(`status.severity.${violationCase.severity}`)}</Status>],
    ['aggravated', violationCase.aggravated && violation.note ? inLanguage(violation.note, t.locale) : undefined],
    ['clauses', <span className="btn-row">{violation.clauses.map((clause) => <Clause key={clause} id={clause} />)}</span>],
    ['source', t('cases.sourceValue', { source: t.from(`cases.source.${violationCase.source}`), by: violationCase.detectedBy ?? violationCase.reportedBy.name })],
    ['detectedAt', at(violationCase.detectedAt)],
    ['happened', spanOf(violationCase.firstOn, violationCase.lastOn, t)],
    ['subjects', violationCase.subjectsAffected === null ? undefined : number(violationCase.subjectsAffected, t.locale)],
    ['infoTypes', infoTypes.length > 0 ? list(infoTypes.map((type) => inLanguage(type, t.locale)), t.locale) : undefined],
    ['facts', <span className="lines">{violationCase.facts}</span>],
    ['scope', violationCase.scope ?? undefined],
    ['agreement', agreement && <RouteLink to={paths.agreement(agreement.id)}>{agreement.number}</RouteLink>],
    ['earlier', earlier && <RouteLink to={paths.violation(earlier.id)}>{earlier.ref}</RouteLink>],
    ['finding', finding && <RouteLink to={paths.finding(finding.id)}>{t('cases.findingValue', { ref: finding.ref, date: date(finding.dueOn, t.locale, 'year') })}</RouteLink>],
    ['investigator', person(violationCase.investigatorId)],
    ['decision', violationCase.decisionReason ?? undefined],
    ['approver', person(violationCase.approvedBy)],
    ['clock', at(violationCase.mustTerminateAt)],
    ['notice', page.noticeTo && <a href={page.noticeTo}>{t('cases.noticeValue', { at: at(violationCase.noticeIssuedAt) })}</a>],
    ['closedAt', at(violationCase.closedAt)],
  ] as const
  return <Facts facts={facts.flatMap(([term, value]) => (value === undefined || value === null ? [] : [{ term: t(`cases.fact.${term}`), value }]))} />
}

function spanOf(first: string | null, last: string | null, t: ReturnType<typeof useT>): string | undefined {
  if (!first) return last ? date(last, t.locale, 'year') : undefined
  if (!last || last === first) return date(first, t.locale, 'year')
  return t('cases.span', { first: date(first, t.locale, 'year'), last: date(last, t.locale, 'year') })
}
