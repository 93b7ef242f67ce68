import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { AccountInput } from '#app/domain/identity/input.ts'
import { getUser } from '#app/domain/identity/queries.server.ts'
import { updateAccount } from '#app/domain/identity/update-account.server.ts'
import { authed } from '#app/http/authed.server.ts'
import { localeCookie } from '#app/http/cookies.server.ts'
import { redirectWith } from '#app/http/flash.server.ts'
import { parseForm } from '#app/http/forms.server.ts'
import { paths } from '#app/http/paths.ts'
import { translator } from '#app/i18n/index.ts'
import { useT } from '#app/i18n/use-t.tsx'
import { ButtonLink } from '#app/ui/button.tsx'
import { ErrorSummary } from '#app/ui/form/error-summary.tsx'
import { Once } from '#app/ui/form/once.tsx'
import { TextField } from '#app/ui/form/text-field.tsx'
import { useFields } from '#app/ui/form/use-fields.ts'
import { LanguageSelect } from '#app/ui/organisation/organisation-fields.tsx'
import { pageMeta } from '#app/ui/page/page-meta.ts'
import { Section } from '#app/ui/page/section.tsx'
import { SubmitButton } from '#app/ui/submit-button.tsx'

export const loader = authed(async ({ ctx }) => {
  const { name, email, language } = await getUser(ctx, ctx.actor.userId)
  return { title: translator(ctx.locale)('settings.tab.account'), name, email, language }
})

export const action = authed(async ({ ctx, form }) => {
  const { language } = await updateAccount(ctx, parseForm(form, AccountInput))
  const headers = new Headers({ 'Set-Cookie': await localeCookie().serialize(language) })
  return redirectWith(paths.settings('account'), { kind: 'done', key: 'settings.account.saved' }, headers)
})

export const meta = pageMeta

export default function Account() {
  const t = useT()
  const { name, email, language } = useLoaderData<typeof loader>()
  const labels = { name: t('identity.name'), language: t('settings.account.language') }
  const { field, errors } = useFields(useActionData<typeof action>(), { initial: { name, language }, labels })
  return (
    <Section title={t('settings.tab.account')} aside={email}>
      <p className="muted">{t('settings.account.lede')}</p>
      <ErrorSummary errors={errors} />
      <Form method="post" className="form" noValidate reloadDocument>
        <Once />
        <TextField field={field('name', { required: true, maxLength: 120 })} autoComplete="name" />
        <LanguageSelect field={field('language', { required: true })} hint={t('settings.account.theme')} />
        <div className="btn-row">
          <SubmitButton>{t('common.action.save')}</SubmitButton>
          <ButtonLink to={paths.settings('account/password')}>{t('settings.account.password')}</ButtonLink>
        </div>
      </Form>
    </Section>
  )
}
