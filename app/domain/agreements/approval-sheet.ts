import type { Draft } from './draft.ts'
import type { Deviation } from './deviations.ts'
import type { Bilingual } from './template.ts'

type ApprovalRow = Deviation & { article: Bilingual | undefined; title: Bilingual | undefined }
export type ApprovalSheet = { agreementNo: string; version: number; rows: ApprovalRow[] }

/** Every deviation with the article it touches; kept beside the contract, not in it (agreement.yaml generation_rules, deviation record). */
export function approvalSheet(draft: Draft): ApprovalSheet {
  const rows = draft.deviations.map((deviation) => {
    const article = draft.articles.find(({ id }) => id === deviation.clauseId)
    return { ...deviation, article: article?.heading, title: article?.title }
  })
  return { agreementNo: draft.words.agreement_no?.zh ?? '', version: draft.version, rows }
}
