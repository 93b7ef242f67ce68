export default {
  title: 'Audits',
} as const
