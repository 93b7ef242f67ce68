import { addEvidence } from '#app/domain/violations/add-evidence.server.ts'
import type { Context } from '#app/domain/context.server.ts'
import type { Case } from '#app/domain/violations/move-case.server.ts'
import { getCase } from '#app/domain/violations/queries.server.ts'
import { confirmCase } from '#app/domain/violations/confirm-case.server.ts'
import { issueTerminationNotice } from '#app/domain/violations/issue-termination-notice.server.ts'
import { reportViolation } from '#app/domain/violations/report-violation.server.ts'
import { startInvestigation } from '#app/domain/violations/start-investigation.server.ts'
import { triageCase } from '#app/domain/violations/triage-case.server.ts'
import type { vendors } from '#db/schema/index.ts'
import { anAgreement, aVendor } from './vendor.ts'
import { NOW, type TestOrganisation } from './world.ts'

/** A reason of the length that the rules ask for. */
export const REASON = 'The payment records of September show a second company that nobody had agreed to.'

/** A small text file, as an upload brings it. */
export function aFile(text = 'line 1\nline 2\n', name = 'log-extract.txt') {
  return {
    name,
    source: (async function* () {
      yield Buffer.from(text)
    })(),
  }
}

export const aNotice = () => ({ notice: aFile('%PDF-1.7\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n', 'notice.pdf') })

type Setting = { violationId?: string; vendor?: Partial<typeof vendors.$inferInsert>; now?: Date; stage?: Stage }
export type Stage = 'suspected' | 'triaged' | 'investigating' | 'examined' | 'confirmed' | 'terminating'

/** Roles that a case needs on its way; every test's organisation asks for them. */
export const CASE_ROLES = ['procurement', 'compliance', 'compliance_head', 'legal', 'security', 'auditor'] as const

/** A case of an active vendor with an active agreement, taken through the real verbs up to a stage; `examined` has one item of evidence. */
export async function aCaseAt(org: TestOrganisation, { violationId = 'V-04', vendor: values, now = NOW, stage = 'suspected' }: Setting = {}): Promise<Case> {
  const act = <T>(role: (typeof CASE_ROLES)[number], work: (ctx: Context) => Promise<T>) => org.run(org.as(role), work, now)
  const reported = await act('procurement', async (ctx) => {
    const vendor = await aVendor(ctx, { status: 'active', tier: 'T2', ...values })
    await anAgreement(ctx, vendor.id)
    return reportViolation(ctx, { vendorId: vendor.id, violationId, source: 'report', facts: 'Reported by the hotline.', infoTypes: ['contact'], changesPlaceOrSubprocessors: false })
  })
  const again = () => act('compliance', (ctx) => getCase(ctx, reported.id))
  const steps: [Stage, () => Promise<unknown>][] = [
    ['triaged', async () => {
      const { class: gravity, severity, revision } = await again()
      await act('compliance', (ctx) => triageCase(ctx, reported.id, { class: gravity, severity, scope: 'One service', supply: 'keep', revision }))
    }],
    ['investigating', async () => {
      const { revision } = await again()
      const investigatorId = org.as('compliance').userId
      await act('compliance', (ctx) => startInvestigation(ctx, reported.id, { investigatorId, revision }))
    }],
    ['examined', () => act('compliance', (ctx) => addEvidence(ctx, reported.id, { description: 'Payment records', file: aFile() }))],
    ['confirmed', async () => {
      const { revision } = await again()
      await act('compliance_head', (ctx) => confirmCase(ctx, reported.id, { reason: REASON, aggravated: false, revision }))
    }],
    ['terminating', () => act('compliance_head', (ctx) => issueTerminationNotice(ctx, reported.id, aNotice()))],
  ]
  const wanted = steps.findIndex(([name]) => name === stage)
  for (const [, step] of steps.slice(0, wanted + 1)) await step()
  return again()
}
