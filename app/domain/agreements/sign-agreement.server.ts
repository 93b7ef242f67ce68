import { signatures } from '#db/schema/index.ts'
import { translator } from '#app/i18n/index.ts'
import { inTransaction, requirePermission, type Context } from '../context.server.ts'
import { Problem } from '../errors.ts'
import { localDate } from '../organisations/calendar-dates.ts'
import { getOrganisation } from '../organisations/queries.server.ts'
import { activateAgreement } from './activate-agreement.server.ts'
import { agreementBlockers, type SigningParty } from './agreement.ts'
import { moveAgreement } from './move-agreement.server.ts'
import { getAgreement, listSignatures, type Agreement } from './queries.server.ts'

type Signing = {
  name: string
  role: string
  /** The digest that the signer was shown. */
  digest: string
  ip?: string
}

/** One side signs the frozen text by click; the second signature makes it effective, on its own day at the earliest (DPA-43). */
export async function signAgreement(ctx: Context, agreementId: string, { name, role, digest, ip }: Signing): Promise<Agreement> {
  const party: SigningParty = ctx.actor.kind === 'contact' ? 'vendor' : 'company'
  requirePermission(ctx, party === 'vendor' ? 'portal.sign' : 'agreement.sign')
  return inTransaction(ctx, async (ctx) => {
    const agreement = await getAgreement(ctx, agreementId, { lock: true })
    const earlier = await listSignatures(ctx, agreement)
    const facts = { party, signedBy: earlier.map((each) => each.party), digestMatches: digest === agreement.digest }
    const [blocker] = agreementBlockers('sign', agreement, facts)
    if (blocker) throw new Problem('conflict', `status.blocked.agreement.${blocker}`)
    await ctx.db.insert(signatures).values({
      orgId: ctx.actor.orgId,
      agreementId: agreement.id,
      version: agreement.version,
      party,
      signerKind: party === 'vendor' ? 'contact' : 'member',
      signerId: signerId(ctx),
      name,
      role,
      digest,
      consent: translator(ctx.locale)('agreements.consent', { name, role, number: agreement.number }),
      ip: ip ?? null,
      signedAt: ctx.now,
    })
    const signed = await moveAgreement(ctx, agreement, {
      action: 'sign',
      set: earlier.length === 0 ? {} : { signedAt: ctx.now, effectiveOn: await effectiveDay(ctx, agreement) },
      data: { party, name, role, digest },
    })
    return signed.status === 'signed' ? activateAgreement(ctx, signed) : signed
  })
}

/** The day of the last signature, or the later one that the parties wrote into the draft. */
async function effectiveDay(ctx: Context, agreement: Agreement): Promise<string> {
  const { zone } = await getOrganisation(ctx)
  const today = localDate(ctx.now, zone)
  const agreed = agreement.parameters.effective_date
  return typeof agreed === 'string' && agreed > today ? agreed : today
}

function signerId({ actor }: Context): string {
  if (actor.kind === 'member') return actor.userId
  if (actor.kind === 'contact') return actor.contactId
  throw new Problem('forbidden', 'errors.not_allowed')
}
