import type { CompiledTemplate } from '#app/domain/questionnaires/compile-template.ts'
import type { Knockout, Tier } from '#app/domain/questionnaires/template.ts'
import type { Walk } from '#app/domain/questionnaires/visibility.ts'

export type FiredKnockout = { knockout: Knockout; questions: string[] }

/** Knock-outs of the visible, applicable questions in file order, each code once with every question that raised it (scoring.md §7). */
export function firedKnockouts({ questions }: CompiledTemplate, { standing, reading }: Walk, tier: Tier): FiredKnockout[] {
  const fired: FiredKnockout[] = []
  for (const [index, { question, knockouts }] of questions.entries()) {
    if (knockouts.length === 0 || standing[index] !== 'counted') continue
    for (const { when, knockout, tiers } of knockouts) {
      if (!tiers.includes(tier) || !when(reading)) continue
      const known = fired.find((each) => each.knockout.code === knockout.code)
      if (known === undefined) fired.push({ knockout, questions: [question.id] })
      else if (!known.questions.includes(question.id)) known.questions.push(question.id)
    }
  }
  return fired
}
