import { readTemplate } from '#app/platform/templates.server.ts'
import { checkTemplate } from '../questionnaires/check-template.ts'
import type { QuestionnaireTemplate } from '../questionnaires/template.ts'
import { checkAgreementTemplate, checkCommitmentLibrary, checkCompletenessLibrary, checkLogSpecification } from './check-template.ts'
import type { AgreementLibrary } from './draft.ts'
import { labelsFrom } from './labels.ts'
import type { AgreementTemplate, CommitmentLibrary, CompletenessLibrary, LogSpecification } from './template.ts'

/** Everything an agreement is made from, read and checked once; throws TemplateProblem with file and line. */
export function readAgreementLibrary(): AgreementLibrary & { completeness: CompletenessLibrary; questionnaire: QuestionnaireTemplate } {
  const questionnaire = readTemplate<QuestionnaireTemplate>('questionnaires/default-security-privacy.yaml', checkTemplate)
  const template = readTemplate<AgreementTemplate>('agreements/authorisation-agreement.yaml', checkAgreementTemplate)
  return {
    template,
    questionnaire,
    questions: questionnaire.questions,
    labels: labelsFrom(questionnaire),
    logSpecification: readTemplate<LogSpecification>('agreements/access-log-specification.yaml', checkLogSpecification),
    commitments: readTemplate<CommitmentLibrary>('agreements/security-commitments.yaml', checkCommitmentLibrary),
    completeness: readTemplate<CompletenessLibrary>('agreements/completeness.yaml', checkCompleteness),
  }
}

/** One function, so that the file is put to it once. */
const checkCompleteness = (doc: CompletenessLibrary) => checkCompletenessLibrary(doc, readTemplate<AgreementTemplate>('agreements/authorisation-agreement.yaml'))
