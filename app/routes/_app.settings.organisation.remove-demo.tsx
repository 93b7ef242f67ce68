import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { Problem } from '#app/domain/errors.ts'
import { can } from '#app/domain/identity/actor.ts'
import { eraseDemoOrganisation } from '#app/domain/organisations/erase-demo-organisation.server.ts'
import { RemoveDemoInput } from '#app/domain/organisations/input.ts'
import { authed } from '#app/http/authed.server.ts'
import { forgetSession } from '#app/http/door.server.ts'
import { redirectWith } from '#app/http/flash.server.ts'
import { parseForm } from '#app/http/forms.server.ts'
import { paths } from '#app/http/paths.ts'
import { translator } from '#app/i18n/index.ts'
import { nameIn } from '#app/i18n/own-name.ts'
import { useT } from '#app/i18n/use-t.tsx'
import { ButtonLink } from '#app/ui/button.tsx'
import { Checkbox } from '#app/ui/form/checkbox.tsx'
import { ErrorSummary } from '#app/ui/form/error-summary.tsx'
import { Once } from '#app/ui/form/once.tsx'
import { useFields } from '#app/ui/form/use-fields.ts'
import { pageMeta } from '#app/ui/page/page-meta.ts'
import { Section } from '#app/ui/page/section.tsx'
import { SubmitButton } from '#app/ui/submit-button.tsx'

export const loader = authed(async ({ ctx }) => {
  if (!ctx.organisation.isDemo || !can(ctx.actor, 'organisation.remove_demo')) throw new Problem('not-found', 'errors.not_found')
  return { title: translator(ctx.locale)('settings.demo.title'), organisation: nameIn(ctx.locale, ctx.organisation) }
})

export const action = authed(async ({ ctx, form }) => {
  parseForm(form, RemoveDemoInput)
  await eraseDemoOrganisation(ctx)
  return redirectWith(paths.signIn(), { kind: 'done', key: 'settings.demo.done' }, new Headers({ 'Set-Cookie': await forgetSession() }))
})

export const meta = pageMeta

export default function RemoveDemo() {
  const t = useT()
  const { organisation } = useLoaderData<typeof loader>()
  const { field, errors } = useFields(useActionData<typeof action>(), { labels: { sure: t('settings.demo.tick') } })
  return (
    <Section title={t('settings.demo.title')}>
      <p className="strong">{t('settings.demo.confirm', { organisation })}</p>
      <p className="muted">{t('settings.demo.lede')}</p>
      <ErrorSummary errors={errors} />
      <Form method="post" className="form" noValidate>
        <Once />
        <Checkbox field={field('sure')} />
        <div className="btn-row">
          <SubmitButton kind="law">{t('settings.demo.action')}</SubmitButton>
          <ButtonLink to={paths.settings('organisation')}>{t('common.action.cancel')}</ButtonLink>
        </div>
      </Form>
    </Section>
  )
}
