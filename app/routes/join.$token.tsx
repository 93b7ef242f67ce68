import { data } from '@remix-run/node'
import { Form, Link, useActionData, useLoaderData } from '@remix-run/react'
import { acceptInvitation, openInvitation } from '#app/domain/identity/accept-invitation.server.ts'
import { JoinInput } from '#app/domain/identity/input.ts'
import { PASSWORD_CHARACTERS } from '#app/domain/identity/password.ts'
import { atDoor, enterWith } from '#app/http/door.server.ts'
import { parseForm } from '#app/http/forms.server.ts'
import { paths } from '#app/http/paths.ts'
import { list } from '#app/i18n/format.ts'
import { translator } from '#app/i18n/index.ts'
import { nameIn } from '#app/i18n/own-name.ts'
import { useT } from '#app/i18n/use-t.tsx'
import { ErrorSummary } from '#app/ui/form/error-summary.tsx'
import { formField } from '#app/ui/form/form-field.ts'
import { TextField } from '#app/ui/form/text-field.tsx'
import { useFields } from '#app/ui/form/use-fields.ts'
import { DoorFrame } from '#app/ui/frame/door-frame.tsx'
import { Note } from '#app/ui/page/note.tsx'
import { pageMeta } from '#app/ui/page/page-meta.ts'
import { SubmitButton } from '#app/ui/submit-button.tsx'

const STATUS = { open: 200, accepted: 410, revoked: 410, expired: 410, unknown: 404 }

/** Shows what the invitation is; nothing is spent by looking. */
export const loader = atDoor(async ({ world, context: { locale }, params }) => {
  const t = translator(locale)
  const opened = await openInvitation(world, params.token ?? '')
  if (!opened) return data({ title: t('identity.invitation.is_unknown'), state: 'unknown' as const, organisation: '', invitedBy: '' }, { status: STATUS.unknown })
  const { state, invitedBy, invitation, user } = opened
  const organisation = nameIn(locale, opened.organisation)
  if (state !== 'open') return data({ title: t(`identity.invitation.is_${state}`), state, organisation, invitedBy }, { status: STATUS[state] })
  return data({
    title: t('identity.join.title', { organisation }),
    state,
    organisation,
    invitedBy,
    email: invitation.email,
    name: invitation.name,
    roles: list(invitation.roles.map((role) => t(`identity.role.${role}`)), locale),
    account: !user ? ('none' as const) : user.passwordHash === null ? ('without_password' as const) : ('known' as const),
  })
})

export const action = atDoor(async ({ world, form, params, device, cookie }) =>
  enterWith(await acceptInvitation(world, { ...parseForm(form, JoinInput), token: params.token ?? '', device, replaces: cookie }), '/'),
)

export const meta = pageMeta

export default function Join() {
  const t = useT()
  const { title, state, organisation, invitedBy } = useLoaderData<typeof loader>()
  return (
    <DoorFrame>
      <section>
        <h1>{title}</h1>
        {state === 'open' ? (
          <Accept />
        ) : (
          <>
            <p className="door-lede">{t(`identity.invitation.is_${state}_body`, { organisation, invitedBy })}</p>
            <Link className="btn btn-main" to={paths.signIn()}>
              {t('identity.sign_in.title')}
            </Link>
          </>
        )}
      </section>
    </DoorFrame>
  )
}

function Accept() {
  const t = useT()
  const loaded = useLoaderData<typeof loader>()
  const labels = { name: t('identity.name'), password: t('identity.password.label') }
  const { field, errors } = useFields(useActionData<typeof action>(), { initial: 'name' in loaded ? { name: loaded.name } : {}, labels })
  if (!('email' in loaded)) return null
  const { invitedBy, roles, email, account } = loaded
  const isNew = account === 'none'
  return (
    <>
      <p className="door-lede">{t('identity.join.lede', { invitedBy, roles })}</p>
      {account === 'without_password' ? (
        <Note tone="attention" title={t('identity.join.password_first')} actions={<Link className="btn" to={paths.forgot()}>{t('identity.join.password_first_action')}</Link>} />
      ) : (
        <>
          <ErrorSummary errors={errors} />
          <Form method="post" noValidate>
            <p className="muted">{t(isNew ? 'identity.join.fresh' : 'identity.join.known')}</p>
            <TextField field={formField('email', { label: t('identity.email'), defaultValue: email })} type="email" autoComplete="username" readOnly />
            {isNew && <TextField field={field('name', { required: true, maxLength: 120 })} autoComplete="name" />}
            <TextField
              field={field('password', { required: true })}
              hint={isNew ? t('identity.password.hint', { min: PASSWORD_CHARACTERS.min }) : undefined}
              type="password"
              autoComplete={isNew ? 'new-password' : 'current-password'}
            />
            <SubmitButton>{t('identity.join.action')}</SubmitButton>
          </Form>
        </>
      )}
    </>
  )
}
