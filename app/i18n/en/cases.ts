export default {
  title: 'Cases',
} as const
