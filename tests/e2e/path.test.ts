import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { launchBrowser } from '#tests/support/browser.ts'
import { startInstallation, type Installation } from '#tests/support/installation.ts'
import { enterAs, expectSound, openWalker, visit, type Walker } from '#tests/support/journey.ts'
import { answerEverySection, openLink, submitAnswers } from './answer-questionnaire.ts'
import { confirmViolation, expectMail, investigate, issueNotice, reportViolation, tryToSupply } from './end-vendor.ts'
import { requestVendor, type Requested } from './request-vendor.ts'
import { confirmDecision, reviewAnswers } from './review-answers.ts'
import { sendQuestionnaire, type Invited } from './send-questionnaire.ts'
import { completeDraft, draftAgreement, expectFirstAudit, openForSignature, signAsCompany, signAsVendor } from './sign-agreement.ts'

let running: Installation
let browser: Browser

beforeAll(async () => {
  browser = await launchBrowser()
  running = await startInstallation()
}, 600_000)

afterAll(async () => {
  await browser?.close()
  await running?.stop()
})

const JOURNEYS = [
  { locale: 'zh-CN', serial: 4201, vendor: '青岛远帆卡片派送有限公司', contact: { name: '卢海涛', email: 'lu.haitao@yuanfan.example' }, mandate: '【必须终止】', notice: '【终止通知】' },
  { locale: 'en', serial: 4202, vendor: 'Northwind Parcel Couriers Ltd', contact: { name: 'Harriet Lowe', email: 'harriet.lowe@northwind.example' }, mandate: '[Must terminate]', notice: '[Termination]' },
] as const

describe.each(JOURNEYS)('from a need to an ended contract, in $locale', ({ locale, serial, vendor, contact, mandate, notice }) => {
  const offices = new Map<string, Walker>()
  let vendorPerson: Walker
  let requested: Requested
  let invited: Invited
  let agreementId: string
  let caseId: string

  /** One of the demo's people at their own browser, signed in once. */
  async function person(name: string): Promise<Walker> {
    const known = offices.get(name)
    if (known) return known
    const walker = await openWalker(browser, running.url, locale)
    await enterAs(walker, name)
    offices.set(name, walker)
    return walker
  }

  afterAll(async () => {
    for (const { context } of [...offices.values(), ...(vendorPerson ? [vendorPerson] : [])]) await context.close()
  })

  test('procurement requests a vendor and sees the risk of its scope', async () => {
    requested = await requestVendor(await person('徐文静'), { name: vendor, serial })
  }, 300_000)

  test('procurement sends the questionnaire and copies its link', async () => {
    invited = await sendQuestionnaire(await person('徐文静'), requested, contact)
  }, 300_000)

  test('the vendor opens the link, answers every section and keeps the receipt', async () => {
    vendorPerson = await openWalker(browser, running.url, locale)
    await openLink(vendorPerson, invited)
    expect(await answerEverySection(vendorPerson, invited.assessmentId)).toBeGreaterThan(50)
    await submitAnswers(vendorPerson, invited.assessmentId, contact)
  }, 600_000)

  test('compliance reviews the answers and a second person confirms the decision', async () => {
    await reviewAnswers(await person('周敏'), invited.assessmentId)
    await confirmDecision(await person('何文博'), invited.assessmentId)
  }, 600_000)

  test('procurement drafts the agreement, compliance opens it, both sides sign', async () => {
    agreementId = await draftAgreement(await person('徐文静'), requested)
    await completeDraft(await person('徐文静'), agreementId)
    await openForSignature(await person('周敏'), agreementId)
    await signAsVendor(vendorPerson, agreementId, contact)
    await signAsCompany(await person('Daniel Shen'), agreementId)
  }, 600_000)

  test('the first audit stands in the calendar', async () => {
    await expectFirstAudit(await person('周敏'), agreementId, vendor)
  }, 300_000)

  test('a confirmed grave violation leaves nothing but the end, and supply is refused', async () => {
    caseId = await reportViolation(await person('高远'), requested.vendorId)
    await investigate(await person('周敏'), caseId)
    await confirmViolation(await person('何文博'), { caseId, vendorId: requested.vendorId })
    await tryToSupply(await person('徐文静'), requested.vendorId)
  }, 600_000)

  test('the head issues the notice, and everybody is told in their language', async () => {
    await issueNotice(await person('何文博'), caseId)
    const admin = await person('韩雪')
    await expectMail(admin, { subject: mandate, vendor, language: locale })
    await expectMail(admin, { subject: notice, vendor, language: locale })
    await visit(vendorPerson, '/portal')
    await expectSound(vendorPerson)
  }, 300_000)
})
