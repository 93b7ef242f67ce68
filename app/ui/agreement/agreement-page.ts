import type { readAgreement } from '#app/domain/agreements/read-agreement.server.ts'

/** What the page of an agreement shows, with what its reader may do. */
export type AgreementPage = Awaited<ReturnType<typeof readAgreement>> & {
  may: Record<'draft' | 'send' | 'sign' | 'void', boolean>
  zone: string
}
