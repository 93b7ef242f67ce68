import { expect } from 'vitest'
import type { Locale } from '#app/i18n/locale.ts'
import { download, expectSound, press, takenOver, visit, type Walker } from '#tests/support/journey.ts'
import { aPdfFile } from './request-vendor.ts'

const FACTS = { 'zh-CN': '访问日志显示，供应商把收件人电话用于营销活动，超出授权目的。', en: 'Access logs show that recipients’ phone numbers were used for marketing, beyond the authorised purpose.' }

/** Somebody reports that the vendor used information beyond its purpose: V-01, class T. */
export async function reportViolation(walker: Walker, vendorId: string): Promise<string> {
  const { page, t, locale } = walker
  await visit(walker, `/violations/new?vendor=${vendorId}`)
  await page.locator('[name=violationId]').selectOption('V-01')
  await expectSound(walker)
  await page.locator('[name=source]').selectOption({ index: 1 })
  await page.locator('[name=facts]').fill(FACTS[locale])
  await press(walker, t('violations.report.action'))
  await page.waitForURL(/\/violations\/[0-9a-f-]{36}$/)
  await takenOver(page)
  return page.url().split('/violations/')[1]!.slice(0, 36)
}

/** Compliance says what the case is about, investigates and keeps a document as evidence. */
export async function investigate(walker: Walker, caseId: string): Promise<void> {
  const { page, locale } = walker
  await visit(walker, `/violations/${caseId}`)
  await expectSound(walker)
  await act(walker, caseId, 'triage', () => page.locator('[name=scope]').fill(FACTS[locale]))
  await act(walker, caseId, 'investigate')
  await act(walker, caseId, 'evidence', async () => {
    await page.locator('[name=description]').fill(FACTS[locale])
    await page.locator('input[type=file]').setInputFiles(aPdfFile('access-log.pdf'))
  })
  await page.getByText('access-log.pdf').first().waitFor()
}

/** The head confirms: the law leaves nothing but the end, and the vendor's page says so. */
export async function confirmViolation(walker: Walker, { caseId, vendorId }: { caseId: string; vendorId: string }): Promise<void> {
  const { page, t, locale } = walker
  await act(walker, caseId, 'confirm', () => page.locator('[name=reason]').fill(FACTS[locale]))
  await page.getByRole('region', { name: t('cases.mandate.label') }).waitFor()
  await expectSound(walker)
  await visit(walker, `/vendors/${vendorId}`)
  await page.getByText(t('common.flag.MUST_TERMINATE')).first().waitFor()
  await expectSound(walker)
}

/** Procurement tries to supply the vendor and is refused, on record. */
export async function tryToSupply(walker: Walker, vendorId: string): Promise<void> {
  const { page, t } = walker
  await visit(walker, `/vendors/${vendorId}/register-transfer`)
  await expectSound(walker)
  await page.locator('[name=infoTypes]').first().check()
  await page.locator('[name=subjectCount]').fill('10')
  await press(walker, t('vendors.transfer.register'))
  await page.getByText(t('vendors.transfer.refused')).first().waitFor()
  await expectSound(walker)
}

/** The head issues the termination notice; it stands as a PDF. */
export async function issueNotice(walker: Walker, caseId: string): Promise<void> {
  const { page, t } = walker
  expect(await download(walker, `/violations/${caseId}/preview`)).toEqual({ status: 200, start: '%PDF' })
  await act(walker, caseId, 'notice')
  await page.getByText(t('cases.mandate.exit')).waitFor()
  const file = await page.locator('a[href^="/files/"]').filter({ hasText: t('cases.noticeValue', { at: '' }).trim() }).first().getAttribute('href')
  expect(await download(walker, file!)).toEqual({ status: 200, start: '%PDF' })
  await expectSound(walker)
}

type Act = 'triage' | 'investigate' | 'evidence' | 'confirm' | 'notice'

/** One act on the case: its own page, its fields, its button, and back at the case. */
async function act(walker: Walker, caseId: string, verb: Act, fill: () => Promise<void> = () => Promise.resolve()): Promise<void> {
  const { page, t } = walker
  await visit(walker, `/violations/${caseId}/${verb}`)
  await expectSound(walker)
  await fill()
  await press(walker, t(`cases.act.${verb}`))
  await page.waitForURL(new RegExp(`/violations/${caseId}$`))
  await takenOver(page)
  await page.locator('h1').first().waitFor()
}

type Mail = { subject: string; vendor: string; language: Locale }

/** The demo's mailbox has a mail in the language whose subject begins so and names the vendor. */
export async function expectMail(walker: Walker, { subject, vendor, language }: Mail): Promise<void> {
  const { page } = walker
  const mail = page.locator(`span[lang="${language}"]`).filter({ hasText: subject }).filter({ hasText: vendor }).getByRole('link')
  await expect.poll(async () => (await visit(walker, '/mailbox'), mail.count()), { timeout: 90_000, interval: 1_000 }).toBeGreaterThan(0)
  await expectSound(walker)
  await mail.first().click()
  await page.waitForURL(/\/mailbox\/[0-9a-f-]{36}/)
  await page.locator('pre.mail-text').filter({ hasText: vendor }).waitFor()
  await takenOver(page)
  await expectSound(walker)
}
