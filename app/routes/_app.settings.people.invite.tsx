import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { Problem } from '#app/domain/errors.ts'
import { can } from '#app/domain/identity/actor.ts'
import { InviteInput } from '#app/domain/identity/input.ts'
import { invitationLink } from '#app/domain/identity/invitation-link.server.ts'
import { inviteMember } from '#app/domain/identity/invite-member.server.ts'
import { authed } from '#app/http/authed.server.ts'
import { parseForm } from '#app/http/forms.server.ts'
import { paths } from '#app/http/paths.ts'
import { dateTime } from '#app/i18n/format.ts'
import { translator } from '#app/i18n/index.ts'
import { useT } from '#app/i18n/use-t.tsx'
import { ButtonLink } from '#app/ui/button.tsx'
import { ErrorSummary } from '#app/ui/form/error-summary.tsx'
import { Once } from '#app/ui/form/once.tsx'
import { TextField } from '#app/ui/form/text-field.tsx'
import { useFields } from '#app/ui/form/use-fields.ts'
import { InvitationMade } from '#app/ui/organisation/invitation-made.tsx'
import { LanguageSelect } from '#app/ui/organisation/organisation-fields.tsx'
import { RoleChoice } from '#app/ui/organisation/role-choice.tsx'
import { pageMeta } from '#app/ui/page/page-meta.ts'
import { Section } from '#app/ui/page/section.tsx'
import { SubmitButton } from '#app/ui/submit-button.tsx'

export const loader = authed(async ({ ctx }) => {
  if (!can(ctx.actor, 'member.invite')) throw new Problem('forbidden', 'errors.not_allowed')
  return { title: translator(ctx.locale)('identity.invite.title'), language: ctx.organisation.language }
})

/** Answers with the link itself: it is shown once more nowhere, so the page stays to let it be copied. */
export const action = authed(async ({ ctx, form }) => {
  const invitation = await inviteMember(ctx, parseForm(form, InviteInput))
  return { name: invitation.name, link: invitationLink(invitation), until: dateTime(invitation.expiresAt, ctx.locale, ctx.organisation.zone) }
})

export const meta = pageMeta

export default function Invite() {
  const t = useT()
  const { language } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const labels = { name: t('identity.name'), email: t('identity.email'), roles: t('identity.invite.roles'), language: t('identity.invite.language') }
  const { field, errors } = useFields(answer, { initial: { language }, labels })
  if (answer && 'link' in answer)
    return (
      <Section title={t('identity.invite.title')}>
        <InvitationMade {...answer} done={t('identity.invite.done', { name: answer.name })} again={paths.settings('people/invite')} />
      </Section>
    )
  return (
    <Section title={t('identity.invite.title')}>
      <p className="muted">{t('identity.invite.lede')}</p>
      <ErrorSummary errors={errors} />
      <Form method="post" className="form" noValidate>
        <Once />
        <TextField field={field('name', { required: true, maxLength: 120 })} autoComplete="off" />
        <TextField field={field('email', { required: true, maxLength: 254 })} type="email" autoComplete="off" />
        <RoleChoice field={field('roles')} />
        <LanguageSelect field={field('language', { required: true })} />
        <div className="btn-row">
          <SubmitButton>{t('identity.invite.action')}</SubmitButton>
          <ButtonLink to={paths.settings('people')}>{t('common.action.cancel')}</ButtonLink>
        </div>
      </Form>
    </Section>
  )
}
