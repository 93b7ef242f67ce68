import type { Context } from '#app/domain/context.server.ts'
import type { Actor } from '#app/domain/identity/actor.ts'
import { newId } from '#app/platform/ids.server.ts'
import { files } from '#db/schema/index.ts'

/** A file as the database knows it, uploaded by the acting member; its bytes are nowhere. */
export async function aFile(ctx: Context, values: Partial<typeof files.$inferInsert> = {}) {
  const id = newId()
  const [file] = await ctx.db
    .insert(files)
    .values({
      orgId: ctx.actor.orgId, id, name: 'impact-assessment.pdf', mediaType: 'application/pdf', sizeBytes: 1024, sha256: id.replaceAll('-', '').repeat(2),
      key: Buffer.alloc(32), uploadedBy: uploader(ctx.actor), createdAt: ctx.now, ...values,
    })
    .returning()
  return file!
}

const uploader = (actor: Actor) =>
  actor.kind === 'member' ? { kind: actor.kind, id: actor.userId, name: actor.name } : ({ kind: 'system', id: 'test', name: 'test' } as const)
