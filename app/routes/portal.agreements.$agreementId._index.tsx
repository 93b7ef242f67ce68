import { Form, useActionData, useLoaderData, useRouteLoaderData } from '@remix-run/react'
import { SigningInput } from '#app/domain/agreements/input.ts'
import { readPortalAgreement } from '#app/domain/agreements/portal-agreement.server.ts'
import { signAgreement } from '#app/domain/agreements/sign-agreement.server.ts'
import { redirectWith } from '#app/http/flash.server.ts'
import { parseForm } from '#app/http/forms.server.ts'
import { paths } from '#app/http/paths.ts'
import { vendorAuthed } from '#app/http/vendor-authed.server.ts'
import { translator } from '#app/i18n/index.ts'
import { nameIn } from '#app/i18n/own-name.ts'
import { useT } from '#app/i18n/use-t.tsx'
import { AgreementText } from '#app/ui/agreement/agreement-text.tsx'
import { DownloadLink } from '#app/ui/agreement/download-link.tsx'
import { SigningFields } from '#app/ui/agreement/signing-fields.tsx'
import { ButtonLink } from '#app/ui/button.tsx'
import { ErrorSummary } from '#app/ui/form/error-summary.tsx'
import { Once } from '#app/ui/form/once.tsx'
import { useFields } from '#app/ui/form/use-fields.ts'
import { PageHeader } from '#app/ui/page/page-header.tsx'
import { pageMeta } from '#app/ui/page/page-meta.ts'
import { Section } from '#app/ui/page/section.tsx'
import { AgreementFacts, AgreementState, PortalSignatures } from '#app/ui/portal/agreement-facts.tsx'
import { SubmitButton } from '#app/ui/submit-button.tsx'
import type { loader as frame } from './portal.tsx'

export const loader = vendorAuthed(async ({ ctx, params }) => {
  const agreement = await readPortalAgreement(ctx, params.agreementId!)
  return {
    title: translator(ctx.locale)('portal.agreement.named', { number: agreement.number }),
    agreement,
    organisation: nameIn(ctx.locale, ctx.organisation),
    vendor: nameIn(ctx.locale, ctx.vendor),
    zone: ctx.contact.zone,
    signer: { name: ctx.contact.name, role: ctx.contact.title ?? '' },
  }
})

export const action = vendorAuthed(async ({ ctx, params, form, context }) => {
  const { name, role, digest } = parseForm(form, SigningInput)
  const { id, status } = await signAgreement(ctx, params.agreementId!, { name, role, digest, ip: context.ip })
  return redirectWith(paths.portalAgreement(id), { kind: 'done', key: status === 'partially_signed' ? 'portal.agreement.done' : 'portal.agreement.doneBoth' })
})

export const meta = pageMeta

export default function PortalAgreement() {
  const t = useT()
  const { agreement, organisation, vendor, zone, title } = useLoaderData<typeof loader>()
  return (
    <main id="main" className="wrap portal-page" tabIndex={-1}>
      <PageHeader
        title={title}
        lede={agreement.isWaiting ? t('portal.agreement.lede', { organisation, vendor, service: agreement.service }) : undefined}
        actions={<DownloadLink to={paths.portalAgreementPdf(agreement.id, 'both')}>{t('portal.agreement.pdf')}</DownloadLink>}
      />
      <AgreementState agreement={agreement} organisation={organisation} zone={zone} />
      <Section title={t('portal.agreement.facts')}>
        <AgreementFacts agreement={agreement} organisation={organisation} />
      </Section>
      {agreement.isWaiting ? <Signing /> : <PortalSignatures agreement={agreement} zone={zone} />}
      <Section title={t('portal.agreement.text')} id="text">
        <AgreementText sections={agreement.sections} schedules={agreement.schedules} words={{ schedules: t('portal.agreement.schedules'), empty: t('portal.agreement.empty') }} />
      </Section>
    </main>
  )
}

function Signing() {
  const t = useT()
  const { agreement, vendor, signer } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  const isReadOnly = useRouteLoaderData<typeof frame>('routes/portal')?.isReadOnly ?? true
  const labels = { name: t('portal.agreement.name'), role: t('portal.agreement.role'), consent: t('portal.agreement.statement') }
  const { field, errors } = useFields(refused, { initial: signer, labels })
  return (
    <Section title={t('portal.agreement.sign')} id="sign">
      <p>
        {t('portal.agreement.signLede')} <a href="#text">{t('portal.agreement.read')}</a>
      </p>
      <ErrorSummary errors={errors} />
      <Form method="post" noValidate action={`${paths.portalAgreement(agreement.id)}?index`} className="form">
        <Once again={refused} />
        <SigningFields
          field={field}
          digest={agreement.digest}
          words={{
            digest: t('portal.agreement.digest'), digestHint: t('portal.agreement.digestHint'), roleHint: t('portal.agreement.roleHint'), authority: t('portal.agreement.authority', { vendor }),
          }}
        />
        <div className="btn-row">
          <SubmitButton disabledReason={isReadOnly ? t('portal.preview.read_only') : undefined}>{t('portal.agreement.submit')}</SubmitButton>
          <ButtonLink kind="plain" to={paths.portalDecline(agreement.id)}>
            {t('portal.agreement.decline')}
          </ButtonLink>
        </div>
      </Form>
    </Section>
  )
}
