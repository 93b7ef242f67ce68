import { Form, useActionData, useLoaderData, useRouteLoaderData } from '@remix-run/react'
import { handSection } from '#app/domain/assessments/hand-section.server.ts'
import { HandInput, recipientChoice } from '#app/domain/assessments/input.ts'
import { Problem } from '#app/domain/errors.ts'
import { loadAnswering } from '#app/domain/portal/answering.server.ts'
import { taskList } from '#app/domain/portal/page-data.server.ts'
import { listColleagues } from '#app/domain/portal/queries.server.ts'
import { parseForm } from '#app/http/forms.server.ts'
import { paths } from '#app/http/paths.ts'
import { vendorAuthed } from '#app/http/vendor-authed.server.ts'
import { LOCALES } from '#app/i18n/locale.ts'
import { translator } from '#app/i18n/index.ts'
import { useT } from '#app/i18n/use-t.tsx'
import { ButtonLink } from '#app/ui/button.tsx'
import { CopyField } from '#app/ui/copy-field.tsx'
import { ErrorSummary } from '#app/ui/form/error-summary.tsx'
import { Once } from '#app/ui/form/once.tsx'
import { Select } from '#app/ui/form/select.tsx'
import { TextField } from '#app/ui/form/text-field.tsx'
import { useFields } from '#app/ui/form/use-fields.ts'
import { PageHeader } from '#app/ui/page/page-header.tsx'
import { pageMeta } from '#app/ui/page/page-meta.ts'
import { Status } from '#app/ui/risk/status.tsx'
import { SubmitButton } from '#app/ui/submit-button.tsx'
import type { loader as frame } from './portal.tsx'

export const loader = vendorAuthed(async ({ ctx, params }) => {
  const answering = await loadAnswering(ctx, params.assessmentId!)
  const task = (await taskList(ctx, answering)).find(({ id }) => id === params.section)
  if (!task) throw new Problem('not-found', 'errors.not_found')
  const colleagues = (await listColleagues(ctx)).filter(({ id }) => id !== ctx.contact.id)
  return { title: translator(ctx.locale)('portal.hand.title'), id: answering.assessment.id, task, colleagues, language: ctx.contact.language }
})

/** The link is shown once, so the answer is the page itself. */
export const action = vendorAuthed(async ({ ctx, form, params }) => {
  const to = recipientChoice(parseForm(form, HandInput))
  const { colleague, link } = await handSection(ctx, { assessmentId: params.assessmentId!, section: params.section!, to })
  return { handed: { name: colleague.name, link } }
})

export const meta = pageMeta

export default function PortalHand() {
  const t = useT()
  const { id, task, colleagues, language } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const readOnly = useRouteLoaderData<typeof frame>('routes/portal')?.isReadOnly ?? true
  const handed = answer && 'handed' in answer ? answer.handed : undefined
  const labels = {
    contactId: t('portal.hand.to'),
    name: t('portal.colleagues.name'),
    email: t('portal.hand.email'),
    language: t('portal.hand.language'),
  }
  const { field, errors } = useFields(handed ? undefined : answer, { initial: { language, contactId: colleagues[0]?.id ?? '' }, labels })
  return (
    <main id="main" className="portal-page" tabIndex={-1}>
      <PageHeader title={t('portal.hand.title')} lede={`${task.label} · ${t('portal.hand.lede')}`} />
      {handed ? (
        <div className="form">
          <Status mark="ok">{t('portal.hand.done', { name: handed.name })}</Status>
          <CopyField label={t('portal.hand.link', { name: handed.name })} text={handed.link} />
          <div className="btn-row">
            <ButtonLink kind="main" to={paths.portalAssessment(id)}>
              {t('portal.tasks.overview')}
            </ButtonLink>
          </div>
        </div>
      ) : (
        <>
          <ErrorSummary errors={errors} />
          <Form method="post" className="form" noValidate>
            <Once again={answer} />
            <Select
              field={field('contactId')}
              placeholder={t('portal.hand.new')}
              options={colleagues.map((each) => ({ value: each.id, label: each.name }))}
            />
            <div className="somebody-new form">
              <TextField field={field('name')} autoComplete="off" />
              <TextField field={field('email')} type="email" autoComplete="off" />
              <Select field={field('language')} placeholder={false} options={LOCALES.map((value) => ({ value, label: t(`common.language.${value}`) }))} />
            </div>
            <div className="btn-row">
              <SubmitButton disabledReason={readOnly ? t('portal.preview.read_only') : undefined}>{t('portal.hand.send')}</SubmitButton>
            </div>
          </Form>
        </>
      )}
    </main>
  )
}
