export default {
  title: 'Mailbox',
} as const
