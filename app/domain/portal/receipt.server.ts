import { createHash } from 'node:crypto'
import { countryOptions } from '#app/i18n/countries.ts'
import { translator } from '#app/i18n/index.ts'
import type { Locale } from '#app/i18n/locale.ts'
import { givenOf } from '../assessments/answers.ts'
import { Problem } from '../errors.ts'
import { answerLines } from './answer-text.ts'
import type { Answering } from './answering.server.ts'
import { viewsOf } from './page-data.server.ts'

type ReceiptAnswer = { questionId: string; text: string; lines: string[]; na?: string; note?: string }
type ReceiptSection = { id: string; label: string; answers: ReceiptAnswer[] }
type ReceiptFile = { questionId: string; name: string; sizeBytes: number; sha256: string }

/** The vendor's proof of what it handed in, in one language. Throws conflict while nothing was handed in. */
export function receiptOf(answering: Answering, locale: Locale) {
  const { assessment, questionnaire, attached, progress } = answering
  const { submittedAt, attestation } = assessment
  if (!submittedAt || !attestation) throw new Problem('conflict', 'portal.not_submitted')
  return {
    ref: assessment.ref,
    submittedAt,
    attestation: { name: attestation.name, role: attestation.role },
    version: questionnaire.version,
    sections: sectionsOf(answering, locale),
    files: attached
      .filter(({ questionId }) => progress.visible.includes(questionId))
      .map(({ questionId, name, sizeBytes, sha256 }): ReceiptFile => ({ questionId, name, sizeBytes, sha256 })),
    digest: digestOf(answering),
  }
}

function sectionsOf(answering: Answering, locale: Locale): ReceiptSection[] {
  const visible = new Set(answering.progress.visible)
  const views = viewsOf(answering, visible, locale)
  const countries = countryOptions(locale)
  return answering.questionnaire.compiled.template.sections.flatMap(({ id, zh, en }) => {
    const answers = views
      .filter(({ section }) => section === id)
      .map((view): ReceiptAnswer => {
        const given = givenOf(answering.rows.find(({ questionId }) => questionId === view.id))
        return {
          questionId: view.id,
          text: view.text,
          lines: given.isNa ? [] : answerLines(view, given, countries),
          na: given.isNa ? (given.naReason ?? translator(locale)('common.answer.notSet')) : undefined,
          note: given.note,
        }
      })
    return answers.length > 0 ? [{ id, label: locale === 'en' ? en : zh, answers }] : []
  })
}

/** SHA-256 over the stored answers and the files' own digests, in the questionnaire's order. */
function digestOf({ rows, attached, progress, assessment }: Answering): string {
  const answers = progress.visible.map((id) => {
    const row = rows.find(({ questionId }) => questionId === id)
    return [id, row?.value ?? null, row?.isNa ?? false, row?.naReason ?? null, row?.note ?? null]
  })
  const files = attached.map(({ questionId, sha256 }) => `${questionId} ${sha256}`).sort()
  const { ref, questionnaireVersionId, attestation } = assessment
  return createHash('sha256').update(JSON.stringify({ ref, questionnaireVersionId, attestation, answers, files })).digest('hex')
}
