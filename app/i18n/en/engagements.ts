export default {
  title: 'Engagements',
} as const
