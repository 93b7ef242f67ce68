import fs from 'node:fs'
import path from 'node:path'
import { median } from './in-turn.ts'
import type { Comparison, Result, Workload } from './workload.ts'

const FILE = path.join(import.meta.dirname, 'RESULTS.md')
const HEADER = `# Results

Each number is the median of its measurements, with the lowest and highest in brackets. Both sides ran in turn (ABBA) in one run on
one machine; what they gave was held against each other, and a wrong answer fails the run. \`npm run bench -- NAME\` writes a part anew.
`

type Part = { workload: Pick<Workload, 'name' | 'about'>; result: Result; machine: string[] }

/** The comparisons as a table in Markdown, readable on a terminal as well. */
export function tableOf({ comparisons }: Result): string {
  const rows = comparisons.map((each) => [
    each.what,
    each.unit,
    spread(each.ours),
    spread(each.reference),
    each.referenceName,
    `${(median(each.ours) / median(each.reference)).toFixed(2)}×`,
    memory(each),
    each.checked,
  ])
  const all = [['what', 'unit', 'ours', 'reference', 'the reference is', 'ours ÷ reference', 'peak MB, ours / reference', 'equal on both sides'], ...rows]
  const widths = all[0]!.map((_, column) => Math.max(...all.map((row) => [...(row[column] ?? '')].length)))
  const lines = all.map((row) => `| ${row.map((cell, column) => cell.padEnd(widths[column]!)).join(' | ')} |`)
  return [lines[0], `|${widths.map((width) => '-'.repeat(width + 2)).join('|')}|`, ...lines.slice(1)].join('\n')
}

/** Replaces the workload's part of RESULTS.md, or adds it; parts stand in the order of their names. */
export function writePart({ workload, result, machine }: Part) {
  const parts = readParts()
  const lines = [workload.about, tableOf(result), [...machine, ...result.notes].map((line) => `- ${line}`).join('\n')]
  parts.set(workload.name, `## ${workload.name}\n\n${lines.join('\n\n')}\n`)
  const sorted = [...parts].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, part]) => part)
  fs.writeFileSync(FILE, [HEADER, ...sorted].join('\n'))
}

function readParts(): Map<string, string> {
  if (!fs.existsSync(FILE)) return new Map()
  const [, ...parts] = fs.readFileSync(FILE, 'utf8').split(/^(?=## )/m)
  return new Map(parts.map((part) => [/^## (.+)$/m.exec(part)?.[1] ?? '', `${part.trimEnd()}\n`]))
}

function spread(values: number[]): string {
  return `${short(median(values))} (${short(Math.min(...values))}–${short(Math.max(...values))})`
}

function short(value: number): string {
  if (value >= 1000) return Math.round(value).toLocaleString('en-GB')
  return value >= 100 ? value.toFixed(0) : value.toPrecision(3)
}

function memory({ peakMb }: Comparison): string {
  if (!peakMb) return '–'
  return [peakMb.ours, peakMb.reference].map((mb) => (mb === undefined ? '–' : mb.toFixed(0))).join(' / ')
}
