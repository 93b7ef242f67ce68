export default {
  title: 'Document',
} as const
