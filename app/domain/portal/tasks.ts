import type { SlimProgress } from '#app/domain/assessments/slim-progress.ts'

/** A section in the vendor's list of tasks. */
export type Task = {
  id: string
  label: string
  answered: number
  questions: number
  state: 'complete' | 'some' | 'not_started'
  /** The colleague who was asked to answer it. */
  waitingFor?: string
}

type Given = {
  progress: SlimProgress
  labels: Readonly<Record<string, string>>
  /** Section id → name of the person asked. */
  assignees: Readonly<Record<string, string | undefined>>
}

/** The sections in the questionnaire's order, with how far each is. */
export function tasksOf({ progress, labels, assignees }: Given): Task[] {
  return progress.sections.map(({ id, answered, questions }) => ({
    id,
    label: labels[id] ?? id,
    answered,
    questions,
    state: answered === questions ? 'complete' : answered === 0 ? 'not_started' : 'some',
    waitingFor: answered === questions ? undefined : assignees[id],
  }))
}

/** The section to go on with: the first that is not complete after `from`, else the first of all; undefined when all is answered. */
export function nextSection(progress: SlimProgress, from?: string): string | undefined {
  const open = progress.sections.filter(({ answered, questions }) => answered < questions).map(({ id }) => id)
  const at = progress.sections.findIndex(({ id }) => id === from)
  const later = new Set(progress.sections.slice(at + 1).map(({ id }) => id))
  return open.find((id) => later.has(id)) ?? open.find((id) => id !== from)
}

/** Minutes that a number of questions takes, in steps of five. */
export function minutesFor(questions: number): number {
  return Math.max(5, Math.ceil((questions * 1.5) / 5) * 5)
}
