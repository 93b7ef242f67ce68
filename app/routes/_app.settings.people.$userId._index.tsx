import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { Problem } from '#app/domain/errors.ts'
import { can } from '#app/domain/identity/actor.ts'
import { MemberInput } from '#app/domain/organisations/input.ts'
import { getMember } from '#app/domain/organisations/queries.server.ts'
import { updateMember } from '#app/domain/organisations/update-member.server.ts'
import { authed } from '#app/http/authed.server.ts'
import { redirectWith } from '#app/http/flash.server.ts'
import { parseForm } from '#app/http/forms.server.ts'
import { asId } from '#app/http/params.ts'
import { paths } from '#app/http/paths.ts'
import { translator } from '#app/i18n/index.ts'
import { nameIn } from '#app/i18n/own-name.ts'
import { useT } from '#app/i18n/use-t.tsx'
import { ConfirmDialog } from '#app/ui/aria/confirm-dialog.tsx'
import { ButtonLink } from '#app/ui/button.tsx'
import { ErrorSummary } from '#app/ui/form/error-summary.tsx'
import { Once } from '#app/ui/form/once.tsx'
import { useFields } from '#app/ui/form/use-fields.ts'
import { RoleChoice } from '#app/ui/organisation/role-choice.tsx'
import { pageMeta } from '#app/ui/page/page-meta.ts'
import { Section } from '#app/ui/page/section.tsx'
import { SubmitButton } from '#app/ui/submit-button.tsx'

export const loader = authed(async ({ ctx, params }) => {
  if (!can(ctx.actor, 'member.update')) throw new Problem('forbidden', 'errors.not_allowed')
  const { userId, name, email, roles, revision } = await getMember(ctx, asId(params.userId))
  const title = translator(ctx.locale)('settings.people.edit_title', { name })
  return { title, userId, name, email, roles, revision, organisation: nameIn(ctx.locale, ctx.organisation), mayRemove: can(ctx.actor, 'member.remove') }
})

export const action = authed(async ({ ctx, form, params }) => {
  await updateMember(ctx, { ...parseForm(form, MemberInput), userId: asId(params.userId) })
  return redirectWith(paths.settings('people'), { kind: 'done', key: 'settings.people.saved' })
})

export const meta = pageMeta

export default function Person() {
  const t = useT()
  const { title, userId, name, email, roles, revision, organisation, mayRemove } = useLoaderData<typeof loader>()
  const { field, errors } = useFields(useActionData<typeof action>(), { initial: { roles }, labels: { roles: t('identity.invite.roles') } })
  return (
    <>
      <Section title={title} aside={email}>
        <p className="muted">{t('settings.people.edit_lede')}</p>
        <ErrorSummary errors={errors} />
        <Form method="post" className="form" noValidate>
          <Once />
          <input type="hidden" name="revision" value={revision} />
          <RoleChoice field={field('roles')} />
          <div className="btn-row">
            <SubmitButton>{t('common.action.save')}</SubmitButton>
            <ButtonLink to={paths.settings('people')}>{t('common.action.cancel')}</ButtonLink>
          </div>
        </Form>
      </Section>
      {mayRemove && (
        <Section title={t('settings.people.remove')}>
          <p className="muted">{t('settings.people.remove_body')}</p>
          <div className="btn-row">
            <ConfirmDialog
              verb={t('settings.people.remove')}
              title={t('settings.people.remove_confirm', { name, organisation })}
              body={t('settings.people.remove_body')}
              action={paths.settings(`people/${userId}/remove`)}
            />
          </div>
        </Section>
      )}
    </>
  )
}
