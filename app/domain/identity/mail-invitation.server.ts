import { nameIn } from '#app/i18n/own-name.ts'
import { getOrganisation } from '../organisations/queries.server.ts'
import type { Context } from '../context.server.ts'
import type { Member } from './actor.ts'
import { INVITATION_DAYS } from './invitation.ts'
import { invitationLink } from './invitation-link.server.ts'
import type { Invitation } from './queries.server.ts'
import { queueAccountMail } from './queue-account-mail.server.ts'

/** Mails the link of an invitation to the invited person, in the name of the acting member. */
export async function mailInvitation(ctx: Context<Member>, invitation: Invitation) {
  const { name, email, language } = invitation
  const organisation = nameIn(language, await getOrganisation(ctx))
  await queueAccountMail(ctx, {
    template: 'invitation',
    to: { name, email, language },
    link: invitationLink(invitation),
    values: { organisation, invitedBy: ctx.actor.name, days: INVITATION_DAYS },
  })
}
