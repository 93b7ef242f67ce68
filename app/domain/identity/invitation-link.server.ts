import { createHmac } from 'node:crypto'
import { env } from '#app/platform/env.server.ts'
import { masterKey } from '#app/platform/crypto.server.ts'
import { orgToken } from '#app/platform/ids.server.ts'

type Parts = { orgId: string; id: string; expiresAt: Date }

/**
 * The secret of an invitation: derived from the master key, which is kept outside the database, so that the person who
 * invites and the mail can both give the link while only its hash is stored. A new expiry is a new secret.
 */
export function invitationSecret({ orgId, id, expiresAt }: Parts): string {
  return createHmac('sha256', masterKey()).update(`invitation|${orgId}|${id}|${expiresAt.toISOString()}`).digest('base64url')
}

/** The address at which an invitation is accepted. */
export function invitationLink(invitation: Parts): string {
  return `${env().PUBLIC_URL}/join/${orgToken(invitation.orgId, invitationSecret(invitation))}`
}
