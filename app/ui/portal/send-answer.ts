import type { GivenAnswer } from '#app/domain/assessments/answers.ts'
import type { SlimProgress } from '#app/domain/assessments/slim-progress.ts'
import type { AnswerProblem } from '#app/domain/questionnaires/check-value.ts'
import { paths } from '#app/http/paths.ts'

export type Theirs = GivenAnswer & { revision: number; at: string; by?: string }

type SaveReply =
  | { kind: 'saved'; revision: number; at: string; progress: SlimProgress }
  | { kind: 'conflict'; theirs: Theirs }
  | { kind: 'invalid'; problems: AnswerProblem[] }
  | { kind: 'refused'; key: string; data?: Record<string, string | number> }
  | { kind: 'ended' }
  | { kind: 'offline' }

type Answer = { assessmentId: string; questionId: string; given: GivenAnswer; revision: number }

/** Sends one answer; a page that is being left lets it finish. */
export async function sendAnswer({ assessmentId, questionId, given, revision }: Answer): Promise<SaveReply> {
  const body = new URLSearchParams({ answer: JSON.stringify(given), revision: String(revision) })
  const response = await post(paths.portalSaveAnswer(assessmentId, questionId), body)
  if (!response) return { kind: 'offline' }
  if (response.type === 'opaqueredirect' || response.status === 401) return { kind: 'ended' }
  if (response.status >= 500 || response.status === 429) return { kind: 'offline' }
  const reply = (await response.json().catch(() => undefined)) as SaveReply | { problem: { key: string; data?: Record<string, string | number> } } | undefined
  if (!reply) return { kind: 'offline' }
  return 'kind' in reply ? reply : { kind: 'refused', ...reply.problem }
}

/** Undefined when nothing answers. */
export async function post(url: string, body: URLSearchParams): Promise<Response | undefined> {
  const size = body.toString().length
  // Browsers let at most 64 kB go on after a page is left.
  return fetch(url, { method: 'POST', body, redirect: 'manual', keepalive: size < 60_000 }).catch(() => undefined)
}
