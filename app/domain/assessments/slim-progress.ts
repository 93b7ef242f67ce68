import type { Progress } from './progress.ts'

/** As much of the progress as the vendor's page needs. */
export type SlimProgress = {
  sections: { id: string; questions: number; answered: number }[]
  gaps: { questionId: string; section: string }[]
  answered: number
  questions: number
}

export function slimProgress({ sections, gaps, answered, questions }: Progress): SlimProgress {
  return {
    sections: sections.map(({ id, questions, answered }) => ({ id, questions, answered })),
    gaps: gaps.map(({ questionId, section }) => ({ questionId, section })),
    answered,
    questions,
  }
}
