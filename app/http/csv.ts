/** A spreadsheet would run a cell that begins so; an apostrophe in front makes it text. */
const FORMULA = /^[=+\-@\t\r]/

/** Rows as CSV (RFC 4180) with a byte order mark, so that spreadsheets read Chinese; numbers stay numbers. */
export function csv(rows: readonly (readonly (string | number | null | undefined)[])[]): string {
  return `\ufeff${rows.map((row) => row.map(cell).join(',')).join('\r\n')}\r\n`
}

function cell(value: string | number | null | undefined): string {
  if (value === null || value === undefined) return ''
  if (typeof value === 'number') return String(value)
  const safe = FORMULA.test(value) ? `'${value}` : value
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}
