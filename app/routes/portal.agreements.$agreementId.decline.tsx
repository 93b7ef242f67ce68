import { Form, useActionData, useLoaderData, useRouteLoaderData } from '@remix-run/react'
import { declineAgreement } from '#app/domain/agreements/decline-agreement.server.ts'
import { ReasonInput } from '#app/domain/agreements/input.ts'
import { readPortalAgreement } from '#app/domain/agreements/portal-agreement.server.ts'
import { redirectWith } from '#app/http/flash.server.ts'
import { parseForm } from '#app/http/forms.server.ts'
import { paths } from '#app/http/paths.ts'
import { vendorAuthed } from '#app/http/vendor-authed.server.ts'
import { translator } from '#app/i18n/index.ts'
import { nameIn } from '#app/i18n/own-name.ts'
import { useT } from '#app/i18n/use-t.tsx'
import { ButtonLink } from '#app/ui/button.tsx'
import { ErrorSummary } from '#app/ui/form/error-summary.tsx'
import { Once } from '#app/ui/form/once.tsx'
import { TextArea } from '#app/ui/form/text-area.tsx'
import { useFields } from '#app/ui/form/use-fields.ts'
import { PageHeader } from '#app/ui/page/page-header.tsx'
import { pageMeta } from '#app/ui/page/page-meta.ts'
import { SubmitButton } from '#app/ui/submit-button.tsx'
import type { loader as frame } from './portal.tsx'

export const loader = vendorAuthed(async ({ ctx, params }) => {
  const { id } = await readPortalAgreement(ctx, params.agreementId!)
  return { id, title: translator(ctx.locale)('portal.agreement.declineTitle', { organisation: nameIn(ctx.locale, ctx.organisation) }) }
})

export const action = vendorAuthed(async ({ ctx, params, form }) => {
  const { id } = await declineAgreement(ctx, params.agreementId!, parseForm(form, ReasonInput))
  return redirectWith(paths.portalAgreement(id), { kind: 'done', key: 'portal.agreement.declineDone' })
})

export const meta = pageMeta

export default function DeclineAgreement() {
  const t = useT()
  const { id, title } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  const isReadOnly = useRouteLoaderData<typeof frame>('routes/portal')?.isReadOnly ?? true
  const { field, errors } = useFields(refused, { labels: { reason: t('portal.agreement.reason') } })
  return (
    <main id="main" className="wrap portal-page" tabIndex={-1}>
      <PageHeader title={title} lede={t('portal.agreement.declineLede')} />
      <ErrorSummary errors={errors} />
      <Form method="post" className="form" noValidate>
        <Once again={refused} />
        <TextArea field={field('reason', { required: true })} hint={t('portal.agreement.reasonHint')} />
        <div className="btn-row">
          <SubmitButton disabledReason={isReadOnly ? t('portal.preview.read_only') : undefined}>{t('portal.agreement.declineSubmit')}</SubmitButton>
          <ButtonLink kind="plain" to={paths.portalAgreement(id)}>
            {t('common.action.cancel')}
          </ButtonLink>
        </div>
      </Form>
    </main>
  )
}
