import type { Answer, EvidenceStatus, EvidenceType, Question } from '../questionnaires/template.ts'
import { evidenceStatus, type AttachedEvidence } from '../scoring/evidence-status.ts'

/** A document attached to an answer, as far as its status depends on it. */
type JudgedPiece = {
  type: string
  issuedOn: string | null
  expiresOn: string | null
  verdict: 'verified' | 'certified' | 'rejected' | null
  withdrawnAt: Date | null
}

type Facts = { question: Question; answer: Answer | undefined; pieces: readonly JudgedPiece[]; types: ReadonlyMap<string, EvidenceType>; assessmentDate: string }

/** The status that an answer's documents give it on a date (scoring.md §5); `pieces` are in the order in which they were attached. */
export function statusOfAnswer({ question, answer, pieces, types, assessmentDate }: Facts): EvidenceStatus {
  const attached = pieces.flatMap((piece): AttachedEvidence[] => {
    const type = types.get(piece.type)
    if (!type) return []
    return [{
      type,
      issuedOn: piece.issuedOn ?? undefined,
      expiresOn: piece.expiresOn ?? undefined,
      review: piece.verdict ?? 'unreviewed',
      withdrawn: piece.withdrawnAt !== null,
    }]
  })
  const answered = answer?.value !== undefined || answer?.corrected !== undefined
  return evidenceStatus({ mode: question.evidence.mode, answered, assessmentDate, attached })
}
