import type { Entry } from './answer-fields.ts'

const PARTS = ['type', 'issuedOn', 'expiresOn'] as const
type DocumentPart = (typeof PARTS)[number]

type DocumentSaying = { evidenceId: string; type: string; issuedOn: string; expiresOn: string }

const PREFIX = 'document.'

/** The name of a field that says something about a document. */
export const documentField = (evidenceId: string, part: DocumentPart) => `${PREFIX}${evidenceId}.${part}`

/** What a form says about its documents; one that stands at several questions is read once, the last time. */
export function readDocuments(entries: readonly Entry[]): DocumentSaying[] {
  const found = new Map<string, DocumentSaying>()
  for (const [name, value] of entries) {
    const [evidenceId, part] = name.startsWith(PREFIX) ? name.slice(PREFIX.length).split('.') : []
    if (!evidenceId || !isPart(part)) continue
    const saying = found.get(evidenceId) ?? { evidenceId, type: '', issuedOn: '', expiresOn: '' }
    found.set(evidenceId, { ...saying, [part]: value.trim() })
  }
  return [...found.values()]
}

const isPart = (part: string | undefined): part is DocumentPart => PARTS.some((each) => each === part)
