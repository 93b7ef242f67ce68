import type { AgreementTemplate, DraftProblem, Language } from './template.ts'

type Values = DraftProblem['data']

/** A draft problem's message key with names instead of ids: parameters, clauses, columns, parties and roles. */
export function describeProblem(problem: DraftProblem, template: AgreementTemplate, language: Language): { key: string; values: Values } {
  const { data } = problem
  const values: Values = { ...data }
  const name = (key: string, words: { zh: string; en: string } | undefined) => {
    if (words) values[key] = words[language]
  }
  const scheduleOf = (id: string) => template.schedules.find((schedule) => schedule.id === id)
  const clause = template.clauses.find(({ id }) => id === data.clause)
  const contactWords = scheduleOf('S5')?.words ?? {}
  name('parameter', template.parameters.find(({ id }) => id === data.parameter))
  name('column', scheduleOf('S1')?.table?.find(({ id }) => id === data.column))
  name('clause', clause && { zh: `${clause.id} ${clause.title_zh}`, en: `${clause.id} ${clause.title_en}` })
  name('party', contactWords[String(data.party)])
  name('role', contactWords[String(data.role)])
  return { key: problem.code, values }
}
