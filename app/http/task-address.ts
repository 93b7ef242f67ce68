import type { TaskKind } from '#app/domain/work/work.ts'
import { findingsAddress } from './findings-address.ts'
import { paths } from './paths.ts'

/** The page on which a task of My work is done. */
export function taskAddress({ kind, id, vendor, count }: { kind: TaskKind; id: string; vendor: { id: string }; count: number }): string {
  switch (kind) {
    case 'issue_notice':
      return paths.violationVerb(id, 'notice')
    case 'triage_case':
      return paths.violationVerb(id, 'triage')
    case 'investigate_case':
    case 'decide_case':
    case 'hear_vendor':
    case 'review_downgrade':
    case 'retest_case':
    case 'close_case':
      return paths.violation(id)
    case 'exit_step': {
      const [caseId = '', step = ''] = id.split('/')
      return paths.violationStep(caseId, step)
    }
    case 'plan_audit':
    case 'conduct_audit':
    case 'report_audit':
    case 'close_audit':
      return paths.audit(id)
    case 'review_answers':
      return paths.assessment(id)
    case 'confirm_decision':
      return paths.assessmentDecision(id)
    case 'send_questionnaire':
    case 'reassess':
      return paths.newAssessment(id)
    case 'remind_vendor':
      return paths.assessmentSending(id)
    case 'draft_agreement':
      return paths.vendorTab(vendor.id, 'agreements')
    case 'submit_agreement':
    case 'send_agreement':
    case 'sign_agreement':
    case 'await_signature':
    case 'renew_agreement':
      return paths.agreement(id)
    case 'close_finding':
    case 'chase_finding':
    case 'verify_finding':
      return count > 1 ? findingsAddress({ view: kind === 'verify_finding' ? 'verify' : 'open', vendor: vendor.id }) : paths.finding(id)
    case 'renew_evidence':
      return paths.vendorTab(vendor.id, 'documents')
    case 'finish_request':
      return paths.engagementIntake(id)
  }
}
