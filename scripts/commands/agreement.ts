import fs from 'node:fs'
import { renderAgreementFile } from '#app/pdf/render-agreement.server.ts'
import { Problem } from '#app/domain/errors.ts'
import { translator } from '#app/i18n/index.ts'
import { CommandProblem, printJson, readOptions, readText, WrongUsage, type Run } from './command.ts'

const LANGUAGES = ['zh', 'en', 'both'] as const

export const agreementRender: Run = async (words) => {
  const { options, rest } = readOptions(words, ['out', 'lang', 'layout'])
  const [file] = rest
  if (!file || rest.length > 1) throw new WrongUsage('agreement render needs one file, or - for standard input')
  if (!options.out) throw new WrongUsage('agreement render needs --out FILE.pdf')
  const lang = LANGUAGES.find((each) => each === (options.lang ?? 'both'))
  if (!lang) throw new WrongUsage('--lang must be zh, en or both')
  const layout = options.layout === undefined || options.layout === 'stacked' ? 'stacked' : options.layout === 'side_by_side' ? 'side_by_side' : undefined
  if (!layout) throw new WrongUsage('--layout must be stacked or side_by_side')
  const pdf = render(readText(file), { lang, layout })
  fs.writeFileSync(options.out, pdf)
  printJson({ out: options.out, bytes: pdf.length })
}

function render(text: string, options: { lang: (typeof LANGUAGES)[number]; layout: 'stacked' | 'side_by_side' }): Buffer {
  try {
    return renderAgreementFile(text, options)
  } catch (error) {
    if (!(error instanceof Problem)) throw error
    const t = translator('en')
    const fields = error.fields.map(({ field, key, data }) => `  ${field}: ${t.from(key, data)}`)
    throw new CommandProblem([t.from(error.key, error.data), ...fields].join('\n'))
  }
}
