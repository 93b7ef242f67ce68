import agreementDraft from './en/agreementDraft.ts'
import agreements from './en/agreements.ts'
import answer from './en/answer.ts'
import assessments from './en/assessments.ts'
import audits from './en/audits.ts'
import calendar from './en/calendar.ts'
import cases from './en/cases.ts'
import common from './en/common.ts'
import engagements from './en/engagements.ts'
import errors from './en/errors.ts'
import findings from './en/findings.ts'
import form from './en/form.ts'
import identity from './en/identity.ts'
import mailbox from './en/mailbox.ts'
import nav from './en/nav.ts'
import notifications from './en/notifications.ts'
import organisations from './en/organisations.ts'
import pdf from './en/pdf.ts'
import portal from './en/portal.ts'
import regulation from './en/regulation.ts'
import review from './en/review.ts'
import risk from './en/risk.ts'
import scoring from './en/scoring.ts'
import settings from './en/settings.ts'
import status from './en/status.ts'
import trail from './en/trail.ts'
import ui from './en/ui.ts'
import vendors from './en/vendors.ts'
import violations from './en/violations.ts'
import work from './en/work.ts'

/** Every word of the product in English. A new module's catalogue is one import and one name here and in zh-CN.ts. */
export default {
  agreementDraft,
  agreements,
  answer,
  assessments,
  audits,
  calendar,
  cases,
  common,
  engagements,
  errors,
  findings,
  form,
  identity,
  mailbox,
  nav,
  notifications,
  organisations,
  pdf,
  portal,
  regulation,
  review,
  risk,
  scoring,
  settings,
  status,
  trail,
  ui,
  vendors,
  violations,
  work,
}
