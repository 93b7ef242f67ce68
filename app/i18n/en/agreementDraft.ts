export default {
  title: 'Agreement draft',
} as const
