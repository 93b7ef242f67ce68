import { and, asc, desc, eq, gt, inArray, notInArray, or, sql, type SQL } from 'drizzle-orm'
import { assessments, auditCycles, cases, findings, trail, users, vendors } from '#db/schema/index.ts'
import type { Context } from '../context.server.ts'
import { Problem } from '../errors.ts'
import { asId } from '../input.ts'
import { todayOf } from '../vendors/today.server.ts'
import { questionOf } from './question-of.server.ts'
import { CLOSED_FINDING } from './finding.ts'
import type { FindingFilter, FindingView } from './finding-filter.ts'

export type Finding = typeof findings.$inferSelect

/** Throws not-found for another organisation's, as for one that never was. */
export async function getFinding(ctx: Context, findingId: string): Promise<Finding> {
  const [row] = await ctx.db
    .select()
    .from(findings)
    .where(and(eq(findings.orgId, ctx.actor.orgId), eq(findings.id, asId(findingId))))
  if (!row) throw new Problem('not-found', 'errors.not_found')
  return row
}

const PAGE = 50

/** One page of the register, the longest overdue first; `after` is the key that the page before gave as `next`. */
export async function listFindings(ctx: Context, filter: FindingFilter) {
  const rows = await ctx.db
    .select({
      id: findings.id, ref: findings.ref, severity: findings.severity, status: findings.status, text: findings.text, itemId: findings.itemId,
      isPreContract: findings.isPreContract, source: findings.source, dueOn: findings.dueOn, versionId: assessments.questionnaireVersionId,
      daysLeft: sql<number>`${findings.dueOn} - ${todayOf(ctx)}`,
      vendorId: vendors.id, vendorName: vendors.name, vendorNameAlt: vendors.nameAlt,
      owner: sql<string | null>`(select u.name from users u where u.id = ${findings.ownerId})`,
    })
    .from(findings)
    .innerJoin(vendors, and(eq(vendors.orgId, findings.orgId), eq(vendors.id, findings.vendorId)))
    .leftJoin(assessments, and(eq(assessments.orgId, findings.orgId), eq(findings.source, 'assessment'), eq(assessments.id, findings.sourceId)))
    .where(and(eq(findings.orgId, ctx.actor.orgId), inView(ctx, filter.view), chosen(filter), matches(filter.q), isAfter(filter.after)))
    .orderBy(asc(findings.dueOn), asc(findings.id))
    .limit(PAGE + 1)
  const page = await Promise.all(rows.slice(0, PAGE).map(async (row) => ({ ...row, question: await questionOf(ctx, row) })))
  const last = page.at(-1)
  return { rows: page, next: rows.length > PAGE && last ? `${last.dueOn}_${last.id}` : undefined }
}

/** How many findings each view holds. */
export async function countFindings(ctx: Context): Promise<Record<FindingView, number>> {
  const count = (view: FindingView) => sql<number>`count(*) filter (where ${inView(ctx, view) ?? sql`true`})::int`
  const [row] = await ctx.db
    .select({ open: count('open'), overdue: count('overdue'), verify: count('verify'), closed: count('closed'), all: count('all') })
    .from(findings)
    .where(eq(findings.orgId, ctx.actor.orgId))
  return row ?? { open: 0, overdue: 0, verify: 0, closed: 0, all: 0 }
}

function inView(ctx: Context, view: FindingView): SQL | undefined {
  switch (view) {
    case 'open':
      return notInArray(findings.status, [...CLOSED_FINDING])
    case 'overdue':
      return and(notInArray(findings.status, [...CLOSED_FINDING]), sql`${findings.dueOn} < ${todayOf(ctx)}`)
    case 'verify':
      return eq(findings.status, 'fixed')
    case 'closed':
      return inArray(findings.status, [...CLOSED_FINDING])
    case 'all':
      return undefined
  }
}

