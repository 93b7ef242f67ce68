import { env } from '#app/platform/env.server.ts'
import { hashSecret, newId, newSecret, orgToken } from '#app/platform/ids.server.ts'
import { links } from '#db/schema/index.ts'
import type { Context } from '../context.server.ts'

const DAY_MS = 86_400_000

type LinkSubject = {
  contactId: string
  vendorId: string
  subjectType: 'assessment' | 'agreement' | 'home'
  subjectId?: string
  /** How many days it opens the door. */
  days: number
}

/**
 * Makes a way in for a vendor's contact and gives its address; only the secret's hash is kept, so this is the one moment
 * to send or copy it. Older links to the same subject stay valid.
 */
export async function makeLink(ctx: Context, subject: LinkSubject): Promise<string> {
  const { row, address } = newLink(ctx, subject)
  await ctx.db.insert(links).values(row)
  return address
}

/** The same for who writes many at once: the row that opens the door once it is written, and its address. */
export function newLink(ctx: Context, { days, ...subject }: LinkSubject): { row: typeof links.$inferInsert; address: string } {
  const secret = newSecret()
  const expiresAt = new Date(ctx.now.getTime() + days * DAY_MS)
  return {
    row: { orgId: ctx.actor.orgId, id: newId(), ...subject, tokenHash: hashSecret(secret), createdAt: ctx.now, expiresAt },
    address: `${env().PUBLIC_URL}/l/${orgToken(ctx.actor.orgId, secret)}`,
  }
}
