import { data } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { changePassword } from '#app/domain/identity/change-password.server.ts'
import { PasswordInput } from '#app/domain/identity/input.ts'
import { PASSWORD_CHARACTERS } from '#app/domain/identity/password.ts'
import { getUser } from '#app/domain/identity/queries.server.ts'
import { authed } from '#app/http/authed.server.ts'
import { memberCookie } from '#app/http/cookies.server.ts'
import { redirectWith } from '#app/http/flash.server.ts'
import { parseForm, type FormRefusal } from '#app/http/forms.server.ts'
import { paths } from '#app/http/paths.ts'
import { translator } from '#app/i18n/index.ts'
import { useT } from '#app/i18n/use-t.tsx'
import { ButtonLink } from '#app/ui/button.tsx'
import { ErrorSummary } from '#app/ui/form/error-summary.tsx'
import { Once } from '#app/ui/form/once.tsx'
import { TextField } from '#app/ui/form/text-field.tsx'
import { useFields } from '#app/ui/form/use-fields.ts'
import { pageMeta } from '#app/ui/page/page-meta.ts'
import { Section } from '#app/ui/page/section.tsx'
import { SubmitButton } from '#app/ui/submit-button.tsx'

export const loader = authed(async ({ ctx }) => {
  const { email } = await getUser(ctx, ctx.actor.userId)
  return { title: translator(ctx.locale)('identity.password.title'), email }
})

const WRONG: FormRefusal = {
  problem: { code: 'invalid', key: 'form.check', data: {}, fields: [{ field: 'currentPassword', key: 'identity.password.wrong' }] },
  values: {},
}

export const action = authed(async ({ ctx, form }) => {
  const { currentPassword: current, newPassword: next } = parseForm(form, PasswordInput)
  const cookie = await changePassword(ctx, { current, next, sessionId: ctx.sessionId })
  if (cookie === undefined) return data(WRONG, 400)
  const headers = new Headers({ 'Set-Cookie': await memberCookie().serialize(cookie) })
  return redirectWith(paths.settings('account'), { kind: 'done', key: 'identity.password.changed' }, headers)
})

export const meta = pageMeta

export default function Password() {
  const t = useT()
  const { email } = useLoaderData<typeof loader>()
  const labels = { currentPassword: t('identity.password.current'), newPassword: t('identity.password.next') }
  const { field, errors } = useFields(useActionData<typeof action>(), { labels })
  return (
    <Section title={t('identity.password.title')}>
      <p className="muted">{t('identity.password.note')}</p>
      <ErrorSummary errors={errors} />
      <Form method="post" className="form" noValidate>
        <Once again={errors} />
        <input type="email" name="username" autoComplete="username" value={email} readOnly hidden />
        <TextField field={field('currentPassword', { required: true })} type="password" autoComplete="current-password" />
        <TextField
          field={field('newPassword', { required: true })}
          hint={t('identity.password.hint', { min: PASSWORD_CHARACTERS.min })}
          type="password"
          autoComplete="new-password"
        />
        <div className="btn-row">
          <SubmitButton>{t('common.action.save')}</SubmitButton>
          <ButtonLink to={paths.settings('account')}>{t('common.action.cancel')}</ButtonLink>
        </div>
      </Form>
    </Section>
  )
}
