import type { IntakeItem } from '#app/domain/questionnaires/template.ts'

/** The parts of the intake form, scope first; an item that none names stands in the last. */
export const INTAKE_SECTIONS = ['scope', 'access', 'weight', 'basis', 'rules'] as const
export type IntakeSection = (typeof INTAKE_SECTIONS)[number]

/** What the vendor's and the engagement's own fields answer; never asked twice. */
export const KNOWN_ITEMS = ['IN-01', 'IN-02', 'IN-03'] as const

const ORDER: Record<IntakeSection, readonly string[]> = {
  scope: ['IN-04', 'IN-06', 'IN-07', 'IN-08', 'IN-05'],
  access: ['IN-09', 'IN-10', 'IN-11', 'IN-12'],
  weight: ['IN-13', 'IN-14'],
  basis: ['IN-15', 'IN-16', 'IN-17', 'IN-18', 'IN-19'],
  rules: ['IN-20', 'IN-21', 'IN-22', 'IN-23'],
}

/** The template's items by part, in the order in which they are asked: what a table offers is chosen above it. */
export function intakeBySection<Item extends Pick<IntakeItem, 'id'>>(items: readonly Item[]): { section: IntakeSection; items: Item[] }[] {
  const asked = items.filter(({ id }) => !(KNOWN_ITEMS as readonly string[]).includes(id))
  return INTAKE_SECTIONS.map((section) => ({
    section,
    items: asked
      .filter(({ id }) => sectionOf(id) === section)
      .sort((a, b) => ORDER[section].indexOf(a.id) - ORDER[section].indexOf(b.id)),
  }))
}

/** The part in which an item is asked. */
function sectionOf(itemId: string): IntakeSection {
  return INTAKE_SECTIONS.find((section) => ORDER[section].includes(itemId)) ?? 'rules'
}
