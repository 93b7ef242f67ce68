import { expect } from 'vitest'
import { expectSound, follow, heading, press, takenOver, visit, type Walker } from '#tests/support/journey.ts'
import type { Requested } from './request-vendor.ts'

export type Invited = { assessmentId: string; link: string }
export type VendorPerson = { name: string; email: string }

/** Procurement names the vendor's contact, sends the questionnaire and reads its link, which is shown once. */
export async function sendQuestionnaire(walker: Walker, { vendorId, engagementId }: Requested, person: VendorPerson): Promise<Invited> {
  const { page, t, locale } = walker
  await visit(walker, `/vendors/${vendorId}/new-contact`)
  await expectSound(walker)
  await page.locator('[name=name]').fill(person.name)
  await page.locator('[name=email]').fill(person.email)
  await page.locator(`[name=language][value="${locale}"]`).check()
  await page.locator('[name=isSignatory]').check()
  await press(walker, t('vendors.contact.add'))
  await page.waitForURL(/\/contacts$/)
  await page.getByText(person.email).waitFor()
  await visit(walker, `/engagements/${engagementId}`)
  await follow(walker, t('engagements.page.send'), /\/assessments\/new/)
  await takenOver(page)
  await expectSound(walker)
  await press(walker, t('assessments.new.submit'))
  await heading(walker, t('assessments.sending.done'))
  await expectSound(walker)
  await press(walker, t('common.action.copy'))
  await page.getByRole('button', { name: t('ui.copied') }).waitFor()
  const link = await page.getByRole('textbox', { name: t('assessments.sending.link', { name: person.name }) }).inputValue()
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(link)
  const sending = await page.getByRole('link', { name: t('assessments.sending.title') }).getAttribute('href')
  return { link, assessmentId: sending!.split('/')[2]! }
}
