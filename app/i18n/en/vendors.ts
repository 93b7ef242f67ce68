export default {
  title: 'Vendors',
  status: {
    draft: 'Draft',
    intake: 'Intake',
    assessing: 'Due diligence',
    review: 'Under review',
    approved: 'Approved',
    conditional: 'Approved with conditions',
    rejected: 'Rejected',
    contracting: 'Contracting',
    active: 'Active',
    suspended: 'Suspended',
    terminating: 'Terminating',
    terminated: 'Terminated',
    banned: 'Banned',
    withdrawn: 'Withdrawn',
  },
  refused: {
    wrong_status: 'This step is not possible while the vendor’s status is “$t(vendors.status.{{status}})”.',
  },
} as const
