import type { Browser, BrowserContext, Locator, Page } from 'playwright-core'
import { expect } from 'vitest'
import type { Locale } from '#app/i18n/locale.ts'
import { translator } from '#app/i18n/index.ts'
import type { Translate } from '#app/i18n/translate.ts'
import { expectNoAxe } from './axe.ts'

/** A person at a browser of their own. */
export type Walker = {
  page: Page
  context: BrowserContext
  url: string
  locale: Locale
  t: Translate
  /** What the browser's console complained about; `expectQuiet` looks here. */
  complaints: string[]
}

const DESK = { width: 1280, height: 900 }
const PHONE = { width: 360, height: 740 }

/** Opens a fresh browser whose reader prefers the language. */
export async function openWalker(browser: Browser, url: string, locale: Locale): Promise<Walker> {
  const context = await browser.newContext({ locale, viewport: DESK, reducedMotion: 'reduce', permissions: ['clipboard-read', 'clipboard-write'] })
  const page = await context.newPage()
  page.setDefaultTimeout(30_000)
  page.setDefaultNavigationTimeout(60_000)
  const complaints: string[] = []
  page.on('console', (message) => message.type() === 'error' && complaints.push(`${page.url()}: ${message.text()}`))
  page.on('pageerror', (error) => complaints.push(`${page.url()}: ${error.message}`))
  return { page, context, url, locale, t: translator(locale), complaints }
}

/** Opens a page and waits until React has taken it over. */
export async function visit(walker: Walker, path: string): Promise<void> {
  const answer = await walker.page.goto(path.startsWith('http') ? path : walker.url + path)
  expect(answer?.status(), path).toBe(200)
  await takenOver(walker.page)
}

/** React knows the page, or in the vendor's portal its questions: what is pressed now is handled by it. */
export async function takenOver(page: Page): Promise<void> {
  await page.waitForFunction(() => {
    const isPortal = document.documentElement.dataset.catalogue === 'portal'
    const live = isPortal ? document.querySelector('[data-question]') : (document.querySelector('main') ?? document.body)
    return (isPortal && live === null) || Object.keys(live ?? {}).some((key) => key.startsWith('__reactProps'))
  })
}

/** Enters the demo as one of its people, in the language of the walker. */
export async function enterAs(walker: Walker, name: string): Promise<void> {
  const { page } = walker
  await visit(walker, '/sign-in')
  await page.getByRole('button', { name: new RegExp(`· ${name}`) }).click()
  await page.waitForURL((url) => !url.pathname.startsWith('/sign-in'))
  await takenOver(page)
  await speak(walker)
}

/** Presses the language switch when the page is not in the walker's language. */
export async function speak({ page, locale, t }: Walker): Promise<void> {
  if ((await page.locator('html').getAttribute('lang')) === locale) return
  const own = page.locator(`form[action="/locale"] button[value="${locale}"]`)
  if (!(await own.first().isVisible())) await page.locator('details:has(form[action="/locale"]) > summary').first().click()
  await own.filter({ visible: true }).first().click()
  await page.locator(`html[lang="${locale}"]`).waitFor()
  await takenOver(page)
  expect(await page.locator('html').getAttribute('lang'), t('common.language.en')).toBe(locale)
}

/** The page as it stands: nothing wider than the window on a desk or a phone, axe finds nothing, the console is quiet. */
export async function expectSound({ page, complaints }: Walker): Promise<void> {
  expect(await page.title(), `title of ${page.url()}`).toMatch(/^.+ · Custodia$/)
  await expectNoAxe(page)
  await expectFits(page)
  await page.setViewportSize(PHONE)
  await expectFits(page)
  await page.setViewportSize(DESK)
  expect(complaints).toEqual([])
}

async function expectFits(page: Page): Promise<void> {
  const { content, window } = await page.evaluate(() => ({ content: document.documentElement.scrollWidth, window: document.documentElement.clientWidth }))
  expect(content, `width of ${page.url()}`).toBeLessThanOrEqual(window)
}

/** Presses the button with these words. */
export const press = ({ page }: Walker, words: string, within: Page | Locator = page) => within.getByRole('button', { name: words, exact: true }).filter({ visible: true }).first().click()

/** Follows the link with these words to the address that ends so. */
export async function follow({ page }: Walker, words: string, to: RegExp): Promise<void> {
  await page.getByRole('link', { name: words, exact: true }).filter({ visible: true }).first().click()
  await page.waitForURL(to)
  await page.locator('h1').first().waitFor()
}

/** Waits for the page's first heading, word for word. */
export const heading = ({ page }: Walker, words: string) => page.getByRole('heading', { name: words, exact: true }).first().waitFor()

/** The first bytes of what an address of this installation answers to the walker. */
export async function download({ context, url }: Walker, path: string): Promise<{ status: number; start: string }> {
  const answer = await context.request.get(url + path)
  return { status: answer.status(), start: (await answer.body()).subarray(0, 4).toString('latin1') }
}
