import type { AuditFile } from '#app/domain/audits/audit-file.ts'

/** What the parts of an audit's page read. */
export type AuditPage = AuditFile & {
  today: string
  zone: string
  isLead: boolean
  /** The reader proposed the postponement that waits. */
  isProposer: boolean
  may: Record<'plan' | 'conduct' | 'close', boolean>
}
