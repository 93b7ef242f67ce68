export default {
  title: 'Status',
} as const
