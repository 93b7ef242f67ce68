import { Temporal } from 'temporal-polyfill'
import { expect } from 'vitest'
import { download, expectSound, follow, heading, press, takenOver, visit, type Walker } from '#tests/support/journey.ts'
import type { Requested } from './request-vendor.ts'
import type { VendorPerson } from './send-questionnaire.ts'

/** Procurement drafts the agreement of the approved request. */
export async function draftAgreement(walker: Walker, { vendorId }: Requested): Promise<string> {
  const { page, t } = walker
  await visit(walker, `/vendors/${vendorId}/agreements`)
  await expectSound(walker)
  await press(walker, t('agreements.verb.start'))
  await page.waitForURL(/\/agreements\/[0-9a-f-]{36}/)
  const agreementId = page.url().split('/agreements/')[1]!.slice(0, 36)
  await takenOver(page)
  await expectSound(walker)
  return agreementId
}

/** Procurement fills in what the request did not say and submits the draft. */
export async function completeDraft(walker: Walker, agreementId: string): Promise<void> {
  const { page, t, locale } = walker
  await visit(walker, `/agreements/${agreementId}/edit`)
  await expectSound(walker)
  await page.locator('[name=parameter-main_contract_ref]').fill('MC-2026-0001')
  await page.locator('[name=parameter-vendor_address]').fill(locale === 'en' ? '8 Harbour Road, Shanghai' : '上海市海港路8号')
  for (const row of await page.locator('.scope-row').all()) {
    await row.locator('[name$=".fields"]').fill(locale === 'en' ? 'Name, phone' : '姓名，手机号')
    await row.locator('[name$=".max_records_per_day"]').fill('5000')
    await row.locator('[name$=".max_export_per_event"]').fill('0')
    await row.locator('[name$=".hours"]').fill('08:00-22:00')
  }
  await press(walker, t('agreements.edit.save'))
  await page.waitForURL(new RegExp(`/agreements/${agreementId}$`))
  await heading(walker, t('agreements.next.submit.title'))
  await press(walker, t('agreements.verb.submit'))
  await heading(walker, t('agreements.next.send.title'))
  await expectSound(walker)
}

/** Compliance freezes the text and opens it for signature. */
export async function openForSignature(walker: Walker, agreementId: string): Promise<void> {
  const { page, t } = walker
  await visit(walker, `/agreements/${agreementId}`)
  const confirm = page.locator('details.confirm').filter({ hasText: t('agreements.send.title') })
  await confirm.locator('summary').click()
  await press(walker, t('agreements.verb.send'), confirm)
  await heading(walker, t('agreements.next.sign_both.title'))
  await expectSound(walker)
}

/** The vendor's signatory signs in the portal. */
export async function signAsVendor(walker: Walker, agreementId: string, { name }: VendorPerson): Promise<void> {
  const { page, t, locale } = walker
  await visit(walker, '/portal')
  await expectSound(walker)
  await page.locator(`a[href="/portal/agreements/${agreementId}"]`).first().click()
  await page.waitForURL(new RegExp(`/portal/agreements/${agreementId}$`))
  await page.locator('[name=consent]').waitFor()
  await expectSound(walker)
  await page.locator('[name=name]').fill(name)
  await page.locator('[name=role]').fill(locale === 'en' ? 'Authorised representative' : '授权代表')
  await page.locator('[name=consent]').check()
  await press(walker, t('portal.agreement.submit'))
  await page.getByText(t('portal.agreement.done')).first().waitFor()
  await expectSound(walker)
  expect(await download(walker, `/portal/agreements/${agreementId}/pdf?lang=both`)).toEqual({ status: 200, start: '%PDF' })
}

/** The company's signatory signs; from then on the agreement is in force and its first audit is planned. */
export async function signAsCompany(walker: Walker, agreementId: string): Promise<void> {
  const { page, t, locale } = walker
  await visit(walker, `/agreements/${agreementId}`)
  await follow(walker, t('agreements.verb.sign'), /\/sign$/)
  await takenOver(page)
  await expectSound(walker)
  await page.locator('[name=role]').fill(locale === 'en' ? 'Chief Operating Officer' : '首席运营官')
  await page.locator('[name=consent]').check()
  await press(walker, t('agreements.sign.submit'))
  await page.waitForURL(new RegExp(`/agreements/${agreementId}$`))
  await page.getByText(t('status.agreement.active')).first().waitFor()
  await expectSound(walker)
  for (const lang of ['both', 'zh', 'en']) expect(await download(walker, `/agreements/${agreementId}/pdf?lang=${lang}`)).toEqual({ status: 200, start: '%PDF' })
}

/** The agreement names its first audit, and the calendar has it around that day. */
export async function expectFirstAudit(walker: Walker, agreementId: string, vendor: string): Promise<void> {
  const { page } = walker
  await visit(walker, `/agreements/${agreementId}`)
  const audit = page.locator('a[href^="/audits/"]').first()
  const [due, to] = [dayIn((await audit.textContent()) ?? ''), await audit.getAttribute('href')]
  await visit(walker, '/calendar')
  await expectSound(walker)
  await visit(walker, `/calendar?view=list&on=${due.subtract({ days: 5 }).toString()}`)
  const entry = page.locator('.agenda li li').filter({ hasText: vendor }).locator(`a[href="${to}"]`)
  await entry.first().waitFor()
  await expectSound(walker)
}

/** The day at the end of '…, due 24 Nov 2027' or '…，2027年11月24日前完成'. */
function dayIn(words: string): Temporal.PlainDate {
  const chinese = /(\d{4})年(\d{1,2})月(\d{1,2})日/.exec(words.replace(/\s/g, ''))
  if (chinese) return Temporal.PlainDate.from({ year: Number(chinese[1]), month: Number(chinese[2]), day: Number(chinese[3]) })
  const english = /(\d{1,2}) ([A-Z][a-z]{2})[a-z]* (\d{4})/.exec(words)
  expect(english, words).not.toBeNull()
  const [, day, month = '', year] = english ?? []
  return Temporal.PlainDate.from({ year: Number(year), month: ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'].indexOf(month) + 1, day: Number(day) })
}
