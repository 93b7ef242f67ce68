import { redirect } from '@remix-run/node'
import { auditCan, type AuditAction } from '#app/domain/audits/audit.ts'
import type { Audit } from '#app/domain/audits/plan-audit.server.ts'
import { getAudit } from '#app/domain/audits/queries.server.ts'
import { requirePermission, type Context } from '#app/domain/context.server.ts'
import type { Permission } from '#app/domain/identity/actor.ts'
import { paths } from './paths.ts'

/** The audit for a page with one act's form; where its state no longer takes the act, back to the audit, which says what it takes. */
export async function openAuditForm(ctx: Context, auditId: string | undefined, act: { permission: Permission; action?: AuditAction }): Promise<Audit> {
  requirePermission(ctx, act.permission)
  const audit = await getAudit(ctx, auditId ?? '')
  if (act.action && !auditCan(act.action, audit)) throw redirect(paths.audit(audit.id))
  return audit
}
