import type { StepOwner, TerminationStepId } from '#app/domain/violations/termination.ts'
import type { StepBlocker } from '#app/domain/violations/step-owners.ts'
import { localDate } from '#app/domain/organisations/calendar-dates.ts'
import { date, dateTime, duration, list } from '#app/i18n/format.ts'
import type { Translate } from '#app/i18n/translate.ts'
import { useT } from '#app/i18n/use-t.tsx'
import { ButtonLink } from '../button.tsx'
import { classNames } from '../class-names.ts'
import { Status, type Tone } from '../risk/status.tsx'
import type { MarkName } from '../symbols.ts'
import { Cell, Row, Table } from '../table/table.tsx'
import { inLanguage, type Spoken } from './case-words.ts'
import { dueWords } from './due-words.ts'

export type ShownStep = {
  id: TerminationStepId
  owners: readonly StepOwner[]
  mandatory: boolean
  dueAt?: Date
  plannedOn?: string
  name: Spoken
  deadline: Spoken
  done?: { at: Date; by: string | null; proof: string | null; fileTo?: string }
  waived?: { at: Date; by: string | null; reason: string; proof: string | null }
  completeBlocker?: StepBlocker
  waiveBlocker?: StepBlocker
}

type Links = { complete: (id: TerminationStepId) => string; notice?: string }
type Clock = { now: Date; zone: string }
type StepsProps = Clock & { steps: ShownStep[]; current?: TerminationStepId; links: Links; mayRecord: boolean }

const GROUPS = [
  { id: 'stop', from: 'W-01', to: 'W-07' },
  { id: 'return', from: 'W-08', to: 'W-12' },
  { id: 'verify', from: 'W-13', to: 'W-17' },
] as const

/** W-01 … W-17: what, by whom, until when, how it stands; one verb a row. */
export function StepsTable({ steps, current, links, mayRecord, now, zone }: StepsProps) {
  const t = useT()
  const columns = [
    { id: 'id', label: t('cases.step.column.id'), hidden: true },
    ...(['step', 'owner', 'deadline', 'state'] as const).map((id) => ({ id, label: t(`cases.step.column.${id}`) })),
    { id: 'action', label: t('ui.table.action'), hidden: true },
  ]
  return (
    <Table label={t('cases.step.label')} columns={columns} className="steps-table">
      {GROUPS.map(({ id, from, to }) => (
        <tbody role="rowgroup" key={id}>
          <Row className="group">
            <th role="rowheader" scope="rowgroup" colSpan={6}>
              {t(`cases.step.group.${id}`)}
              <span className="n">{t('cases.step.range', { from, to })}</span>
            </th>
          </Row>
          {steps
            .filter((step) => step.id >= from && step.id <= to)
            .map((step) => (
              <StepRow key={step.id} step={step} isCurrent={step.id === current} links={links} mayRecord={mayRecord} now={now} zone={zone} />
            ))}
        </tbody>
      ))}
    </Table>
  )
}

function StepRow({ step, isCurrent, links, mayRecord, now, zone }: { step: ShownStep; isCurrent: boolean; links: Links; mayRecord: boolean } & Clock) {
  const t = useT()
  const settled = step.done !== undefined || step.waived !== undefined
  return (
    <Row className={classNames(settled && 'done', isCurrent && 'current')}>
      <Cell className="id">{step.id}</Cell>
      <Cell sub={proofOf(step)}>
        <span className="t">{inLanguage(step.name, t.locale)}</span>
        {!step.mandatory && <span className="muted small optional">{t('cases.step.optional')}</span>}
        {step.done?.fileTo && (
          <a className="small" href={step.done.fileTo}>
            {t('cases.step.document')}
          </a>
        )}
      </Cell>
      <Cell className="own">{list(step.owners.map((owner) => t(`cases.party.${owner}`)), t.locale)}</Cell>
      <Cell className="dl" sub={underDeadline(step, { now, zone }, t)}>
        {isCurrent ? <b>{whenDue(step, { now, zone }, t)}</b> : whenDue(step, { now, zone }, t)}
      </Cell>
      <Cell className="st">
        <StepState step={step} isCurrent={isCurrent} now={now} zone={zone} />
      </Cell>
      <Cell className="act">{!settled && <StepVerb step={step} links={links} isCurrent={isCurrent} mayRecord={mayRecord} />}</Cell>
    </Row>
  )
}

function proofOf({ done, waived }: ShownStep) {
  if (waived) return waived.reason
  return done?.proof ?? undefined
}

function StepVerb({ step, links, isCurrent, mayRecord }: { step: ShownStep; links: Links; isCurrent: boolean; mayRecord: boolean }) {
  const t = useT()
  if (step.id === 'W-06') {
    if (links.notice === undefined) return null
    return (
      <ButtonLink to={links.notice} small kind={isCurrent ? 'law' : undefined} aria-label={t('cases.step.issueStep', { id: step.id })}>
        {t('cases.step.issue')}
      </ButtonLink>
    )
  }
  if (!mayRecord || step.completeBlocker !== undefined) return null
  return (
    <ButtonLink to={links.complete(step.id)} small aria-label={t('cases.step.recordStep', { id: step.id })}>
      {t('cases.step.record')}
    </ButtonLink>
  )
}

function whenDue({ dueAt, plannedOn }: ShownStep, { now, zone }: Clock, t: Translate): string {
  if (dueAt) return dueWords(dueAt, zone, t, localDate(dueAt, zone).slice(0, 4) === localDate(now, zone).slice(0, 4) ? 'day' : 'full')
  return plannedOn ? t('cases.step.planned', { date: date(plannedOn, t.locale, 'day') }) : t('cases.step.afterAll')
}

function underDeadline(step: ShownStep, { now }: Clock, t: Translate): string {
  const rule = inLanguage(step.deadline, t.locale)
  if (step.id === 'W-17') return '' // it has no day of its own: the rule is what stands above
  if (step.done || step.waived || !step.dueAt) return rule
  const minutes = (step.dueAt.getTime() - now.getTime()) / 60_000
  const span = duration(Math.abs(minutes), t)
  return t(minutes > 0 ? 'cases.step.ruleLeft' : 'cases.step.ruleLate', { rule, span })
}

function StepState({ step, isCurrent, now, zone }: { step: ShownStep; isCurrent: boolean } & Clock) {
  const t = useT()
  const { mark, tone, words } = stateOf(step, isCurrent, { now, zone }, t)
  return (
    <Status mark={mark} tone={tone}>
      {words}
    </Status>
  )
}

function stateOf(step: ShownStep, isCurrent: boolean, { now, zone }: Clock, t: Translate): { mark: MarkName; tone?: Tone; words: string } {
  if (step.done) return { mark: 'ok', words: t('cases.step.doneAt', { at: dateTime(step.done.at, t.locale, zone, 'short') }) }
  if (step.waived) return { mark: 'past', words: t('cases.step.waivedAt', { at: dateTime(step.waived.at, t.locale, zone, 'short') }) }
  if (step.dueAt && step.dueAt <= now) return { mark: 'danger', words: t('cases.step.overdue') }
  if (step.completeBlocker === 'waits') return { mark: 'waiting', words: t(`cases.step.waits.${step.id === 'W-12' ? 'W-12' : 'W-13'}`) }
  if (isCurrent && step.id === 'W-06') return { mark: 'critical', words: t('cases.step.now') }
  if (step.id === 'W-14' || step.id === 'W-17') return { mark: 'waiting', words: t(`cases.step.waits.${step.id}`) }
  return { mark: 'running', tone: 'neutral', words: t('cases.step.open') }
}
