import { readTemplate } from '#app/platform/templates.server.ts'
import { checkTemplate } from '../questionnaires/check-template.ts'
import { compileTemplate, type CompiledTemplate } from '../questionnaires/compile-template.ts'
import { QUESTIONNAIRE_FILE } from '../questionnaires/published-questionnaire.server.ts'
import type { QuestionnaireTemplate } from '../questionnaires/template.ts'

/** The intake form and scoring model of today's questionnaire. */
export function intakeTemplate(): CompiledTemplate {
  return compileTemplate(readTemplate<QuestionnaireTemplate>(QUESTIONNAIRE_FILE, checkTemplate))
}

/** Only what inherent risk needs: small enough to travel with the form and be computed while it is filled in. */
export function intakeOnly(): QuestionnaireTemplate {
  return { ...intakeTemplate().template, questions: [], sections: [], knockouts: [], consistency_checks: [], profiles: {}, evidence_types: [] }
}
