import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { Problem } from '#app/domain/errors.ts'
import { can } from '#app/domain/identity/actor.ts'
import { invitationLink } from '#app/domain/identity/invitation-link.server.ts'
import { getInvitation } from '#app/domain/identity/queries.server.ts'
import { resendInvitation } from '#app/domain/identity/resend-invitation.server.ts'
import { authed } from '#app/http/authed.server.ts'
import { asId } from '#app/http/params.ts'
import { paths } from '#app/http/paths.ts'
import { dateTime } from '#app/i18n/format.ts'
import { translator } from '#app/i18n/index.ts'
import { useT } from '#app/i18n/use-t.tsx'
import { ButtonLink } from '#app/ui/button.tsx'
import { ErrorSummary } from '#app/ui/form/error-summary.tsx'
import { Once } from '#app/ui/form/once.tsx'
import { useFields } from '#app/ui/form/use-fields.ts'
import { InvitationMade } from '#app/ui/organisation/invitation-made.tsx'
import { pageMeta } from '#app/ui/page/page-meta.ts'
import { Section } from '#app/ui/page/section.tsx'
import { SubmitButton } from '#app/ui/submit-button.tsx'

export const loader = authed(async ({ ctx, params }) => {
  if (!can(ctx.actor, 'member.invite')) throw new Problem('forbidden', 'errors.not_allowed')
  const { name, email } = await getInvitation(ctx, asId(params.invitationId))
  return { title: translator(ctx.locale)('settings.people.resend_title', { name }), name, email }
})

export const action = authed(async ({ ctx, params }) => {
  const invitation = await resendInvitation(ctx, asId(params.invitationId))
  return { link: invitationLink(invitation), until: dateTime(invitation.expiresAt, ctx.locale, ctx.organisation.zone) }
})

export const meta = pageMeta

export default function Resend() {
  const t = useT()
  const { title, name, email } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const { errors } = useFields(answer, { labels: {} })
  return (
    <Section title={title}>
      {answer && 'link' in answer ? (
        <InvitationMade {...answer} done={t('identity.invite.resent', { name })} />
      ) : (
        <>
          <p className="muted">{email}</p>
          <p>{t('settings.people.resend_lede')}</p>
          <ErrorSummary errors={errors} />
          <Form method="post" noValidate className="btn-row">
            <Once />
            <SubmitButton>{t('settings.people.resend')}</SubmitButton>
            <ButtonLink to={paths.settings('people')}>{t('common.action.cancel')}</ButtonLink>
          </Form>
        </>
      )}
    </Section>
  )
}
