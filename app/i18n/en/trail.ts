export default {
  title: 'Trail',
} as const
