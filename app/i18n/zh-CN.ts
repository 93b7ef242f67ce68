import type { SameKeys } from './catalogue.ts'
import type en from './en.ts'
import agreementDraft from './zh-CN/agreementDraft.ts'
import agreements from './zh-CN/agreements.ts'
import answer from './zh-CN/answer.ts'
import assessments from './zh-CN/assessments.ts'
import audits from './zh-CN/audits.ts'
import calendar from './zh-CN/calendar.ts'
import cases from './zh-CN/cases.ts'
import common from './zh-CN/common.ts'
import engagements from './zh-CN/engagements.ts'
import errors from './zh-CN/errors.ts'
import findings from './zh-CN/findings.ts'
import form from './zh-CN/form.ts'
import identity from './zh-CN/identity.ts'
import mailbox from './zh-CN/mailbox.ts'
import nav from './zh-CN/nav.ts'
import notifications from './zh-CN/notifications.ts'
import organisations from './zh-CN/organisations.ts'
import pdf from './zh-CN/pdf.ts'
import portal from './zh-CN/portal.ts'
import regulation from './zh-CN/regulation.ts'
import review from './zh-CN/review.ts'
import risk from './zh-CN/risk.ts'
import scoring from './zh-CN/scoring.ts'
import settings from './zh-CN/settings.ts'
import status from './zh-CN/status.ts'
import trail from './zh-CN/trail.ts'
import ui from './zh-CN/ui.ts'
import vendors from './zh-CN/vendors.ts'
import violations from './zh-CN/violations.ts'
import work from './zh-CN/work.ts'

const catalogue: SameKeys<typeof en> = {
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

export default catalogue
