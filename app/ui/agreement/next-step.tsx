import { Form } from '@remix-run/react'
import type { ReactNode } from 'react'
import { paths } from '#app/http/paths.ts'
import { date, list } from '#app/i18n/format.ts'
import type { Translate } from '#app/i18n/translate.ts'
import { useT } from '#app/i18n/use-t.tsx'
import { Button, ButtonLink } from '../button.tsx'
import { ConfirmDetails } from '../form/confirm-details.tsx'
import { Once } from '../form/once.tsx'
import { Step } from '../page/step.tsx'
import { SubmitButton } from '../submit-button.tsx'
import type { AgreementPage } from './agreement-page.ts'

/** What comes next with the agreement, who does it, and the one button for it. */
export function NextStep({ page }: { page: AgreementPage }) {
  const t = useT()
  const { next, agreement, signers } = page
  const isSigning = agreement.status === 'sent' || agreement.status === 'partially_signed'
  const on = date(dayOf(page), t.locale, 'year')
  return (
    <Step title={t(`agreements.next.${next}.title`, { date: on })} clause={CLAUSES[next] ?? 'R7.2.1'} actions={<Acts page={page} />}>
      <p>{t(`agreements.next.${next}.body`)}</p>
      {isSigning && (
        <>
          <p className="muted">{t('agreements.signers.company', { names: list(signers.company, t.locale) || t('agreements.signers.nobody') })}</p>
          <p className="muted">{t('agreements.signers.vendor', { names: list(vendorSigners(page), t.locale) || t('agreements.signers.noContact') })}</p>
        </>
      )}
    </Step>
  )
}

const CLAUSES: Partial<Record<AgreementPage['next'], string>> = { in_force: 'R7.2.2', renew: 'R7.2.2', deliver_exit: 'R7.3.3' }

/** The day that the step's title names. */
function dayOf({ next, agreement: { effectiveOn, authStart, authEnd } }: AgreementPage): string {
  if (next === 'await_effect') return effectiveOn ?? authStart
  return next === 'await_start' ? authStart : authEnd
}

function vendorSigners({ signers: { vendor } }: AgreementPage): string[] {
  const signatories = vendor.filter(({ isSignatory }) => isSignatory)
  return (signatories.length > 0 ? signatories : vendor).map(({ name }) => name)
}

function Acts({ page }: { page: AgreementPage }) {
  const t = useT()
  const { id, vendorId, engagementId } = page.agreement
  switch (page.next) {
    case 'complete':
    case 'submit':
      return <DraftActs page={page} />
    case 'send':
      return <ReviewActs page={page} />
    case 'sign_both':
    case 'sign_company':
    case 'sign_vendor':
      return (
        <>
          {signVerb(page, t)}
          {page.may.send && <ButtonLink to={paths.agreementVerb(id, 'link')}>{t('agreements.verb.link')}</ButtonLink>}
          <Void page={page} />
        </>
      )
    case 'none':
    case 'deliver_exit':
      return page.mayStartAnew ? <StartButton engagementId={engagementId} label={t('agreements.verb.startAnew')} /> : <ButtonLink to={paths.vendor(vendorId)}>{t('agreements.verb.openVendor')}</ButtonLink>
    default:
      return <ButtonLink to={paths.vendor(vendorId)}>{t('agreements.verb.openVendor')}</ButtonLink>
  }
}

function DraftActs({ page: { agreement, may, problemCount } }: { page: AgreementPage }) {
  const t = useT()
  const isOpen = problemCount > 0
  const why = !may.draft ? t('agreements.why.draft') : isOpen ? t('agreements.why.problems', { count: problemCount }) : undefined
  const edit = may.draft && (
    <ButtonLink kind={isOpen ? 'main' : undefined} to={paths.agreementVerb(agreement.id, 'edit')}>
      {t('agreements.verb.edit')}
    </ButtonLink>
  )
  return (
    <>
      {isOpen && edit}
      <Post to={paths.agreementVerb(agreement.id, 'submit')} kind={isOpen ? undefined : 'main'} why={why}>
        {t('agreements.verb.submit')}
      </Post>
      {!isOpen && edit}
      <Void page={{ agreement, may }} />
    </>
  )
}

function ReviewActs({ page }: { page: AgreementPage }) {
  const t = useT()
  const { id } = page.agreement
  const why = page.may.send ? (page.problemCount > 0 ? t('agreements.why.problems', { count: page.problemCount }) : undefined) : t('agreements.why.send')
  return (
    <>
      {why === undefined ? (
        <ConfirmDetails verb={t('agreements.verb.send')} kind="main" title={t('agreements.send.title')} body={t('agreements.send.body')} action={paths.agreementVerb(id, 'send')} />
      ) : (
        <Button kind="main" disabledReason={why}>
          {t('agreements.verb.send')}
        </Button>
      )}
      {page.may.send && <ButtonLink to={paths.agreementVerb(id, 'return')}>{t('agreements.verb.return')}</ButtonLink>}
      <Void page={page} />
    </>
  )
}

function signVerb({ agreement, may, next }: AgreementPage, t: Translate): ReactNode {
  const why = next === 'sign_vendor' ? t('agreements.why.signed') : may.sign ? undefined : t('agreements.why.sign')
  return why === undefined ? (
    <ButtonLink kind="main" to={paths.agreementVerb(agreement.id, 'sign')}>
      {t('agreements.verb.sign')}
    </ButtonLink>
  ) : (
    <Button kind="main" disabledReason={why}>
      {t('agreements.verb.sign')}
    </Button>
  )
}

function Void({ page: { agreement, may } }: { page: Pick<AgreementPage, 'agreement' | 'may'> }) {
  const t = useT()
  if (!may.void) return null
  return (
    <ButtonLink kind="plain" to={paths.agreementVerb(agreement.id, 'void')}>
      {t('agreements.verb.void')}
    </ButtonLink>
  )
}

/** Drafts the agreement of an approved engagement. */
export function StartButton({ engagementId, label, small }: { engagementId: string; label: string; small?: boolean }) {
  return (
    <Post to={paths.startAgreement(engagementId)} kind={small ? undefined : 'main'} small={small}>
      {label}
    </Post>
  )
}

function Post({ to, kind, why, small, children }: { to: string; kind?: 'main'; why?: string; small?: boolean; children: string }) {
  return (
    <Form method="post" action={to}>
      <Once />
      {kind === undefined ? (
        <Button type="submit" disabledReason={why} small={small}>
          {children}
        </Button>
      ) : (
        <SubmitButton action={to} kind={kind} disabledReason={why}>
          {children}
        </SubmitButton>
      )}
    </Form>
  )
}
