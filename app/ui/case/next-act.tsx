import type { ReactNode } from 'react'
import type { CaseState } from '#app/domain/violations/case.ts'
import { paths } from '#app/http/paths.ts'
import { duration } from '#app/i18n/format.ts'
import type { Translate } from '#app/i18n/translate.ts'
import { useT } from '#app/i18n/use-t.tsx'
import { ConfirmDetails } from '../form/confirm-details.tsx'
import { ButtonLink } from '../button.tsx'
import { Note } from '../page/note.tsx'
import { Step } from '../page/step.tsx'
import type { CasePage } from './case-page.ts'
import { dueWords } from './due-words.ts'
import { inLanguage } from './case-words.ts'

type Act = { id: string; to: string; main?: boolean }

/** What is to be done next with the case, why, until when, and what does not clear it. */
export function NextAct({ page }: { page: CasePage }) {
  const t = useT()
  const { violationCase, violation } = page
  const { state } = violationCase
  if (!isOpen(state)) return null
  const isClosing = state === 'terminating'
  return (
    <Step title={t(`cases.next.${state}.title`)} clause="R7.3.3" actions={<Acts page={page} />}>
      <p>{t(`cases.next.${state}.body`, { verdict: t(`cases.verdict.${violationCase.class}`) })}</p>
      {page.deadlineAt && <p className="strong">{clockWords(page, t)}</p>}
      {state === 'suspected' && <p className="muted">{t('cases.usually', { evidence: inLanguage(violation.evidence, t.locale) })}</p>}
      {violation.note && !isClosing && <p className="muted">{t('cases.note', { note: inLanguage(violation.note, t.locale) })}</p>}
      <p className="muted">{t('cases.notCleared')}</p>
      {violationCase.dismissProposedBy && <Proposal page={page} />}
    </Step>
  )
}

/** States in which somebody has something to do here; the mandate speaks for must_terminate. */
const OPEN = [
  'suspected', 'triaged', 'investigating', 'vendor_response', 'not_substantiated', 'confirmed', 'downgrade_review', 'remediation', 'remediation_verified', 'terminating',
] as const satisfies CaseState[]

const isOpen = (state: CaseState): state is (typeof OPEN)[number] => (OPEN as readonly CaseState[]).includes(state)

function clockWords({ deadlineAt, now, zone }: CasePage, t: Translate): string {
  if (!deadlineAt) return ''
  const minutes = (deadlineAt.getTime() - now.getTime()) / 60_000
  const values = { at: dueWords(deadlineAt, zone, t), span: duration(Math.abs(minutes), t) }
  return t(minutes > 0 ? 'cases.clockLeft' : 'cases.clockLate', values)
}

function Proposal({ page: { violationCase, people } }: { page: CasePage }) {
  const t = useT()
  const by = violationCase.dismissProposedBy ? people[violationCase.dismissProposedBy] : undefined
  return (
    <Note tone="attention" title={t('cases.dismissal.proposed', { by })}>
      <p className="lines">{violationCase.dismissReason}</p>
    </Note>
  )
}

function Acts({ page }: { page: CasePage }) {
  const t = useT()
  const { id } = page.violationCase
  const acts: ReactNode[] = actsOf(page).map(({ id: act, to, main }) => (
    <ButtonLink key={act} to={to} kind={main ? 'main' : undefined}>
      {t.from(`cases.act.${act}`)}
    </ButtonLink>
  ))
  const closing = closingOf(page)
  if (closing)
    acts.unshift(
      <ConfirmDetails
        key="close"
        verb={t(`cases.closing.${closing}.verb`)}
        kind={closing === 'close-terminated' ? 'law' : 'main'}
        title={t(`cases.closing.${closing}.title`)}
        body={t(`cases.closing.${closing}.body`)}
        action={paths.violationVerb(id, closing)}
      />,
    )
  return acts
}

function closingOf({ violationCase, may, steps }: CasePage): 'close-remediated' | 'close-terminated' | undefined {
  if (!may.close) return undefined
  if (violationCase.state === 'remediation_verified') return 'close-remediated'
  const open = steps.some(({ id, mandatory, done, waived }) => mandatory && id !== 'W-17' && !done && !waived)
  return violationCase.state === 'terminating' && !open ? 'close-terminated' : undefined
}

const BY_STATE: Partial<Record<CaseState, (Omit<Act, 'to'> & { needs: keyof CasePage['may'] })[]>> = {
  suspected: [{ id: 'triage', needs: 'triage', main: true }, { id: 'dismiss', needs: 'triage' }],
  triaged: [{ id: 'investigate', needs: 'investigate', main: true }, { id: 'dismiss', needs: 'triage' }],
  investigating: [
    { id: 'confirm', needs: 'confirm', main: true },
    { id: 'statement', needs: 'investigate' },
    { id: 'clear', needs: 'investigate' },
  ],
  vendor_response: [{ id: 'response', needs: 'investigate', main: true }],
  not_substantiated: [{ id: 'close-cleared', needs: 'investigate', main: true }],
  confirmed: [{ id: 'remediate', needs: 'investigate', main: true }],
  downgrade_review: [{ id: 'opinion', needs: 'review', main: true }],
  remediation: [{ id: 'retest', needs: 'investigate', main: true }],
}

function actsOf({ violationCase, may }: CasePage): Act[] {
  const acts = (BY_STATE[violationCase.state] ?? []).filter(({ needs }) => may[needs]).map((act) => ({ ...act, to: paths.violationVerb(violationCase.id, act.id) }))
  const isDelivery = violationCase.violationId === 'V-17' && may.investigate && !['not_substantiated', 'terminating'].includes(violationCase.state)
  return isDelivery ? [...acts, { id: 'delivered', to: paths.violationVerb(violationCase.id, 'delivered') }] : acts
}
