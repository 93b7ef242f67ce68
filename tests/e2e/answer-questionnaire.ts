import fs from 'node:fs'
import { parse } from 'yaml'
import type { Locator } from 'playwright-core'
import { expect } from 'vitest'
import type { Question, QuestionnaireTemplate } from '#app/domain/questionnaires/template.ts'
import { download, expectSound, heading, press, speak, takenOver, visit, type Walker } from '#tests/support/journey.ts'
import { aPdfFile, dayOf } from './request-vendor.ts'
import type { Invited, VendorPerson } from './send-questionnaire.ts'

const { questions } = parse(fs.readFileSync('templates/questionnaires/default-security-privacy.yaml', 'utf8')) as QuestionnaireTemplate
const byId = new Map(questions.map((question) => [question.id, question]))

/** The vendor's person opens the link in a browser of their own and lands at the questions. */
export async function openLink(walker: Walker, { link, assessmentId }: Invited): Promise<void> {
  const { page, t } = walker
  for (let look = 0; look < 2; look++) await visit(walker, new URL(link).pathname) // a mail scanner's look spends nothing
  await speak(walker)
  await expectSound(walker)
  await press(walker, t('portal.link.continue'))
  await page.waitForURL(new RegExp(`/portal/assessments/${assessmentId}`))
  await takenOver(page)
  await heading(walker, t('portal.tasks.title'))
  await expectSound(walker)
}

/** Answers every section as well as it can be answered, with the documents asked for. */
export async function answerEverySection(walker: Walker, assessmentId: string): Promise<number> {
  const { page, t } = walker
  const home = `/portal/assessments/${assessmentId}`
  const hrefs = await page.locator(`a[href^="${home}/"]`).evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''))
  const sections = [...new Set(hrefs)].filter((href) => /\/[A-Z]{3}$/.test(href))
  let answered = 0
  for (const section of sections) {
    await visit(walker, section)
    answered += await answerSection(walker)
    await page.getByRole('status').filter({ hasText: savedWords(walker) }).waitFor()
    await expectSound(walker)
  }
  await visit(walker, `${home}/check`)
  await page.getByText(t('portal.check.complete')).waitFor()
  return answered
}

/** 'Saved 10:15' without its time. */
const savedWords = ({ t }: Walker) => t('portal.section.saved', { time: '' }).trim()

async function answerSection({ page }: Walker): Promise<number> {
  const done = new Set<string>()
  for (;;) {
    const ids = await page.locator('.question[data-question]').evaluateAll((all) => all.map((each) => each.getAttribute('data-question') ?? ''))
    const next = ids.find((id) => !done.has(id))
    if (next === undefined) return done.size
    await answer(page.locator(`.question[data-question="${next}"]`), byId.get(next)!)
    done.add(next)
  }
}

async function answer(at: Locator, question: Question): Promise<void> {
  const { id, type } = question
  const own = at.locator(`[name="${id}"]`)
  if (type === 'yesno' || type === 'single') await own.and(at.page().locator(`[value="${best(question)}"]`)).check()
  if (type === 'multi') for (const { v, exclusive } of question.options ?? []) if (!exclusive) await own.and(at.page().locator(`[value="${v}"]`)).check()
  if (type === 'number') await own.fill(String(bestNumber(question)))
  if (type === 'date') await own.fill(dayOf({ months: -2 }))
  if (type === 'text') await own.fill('没有发生过影响客户信息的事件。No incident touched customer information.')
  if (type === 'table') await fillTable(at, question)
  if (type === 'file' || isProofCalled(question)) await attach(at, `${id}.pdf`)
}

const best = ({ options = [] }: Question): string => options.reduce((top, each) => (Number(each.score ?? 0) > Number(top.score ?? 0) ? each : top)).v

/** Whether the best answer has to be proved by a document. */
function isProofCalled(question: Question): boolean {
  const { evidence } = question
  if (evidence?.mode !== 'required') return false
  const when = evidence.when as { op: string; v?: unknown } | undefined
  if (when?.op === 'in') return (when.v as string[]).includes(best(question))
  if (when?.op === 'ne') return when.v !== best(question)
  return when?.op === 'eq' ? when.v === best(question) : true
}

/** The figure that scores most: the first band's own limit. */
function bestNumber({ bands = [] }: Question): number {
  const [first] = bands as { lte?: number; gte?: number }[]
  return first?.lte ?? first?.gte ?? 1
}

/** One row, or for the accountable people one row a role. */
async function fillTable(at: Locator, { id, columns = [] }: Question): Promise<void> {
  const roles = id === 'GOV-02' ? ['privacy_lead', 'incident_contact'] : [undefined]
  for (const [row, role] of roles.entries()) {
    if (row > 0) await at.locator(`button[name="${id}.rows"]`).click()
    for (const column of columns) {
      const cell = at.locator(`[name="${id}.${row}.${column.id}"]`)
      if (column.id === 'role' && role) await cell.selectOption(role)
      else if (column.type === 'country') await cell.selectOption('CN')
      else if (column.type === 'yesno') await cell.selectOption('yes')
      else if (column.type === 'single') await cell.selectOption({ index: 1 })
      else if (column.type === 'multi') await cell.first().check()
      else if (column.type === 'date') await cell.fill(dayOf({ months: -2 }))
      else await cell.fill(column.id === 'email' ? 'person@vendor.example' : column.id === 'phone' ? '13800000000' : '广州 Guangzhou')
    }
  }
}

async function attach(at: Locator, name: string): Promise<void> {
  const box = at.locator('input[type=file]').first()
  await box.setInputFiles(aPdfFile(name))
  await at.locator('.files').getByText(name).first().waitFor()
  await expect.poll(() => at.locator('.upload-bar').count()).toBe(0)
}

/** Hands the answers in with name and role, and keeps the receipt. */
export async function submitAnswers(walker: Walker, assessmentId: string, { name }: VendorPerson): Promise<void> {
  const { page, t } = walker
  await expectSound(walker)
  await page.locator('[name=name]').fill(name)
  await page.locator('[name=role]').fill(walker.locale === 'en' ? 'Security lead' : '信息安全负责人')
  await page.locator('[name=confirmed]').check()
  await press(walker, t('portal.check.submit'))
  await page.waitForURL(/\/receipt$/)
  await heading(walker, t('portal.receipt.title'))
  await expectSound(walker)
  expect(await download(walker, `/portal/assessments/${assessmentId}/receipt.pdf`)).toEqual({ status: 200, start: '%PDF' })
}
