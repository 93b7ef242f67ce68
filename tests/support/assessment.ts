import type { Context } from '#app/domain/context.server.ts'
import type { Contact } from '#app/domain/identity/actor.ts'
import { saveSection } from '#app/domain/assessments/save-section.server.ts'
import { sendAssessment } from '#app/domain/assessments/send-assessment.server.ts'
import type { Assessment } from '#app/domain/assessments/queries.server.ts'
import { attachUpload } from '#app/domain/evidence/attach-upload.server.ts'
import { receiveFile } from '#app/domain/evidence/receive-file.server.ts'
import { loadAnswering } from '#app/domain/portal/answering.server.ts'
import type { AnswerValue, Column, Question } from '#app/domain/questionnaires/template.ts'
import type { VendorStatus } from '#app/domain/vendors/vendor.ts'
import type { Tier } from '#db/schema/index.ts'
import { aContact, anEngagement, aVendor } from './vendor.ts'
import { anOrganisation, type TestOrganisation } from './world.ts'

/** A logistics vendor's scope: nothing sensitive, nothing abroad. */
const INTAKE = {
  'IN-04': ['logistics'], 'IN-06': ['contact', 'identity_basic', 'transaction'], 'IN-07': 60_000, 'IN-08': ['view', 'store'], 'IN-09': 'api_or_file',
  'IN-11': 'same_jurisdiction', 'IN-12': 'one_or_two', 'IN-13': 'medium', 'IN-14': 'easy', 'IN-20': 'no', 'IN-21': 'no', 'IN-22': 'no', 'IN-23': 'entrusted',
}

export type Sent = { org: TestOrganisation; contact: Contact; assessment: Assessment; link: string; vendorId: string; engagementId: string }

type Wish = { tier?: Tier; intake?: Record<string, unknown>; status?: VendorStatus }

/** A vendor whose request was submitted and who can be sent a questionnaire. */
export async function aReadyVendor(ctx: Context, { tier = 'T3', intake = INTAKE, status = 'intake' }: Wish = {}) {
  const vendor = await aVendor(ctx, { status, tier })
  const person = await aContact(ctx, vendor.id)
  const engagement = await anEngagement(ctx, vendor.id, { status: 'submitted', tier, intake, submittedAt: ctx.now })
  return { vendor, person, engagement }
}

/** A questionnaire that procurement has sent, with the contact that answers it. */
export async function aSentAssessment(wish: Wish & { org?: TestOrganisation } = {}): Promise<Sent> {
  const org = wish.org ?? (await anOrganisation('procurement', 'compliance', 'auditor', 'admin'))
  return org.run(org.as('procurement'), async (ctx) => {
    const { vendor, person, engagement } = await aReadyVendor(ctx, wish)
    const { assessment, link } = await sendAssessment(ctx, { engagementId: engagement.id, to: { contactId: person.id }, dueOn: '2026-12-08' })
    const contact: Contact = { kind: 'contact', orgId: org.orgId, contactId: person.id, vendorId: vendor.id, name: person.name }
    return { org, contact, assessment, link, vendorId: vendor.id, engagementId: engagement.id }
  })
}

/** The secret of a link's address. */
export const secretOf = (link: string) => link.split('.').at(-1)!

/** One valid answer to each question of the questionnaire, as far as it can be given without documents. */
export async function answerEverything(ctx: Context, assessmentId: string, values: Record<string, AnswerValue> = {}): Promise<void> {
  for (let round = 0; round < 4; round++) {
    const { progress } = await loadAnswering(ctx, assessmentId)
    const open = new Set(progress.gaps.map(({ questionId }) => questionId))
    if (open.size === 0) return
    const results = await saveSection(ctx, {
      assessmentId,
      belongs: ({ id, type }) => open.has(id) && type !== 'file',
      read: (questions) => questions.map((question) => ({ questionId: question.id, given: { value: values[question.id] ?? anAnswer(question), isNa: false }, revision: 0 })),
    })
    const refused = results.find(({ written }) => written.outcome !== 'saved')
    if (refused) throw new Error(`${refused.questionId}: ${JSON.stringify(refused.written)}`)
    if (open.has('GOV-05')) await attachUpload(ctx, { assessmentId, questionId: 'GOV-05', file: await receiveFile(ctx.actor.orgId, aPdf(assessmentId)) })
  }
  throw new Error('some questions cannot be answered')
}

function anAnswer({ id, type, options = [], columns = [] }: Question): AnswerValue {
  switch (type) {
    case 'multi':
      return [options[0]!.v]
    case 'number':
      return 24
    case 'date':
      return '2026-08-19'
    case 'table':
      return (id === 'GOV-02' ? ['privacy_lead', 'incident_contact'] : ['first']).map((role) =>
        Object.fromEntries(columns.filter(({ required }) => required).map((column) => [column.id, column.id === 'role' ? role : aCell(column)])),
      )
    case 'text':
      return 'A list went to a private mailbox and was recalled.'
    default:
      return options[0]!.v
  }
}

function aCell({ type, options }: Column): string | string[] {
  if (type === 'country') return 'CN'
  if (type === 'yesno') return 'yes'
  if (type === 'multi') return ['contact']
  if (type === 'date') return '2026-08-19'
  return Array.isArray(options) ? options[0]!.v : 'Guangzhou'
}

/** A small file that is what its name says; `text` makes it different from others. */
export function aPdf(text = 'one', name = 'licence.pdf'): { name: string; source: AsyncIterable<Uint8Array> } {
  return { name, source: streamOf(Buffer.from(`%PDF-1.7\n${text}\n%%EOF\n`)) }
}

export async function* streamOf(...pieces: Uint8Array[]): AsyncGenerator<Uint8Array> {
  yield* pieces
}
