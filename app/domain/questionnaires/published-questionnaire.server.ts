import { createHash } from 'node:crypto'
import { and, eq } from 'drizzle-orm'
import { newId } from '#app/platform/ids.server.ts'
import { readTemplate } from '#app/platform/templates.server.ts'
import { questionnaireVersions } from '#db/schema/index.ts'
import type { Context } from '../context.server.ts'
import { Problem } from '../errors.ts'
import { record } from '../trail/record.server.ts'
import { checkTemplate } from './check-template.ts'
import { compileTemplate, type CompiledTemplate } from './compile-template.ts'
import type { QuestionnaireTemplate } from './template.ts'

export const QUESTIONNAIRE_FILE = 'questionnaires/default-security-privacy.yaml'

/** A version as it was published: what refers to it stays as it was sent, whatever happens to the file. */
export type PublishedQuestionnaire = { id: string; version: string; compiled: CompiledTemplate }

const byDigest = new Map<string, CompiledTemplate>()
const byId = new Map<string, PublishedQuestionnaire>()

/** The current questionnaire, published for this organisation the first time it is used. */
export async function publishedQuestionnaire(ctx: Context): Promise<PublishedQuestionnaire> {
  const { template, digest } = currentTemplate()
  const known = await findVersion(ctx, template.template_id, digest)
  const { id, isNew } = known ? { id: known, isNew: false } : await publish(ctx, template, digest)
  if (isNew) {
    const data = { template: template.template_id, version: template.version, digest }
    await record(ctx, { action: 'questionnaire.publish', subjectType: 'questionnaire', subjectId: id, data })
  }
  return { id, version: template.version, compiled: compiledOf(template, digest) }
}

/** The questionnaire that an assessment was sent with. Throws not-found for another organisation's. */
export async function getQuestionnaire(ctx: Context, versionId: string): Promise<PublishedQuestionnaire> {
  const key = `${ctx.actor.orgId}|${versionId}`
  const known = byId.get(key)
  if (known) return known
  const [row] = await ctx.db
    .select()
    .from(questionnaireVersions)
    .where(and(eq(questionnaireVersions.orgId, ctx.actor.orgId), eq(questionnaireVersions.id, versionId)))
  if (!row) throw new Problem('not-found', 'errors.not_found')
  // Checked when it was published; the digest of another organisation's copy stands for the same content.
  const compiled = compiledOf(row.body as unknown as QuestionnaireTemplate, row.digest)
  const found = { id: row.id, version: row.version, compiled }
  byId.set(key, found)
  return found
}

let current: { template: QuestionnaireTemplate; digest: string } | undefined

function currentTemplate() {
  if (current) return current
  const template = readTemplate<QuestionnaireTemplate>(QUESTIONNAIRE_FILE, checkTemplate)
  return (current = { template, digest: createHash('sha256').update(JSON.stringify(template)).digest('hex') })
}

async function findVersion(ctx: Context, templateId: string, digest: string): Promise<string | undefined> {
  const [row] = await ctx.db
    .select({ id: questionnaireVersions.id })
    .from(questionnaireVersions)
    .where(
      and(
        eq(questionnaireVersions.orgId, ctx.actor.orgId),
        eq(questionnaireVersions.templateId, templateId),
        eq(questionnaireVersions.digest, digest),
      ),
    )
  return row?.id
}

async function publish(ctx: Context, template: QuestionnaireTemplate, digest: string): Promise<{ id: string; isNew: boolean }> {
  const { orgId } = ctx.actor
  const { template_id: templateId, version } = template
  const body = template as unknown as Record<string, unknown>
  const [row] = await ctx.db
    .insert(questionnaireVersions)
    .values({ orgId, id: newId(), templateId, version, digest, body, publishedAt: ctx.now })
    .onConflictDoNothing()
    .returning({ id: questionnaireVersions.id })
  if (row) return { id: row.id, isNew: true }
  const other = await findVersion(ctx, templateId, digest)
  if (!other) throw new Error('a questionnaire version can be neither inserted nor found')
  return { id: other, isNew: false }
}

function compiledOf(template: QuestionnaireTemplate, digest: string): CompiledTemplate {
  const known = byDigest.get(digest)
  if (known) return known
  const compiled = compileTemplate(template)
  byDigest.set(digest, compiled)
  return compiled
}
