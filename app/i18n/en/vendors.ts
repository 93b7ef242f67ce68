export default {
  title: 'Vendors',
} as const
