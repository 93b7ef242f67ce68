import type { Contact } from '#app/domain/identity/actor.ts'
import type { AnswerValue } from '#app/domain/questionnaires/template.ts'
import { saveIntake } from '#app/domain/engagements/save-intake.server.ts'
import { submitEngagement } from '#app/domain/engagements/submit-engagement.server.ts'
import { storeFile } from '#app/domain/evidence/store-file.server.ts'
import { sendAssessment } from '#app/domain/assessments/send-assessment.server.ts'
import { createContact } from '#app/domain/vendors/create-contact.server.ts'
import { createVendor } from '#app/domain/vendors/create-vendor.server.ts'
import { as, type DemoWorld } from './demo-world.server.ts'
import { demoPdf, once } from './papers.ts'
import { demoCreditCode } from './registration.ts'
import { STATIONS, type DemoVendor, type Station } from './vendors.ts'

export type Onboarded = { vendorId: string; engagementId: string; contact: Contact; assessmentId?: string }

export const reaches = (spec: DemoVendor, station: Station) => STATIONS.indexOf(spec.until) >= STATIONS.indexOf(station)

/** The request with its scope, and the questionnaire on its way. */
export async function onboard(world: DemoWorld, spec: DemoVendor, n: number): Promise<Onboarded> {
  const began = -spec.began
  const { vendorId, engagementId } = await as(world, 'procurement', { day: began }, (ctx) =>
    createVendor(ctx, {
      name: spec.name, nameAlt: spec.nameAlt, regNo: demoCreditCode(n), country: 'CN', address: spec.address, website: `https://${spec.domain}`,
      service: spec.service, ownerId: world.people.owner.userId, notDuplicate: true,
    }),
  )
  const person = await as(world, 'procurement', { day: began, minute: 4 }, (ctx) =>
    createContact(ctx, vendorId, {
      name: spec.contact, email: `security@${spec.domain}`, phone: '+86 400 555 0199', title: spec.language === 'en' ? 'Security lead' : '安全负责人',
      language: spec.language ?? 'zh-CN', zone: 'Asia/Shanghai', isPrimary: true, isSignatory: true,
    }),
  )
  const contact: Contact = { kind: 'contact', orgId: world.orgId, contactId: person.id, vendorId, name: person.name }
  await fillIntake(world, spec, engagementId)
  if (!reaches(spec, 'intake')) return { vendorId, engagementId, contact }
  await as(world, 'procurement', { day: began + 1, minute: 40 }, async (ctx) =>
    submitEngagement(ctx, engagementId, { conflict: 'none', conflictDetail: undefined, revision: 2 }),
  )
  if (!reaches(spec, 'invited')) return { vendorId, engagementId, contact }
  const { assessment } = await as(world, 'procurement', { day: began + 2 }, (ctx) =>
    sendAssessment(ctx, { engagementId, to: { contactId: contact.contactId }, dueOn: world.clock.date(began + 16) }),
  )
  return { vendorId, engagementId, contact, assessmentId: assessment.id }
}

async function fillIntake(world: DemoWorld, spec: DemoVendor, engagementId: string) {
  await as(world, 'procurement', { day: -spec.began + 1 }, async (ctx) => {
    const report = reaches(spec, 'intake') ? await storeFile(ctx, { name: '个人信息保护影响评估.pdf', source: once(demoPdf('Impact assessment', spec.nameAlt)) }) : undefined
    await saveIntake(ctx, engagementId, {
      revision: 1, title: spec.service, businessOwnerId: world.people.owner.userId,
      intake: intakeOf(world, spec, report?.id), notes: { 'IN-18': '分拣与联系客户须使用真实姓名与电话。' },
    })
  })
}

/** The whole form; a draft stops in the middle. */
function intakeOf({ clock }: DemoWorld, spec: DemoVendor, reportId: string | undefined): Record<string, AnswerValue> {
  const begins = clock.date(-spec.began + 30)
  const ends = endOf(begins, spec.months ?? 24)
  const chosen: Record<string, AnswerValue> = {
    'IN-04': ['logistics'], 'IN-06': ['contact', 'identity_basic', 'transaction'], 'IN-07': 60_000, 'IN-08': ['view', 'store'], 'IN-09': 'api_or_file',
    'IN-10': [{ country: 'CN', function: 'store' }], 'IN-11': 'same_jurisdiction', 'IN-12': 'none', 'IN-13': 'medium', 'IN-14': 'easy',
    'IN-20': 'no', 'IN-21': 'no', 'IN-22': 'no', 'IN-23': 'entrusted', ...spec.intake,
  }
  const [purpose] = chosen['IN-04'] as string[] // a list of codes in every demo intake
  const scope = { scenario: spec.service, info_types: chosen['IN-06'] as string[], operations: chosen['IN-08'] as string[], purpose: purpose ?? 'logistics', systems: '业务中台' }
  const draft = { ...chosen, 'IN-05': [scope] }
  if (!reportId) return draft
  return { ...draft, 'IN-15': begins, 'IN-16': ends, 'IN-17': 'contract', 'IN-18': 'no_explained', 'IN-19': [reportId] }
}

function endOf(begins: string, months: number): string {
  const [year = 0, month = 1, day = 1] = begins.split('-').map(Number)
  const last = new Date(Date.UTC(year, month - 1 + months, Math.min(day, 28)) - 86_400_000)
  return last.toISOString().slice(0, 10)
}
