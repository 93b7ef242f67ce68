import type { AnswerValue, Question } from '../questionnaires/template.ts'
import type { ExplainedQuestion, Explanation } from '../scoring/explanation.ts'
import { roundHalfUp } from '../scoring/round-half-up.ts'
import { answerWords, inLocale, type AnswerWording } from './answer-words.ts'
import type { ReviewAnswer, ReviewDocument } from './review-answer.ts'
import { isSettled, reviewReasons } from './review-reasons.ts'
import type { AnswerRow, Scored } from './score-of.server.ts'

type Clarification = { id: string; questionId: string; question: string; sentAt: Date | null; reply: string | null; repliedAt: Date | null }
type Note = { id: string; questionId: string | null; body: string; author: string | null; createdAt: Date }
type Known = {
  scored: Scored
  explanation: Explanation
  clarifications: readonly Clarification[]
  notes: readonly Note[]
  /** The last decided assessment's answers and scores by question. */
  last: { rows: readonly Pick<AnswerRow, 'questionId' | 'value' | 'corrected'>[]; scores: Record<string, number> }
  wording: AnswerWording
}

/** Every visible question of an assessment with its answer, score, documents, questions and notes, in file order. */
export function reviewAnswers(known: Known): ReviewAnswer[] {
  const { scored, explanation } = known
  const questions = new Map(scored.compiled.template.questions.map((question) => [question.id, question]))
  return explanation.questions.flatMap((explained) => {
    const question = questions.get(explained.id)
    return question ? [answerOf(known, question, explained)] : []
  })
}

function answerOf(known: Known, question: Question, explained: ExplainedQuestion): ReviewAnswer {
  const { scored, explanation, wording, notes, clarifications } = known
  const { template } = scored.compiled
  const say = (words: { zh: string; en: string }) => inLocale(wording.locale, words)
  const row = scored.rows.find(({ questionId }) => questionId === question.id)
  const value = valueOf(row?.value)
  const corrected = row?.corrected
  const finding = explanation.findings.find((each) => each.question === question.id)
  const documents = documentsOf(known, question.id)
  const asked = clarifications.filter(({ questionId }) => questionId === question.id)
  const knockouts = explanation.knockouts.filter(({ questions }) => questions.includes(question.id)).map((each) => ({ code: each.code, text: say(each) }))
  const lastRow = known.last.rows.find(({ questionId }) => questionId === question.id)
  const lastValue = valueOf(lastRow?.corrected?.value ?? lastRow?.value)
  const changed = lastValue !== undefined && value !== undefined && question.type !== 'file' && JSON.stringify(lastValue) !== JSON.stringify(value)
  const state = {
    knockouts: knockouts.length,
    finding: finding !== undefined && finding.cause === 'answer',
    naPending: row?.isNa === true && row.naStatus !== 'accepted' && row.naStatus !== 'refused',
    evidenceMode: question.evidence.mode,
    status: explained.status,
    unreviewed: documents.filter(({ verdict, withdrawn }) => verdict === null && !withdrawn).length,
    certifiedAgain: explained.status === 'provided' && scored.input.answers[question.id]?.status === 'certified',
    replied: asked.some(({ repliedAt }) => repliedAt !== null),
    a: explained.a,
    lastA: lastRow && known.last.scores[question.id],
    changed,
    reviewed: row !== undefined && row.reviewedAt !== null,
  }
  const reasons = reviewReasons(state)
  return {
    id: question.id,
    section: question.section,
    weight: question.weight,
    type: question.type,
    question: say(question),
    clauses: question.clauses,
    unit: question.unit,
    options: (question.options ?? []).map((option) => ({ v: option.v, label: say(option) })),
    value,
    words: answerWords(template, question, value, wording),
    last: changed ? answerWords(template, question, lastValue, wording) : undefined,
    note: row?.note ?? undefined,
    isNa: row?.isNa ?? false,
    naReason: row?.naReason ?? undefined,
    naStatus: row?.isNa ? (row.naStatus ?? 'pending') : undefined,
    correction: corrected ? correctionOf(known, question, corrected) : undefined,
    a: explained.a,
    e: explained.e,
    status: explained.status,
    costBp: costOf(explanation, explained),
    finding: finding && { text: say(finding), severity: finding.severity, dueDays: finding.dueDays, preContract: finding.preContract },
    knockouts,
    proof: wording.locale === 'en' ? question.evidence.en : question.evidence.zh,
    documents,
    asked: asked.map((each) => ({ id: each.id, question: each.question, sent: each.sentAt !== null, reply: each.reply ?? undefined })),
    notes: notes.filter(({ questionId }) => questionId === question.id).map(({ id, body, author, createdAt }) => ({ id, body, author: author ?? '', at: createdAt })),
    reasons,
    reviewed: state.reviewed,
    settled: isSettled(state, reasons),
  }
}

function correctionOf({ scored, wording }: Known, question: Question, { value, reason, by }: NonNullable<AnswerRow['corrected']>) {
  const corrected = value as AnswerValue // checked when it was corrected
  return { words: answerWords(scored.compiled.template, question, corrected, wording), value: corrected, reason, by }
}

function documentsOf({ scored, wording }: Known, questionId: string): ReviewDocument[] {
  const types = new Map(scored.compiled.template.evidence_types.map((type) => [type.id, inLocale(wording.locale, type)]))
  return scored.attached
    .filter((each) => each.questionId === questionId)
    .map(({ evidenceId, fileId, fileName, sizeBytes, sha256, issuedOn, expiresOn, attachedAt, verdict, verdictReason, withdrawnAt, type }) => ({
      evidenceId, fileId, fileName, sizeBytes, sha256, issuedOn, expiresOn, attachedAt, verdict, verdictReason,
      kind: types.get(type) ?? type,
      withdrawn: withdrawnAt !== null,
      alsoFor: scored.attached.filter((other) => other.evidenceId === evidenceId && other.questionId !== questionId && other.withdrawnAt === null).map((other) => other.questionId),
    }))
}

/** W·lost / (Σw·ΣW), as in scoring.md §6. */
function costOf({ sections }: Explanation, { section, lost }: ExplainedQuestion): number {
  const own = sections.find(({ id }) => id === section)
  const total = sections.reduce((sum, { weight }) => sum + weight, 0)
  return own === undefined || lost === 0 ? 0 : roundHalfUp(own.weight * lost, own.questionWeight * total)
}

function valueOf(value: unknown): AnswerValue | undefined {
  return value === null || value === undefined ? undefined : (value as AnswerValue) // checked when it was saved
}
