import type { CompiledTemplate } from '#app/domain/questionnaires/compile-template.ts'
import type { Knockout, Tier } from '#app/domain/questionnaires/template.ts'
import type { Walk } from '#app/domain/questionnaires/visibility.ts'

export type FiredKnockout = { knockout: Knockout; questions: string[] }

/** Knock-outs of the visible, applicable questions in file order, each code once with every question that raised it (scoring.md §7). */
export function firedKnockouts({ questions }: CompiledTemplate, { outcomes }: Walk, tier: Tier): FiredKnockout[] {
  const fired: FiredKnockout[] = []
  for (let index = 0; index < outcomes.length; index++) {
    const raised = outcomes[index]?.knockouts
    if (raised === undefined || raised.length === 0) continue
    const id = questions[index]?.id ?? ''
    for (const { knockout, tiers } of raised) {
      if (!tiers.includes(tier)) continue
      const known = fired.find((each) => each.knockout.code === knockout.code)
      if (known === undefined) fired.push({ knockout, questions: [id] })
      else if (!known.questions.includes(id)) known.questions.push(id)
    }
  }
  return fired
}
