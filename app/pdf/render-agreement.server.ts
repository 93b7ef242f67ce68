import { parseDocument } from 'yaml'
import { z } from 'zod'
import { agreementDigest } from '#app/domain/agreements/agreement-digest.server.ts'
import { readAgreementLibrary } from '#app/domain/agreements/agreement-library.server.ts'
import { clauseConditions } from '#app/domain/agreements/clause-conditions.ts'
import { describeProblem } from '#app/domain/agreements/describe-problem.ts'
import { draftAgreement, type Draft } from '#app/domain/agreements/draft.ts'
import { scopeFromIntake } from '#app/domain/agreements/scope.ts'
import { Problem } from '#app/domain/errors.ts'
import { agreementPdf } from './agreement-pdf.server.ts'
import type { Printed } from './page/printed-language.ts'

const words = z.strictObject({ zh: z.string(), en: z.string() })
const cell = z.union([z.string(), z.number(), z.array(z.string())])
const tableRow = z.record(z.string(), cell)
const answer = z.union([z.string(), z.number(), z.array(z.string()), z.array(tableRow)])
const listItem = z.union([z.string(), words.extend({ code: z.string().optional() })])
const calendarDate = z.iso.date()
const instant = z.iso.datetime({ offset: true }).transform((text) => new Date(text))

const scopeRow = z.strictObject({
  info_type: z.string(), fields: z.array(z.string()).default([]), scenario_id: z.string(), scenario: z.string(), operations: z.array(z.string()),
  purpose: z.string(), legal_basis: z.string(), max_subjects: z.number().optional(), max_records_per_day: z.number().optional(),
  max_export_per_event: z.number().optional(), countries: z.array(z.string()), hours: z.string(), recipients: z.array(z.string()).default([]),
  valid_from: calendarDate, valid_to: calendarDate,
})

/** The file of `custodia agreement render`; keys as in the templates. */
const agreementFile = z.strictObject({
  tier: z.enum(['T1', 'T2', 'T3', 'T4']),
  version: z.int().min(1).default(1),
  issued_at: instant,
  zone: z.string().default('Asia/Shanghai'),
  home_country: z.string().length(2).optional(),
  intake: z.record(z.string(), answer),
  parameters: z.record(z.string(), z.union([z.string(), z.number(), words, z.array(listItem)])),
  /** Left out: proposed from the intake with these defaults. */
  scope: z.array(scopeRow).optional(),
  scope_defaults: scopeRow.pick({ max_records_per_day: true, max_export_per_event: true, hours: true, recipients: true, fields: true }).partial().default({}),
  answers: z.record(z.string(), answer).default({}),
  sub_processors: z.array(tableRow).default([]),
  contacts: z.array(z.strictObject({
    party: z.enum(['company', 'vendor']), role: z.string(), name: z.string(), title: z.string().optional(), phone: z.string().optional(), email: z.string().optional(),
  })).default([]),
  added: z.array(z.string()).default([]),
  removed: z.array(z.string()).default([]),
  deviations: z.array(z.strictObject({
    clause: z.string(), parameter: z.string().optional(), old: words, new: words, reason: z.string(), approved_by: z.string().optional(), approved_on: calendarDate.optional(),
  })).default([]),
  signatures: z.array(z.strictObject({
    party: z.enum(['company', 'vendor']), name: z.string(), role: z.string(), signed_at: instant, method: z.enum(['click', 'pades', 'paper']), digest: z.string().length(64),
  })).default([]),
})
type AgreementFile = z.infer<typeof agreementFile>

type RenderOptions = { lang: Printed; layout?: 'stacked' | 'side_by_side' }

/**
 * A whole agreement from one YAML or JSON text. Throws Problem `agreementDraft.file_invalid` for a file of another shape and
 * `agreementDraft.cannot_generate` with every generation problem as a field; UnprintableCharacter for what no font has.
 */
export function renderAgreementFile(text: string, { lang, layout = 'stacked' }: RenderOptions): Buffer {
  const file = parseFile(text)
  const draft = draftFrom(file)
  if (draft.problems.length > 0) refuse(draft)
  const signatures = file.signatures.map(({ signed_at: signedAt, ...signature }) => ({ ...signature, signedAt }))
  return agreementPdf({ draft, signatures, layout, printed: lang, digest: agreementDigest(draft), issuedAt: file.issued_at, zone: file.zone })
}

function parseFile(text: string): AgreementFile {
  const document = parseDocument(text)
  const fault = document.errors[0]
  if (fault) throw new Problem('invalid', 'agreementDraft.file_invalid', { detail: fault.message })
  const parsed = agreementFile.safeParse(document.toJS())
  if (parsed.success) return parsed.data
  const fields = parsed.error.issues.map((issue) => ({ field: issue.path.join('.'), key: 'agreementDraft.file_place_invalid', data: { place: issue.path.join('.'), detail: issue.message } }))
  throw new Problem('invalid', 'agreementDraft.file_invalid', { detail: fields.map(({ data }) => `${data.place}: ${data.detail}`).join('; ') }, fields)
}

function draftFrom(file: AgreementFile): Draft {
  const library = readAgreementLibrary()
  const { holds, facts } = clauseConditions(library.questionnaire, file.intake)
  const { added, removed, contacts, tier, version } = file
  return draftAgreement({
    library, holds, facts, tier, version, added, removed, contacts,
    parameters: file.parameters,
    scope: file.scope ?? scopeFromIntake(file.intake, file.scope_defaults),
    accepted: Object.entries(file.answers).map(([question, value]) => ({ question, value })),
    subProcessors: file.sub_processors,
    deviations: file.deviations.map(({ clause, parameter, approved_by, approved_on, ...rest }) => ({
      ...rest, clauseId: clause, parameterId: parameter, approvedBy: approved_by, approvedOn: approved_on,
    })),
    homeCountry: file.home_country,
    // the file stands for an engagement that was judged elsewhere
    gates: { openPreContractFindings: [], hardKnockouts: [], hasImpactAssessment: true },
  })
}

function refuse(draft: Draft): never {
  const { template } = readAgreementLibrary()
  const fields = draft.problems.map((problem) => ({ field: String(problem.data.parameter ?? problem.data.row ?? ''), key: problem.code, data: describeProblem(problem, template, 'en').values }))
  throw new Problem('invalid', 'agreementDraft.cannot_generate', { count: fields.length }, fields)
}
