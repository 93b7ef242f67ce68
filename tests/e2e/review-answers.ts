import { expect } from 'vitest'
import { download, expectSound, press, visit, type Walker } from '#tests/support/journey.ts'

/** Compliance declares its interests, judges every document, approves the answers and proposes the decision. */
export async function reviewAnswers(walker: Walker, assessmentId: string): Promise<void> {
  const { page, t } = walker
  const home = `/assessments/${assessmentId}`
  await visit(walker, home)
  await expectSound(walker)
  await press(walker, t('review.start.submit'))
  await page.getByRole('heading', { name: t('review.first.title') }).waitFor()
  await expectSound(walker)
  await acceptDocuments(walker, home)
  await approveAnswers(walker, home)
  await expectSound(walker)
  await visit(walker, `${home}/decision`)
  await expectSound(walker)
  await press(walker, t('review.decision.propose'))
  await page.getByText(t('review.done.propose')).first().waitFor()
}

/** Document by document, at the answer that it proves. */
async function acceptDocuments(walker: Walker, home: string): Promise<void> {
  const { page, t } = walker
  const ids = await page.locator('li.ans').filter({ hasText: t('review.reason.evidence_unreviewed') }).evaluateAll((all) => all.map(({ id }) => id))
  for (const id of ids) {
    await visit(walker, `${home}?q=${id}`)
    const open = page.locator('.pane.beside .document').filter({ hasText: t('review.evidence.unreviewed') })
    for (let left = await open.count(); left > 0; left--) {
      await press(walker, t('review.evidence.accept'), open.first())
      await expect.poll(() => open.count()).toBe(left - 1)
    }
  }
}

/** What still stands out one by one, the plain rest with one press. */
async function approveAnswers(walker: Walker, home: string): Promise<void> {
  const { page, t } = walker
  await visit(walker, home)
  const first = page.locator('.answers > ol > li.ans')
  for (let left = await first.count(); left > 0; left--) {
    await first.first().getByRole('button', { name: t('review.act.approve') }).click()
    await expect.poll(() => first.count()).toBe(left - 1)
  }
  const rest = page.locator('.rest')
  if ((await rest.count()) === 0) return
  await rest.locator('summary').click()
  await rest.getByRole('button').click()
  await rest.waitFor({ state: 'detached' })
}

/** A second person confirms what was proposed. */
export async function confirmDecision(walker: Walker, assessmentId: string): Promise<void> {
  const { page, t } = walker
  await visit(walker, `/assessments/${assessmentId}/decision`)
  await expectSound(walker)
  await press(walker, t('review.decision.confirm'))
  await page.getByRole('heading', { name: t('review.decision.decided') }).waitFor()
  await page.getByRole('main').getByText(t('scoring.decision.approve')).first().waitFor()
  await expectSound(walker)
  expect(await download(walker, `/assessments/${assessmentId}/memo.pdf`)).toEqual({ status: 200, start: '%PDF' })
}
