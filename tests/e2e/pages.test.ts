import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Locale } from '#app/i18n/locale.ts'
import { launchBrowser } from '#tests/support/browser.ts'
import { startInstallation, type Installation } from '#tests/support/installation.ts'
import { enterAs, expectSound, openWalker, visit, type Walker } from '#tests/support/journey.ts'

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

const TABS = ['engagements', 'assessments', 'findings', 'agreements', 'transfers', 'audits', 'violations', 'documents', 'contacts', 'trail']
const LISTS = [
  '/work', '/vendors', '/engagements', '/assessments', '/findings', '/agreements', '/calendar', '/calendar?view=list', '/calendar?view=month', '/calendar?view=year',
  '/audits', '/violations', '/notifications', '/regulation', '/risk', '/settings/account', '/settings/account/password', '/settings/sessions',
]
const ADMINISTRATION = [
  '/mailbox', '/trail', '/trail/verify', '/settings/organisation', '/settings/organisation/remove-demo', '/settings/people', '/settings/people/invite', '/settings/calendar', '/settings/calendar/add',
]
const DOORS = ['/sign-in', '/sign-up', '/forgot']

/** The first address on a page that names one thing of a kind. */
async function firstOf(walker: Walker, list: string, kind: string): Promise<string> {
  await visit(walker, list)
  const hrefs = await walker.page.locator(`main a[href^="/${kind}/"]`).evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''))
  const found = hrefs.find((href) => /\/[0-9a-f-]{36}$/.test(href))
  expect(found, `${list} names one of /${kind}`).toBeDefined()
  return found!
}

/** One of each kind, a vendor with its tabs, and the case that the law leaves no way out of. */
async function detailsFor(walker: Walker): Promise<string[]> {
  const active = await firstOf(walker, '/vendors?status=active', 'vendors')
  const ending = await firstOf(walker, '/vendors?flag=MUST_TERMINATE', 'vendors')
  const review = await firstOf(walker, '/assessments', 'assessments')
  return [
    active, ...TABS.map((tab) => `${active}/${tab}`), ending,
    await firstOf(walker, `${ending}/violations`, 'violations'),
    await firstOf(walker, '/engagements', 'engagements'),
    review, `${review}/decision`, `${review}/sending`,
    await firstOf(walker, '/findings', 'findings'),
    await firstOf(walker, '/agreements', 'agreements'),
    await firstOf(walker, '/audits', 'audits'),
  ]
}

/** Everything wrong with the pages, one line a page: an empty list is what is wanted. */
async function wrongWith(walker: Walker, addresses: string[]): Promise<string[]> {
  const wrong: string[] = []
  for (const address of addresses) {
    walker.complaints.length = 0
    try {
      await visit(walker, address)
      expect(await walker.page.locator('html').getAttribute('lang'), address).toBe(walker.locale)
      await expectSound(walker)
    } catch (error) {
      wrong.push(`${address}: ${error instanceof Error ? error.message : String(error)}`)
    }
  }
  return wrong
}

/** The same pages in a browser that runs no script: they answer and say what they are about. */
async function silentWithoutScript(walker: Walker, addresses: string[]): Promise<string[]> {
  const context = await browser.newContext({ javaScriptEnabled: false, locale: walker.locale, storageState: await walker.context.storageState() })
  const page = await context.newPage()
  const silent: string[] = []
  for (const address of addresses) {
    const answer = await page.goto(walker.url + address)
    if (answer?.status() !== 200 || !(await saysWhatItIs(page))) silent.push(`${address}: ${answer?.status()}`)
  }
  await context.close()
  return silent
}

const saysWhatItIs = async (page: Page) => ((await page.locator('h1').first().textContent()) ?? '').trim() !== ''

async function lookAt(locale: Locale, who: string | undefined, find: (walker: Walker) => Promise<string[]>): Promise<void> {
  const walker = await openWalker(browser, running.url, locale)
  if (who) await enterAs(walker, who)
  const addresses = await find(walker)
  expect({ wrong: await wrongWith(walker, addresses), silent: await silentWithoutScript(walker, addresses) }).toEqual({ wrong: [], silent: [] })
  await walker.context.close()
}

describe.each(['zh-CN', 'en'] as const)('every page of the demo, in %s', (locale) => {
  test('doors', () => lookAt(locale, undefined, () => Promise.resolve(DOORS)), 300_000)
  test('lists and own settings', () => lookAt(locale, '周敏', () => Promise.resolve(LISTS)), 900_000)
  test('a vendor and one of everything', () => lookAt(locale, '周敏', detailsFor), 900_000)
  test('administration', () => lookAt(locale, '韩雪', async (walker) => [...ADMINISTRATION, await firstOf(walker, '/mailbox', 'mailbox'), await firstOf(walker, '/settings/people', 'settings/people')]), 900_000)
})
