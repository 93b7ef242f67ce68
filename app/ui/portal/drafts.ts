import type { GivenAnswer } from '#app/domain/assessments/answers.ts'

/** What was typed and has not reached the server yet; `revision` is the one it was typed over. */
type Draft = { given: GivenAnswer; revision: number }

const PREFIX = 'custodia.draft'
const RETURN = 'custodia.return'

/** Keeps typed answers in this browser until the server has them; a browser that keeps nothing is no error. */
export function draftStore(assessmentId: string) {
  const keyOf = (id: string) => `${PREFIX}.${assessmentId}.${id}`
  return {
    put: (id: string, draft: Draft) => quietly(() => localStorage.setItem(keyOf(id), JSON.stringify(draft))),
    drop: (id: string) => quietly(() => localStorage.removeItem(keyOf(id))),
    get: (id: string): Draft | undefined => quietly(() => read(localStorage.getItem(keyOf(id)))),
  }
}

/** Where to go on after the session has ended and the link was opened again. */
export const placeToReturn = {
  remember: (path: string) => quietly(() => localStorage.setItem(RETURN, path)),
  take: (): string | undefined =>
    quietly(() => {
      const path = localStorage.getItem(RETURN)
      localStorage.removeItem(RETURN)
      return path?.startsWith('/portal/') ? path : undefined
    }),
}

function read(text: string | null): Draft | undefined {
  const draft = text === null ? undefined : (JSON.parse(text) as Partial<Draft>)
  return draft?.given && typeof draft.revision === 'number' ? { given: draft.given, revision: draft.revision } : undefined
}

function quietly<T>(work: () => T): T | undefined {
  try {
    return work()
  } catch {
    return undefined // private windows and full disks keep nothing
  }
}
