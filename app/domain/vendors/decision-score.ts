/** What the vendor's page shows of the score that a decision was made on (scoring.md §13); hundredths and basis points. */
export type DecisionScore = {
  irEff: number
  ceBp: number
  residualH: number
  modelVersion?: string
  questionnaireVersion?: string
  people?: number
  sections: { id: string; zh: string; en: string; weight: number; ceBp: number }[]
}

type Loose = Record<string, unknown>

/** Reads a stored score: the explanation itself or a record that carries one. Undefined when it is of another make. */
export function readDecisionScore(stored: unknown): DecisionScore | undefined {
  const record = isLoose(stored) && isLoose(stored.explanation) ? stored.explanation : stored
  if (!isLoose(record) || !isLoose(record.residual) || !Array.isArray(record.sections)) return undefined
  const { irEff, ceBp, hundredths } = record.residual
  if (typeof irEff !== 'number' || typeof ceBp !== 'number' || typeof hundredths !== 'number') return undefined
  return {
    irEff,
    ceBp,
    residualH: hundredths,
    modelVersion: typeof record.modelVersion === 'string' ? record.modelVersion : undefined,
    questionnaireVersion: isLoose(record.questionnaire) && typeof record.questionnaire.version === 'string' ? record.questionnaire.version : undefined,
    people: peopleOf(record.inherent),
    sections: record.sections.flatMap((section: unknown) => (isSection(section) ? [section] : [])),
  }
}

const isLoose = (value: unknown): value is Loose => typeof value === 'object' && value !== null && !Array.isArray(value)

function isSection(value: unknown): value is DecisionScore['sections'][number] {
  return isLoose(value) && typeof value.id === 'string' && typeof value.weight === 'number' && typeof value.ceBp === 'number' && typeof value.zh === 'string' && typeof value.en === 'string'
}

/** The number that the volume dimension was scored with. */
function peopleOf(inherent: unknown): number | undefined {
  if (!isLoose(inherent) || !Array.isArray(inherent.dimensions)) return undefined
  const volume: unknown = inherent.dimensions.find((each: unknown) => isLoose(each) && each.id === 'D2')
  return isLoose(volume) && typeof volume.number === 'number' ? volume.number : undefined
}
