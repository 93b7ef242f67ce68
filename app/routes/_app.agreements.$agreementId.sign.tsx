import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { agreementCan } from '#app/domain/agreements/agreement.ts'
import { SigningInput } from '#app/domain/agreements/input.ts'
import { readAgreement } from '#app/domain/agreements/read-agreement.server.ts'
import { signAgreement } from '#app/domain/agreements/sign-agreement.server.ts'
import { requirePermission } from '#app/domain/context.server.ts'
import { authed } from '#app/http/authed.server.ts'
import { redirectWith } from '#app/http/flash.server.ts'
import { parseForm } from '#app/http/forms.server.ts'
import { paths } from '#app/http/paths.ts'
import { translator } from '#app/i18n/index.ts'
import { nameIn } from '#app/i18n/own-name.ts'
import { useT } from '#app/i18n/use-t.tsx'
import { AgreementText } from '#app/ui/agreement/agreement-text.tsx'
import { SigningFields } from '#app/ui/agreement/signing-fields.tsx'
import { ButtonLink } from '#app/ui/button.tsx'
import { ErrorSummary } from '#app/ui/form/error-summary.tsx'
import { Once } from '#app/ui/form/once.tsx'
import { useFields } from '#app/ui/form/use-fields.ts'
import { Note } from '#app/ui/page/note.tsx'
import { PageHeader } from '#app/ui/page/page-header.tsx'
import { pageMeta } from '#app/ui/page/page-meta.ts'
import { Section } from '#app/ui/page/section.tsx'
import { SubmitButton } from '#app/ui/submit-button.tsx'

export const loader = authed(async ({ ctx, params }) => {
  requirePermission(ctx, 'agreement.sign')
  const { agreement, sections, schedules, signatures } = await readAgreement(ctx, params.agreementId!)
  const canSign = agreementCan('sign', agreement) && !signatures.some(({ party }) => party === 'company')
  return { title: translator(ctx.locale)('agreements.verb.sign'), id: agreement.id, number: agreement.number, digest: agreement.digest ?? '', sections, schedules, canSign, name: ctx.actor.name, party: nameIn(ctx.locale, ctx.organisation) }
})

export const action = authed(async ({ ctx, params, form, context }) => {
  const { name, role, digest } = parseForm(form, SigningInput)
  const { id, status } = await signAgreement(ctx, params.agreementId!, { name, role, digest, ip: context.ip })
  const key = status === 'active' ? 'agreements.done.active' : status === 'signed' ? 'agreements.done.signedBoth' : 'agreements.done.sign'
  return redirectWith(paths.agreement(id), { kind: 'done', key })
})

export const meta = pageMeta

export default function SignAgreement() {
  const t = useT()
  const { id, number, digest, sections, schedules, canSign, name, party } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  const labels = { name: t('agreements.sign.name'), role: t('agreements.signatures.role'), consent: t('agreements.sign.statement') }
  const { field, errors } = useFields(refused, { initial: { name }, labels })
  return (
    <>
      <PageHeader title={t('agreements.sign.title', { number })} lede={t('agreements.sign.lede', { party })} />
      <ErrorSummary errors={errors} />
      {canSign ? (
        <Form method="post" className="form" noValidate>
          <Once again={refused} />
          <SigningFields
            field={field}
            digest={digest}
            words={{
              digest: t('agreements.sign.digest'), digestHint: t('agreements.sign.digestHint'), roleHint: t('agreements.sign.roleHint'), authority: t('agreements.sign.authority', { party }),
            }}
          />
          <div className="btn-row">
            <SubmitButton>{t('agreements.sign.submit')}</SubmitButton>
            <ButtonLink kind="plain" to={paths.agreement(id)}>
              {t('common.action.cancel')}
            </ButtonLink>
          </div>
        </Form>
      ) : (
        <Note tone="attention" actions={<ButtonLink to={paths.agreement(id)}>{t('common.action.back')}</ButtonLink>}>
          <p>{t('agreements.sign.notNow')}</p>
        </Note>
      )}
      <Section title={t('agreements.text.title')} id="text">
        <AgreementText sections={sections} schedules={schedules} words={{ schedules: t('agreements.text.schedules'), empty: t('agreements.text.empty') }} />
      </Section>
    </>
  )
}
