export default {
  title: 'Vendor portal',
} as const
