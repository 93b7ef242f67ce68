import { closeDocument, type Sheet } from './page/document.server.ts'
import { cellStyles, partsOf, type Printed, type Words } from './page/printed-language.ts'
import { facts, openReport, same, section } from './page/report.server.ts'
import { STYLES } from './page/styles.ts'
import { table } from './page/tables.server.ts'
import { say, stamp } from './page/wording.server.ts'

/** One line of the explanation: a reason, what it adds or takes, and the running result, both as printed. */
type MemoLine = { reason: Words; detail?: Words; points?: string; result?: string; total?: boolean }
type MemoFinding = { id: string; text: Words; severity: Words; dueOn: string; preContract: boolean }

export type DecisionMemo = {
  memoNo: string
  decidedAt: Date
  zone: string
  printed: Printed
  vendor: Words
  assessment: Words
  /** Such as "Tier T1, residual 24.02, band B". */
  standing: Words
  lines: MemoLine[]
  knockouts: { code: string; text: Words }[]
  findings: MemoFinding[]
  decision: Words
  /** Why, in the deciders' words or by rule. */
  reasons: Words[]
  conditions: { text: Words; dueOn?: string }[]
  decidedBy: string
  confirmedBy?: string
}

/** The decision with its score, knock-outs, findings, reasons and conditions, for the file. */
export function decisionMemoPdf(memo: DecisionMemo): Buffer {
  const { printed } = memo
  const sheet = openReport({ title: say('pdf.memo.title'), reference: memo.memoNo, printed, issuedAt: memo.decidedAt })
  facts(sheet, [
    [say('pdf.memo.vendor'), memo.vendor],
    [say('pdf.memo.assessment'), memo.assessment],
    [say('pdf.memo.decision'), memo.decision],
    [say('pdf.memo.result'), memo.standing],
    [say('pdf.memo.decidedBy'), memo.decidedBy],
    [say('pdf.memo.confirmedBy'), memo.confirmedBy],
    [say('pdf.memo.decidedOn'), stamp(memo.decidedAt, memo.zone)],
  ], printed)
  writeScore(sheet, memo)
  const { knockouts, findings, conditions, reasons } = memo
  section(sheet, say('pdf.memo.knockouts'), knockouts.length === 0 ? [say('pdf.memo.noKnockouts')] : knockouts.map(coded), printed)
  section(sheet, say('pdf.memo.findings'), findings.length === 0 ? [say('pdf.memo.noFindings')] : [], printed)
  if (findings.length > 0) writeFindings(sheet, memo)
  section(sheet, say('pdf.memo.reasons'), reasons, printed)
  section(sheet, say('pdf.memo.conditions'), conditions.length === 0 ? [say('pdf.memo.noConditions')] : conditions.map(dated), printed)
  return closeDocument(sheet)
}

function writeScore(sheet: Sheet, { lines, printed }: DecisionMemo) {
  section(sheet, say('pdf.memo.score'), [], printed)
  const rows = lines.map(({ reason, detail, points = '', result = '', total = false }) => {
    const strong = total ? STYLES.cellStrong : STYLES.cell
    const number = (text: string) => partsOf(same(text), printed, { zh: strong, en: strong })
    return [
      [...partsOf(reason, printed, total ? { zh: strong, en: strong } : cellStyles(printed)), ...(detail ? partsOf(detail, printed, { zh: STYLES.cellMuted, en: STYLES.cellMuted }) : [])],
      number(points),
      number(result),
    ]
  })
  table(sheet, [
    { head: say('pdf.memo.reason'), share: 66 },
    { head: say('pdf.memo.points'), share: 17, align: 'right' },
    { head: say('pdf.memo.result'), share: 17, align: 'right' },
  ], rows, printed)
}

function writeFindings(sheet: Sheet, { findings, printed }: DecisionMemo) {
  const styles = cellStyles(printed)
  const rows = findings.map(({ id, text, severity, dueOn, preContract }) => [
    partsOf(same(id), printed, styles),
    partsOf(text, printed, styles),
    partsOf(severity, printed, styles),
    [...partsOf(same(dueOn), printed, styles), ...(preContract ? partsOf(say('pdf.memo.beforeContract'), printed, { zh: STYLES.cellMuted, en: STYLES.cellMuted }) : [])],
  ])
  table(sheet, [
    { head: say('pdf.number'), share: 10 },
    { head: say('pdf.memo.finding'), share: 54 },
    { head: say('pdf.memo.severity'), share: 16 },
    { head: say('pdf.memo.due'), share: 20 },
  ], rows, printed)
}

function coded({ code, text }: { code: string; text: Words }): Words {
  return { zh: `${code}　${text.zh}`, en: `${code}  ${text.en}` }
}

function dated({ text, dueOn }: { text: Words; dueOn?: string }): Words {
  return dueOn === undefined ? text : { zh: `${text.zh}（${dueOn}）`, en: `${text.en} (${dueOn})` }
}
