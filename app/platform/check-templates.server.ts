import { readdirSync } from 'node:fs'
import path from 'node:path'
import { checkAgreementTemplate, checkCommitmentLibrary, checkCompletenessLibrary, checkLogSpecification } from '#app/domain/agreements/check-template.ts'
import type { AgreementTemplate } from '#app/domain/agreements/template.ts'
import type { AlertBook } from '#app/domain/notifications/alert.ts'
import { checkAlerts } from '#app/domain/notifications/check-alerts.ts'
import { checkAlertWords, checkMails, checkSharedWords } from '#app/domain/notifications/check-words.ts'
import { checkTemplate } from '#app/domain/questionnaires/check-template.ts'
import { checkRegulation, type RegulationTemplate } from '#app/domain/regulation/regulation.ts'
import { projectRoot } from './root.server.ts'
import { checkLanguages, checkReferences, idsIn } from './template-references.ts'
import { readTemplate, type ContentProblem } from './templates.server.ts'

type Check = (doc: unknown) => ContentProblem[]

/** Beside both languages, which every file is asked for. A check may read the files before its own. */
const CHECKS: Record<string, Check> = {
  'questionnaires/default-security-privacy.yaml': checkTemplate,
  'agreements/authorisation-agreement.yaml': checkAgreementTemplate,
  'agreements/access-log-specification.yaml': checkLogSpecification,
  'agreements/security-commitments.yaml': checkCommitmentLibrary,
  'agreements/completeness.yaml': (doc) => checkCompletenessLibrary(doc, readTemplate<AgreementTemplate>('agreements/authorisation-agreement.yaml')),
  'alerts/alerts.yaml': checkAlerts,
  'emails/alerts.yaml': (doc) => checkAlertWords(doc, readTemplate<AlertBook>('alerts/alerts.yaml').alerts),
  'emails/shared.yaml': checkSharedWords,
  'emails/account.yaml': checkMails,
  'emails/vendor.yaml': checkMails,
  'emails/member.yaml': checkMails,
}
const REGULATION = 'regulation.yaml'

/** Reads and checks every content file; a broken one stops the start with its file and line (TemplateProblem). */
export function checkTemplates() {
  const others = templateFiles().filter((file) => file !== REGULATION)
  const inOrder = [...Object.keys(CHECKS), ...others.filter((file) => !(file in CHECKS))]
  const ids = inOrder.flatMap((file) => idsIn(readTemplate<unknown>(file, (doc) => [...(CHECKS[file]?.(doc) ?? []), ...checkLanguages(doc)])))
  readTemplate<RegulationTemplate>(REGULATION, (doc) => [...checkRegulation(doc), ...checkLanguages(doc), ...checkReferences(doc, new Set([...ids, ...idsIn(doc)]))])
}

/** Every file below templates/, by its path there. */
export function templateFiles(): string[] {
  return readdirSync(path.join(projectRoot(), 'templates'), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.yaml'))
    .map((name) => name.replaceAll(path.sep, '/'))
    .sort()
}
