export default {
  title: 'Agreements',
} as const
