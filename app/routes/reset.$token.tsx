import { data } from '@remix-run/node'
import { Form, Link, useActionData, useLoaderData } from '@remix-run/react'
import { ResetInput } from '#app/domain/identity/input.ts'
import { PASSWORD_CHARACTERS } from '#app/domain/identity/password.ts'
import { findReset, resetPassword } from '#app/domain/identity/reset-password.server.ts'
import { atDoor, forgetSession } from '#app/http/door.server.ts'
import { redirectWith } from '#app/http/flash.server.ts'
import { parseForm } from '#app/http/forms.server.ts'
import { paths } from '#app/http/paths.ts'
import { translator } from '#app/i18n/index.ts'
import { useT } from '#app/i18n/use-t.tsx'
import { ErrorSummary } from '#app/ui/form/error-summary.tsx'
import { TextField } from '#app/ui/form/text-field.tsx'
import { useFields } from '#app/ui/form/use-fields.ts'
import { DoorFrame } from '#app/ui/frame/door-frame.tsx'
import { pageMeta } from '#app/ui/page/page-meta.ts'
import { SubmitButton } from '#app/ui/submit-button.tsx'

const STATUS = { open: 200, used: 410, expired: 410, unknown: 404 }

/** Shows what the link is; nothing is spent by looking. */
export const loader = atDoor(async ({ world, context, params }) => {
  const found = await findReset(world, params.token ?? '')
  const state: keyof typeof STATUS = found?.state ?? 'unknown'
  const title = translator(context.locale)(state === 'open' ? 'identity.reset.title' : `identity.reset.is_${state}`)
  return data({ title, state, name: state === 'open' ? found?.user.name : undefined, email: state === 'open' ? found?.user.email : undefined }, { status: STATUS[state] })
})

export const action = atDoor(async ({ world, form, params }) => {
  await resetPassword(world, { ...parseForm(form, ResetInput), token: params.token ?? '' })
  return redirectWith(paths.signIn(), { kind: 'done', key: 'identity.reset.done' }, new Headers({ 'Set-Cookie': await forgetSession() }))
})

export const meta = pageMeta

export default function Reset() {
  const t = useT()
  const { title, state, name = '', email } = useLoaderData<typeof loader>()
  const { field, errors } = useFields(useActionData<typeof action>(), { labels: { password: t('identity.password.next') } })
  return (
    <DoorFrame>
      <section>
        <h1>{title}</h1>
        {state === 'open' ? (
          <>
            <p className="door-lede">{t('identity.reset.lede', { name })}</p>
            <ErrorSummary errors={errors} />
            <Form method="post" noValidate>
              <input type="email" name="username" autoComplete="username" value={email} readOnly hidden />
              <TextField
                field={field('password', { required: true })}
                hint={t('identity.password.hint', { min: PASSWORD_CHARACTERS.min })}
                type="password"
                autoComplete="new-password"
              />
              <SubmitButton>{t('identity.reset.action')}</SubmitButton>
            </Form>
          </>
        ) : (
          <>
            <p className="door-lede">{t(`identity.reset.is_${state}_body`)}</p>
            <div className="btn-row">
              <Link className="btn btn-main" to={paths.forgot()}>
                {t('identity.reset.again')}
              </Link>
              <Link className="btn" to={paths.signIn()}>
                {t('identity.sign_in.title')}
              </Link>
            </div>
          </>
        )}
      </section>
    </DoorFrame>
  )
}
