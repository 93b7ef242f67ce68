/** Where in the parsed file a problem lies, such as ['questions', 3, 'options', 0, 'zh']; a loader can turn it into a line. */
export type TemplatePath = (string | number)[]
export type TemplateProblem = { path: TemplatePath; message: string }
export type Report = (path: TemplatePath, message: string) => void

/** Checks one value and reports what is wrong with it. */
export type Check = (value: unknown, path: TemplatePath, report: Report) => void

export const text: Check = (value, path, report) => {
  if (typeof value !== 'string' || value.trim() === '') report(path, 'must be text that is not empty')
}

export const flag: Check = (value, path, report) => {
  if (typeof value !== 'boolean') report(path, 'must be true or false')
}

export const number: Check = (value, path, report) => {
  if (typeof value !== 'number' || !Number.isFinite(value)) report(path, 'must be a number')
}

export const anything: Check = () => {}

export function whole(least: number, most = Number.MAX_SAFE_INTEGER): Check {
  return (value, path, report) => {
    if (typeof value === 'number' && Number.isSafeInteger(value) && value >= least && value <= most) return
    report(path, `must be a whole number from ${least}${most === Number.MAX_SAFE_INTEGER ? '' : ` to ${most}`}`)
  }
}

export function oneOf(allowed: readonly unknown[]): Check {
  return (value, path, report) => {
    if (!allowed.includes(value)) report(path, `must be one of ${allowed.join(', ')}`)
  }
}

export function optional(check: Check): Check {
  return (value, path, report) => {
    if (value !== undefined) check(value, path, report)
  }
}

export function listOf(check: Check, least = 0): Check {
  return (value, path, report) => {
    if (!Array.isArray(value)) return report(path, 'must be a list')
    if (value.length < least) report(path, `must have at least ${least} ${least === 1 ? 'entry' : 'entries'}`)
    value.forEach((each, index) => check(each, [...path, index], report))
  }
}

export function mapOf(check: Check): Check {
  return (value, path, report) => {
    if (!isRecord(value)) return report(path, 'must be a map')
    for (const [key, each] of Object.entries(value)) check(each, [...path, key], report)
  }
}

/** A map with these keys and no others; `open` lets others be. */
export function shape(fields: Record<string, Check>, { open = false } = {}): Check {
  return (value, path, report) => {
    if (!isRecord(value)) return report(path, 'must be a map')
    for (const [key, check] of Object.entries(fields)) check(value[key], [...path, key], report)
    if (open) return
    for (const key of Object.keys(value)) {
      if (!Object.hasOwn(fields, key)) report([...path, key], `is not a known key; known are ${Object.keys(fields).join(', ')}`)
    }
  }
}

/** Reports every name that was used before. */
export function unique(names: readonly string[], pathOf: (at: number) => TemplatePath, report: Report): void {
  names.forEach((name, at) => {
    if (names.indexOf(name) !== at) report(pathOf(at), `${name} is used twice`)
  })
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
