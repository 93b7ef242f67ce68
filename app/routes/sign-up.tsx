import { data } from '@remix-run/node'
import { Form, Link, useActionData, useLoaderData } from '@remix-run/react'
import { withAccount } from '#app/domain/context.server.ts'
import { PASSWORD_CHARACTERS } from '#app/domain/identity/password.ts'
import { organisationExists } from '#app/domain/identity/queries.server.ts'
import { RegisterInput } from '#app/domain/organisations/input.ts'
import { registerOrganisation, registrationIsOpen } from '#app/domain/organisations/register-organisation.server.ts'
import { atDoor, enterWith } from '#app/http/door.server.ts'
import { takeFlash } from '#app/http/flash.server.ts'
import { parseForm } from '#app/http/forms.server.ts'
import { paths } from '#app/http/paths.ts'
import { countryOptions } from '#app/i18n/countries.ts'
import { translator } from '#app/i18n/index.ts'
import { useT } from '#app/i18n/use-t.tsx'
import { zoneOptions } from '#app/i18n/zone-options.ts'
import { newId } from '#app/platform/ids.server.ts'
import { ErrorSummary } from '#app/ui/form/error-summary.tsx'
import { TextField } from '#app/ui/form/text-field.tsx'
import { useFields } from '#app/ui/form/use-fields.ts'
import { DoorFrame } from '#app/ui/frame/door-frame.tsx'
import { OrganisationFields, organisationLabels, ResponsibleUnitFields } from '#app/ui/organisation/organisation-fields.tsx'
import { pageMeta } from '#app/ui/page/page-meta.ts'
import { SubmitButton } from '#app/ui/submit-button.tsx'

export const loader = atDoor(async ({ world, request, context: { locale, now } }) => {
  const [isOpen, known] = await withAccount(world, (ctx) => Promise.all([registrationIsOpen(ctx), organisationExists(ctx)]))
  const title = translator(locale)('organisations.register.title')
  const { flash, headers } = await takeFlash(request)
  return data({ title, isOpen, isFirst: !known, once: newId(), countries: countryOptions(locale), zones: zoneOptions(locale, now), flash }, { headers })
})

export const action = atDoor(async ({ world, form, device, cookie }) =>
  enterWith(await registerOrganisation(world, { input: parseForm(form, RegisterInput), device, replaces: cookie }), '/'),
)

export const meta = pageMeta

export default function SignUp() {
  const { isOpen, flash } = useLoaderData<typeof loader>()
  return (
    <DoorFrame flash={flash}>
      <section>{isOpen ? <Registration /> : <Closed />}</section>
    </DoorFrame>
  )
}

function Registration() {
  const t = useT()
  const { once, isFirst, countries, zones } = useLoaderData<typeof loader>()
  const { field, errors } = useFields(useActionData<typeof action>(), {
    initial: { country: 'CN', zone: 'Asia/Shanghai', language: t.locale },
    labels: { ...organisationLabels(t), adminName: t('identity.name'), adminEmail: t('identity.email'), password: t('identity.password.label') },
  })
  return (
    <>
      <h1>{t('organisations.register.title')}</h1>
      <p className="door-lede">{t(isFirst ? 'organisations.register.first' : 'organisations.register.lede')}</p>
      <ErrorSummary errors={errors} />
      <Form method="post" noValidate>
        <input type="hidden" name="once" value={once} />
        <h2>{t('organisations.form.organisation')}</h2>
        <OrganisationFields field={field} countries={countries} zones={zones} />
        <h2>{t('organisations.form.unit')}</h2>
        <ResponsibleUnitFields field={field} isDoor />
        <h2>{t('organisations.form.you')}</h2>
        <TextField field={field('adminName', { required: true, maxLength: 120 })} autoComplete="name" />
        <TextField field={field('adminEmail', { required: true, maxLength: 254 })} type="email" autoComplete="username" />
        <TextField
          field={field('password', { required: true })}
          hint={t('identity.password.hint', { min: PASSWORD_CHARACTERS.min })}
          type="password"
          autoComplete="new-password"
        />
        <SubmitButton>{t('organisations.register.action')}</SubmitButton>
        {!isFirst && (
          <p className="small">
            <Link to={paths.signIn()}>{t('organisations.register.sign_in')}</Link>
          </p>
        )}
      </Form>
    </>
  )
}

function Closed() {
  const t = useT()
  return (
    <>
      <h1>{t('organisations.register.closed_title')}</h1>
      <p className="door-lede">{t('organisations.register.closed_body')}</p>
      <Link className="btn btn-main" to={paths.signIn()}>
        {t('identity.sign_in.title')}
      </Link>
    </>
  )
}
