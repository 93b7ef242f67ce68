import type { ReactNode } from 'react'
import type { AuditState } from '#app/domain/audits/audit.ts'
import { outcomeFails } from '#app/domain/audits/outcomes.ts'
import { paths } from '#app/http/paths.ts'
import { date } from '#app/i18n/format.ts'
import { useT } from '#app/i18n/use-t.tsx'
import { ButtonLink } from '../button.tsx'
import { ConfirmDetails } from '../form/confirm-details.tsx'
import { Note } from '../page/note.tsx'
import { Step } from '../page/step.tsx'
import type { AuditPage } from './audit-page.ts'

const OPEN = ['planned', 'notified', 'fieldwork', 'draft_report', 'vendor_response', 'postponed'] as const satisfies AuditState[]
const isOpen = (state: AuditState): state is (typeof OPEN)[number] => (OPEN as readonly AuditState[]).includes(state)

/** What is to be done next with the audit, by whom, and until when. */
export function NextAuditAct({ page }: { page: AuditPage }) {
  const t = useT()
  const { audit, checks, gaps, commentsDueOn } = page
  const { state } = audit
  if (!isOpen(state)) return null
  const done = checks.length - gaps.withoutOutcome.length
  const failed = checks.filter(({ result }) => result && outcomeFails(result.outcome)).length
  return (
    <Step title={t(`audits.next.${state}.title`)} clause="R7.3.1" actions={<Acts page={page} />}>
      <p>{t(`audits.next.${state}.body`, { done, total: checks.length, failed, until: commentsDueOn ? date(commentsDueOn, t.locale, 'full') : '', start: audit.startOn ? date(audit.startOn, t.locale, 'full') : '' })}</p>
      {audit.postponeTo && audit.postponeProposedBy && !audit.postponedAt && <Proposal page={page} />}
      <p className="muted">{t('audits.next.cap', { date: date(audit.legalCap, t.locale, 'full') })}</p>
    </Step>
  )
}

function Proposal({ page: { audit, people } }: { page: AuditPage }) {
  const t = useT()
  const by = audit.postponeProposedBy ? people[audit.postponeProposedBy] : ''
  return (
    <Note tone="attention" title={t('audits.postponement.proposed', { by, date: audit.postponeTo ? date(audit.postponeTo, t.locale, 'full') : '' })}>
      <p className="lines">{audit.postponeReason}</p>
    </Note>
  )
}

function Acts({ page }: { page: AuditPage }) {
  const t = useT()
  const { audit, isLead, isProposer, may, gaps } = page
  const { id, state } = audit
  const to = (verb: string) => paths.auditVerb(id, verb)
  const canPostpone = (state === 'planned' || state === 'notified') && !audit.postponedAt
  const acts: ReactNode[] = []
  const link = (verb: 'notify' | 'report' | 'plans' | 'postpone' | 'refusal', isMain = false) =>
    acts.push(
      <ButtonLink key={verb} to={to(verb)} kind={isMain ? 'main' : undefined}>
        {t(`audits.act.${verb}`)}
      </ButtonLink>,
    )
  const confirm = (verb: 'start' | 'send' | 'close' | 'approve-postponement', isMain = true) =>
    acts.push(
      <ConfirmDetails key={verb} verb={t(`audits.act.${verb}`)} kind={isMain ? 'main' : undefined} title={t(`audits.ask.${verb}.title`)} body={t(`audits.ask.${verb}.body`)} action={to(verb)}>
        {verb === 'close' && <input type="hidden" name="revision" value={audit.revision} />}
      </ConfirmDetails>,
    )
  if (may.plan && (state === 'planned' || state === 'postponed')) link('notify', true)
  if (may.conduct && isLead && state === 'notified') confirm('start')
  if (may.conduct && isLead && state === 'fieldwork') link('report', gaps.withoutOutcome.length === 0)
  if (may.conduct && isLead && state === 'draft_report') confirm('send')
  if (may.close && !isLead && state === 'vendor_response') confirm('close')
  if (may.conduct && state === 'vendor_response') link('plans')
  if (may.close && canPostpone && audit.postponeTo && !isProposer) confirm('approve-postponement', false)
  if (may.plan && canPostpone) link('postpone')
  if (may.plan) link('refusal')
  return acts
}
