import { checkTemplate } from '#app/domain/questionnaires/check-template.ts'
import type { QuestionnaireTemplate } from '#app/domain/questionnaires/template.ts'
import { CaseProblem, scoreCase } from '#app/domain/scoring/score-case.ts'
import { readTemplate } from '#app/platform/templates.server.ts'
import { CommandProblem, itemsOf, printJson, readOptions, readSource, WrongUsage, type Run } from './command.ts'

export const score: Run = async (given) => {
  const { rest: words } = readOptions(given, [])
  if (words.length === 0) throw new WrongUsage('score needs a file, or - for standard input')
  const template = readTemplate<QuestionnaireTemplate>('questionnaires/default-security-privacy.yaml', checkTemplate)
  const cases = words.flatMap((word) => {
    const source = readSource(word)
    return itemsOf(source, ['examples', 'cases'], (value) => 'intake' in value || 'answers' in value).map((item) => ({ from: source.name, item }))
  })
  printJson(
    cases.map(({ from, item }, index) => {
      try {
        return scoreCase(template, item)
      } catch (error) {
        if (error instanceof CaseProblem) throw new CommandProblem(`${from}, case ${caseName(item) ?? index + 1}: ${error.message}`)
        throw error
      }
    }),
  )
}

function caseName(item: unknown): string | undefined {
  const id = (item as { id?: unknown } | null)?.id
  return typeof id === 'string' ? id : undefined
}
