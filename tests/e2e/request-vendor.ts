import { Temporal } from 'temporal-polyfill'
import { expect } from 'vitest'
import { demoCreditCode } from '#db/seed/demo/registration.ts'
import { expectSound, heading, press, takenOver, visit, type Walker } from '#tests/support/journey.ts'

export const aPdfFile = (name: string) => ({ name, mimeType: 'application/pdf', buffer: Buffer.from(`%PDF-1.7\n${name}\n%%EOF\n`) })

/** The organisation's calendar day, `years` from now. */
export function dayOf({ years = 0, months = 0 } = {}): string {
  return Temporal.Now.plainDateISO('Asia/Shanghai').add({ years, months }).toString()
}

export type Requested = { vendorId: string; engagementId: string }

/** Procurement asks for a vendor, fills in its scope and submits it. */
export async function requestVendor(walker: Walker, { name, serial }: { name: string; serial: number }): Promise<Requested> {
  const { page, t } = walker
  await visit(walker, '/vendors/new')
  await expectSound(walker)
  await page.locator('[name=name]').fill(name)
  await page.locator('[name=regNo]').fill(demoCreditCode(serial))
  await page.locator('[name=service]').fill(walker.locale === 'en' ? 'Card delivery' : '卡片派送')
  await press(walker, t('vendors.create.submit'))
  await page.waitForURL(/\/engagements\/[^/]+\/intake/)
  await takenOver(page)
  const engagementId = page.url().split('/engagements/')[1]!.split('/')[0]!
  await expectSound(walker)
  await fillScope(walker)
  await press(walker, t('engagements.intake.check'))
  await page.waitForURL(/\/submit/)
  await heading(walker, t('engagements.submit.title'))
  expect(await page.locator('.gaps li').allTextContents()).toEqual([])
  await page.getByText(t('engagements.submit.ready')).waitFor()
  await expectSound(walker)
  await page.locator('[name=conflict][value=none]').check()
  await press(walker, t('engagements.submit.verb'))
  await page.waitForURL(new RegExp(`/engagements/${engagementId}$`))
  await page.getByText(t('engagements.page.noConflict')).waitFor()
  await expectSound(walker)
  const vendorId = (await page.locator('a[href^="/vendors/"]').evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''))).map((href) => /^\/vendors\/([0-9a-f-]{36})/.exec(href)?.[1]).find(Boolean)
  return { vendorId: vendorId!, engagementId }
}

/** A logistics vendor's scope: no sensitive information, nothing abroad. */
async function fillScope({ page, t, locale }: Walker): Promise<void> {
  const choose = async (item: string, ...values: string[]) => {
    for (const value of values) await page.locator(`[name="${item}"][value="${value}"]`).check()
  }
  const row = (column: string) => page.locator(`[name="IN-05[0].${column}"]`)
  await choose('IN-04', 'logistics')
  await choose('IN-06', 'contact', 'identity_basic', 'transaction')
  await page.locator('[name="IN-07"]').fill('60000')
  await choose('IN-08', 'view', 'store')
  await row('scenario').fill(locale === 'en' ? 'Delivery' : '送货')
  for (const type of ['contact', 'identity_basic', 'transaction']) await page.locator(`[name="IN-05[0].info_types"][value="${type}"]`).check()
  for (const operation of ['view', 'store']) await page.locator(`[name="IN-05[0].operations"][value="${operation}"]`).check()
  await row('purpose').selectOption('logistics')
  await row('systems').fill(locale === 'en' ? 'Waybills' : '运单系统')
  await choose('IN-09', 'api_or_file')
  await page.locator('[name="IN-10[0].country"]').selectOption('CN')
  await page.locator('[name="IN-10[0].function"]').selectOption('store')
  await choose('IN-11', 'same_jurisdiction')
  await choose('IN-12', 'one_or_two')
  await choose('IN-13', 'medium')
  await choose('IN-14', 'easy')
  await page.locator('[name="IN-15"]').fill(dayOf())
  await page.locator('[name="IN-16"]').fill(dayOf({ years: 2 }))
  await choose('IN-17', 'contract')
  await choose('IN-18', 'partly')
  for (const item of ['IN-20', 'IN-21', 'IN-22']) await choose(item, 'no')
  await choose('IN-23', 'entrusted')
  await page.locator('input[type=file][name=file]').setInputFiles(aPdfFile('pia.pdf'))
  await expect.poll(() => page.getByRole('complementary', { name: t('engagements.inherent.live') }).textContent()).toContain('T3')
}
