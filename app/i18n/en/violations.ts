export default {
  title: 'Violations',
  part: {
    platform_tokens: 'Platform tokens revoked',
    all_accounts: 'All accounts revoked',
    customers_identified: 'Affected customers identified',
    customers_informed: 'Affected customers informed',
  },
  suspension: {
    automatic: 'Supply is suspended automatically, before triage.',
    proposed: 'Suspension is proposed at triage.',
    none: 'Supply goes on.',
  },
  ban: {
    blocked: 'This legal entity is banned. A new request is possible after the ban ends.',
    review: 'An owner or affiliate is banned. A person has to review the request.',
    clear: 'No ban found.',
  },
} as const
