import { redirect } from '@remix-run/node'
import { Form, useActionData, useLoaderData, useRouteLoaderData } from '@remix-run/react'
import { assessmentCan } from '#app/domain/assessments/assessment.ts'
import { AttestationInput } from '#app/domain/assessments/input.ts'
import { submitAssessment } from '#app/domain/assessments/submit-assessment.server.ts'
import { loadAnswering } from '#app/domain/portal/answering.server.ts'
import { idsAskedFor, viewsOf } from '#app/domain/portal/page-data.server.ts'
import { parseForm } from '#app/http/forms.server.ts'
import { paths } from '#app/http/paths.ts'
import { vendorAuthed } from '#app/http/vendor-authed.server.ts'
import { translator } from '#app/i18n/index.ts'
import { useT } from '#app/i18n/use-t.tsx'
import { Checkbox } from '#app/ui/form/checkbox.tsx'
import { ErrorSummary } from '#app/ui/form/error-summary.tsx'
import { Once } from '#app/ui/form/once.tsx'
import { TextField } from '#app/ui/form/text-field.tsx'
import { useFields, type RefusedForm } from '#app/ui/form/use-fields.ts'
import { Note } from '#app/ui/page/note.tsx'
import { PageHeader } from '#app/ui/page/page-header.tsx'
import { pageMeta } from '#app/ui/page/page-meta.ts'
import { Section } from '#app/ui/page/section.tsx'
import { GapList, type Gap } from '#app/ui/portal/gap-list.tsx'
import { Status } from '#app/ui/risk/status.tsx'
import { SubmitButton } from '#app/ui/submit-button.tsx'
import type { loader as frame } from './portal.tsx'

export const loader = vendorAuthed(async ({ ctx, params }) => {
  const answering = await loadAnswering(ctx, params.assessmentId!)
  const { assessment, progress, rows, asked } = answering
  const texts = new Map(viewsOf(answering, new Set(progress.visible), ctx.locale).map((view) => [view.id, view]))
  const returned = assessment.status === 'returned'
  const open = returned ? idsAskedFor(answering) : new Set(progress.visible)
  const to = (id: string, section: string) => (returned ? `${paths.portalReturned(assessment.id)}#${id}` : `${paths.portalSection(assessment.id, section)}#${id}`)
  const gap = (id: string, section: string): Gap => ({ id, text: texts.get(id)?.text ?? '', to: to(id, section) })
  const unexplained = rows.filter((row) => texts.get(row.questionId)?.type === 'yesno' && row.value === 'no' && !row.isNa && !row.note)
  return {
    title: translator(ctx.locale)('portal.check.title'),
    id: assessment.id,
    canSubmit: assessmentCan('submit', assessment),
    missing: progress.gaps.map(({ questionId, section, problem }) => ({ ...gap(questionId, section), unfinished: problem !== undefined })),
    replies: asked.filter(({ repliedAt }) => repliedAt === null).map(({ questionId }) => gap(questionId, '')),
    withoutEvidence: progress.withoutEvidence.filter(({ questionId }) => open.has(questionId)).map(({ questionId, section }) => gap(questionId, section)),
    withoutReason: unexplained.filter(({ questionId }) => open.has(questionId)).map(({ questionId }) => gap(questionId, texts.get(questionId)?.section ?? '')),
    vendor: ctx.locale === 'en' ? (ctx.vendor.nameAlt ?? ctx.vendor.name) : ctx.vendor.name,
    name: ctx.contact.name,
    role: ctx.contact.title,
  }
})

export const action = vendorAuthed(async ({ ctx, form, params }) => {
  const { name, role } = parseForm(form, AttestationInput)
  const { id } = await submitAssessment(ctx, { assessmentId: params.assessmentId!, name, role })
  return redirect(paths.portalReceipt(id))
})

export const meta = pageMeta

export default function PortalCheck() {
  const t = useT()
  const { id, canSubmit, missing, replies, withoutEvidence, withoutReason, vendor, name, role } = useLoaderData<typeof loader>()
  const refused = useActionData() as RefusedForm | undefined
  const readOnly = useRouteLoaderData<typeof frame>('routes/portal')?.isReadOnly ?? true
  const labels = { name: t('portal.check.name'), role: t('portal.check.role'), confirmed: t('portal.check.attest') }
  const { field, errors } = useFields(refused, { initial: { name, role: role ?? '' }, labels })
  const blocked = missing.length + replies.length > 0
  return (
    <main id="main" className="portal-page" tabIndex={-1}>
      <PageHeader title={t('portal.check.title')} lede={canSubmit ? t('portal.check.lede') : t('portal.not_open')} />
      <ErrorSummary errors={errors} />
      {missing.length > 0 && (
        <GapList tone="danger" title={t('portal.check.missing', { count: missing.length })} body={t('portal.check.missingBody')} gaps={missing.map((gap) => ({ ...gap, hint: gap.unfinished ? t('portal.check.unfinished') : undefined }))} />
      )}
      {replies.length > 0 && <GapList tone="danger" title={t('portal.replies_missing', { count: replies.length })} body={t('portal.check.missingBody')} gaps={replies} />}
      {!blocked && <Status mark="ok">{t('portal.check.complete')}</Status>}
      {withoutEvidence.length > 0 && (
        <GapList tone="attention" title={t('portal.check.withoutEvidence', { count: withoutEvidence.length })} body={t('portal.check.withoutEvidenceBody')} gaps={withoutEvidence} />
      )}
      {withoutReason.length > 0 && (
        <GapList tone="attention" title={t('portal.check.withoutReason', { count: withoutReason.length })} body={t('portal.check.withoutReasonBody')} gaps={withoutReason} />
      )}
      {canSubmit && (
        <Section title={t('portal.check.attest')}>
          <p>{t('portal.check.attestBody', { vendor })}</p>
          <Form method="post" noValidate action={paths.portalCheck(id)} className="form">
            <Once again={refused} />
            <TextField field={field('name', { required: true })} autoComplete="name" />
            <TextField field={field('role', { required: true })} autoComplete="organization-title" />
            <Checkbox field={field('confirmed', { required: true })} label={t('portal.check.confirm', { vendor })} />
            <div className="btn-row">
              <SubmitButton disabledReason={blocked ? t('portal.check.blocked') : readOnly ? t('portal.preview.read_only') : undefined}>{t('portal.check.submit')}</SubmitButton>
            </div>
            <Note>
              <p>{t('portal.check.after')}</p>
            </Note>
          </Form>
        </Section>
      )}
    </main>
  )
}
