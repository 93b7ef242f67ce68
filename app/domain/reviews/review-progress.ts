import type { AssessmentStatus } from '../assessments/assessment.ts'

/** How far a vendor is with its answers, as the company sees it while it waits. */
export type ReviewProgress = {
  status: AssessmentStatus
  dueOn: string
  invitedAt: Date
  message: string | null
  withdrawalReason: string | null
  questionnaire: string
  answered: number
  questions: number
  sections: { id: string; name: string; questions: number; answered: number }[]
  asked: { id: string; questionId: string; question: string; reply: string | null }[]
  maySend: boolean
}
