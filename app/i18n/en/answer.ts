export default {
  title: 'Answers',
} as const
