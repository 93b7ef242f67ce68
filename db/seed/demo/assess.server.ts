import { eq, and } from 'drizzle-orm'
import { decisions } from '#db/schema/index.ts'
import { saveSection } from '#app/domain/assessments/save-section.server.ts'
import { submitAssessment } from '#app/domain/assessments/submit-assessment.server.ts'
import { confirmDecision } from '#app/domain/decisions/confirm-decision.server.ts'
import { proposeDecision } from '#app/domain/decisions/propose-decision.server.ts'
import { attachUpload } from '#app/domain/evidence/attach-upload.server.ts'
import { describeEvidence } from '#app/domain/evidence/describe-evidence.server.ts'
import { receiveFile } from '#app/domain/evidence/receive-file.server.ts'
import { loadAnswering } from '#app/domain/portal/answering.server.ts'
import { approveAnswers } from '#app/domain/reviews/approve-answers.server.ts'
import { askClarification } from '#app/domain/reviews/ask-clarification.server.ts'
import { judgeEvidence } from '#app/domain/reviews/judge-evidence.server.ts'
import { returnAssessment } from '#app/domain/reviews/return-assessment.server.ts'
import { listAttachedEvidence } from '#app/domain/reviews/attached-evidence.server.ts'
import { startReview } from '#app/domain/reviews/start-review.server.ts'
import { strongAnswers, type DemoAnswers } from './answers.ts'
import { as, asContact, type DemoWorld } from './demo-world.server.ts'
import { reaches, type Onboarded } from './onboard.server.ts'
import { demoPdf, once } from './papers.ts'
import type { DemoVendor } from './vendors.ts'

const PAPERS: Record<string, string> = {
  'GOV-01': 'ISO-IEC-27001-certificate.pdf', 'GOV-03': 'Security-and-privacy-policies.pdf', 'GOV-05': 'Business-licence.pdf', 'LAW-05': 'Collection-screens.pdf', 'LAW-07': 'Guardian-consent-rules.pdf',
  'ACC-01': 'Access-matrix-and-approvals.pdf', 'ACC-05': 'Access-log-sample.pdf', 'ENC-01': 'Encryption-design.pdf', 'TRN-01': 'Transport-scan-result.pdf',
  'TRN-05': 'Standard-contract-filing.pdf', 'SEC-04': 'Penetration-test-summary.pdf', 'INC-01': 'Incident-response-plan.pdf', 'AUD-03': 'Independent-audit-report.pdf',
}

/** The vendor answers, attaches and submits; the company reviews and decides, as far as the vendor goes. */
export async function assess(world: DemoWorld, spec: DemoVendor, done: Onboarded): Promise<void> {
  const { assessmentId, contact } = done
  if (!assessmentId || !reaches(spec, 'answering')) return
  const answered = -spec.began + 9
  const answers: DemoAnswers = {
    ...strongAnswers({ on: (days) => world.clock.date(answered - days), person: { name: contact.name, email: `security@${spec.domain}`, phone: '+86 400 555 0199' }, site: spec.address }),
    ...spec.answers,
  }
  await answer(world, spec, { assessmentId, answers, day: answered })
  if (!reaches(spec, 'submitted')) return
  await asContact(world, contact, { day: answered + 2, minute: 30 }, (ctx) => submitAssessment(ctx, { assessmentId, name: contact.name, role: '安全负责人' }))
  if (!reaches(spec, 'reviewing')) return
  await review(world, spec, { assessmentId, day: answered + 4 })
  if (spec.until === 'returned' || !reaches(spec, 'proposed')) return
  await decide(world, spec, { assessmentId, day: answered + 6 })

  async function answer(world: DemoWorld, spec: DemoVendor, { assessmentId, answers, day }: { assessmentId: string; answers: DemoAnswers; day: number }) {
    for (let round = 0; round < 4; round++) {
      const saved = await asContact(world, contact, { day, minute: round * 20 }, async (ctx) => {
        const { progress, questionnaire } = await loadAnswering(ctx, assessmentId)
        const open = new Set(progress.gaps.map(({ questionId }) => questionId).filter((id) => answers[id] !== undefined))
        const sections = questionnaire.compiled.template.sections.slice(0, spec.until === 'answering' ? 7 : undefined)
        let count = 0
        for (const { id: section } of sections) {
          const written = await saveSection(ctx, {
            assessmentId,
            belongs: (question) => question.section === section,
            read: (questions) => questions.filter(({ id }) => open.has(id)).map(({ id }) => ({ questionId: id, given: { value: answers[id], isNa: false }, revision: 0 })),
          })
          count += written.length
        }
        return count
      })
      if (saved === 0) break
    }
    await attachPapers(world, spec, { assessmentId, day })
  }

  async function attachPapers(world: DemoWorld, spec: DemoVendor, { assessmentId, day }: { assessmentId: string; day: number }) {
    await asContact(world, contact, { day: day + 1, minute: 10 }, async (ctx) => {
      const { questionnaire, given, progress } = await loadAnswering(ctx, assessmentId)
      for (const question of questionnaire.compiled.template.questions) {
        const name = PAPERS[question.id]
        const isDue = question.type === 'file' || given.answers[question.id]?.value !== undefined
        if (!name || !isDue || !progress.visible.includes(question.id)) continue
        const file = await receiveFile(ctx.actor.orgId, { name, source: once(demoPdf(name, `${spec.nameAlt} ${question.id}`)) })
        const { evidenceId } = await attachUpload(ctx, { assessmentId, questionId: question.id, file })
        const expiresOn = question.id === 'GOV-01' ? world.clock.date(spec.certificateDays ?? 400) : undefined
        await describeEvidence(ctx, { evidenceId, type: question.evidence.types?.[0] ?? 'record', issuedOn: world.clock.date(day - 60), expiresOn })
      }
    })
  }
}

async function review(world: DemoWorld, spec: DemoVendor, { assessmentId, day }: { assessmentId: string; day: number }) {
  await as(world, 'compliance', { day }, async (ctx) => {
    await startReview(ctx, assessmentId, { statement: '本人与该供应商及其关联方无利益关系。' })
    if (spec.until === 'reviewing') return
    for (const piece of await listAttachedEvidence(ctx, assessmentId)) {
      await judgeEvidence(ctx, assessmentId, { questionId: piece.questionId, evidenceId: piece.evidenceId, verdict: 'verified' })
    }
    if (spec.until === 'returned') {
      await askClarification(ctx, assessmentId, { questionId: 'ACC-03', question: '请附最近一次权限复核的日期与整改清单。' })
      await askClarification(ctx, assessmentId, { questionId: 'SEC-03', question: '15天是平均值还是上限？请说明超期的处理方式。' })
      await returnAssessment(ctx, assessmentId, { dueOn: world.clock.date(day + 30) })
      return
    }
    await approveAnswers(ctx, assessmentId, { questionIds: Object.keys(strongAnswers({ on: () => '2026-01-01', person: { name: '', email: '', phone: '' }, site: '' })) })
  })
}

async function decide(world: DemoWorld, spec: DemoVendor, { assessmentId, day }: { assessmentId: string; day: number }) {
  await as(world, 'compliance', { day }, (ctx) => proposeDecision(ctx, assessmentId, {}))
  if (!reaches(spec, 'decided')) return
  await as(world, 'head', { day: day + 1, minute: 15 }, async (ctx) => {
    const [proposal] = await ctx.db.select().from(decisions).where(and(eq(decisions.orgId, ctx.actor.orgId), eq(decisions.assessmentId, assessmentId)))
    await confirmDecision(ctx, assessmentId, { revision: proposal!.revision })
  })
}
