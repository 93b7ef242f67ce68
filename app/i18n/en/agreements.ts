export default {
  title: 'Agreements',
  consent: 'I, {{name}} ({{role}}), am authorised to sign agreement {{number}} for the party I act for, have read the text with the digest shown, and sign it electronically.',
  exists_already: 'This engagement already has an agreement.',
  decision_lapsed: 'The approval is older than twelve months and has lapsed. Assess the vendor again.',
  not_approved: 'The vendor has not been approved for this engagement yet.',
  not_a_draft: 'Only a draft can be changed.',
} as const