function chosen({ status, severity, vendor }: FindingFilter): SQL | undefined {
  return and(status && eq(findings.status, status), severity && eq(findings.severity, severity), vendor ? eq(findings.vendorId, vendor) : undefined)
}

function matches(q: string | undefined): SQL | undefined {
  if (!q) return undefined
  const pattern = `%${q.replace(/[\\%_]/g, '\\$&')}%`
  return sql`(${vendors.name} || ' ' || coalesce(${vendors.nameAlt}, '') || ' ' || coalesce(${vendors.regNo}, '') || ' ' || ${vendors.ref} ilike ${pattern} or ${findings.ref} ilike ${pattern} or ${findings.itemId} ilike ${pattern})`
}

/** A malformed key shows the first page. */
function isAfter(key: string | undefined): SQL | undefined {
  const [, dueOn, id] = /^(\d{4}-\d{2}-\d{2})_([0-9a-f-]{36})$/.exec(key ?? '') ?? []
  if (!dueOn || !id) return undefined
  return or(gt(findings.dueOn, dueOn), and(eq(findings.dueOn, dueOn), gt(findings.id, id)))
}

/** Who said last that it is fixed; the trail cannot be rewritten. */
export async function findFixer(ctx: Context, findingId: string): Promise<{ kind: string; id: string | null; name: string | null } | undefined> {
  const [row] = await ctx.db
    .select({ kind: trail.actorKind, id: trail.actorId, name: trail.actorName })
    .from(trail)
    .where(and(eq(trail.orgId, ctx.actor.orgId), eq(trail.subjectId, findingId), eq(trail.action, 'finding.mark_fixed')))
    .orderBy(desc(trail.seq))
    .limit(1)
  return row
}

/** The number of the assessment, audit or case behind a finding; undefined when there is none. */
export async function findSourceRef(ctx: Context, { source, sourceId }: Pick<Finding, 'source' | 'sourceId'>): Promise<string | undefined> {
  if (source === 'internal') return undefined
  const table = source === 'assessment' ? assessments : source === 'audit' ? auditCycles : cases
  const [row] = await ctx.db
    .select({ ref: table.ref })
    .from(table)
    .where(and(eq(table.orgId, ctx.actor.orgId), eq(table.id, sourceId)))
  return row?.ref
}

/** The questionnaire that raised it; null for findings of audits and cases. */
export async function findVersionId(ctx: Context, { source, sourceId }: Pick<Finding, 'source' | 'sourceId'>): Promise<string | null> {
  if (source !== 'assessment') return null
  const [row] = await ctx.db
    .select({ versionId: assessments.questionnaireVersionId })
    .from(assessments)
    .where(and(eq(assessments.orgId, ctx.actor.orgId), eq(assessments.id, sourceId)))
  return row?.versionId ?? null
}

/** What was done with a finding, the latest first. */
export async function listFindingTrail(ctx: Context, findingId: string) {
  const rows = await ctx.db
    .select({ seq: trail.seq, at: trail.at, action: trail.action, actorName: trail.actorName, actorKind: trail.actorKind, body: trail.body })
    .from(trail)
    .where(and(eq(trail.orgId, ctx.actor.orgId), eq(trail.subjectId, findingId)))
    .orderBy(desc(trail.seq))
    .limit(100)
  return rows.map(({ body, ...row }) => {
    const { data = {} } = JSON.parse(body) as { data?: Record<string, unknown> } // written by record()
    const word = (name: string) => (typeof data[name] === 'string' ? data[name] : undefined)
    return { ...row, actorName: row.actorName ?? '', from: word('from'), to: word('to'), text: word('plan') ?? word('proof') ?? word('reason') ?? word('note') }
  })
}

export async function findName(ctx: Context, userId: string | null): Promise<string | undefined> {
  if (!userId) return undefined
  const [row] = await ctx.db.select({ name: users.name }).from(users).where(eq(users.id, userId))
  return row?.name
}
