import type { Draft } from './draft.ts'

const FORMAT = 'custodia-agreement/1'

/**
 * The text that both parties sign, one JSON array a line, UTF-8, LF, same draft same bytes. Its SHA-256 is the agreement's
 * digest; anyone can recompute it with sha256sum (agreement.yaml generation_rules, frozen text).
 */
export function canonicalText(draft: Draft): string {
  const lines = [
    [FORMAT, draft.templateVersion, agreementNo(draft), draft.version],
    ...draft.articles.map(({ no, id, title, text }) => ['article', no, id, title.zh, title.en, text.zh, text.en]),
    ...draft.schedules.flatMap(({ id, title, columns, rows, notes }) => [
      ['schedule', id, title.zh, title.en],
      ...columns.map((column) => ['column', id, column.id, column.zh, column.en]),
      ...rows.map((cells) => ['row', id, ...cells.flatMap(({ zh, en }) => [zh, en])]),
      ...notes.map(({ zh, en }) => ['note', id, zh, en]),
    ]),
    ...draft.scope.map((row) => ['scope', ...SCOPE_KEYS.map((key) => row[key] ?? null)]),
  ]
  return lines.map((line) => `${JSON.stringify(line)}\n`).join('')
}

/** Codes of Schedule 1, so that what the log rules read is signed too. */
const SCOPE_KEYS = [
  'info_type', 'fields', 'scenario_id', 'scenario', 'operations', 'purpose', 'legal_basis', 'max_subjects', 'max_records_per_day',
  'max_export_per_event', 'countries', 'hours', 'recipients', 'valid_from', 'valid_to',
] as const

function agreementNo(draft: Draft): string {
  return draft.words.agreement_no?.zh ?? ''
}
