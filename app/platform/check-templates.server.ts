import { readTemplate } from './templates.server.ts'

/** Reads every content file at start; a broken one stops the start with its file and line. */
export function checkTemplates() {
  for (const name of ['regulation.yaml', 'audits/programme.yaml', 'violations/violations.yaml', 'alerts/alerts.yaml', 'agreements/authorisation-agreement.yaml', 'questionnaires/default-security-privacy.yaml'])
    readTemplate(name)
}
