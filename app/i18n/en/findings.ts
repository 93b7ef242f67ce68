export default {
  title: 'Findings',
} as const
