import { data, redirect } from '@remix-run/node'
import { Form, Link, useActionData, useLoaderData } from '@remix-run/react'
import { withAccount } from '#app/domain/context.server.ts'
import { SignInInput } from '#app/domain/identity/input.ts'
import { organisationExists } from '#app/domain/identity/queries.server.ts'
import { listPersonas } from '#app/domain/identity/sign-in-as.server.ts'
import { signIn } from '#app/domain/identity/sign-in.server.ts'
import { registrationIsOpen } from '#app/domain/organisations/register-organisation.server.ts'
import { atDoor, enterWith } from '#app/http/door.server.ts'
import { safeNext, takeFlash } from '#app/http/flash.server.ts'
import { parseForm } from '#app/http/forms.server.ts'
import { paths } from '#app/http/paths.ts'
import { translator } from '#app/i18n/index.ts'
import { nameIn } from '#app/i18n/own-name.ts'
import { useT } from '#app/i18n/use-t.tsx'
import { ErrorSummary } from '#app/ui/form/error-summary.tsx'
import { TextField } from '#app/ui/form/text-field.tsx'
import { useFields, type RefusedForm } from '#app/ui/form/use-fields.ts'
import { DoorFrame } from '#app/ui/frame/door-frame.tsx'
import { Icon } from '#app/ui/icon.tsx'
import { Note } from '#app/ui/page/note.tsx'
import { pageMeta } from '#app/ui/page/page-meta.ts'
import { SubmitButton } from '#app/ui/submit-button.tsx'

export const loader = atDoor(async ({ world, request, context }) => {
  const [known, isOpen] = await withAccount(world, (ctx) => Promise.all([organisationExists(ctx), registrationIsOpen(ctx)]))
  if (!known && isOpen) throw redirect(paths.signUp())
  const [groups, { flash, headers }] = await Promise.all([listPersonas(world), takeFlash(request)])
  const { locale } = context
  const personas = groups.map(({ orgId, people, contacts, ...organisation }) => ({
    orgId,
    organisation: nameIn(locale, organisation),
    people: people.map(({ userId, name, roles }) => ({ userId, name, roles })),
    contacts: contacts.map(({ contactId, name, status, vendor, vendorAlt }) => ({ contactId, name, status, vendor: nameIn(locale, { name: vendor, nameAlt: vendorAlt }) })),
  }))
  const next = safeNext(new URL(request.url).searchParams.get('next'), '/')
  return data({ title: translator(locale)('identity.sign_in.title'), personas, isOpen, next, flash }, { headers })
})

export const action = atDoor(async ({ world, form, device, cookie }) => {
  const { email, password } = parseForm(form, SignInInput)
  return enterWith(await signIn(world, { email, password, device, replaces: cookie }), safeNext(String(form.get('next') ?? ''), '/'))
})

export const meta = pageMeta

type Personas = ReturnType<typeof useLoaderData<typeof loader>>['personas']

export default function SignIn() {
  const t = useT()
  const { personas, isOpen, next, flash } = useLoaderData<typeof loader>()
  const refused = useActionData() as RefusedForm | undefined
  const { field, errors } = useFields(refused, { labels: { email: t('identity.email'), password: t('identity.password.label') } })
  const homeless = refused?.problem.key === 'identity.sign_in.no_organisation'
  return (
    <DoorFrame flash={flash}>
      <section>
        <h1>{t('identity.sign_in.title')}</h1>
        <p className="door-lede">{t('identity.sign_in.lede')}</p>
        {homeless ? (
          <Note tone="attention" role="alert" title={t('identity.sign_in.no_organisation')}>
            <p>{t('identity.sign_in.no_organisation_body')}</p>
          </Note>
        ) : (
          <ErrorSummary errors={errors} />
        )}
        <Form method="post" noValidate>
          <input type="hidden" name="next" value={next} />
          <TextField field={field('email', { required: true })} type="email" autoComplete="username" />
          <TextField field={field('password', { required: true })} type="password" autoComplete="current-password" />
          <SubmitButton>{t('identity.sign_in.action')}</SubmitButton>
          <p className="small">
            <Link to={paths.forgot()}>{t('identity.sign_in.forgot')}</Link>
          </p>
          {isOpen && (
            <p className="small">
              <Link to={paths.signUp()}>{t('identity.sign_in.register')}</Link>
            </p>
          )}
          <p className="small muted">{t('identity.sign_in.vendors')}</p>
        </Form>
      </section>
      {personas.map((group) => (
        <PersonaList key={group.orgId} group={group} next={next} />
      ))}
    </DoorFrame>
  )
}

function PersonaList({ group, next }: { group: Personas[number]; next: string }) {
  const t = useT()
  return (
    <section aria-labelledby={group.orgId}>
      <div className="door-title">
        <h2 id={group.orgId}>{t('identity.sign_in.personas')}</h2>
        <span className="small muted">{t('identity.sign_in.personas_of', { organisation: group.organisation })}</span>
      </div>
      <form method="post" action={paths.signInAs()} className="wide">
        <input type="hidden" name="orgId" value={group.orgId} />
        <input type="hidden" name="next" value={next} />
        <ul className="personas">
          {group.people.map(({ userId, name, roles }) => (
            <Persona key={userId} field="userId" value={userId} name={name} role={roles.map((role) => t(`identity.role.${role}`)).join(t.locale === 'en' ? ', ' : '、')}>
              {t.from(`identity.persona.${roles[0]}`)}
            </Persona>
          ))}
        </ul>
      </form>
      {group.contacts.length > 0 && (
        <form method="post" action={paths.signInAsVendor()} className="wide">
          <input type="hidden" name="orgId" value={group.orgId} />
          <ul className="personas more">
            {group.contacts.map(({ contactId, name, vendor, status }) => (
              <Persona key={contactId} field="contactId" value={contactId} name={name} role={t('identity.persona.vendor', { vendor })}>
                {t.from(`identity.persona.vendor_${status}`)}
              </Persona>
            ))}
          </ul>
        </form>
      )}
      <p className="small muted door-note">{t('identity.sign_in.personas_note')}</p>
    </section>
  )
}

function Persona({ field, value, name, role, children }: { field: string; value: string; name: string; role: string; children: string }) {
  const t = useT()
  return (
    <li>
      <button name={field} value={value}>
        <span>
          <span className="role">{role}</span> · {name}
        </span>
        <span className="desc">{children}</span>
        <span className="go">
          {t('identity.sign_in.enter')}
          <Icon name="right" />
        </span>
      </button>
    </li>
  )
}
