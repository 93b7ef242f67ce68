import { useActionData, useLoaderData } from '@remix-run/react'
import { draftReport } from '#app/domain/audits/draft-report.server.ts'
import { findGaps } from '#app/domain/audits/find-gaps.server.ts'
import { DraftReportInput } from '#app/domain/audits/input.ts'
import { openAuditForm } from '#app/http/audit-page.server.ts'
import { authed } from '#app/http/authed.server.ts'
import { redirectWith } from '#app/http/flash.server.ts'
import { parseForm } from '#app/http/forms.server.ts'
import { paths } from '#app/http/paths.ts'
import { list } from '#app/i18n/format.ts'
import { translator } from '#app/i18n/index.ts'
import { useT } from '#app/i18n/use-t.tsx'
import { CaseForm } from '#app/ui/case/case-form.tsx'
import { TextArea } from '#app/ui/form/text-area.tsx'
import { useFields } from '#app/ui/form/use-fields.ts'
import { Note } from '#app/ui/page/note.tsx'
import { pageMeta } from '#app/ui/page/page-meta.ts'

export const loader = authed(async ({ ctx, params }) => {
  const audit = await openAuditForm(ctx, params.auditId, { permission: 'audit.conduct', action: 'draft_report' })
  const { id, ref, revision, summary } = audit
  return { title: translator(ctx.locale)('audits.act.report'), id, ref, revision, summary, gaps: await findGaps(ctx, audit) }
})

export const action = authed(async ({ ctx, form, params }) => {
  const { id } = await draftReport(ctx, params.auditId!, parseForm(form, DraftReportInput))
  return redirectWith(paths.audit(id), { kind: 'done', key: 'audits.done.report' })
})

export const meta = pageMeta

export default function Report() {
  const t = useT()
  const { id, ref, revision, summary, gaps } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  const { field, errors } = useFields(refused, { initial: { summary: summary ?? undefined }, labels: { summary: t('audits.summary') } })
  const missing = (['withoutOutcome', 'withoutEvidence', 'withoutReason'] as const).filter((gap) => gaps[gap].length > 0)
  return (
    <CaseForm title={t('audits.report.title', { ref })} lede={t('audits.report.lede')} errors={errors} refused={refused} revision={revision} submit={t('audits.act.report')} back={paths.audit(id)}>
      {missing.map((gap) => (
        <Note key={gap} tone="attention" title={t(`audits.report.${gap}`)}>
          <p>{list(gaps[gap], t.locale)}</p>
        </Note>
      ))}
      <TextArea field={field('summary', { required: true })} hint={t('audits.report.hint')} rows={8} />
    </CaseForm>
  )
}
