import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'

const own = process.cwd()
let folder: string

beforeEach(() => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'custodia-templates-'))
  fs.cpSync(path.join(own, 'templates'), path.join(folder, 'templates'), { recursive: true })
  vi.spyOn(process, 'cwd').mockReturnValue(folder)
  vi.resetModules()
})

afterEach(() => {
  vi.restoreAllMocks()
  fs.rmSync(folder, { recursive: true })
})

const check = async () => (await import('#app/platform/check-templates.server.ts')).checkTemplates()

/** Changes one line of a copied file; gives its number. */
function breakLine(file: string, line: RegExp, replace: (text: string) => string): number {
  const at = path.join(folder, 'templates', file)
  const lines = fs.readFileSync(at, 'utf8').split('\n')
  const index = lines.findIndex((text) => line.test(text))
  expect(index, `${file} has no line ${line}`).toBeGreaterThan(-1)
  lines[index] = replace(lines[index]!)
  fs.writeFileSync(at, lines.join('\n'))
  return index + 1
}

test('every content file parses, stands in both languages and names only what exists', async () => {
  await expect(check()).resolves.toBeUndefined()
  const { templateFiles } = await import('#app/platform/check-templates.server.ts')
  expect(templateFiles()).toContain('regulation.yaml')
  expect(templateFiles().length).toBeGreaterThan(10)
})

test.each<[string, string, RegExp, (text: string) => string]>([
  ['a clause that names a question nobody asks', 'regulation.yaml', /refs: \[IN-17, LAW-05/, (text) => text.replace('LAW-05', 'LAW-95')],
  ['a control in one language', 'regulation.yaml', /^ {4}en: 'Encryption at rest/, () => '    note: none'],
  ['a questionnaire that is no YAML', 'questionnaires/default-security-privacy.yaml', /^questions:/, (text) => `${text} [`],
  ['an alert without a severity', 'alerts/alerts.yaml', /^ {8}severity: /, (text) => text.replace('severity', 'loudness')],
  ['a mail without its Chinese subject', 'emails/account.yaml', /subject: *\{/, (text) => text.replace('zh-CN', 'zh-TW')],
  ['an audit check in one language', 'audits/programme.yaml', /^ {4}en: /, () => '    note: none'],
  ['a violation in one language', 'violations/violations.yaml', /^ {4}zh: /, () => '    note: none'],
])('%s stops the start with its file and line', async (_, file, line, replace) => {
  const at = breakLine(file, line, replace)
  const error = await check().then(
    () => undefined,
    (problem: unknown) => problem as Error,
  )
  expect(error?.name).toBe('TemplateProblem')
  const [, named, number] = /^templates\/(.+?):(\d+): ./.exec(error?.message ?? '') ?? []
  expect(named).toBe(file)
  expect(Math.abs(Number(number) - at)).toBeLessThanOrEqual(3)
})
