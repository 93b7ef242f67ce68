import { useActionData, useLoaderData } from '@remix-run/react'
import { banUntil } from '#app/domain/violations/ban.ts'
import { issueTerminationNotice } from '#app/domain/violations/issue-termination-notice.server.ts'
import { getNoticeFacts } from '#app/domain/violations/notice-facts.server.ts'
import { exitParameters } from '#app/domain/violations/exit-parameters.server.ts'
import { localDate } from '#app/domain/organisations/calendar-dates.ts'
import { authed } from '#app/http/authed.server.ts'
import { openCaseForm } from '#app/http/case-page.server.ts'
import { redirectWith } from '#app/http/flash.server.ts'
import { bytesOnce } from '#app/http/given-file.server.ts'
import { paths } from '#app/http/paths.ts'
import { date } from '#app/i18n/format.ts'
import { translator } from '#app/i18n/index.ts'
import { useT } from '#app/i18n/use-t.tsx'
import { renderTerminationNotice } from '#app/pdf/render-termination-notice.server.ts'
import { CaseForm } from '#app/ui/case/case-form.tsx'
import { useFields } from '#app/ui/form/use-fields.ts'
import { Facts } from '#app/ui/page/facts.tsx'
import { pageMeta } from '#app/ui/page/page-meta.ts'

export const loader = authed(async ({ ctx, params }) => {
  const violationCase = await openCaseForm(ctx, params.caseId, { permission: 'violation.terminate', action: 'issue_notice' })
  const facts = await getNoticeFacts(ctx, violationCase.id)
  const { banMonths } = await exitParameters(ctx, violationCase, facts.vendor.tier ?? 'T1')
  return {
    title: translator(ctx.locale)('cases.act.notice'),
    id: violationCase.id,
    ref: violationCase.ref,
    vendor: facts.vendor.name,
    agreement: facts.agreement?.number,
    planOn: facts.dueOn['W-08'],
    deleteOn: facts.dueOn['W-11'],
    certifyOn: facts.dueOn['W-12'],
    banUntil: banUntil(localDate(ctx.now, facts.zone), banMonths),
  }
})

export const action = authed(async ({ ctx, params }) => {
  const facts = await getNoticeFacts(ctx, params.caseId!)
  const notice = { name: `${facts.violationCase.ref}-termination-notice.pdf`, source: bytesOnce(renderTerminationNotice(facts)) }
  const { id } = await issueTerminationNotice(ctx, facts.violationCase.id, { notice })
  return redirectWith(paths.violation(id), { kind: 'done', key: 'cases.done.notice' })
})

export const meta = pageMeta

export default function Notice() {
  const t = useT()
  const { id, ref, vendor, agreement, planOn, deleteOn, certifyOn, banUntil: until } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  const { errors } = useFields(refused, { labels: {} })
  const day = (on: string | undefined) => (on === undefined ? '' : date(on, t.locale, 'full'))
  return (
    <CaseForm title={t('cases.notice.title', { ref })} lede={t('cases.notice.lede')} errors={errors} refused={refused} submit={t('cases.act.notice')} isLaw back={paths.violation(id)}>
      <Facts
        facts={[
          { term: t('cases.notice.to'), value: vendor },
          ...(agreement ? [{ term: t('cases.fact.agreement'), value: t('cases.notice.ends', { number: agreement }) }] : []),
          { term: t('cases.notice.plan'), value: day(planOn) },
          { term: t('cases.notice.delete'), value: day(deleteOn) },
          { term: t('cases.notice.certify'), value: day(certifyOn) },
          { term: t('cases.notice.ban'), value: day(until) },
        ]}
      />
      <div className="btn-row">
        <a className="btn" href={paths.violationVerb(id, 'preview')} target="_blank" rel="noreferrer">
          {t('cases.notice.preview')}
        </a>
      </div>
    </CaseForm>
  )
}
