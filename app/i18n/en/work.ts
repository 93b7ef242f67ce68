export default {
  title: 'My work',
} as const
