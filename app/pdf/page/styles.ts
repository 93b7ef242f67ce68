import type { Weight } from './fonts.server.ts'

export type Lang = 'zh-CN' | 'en'
export type Style = { size: number; leading: number; weight: Weight; colour: string }

/** The tokens of the screens, as PDF colours (0 to 1). */
const INK = rgb(0x15, 0x20, 0x1e)
const MUTED = rgb(0x53, 0x60, 0x5c)
const ACCENT = rgb(0x0c, 0x5a, 0x5b)
const CRITICAL = rgb(0x9d, 0x15, 0x2a)
export const LINES = { rule: INK, strong: rgb(0x7b, 0x88, 0x83), hair: rgb(0xd8, 0xde, 0xda) }

export const STYLES = {
  title: { size: 22, leading: 31, weight: 'bold', colour: INK },
  subtitle: { size: 13, leading: 19, weight: 'regular', colour: MUTED },
  section: { size: 13, leading: 19, weight: 'bold', colour: INK },
  heading: { size: 10.5, leading: 16, weight: 'bold', colour: INK },
  headingEn: { size: 9.5, leading: 16, weight: 'bold', colour: INK },
  headingMuted: { size: 9.5, leading: 14, weight: 'bold', colour: MUTED },
  text: { size: 10, leading: 16.5, weight: 'regular', colour: INK },
  textEn: { size: 9.5, leading: 14, weight: 'regular', colour: INK },
  besideText: { size: 9.5, leading: 15.5, weight: 'regular', colour: INK },
  besideTextEn: { size: 9, leading: 15.5, weight: 'regular', colour: INK },
  label: { size: 9, leading: 16.5, weight: 'regular', colour: MUTED },
  labelEn: { size: 9, leading: 14, weight: 'regular', colour: MUTED },
  strong: { size: 10, leading: 16.5, weight: 'bold', colour: INK },
  strongEn: { size: 9.5, leading: 14, weight: 'bold', colour: INK },
  head: { size: 8.5, leading: 12.5, weight: 'bold', colour: MUTED },
  cell: { size: 8.5, leading: 13, weight: 'regular', colour: INK },
  cellStrong: { size: 8.5, leading: 13, weight: 'bold', colour: INK },
  cellMuted: { size: 8, leading: 12, weight: 'regular', colour: MUTED },
  margin: { size: 8, leading: 16, weight: 'regular', colour: ACCENT },
  marginMuted: { size: 7, leading: 11, weight: 'regular', colour: MUTED },
  critical: { size: 10, leading: 16.5, weight: 'bold', colour: CRITICAL },
  foot: { size: 7, leading: 10, weight: 'regular', colour: MUTED },
} as const satisfies Record<string, Style>

/** Direction and other invisible marks print nothing but could reorder what is read; line ends and tabs are spaces here. */
export function printable(text: string): string {
  return text.normalize('NFC').replace(/[\u00ad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]/g, '').replace(/[\p{Cc}\u00a0\u3000]+/gu, ' ')
}

/** The font's curly quotes are as wide as a Chinese character; English text takes straight ones. */
export function englishQuotes(text: string): string {
  return text.replace(/[\u2018\u2019]/g, "'").replace(/[\u201c\u201d]/g, '"')
}

function rgb(red: number, green: number, blue: number): string {
  return [red, green, blue].map((part) => (part / 255).toFixed(3)).join(' ')
}
