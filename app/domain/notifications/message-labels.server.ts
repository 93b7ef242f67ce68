import { readTemplate } from '#app/platform/templates.server.ts'
import type { SharedWords } from './alert-words.ts'

const ROWS = ['do', 'why', 'due', 'owner', 'next'] as const

/** What the rows of a message are called, in both languages. */
export function messageLabels(): string[] {
  const { labels } = readTemplate<SharedWords>('emails/shared.yaml')
  return ROWS.flatMap((row) => [labels[row]['zh-CN'], labels[row].en])
}
