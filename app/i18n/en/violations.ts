export default {
  title: 'Violations',
} as const
