export default {
  skip: 'Skip to content',
  account: 'Account',
  laws: 'Legal flags',
  language: 'Language',
  theme: { label: 'Appearance', light: 'Light', dark: 'Dark', system: 'Like the system' },
  signOut: 'Sign out',
  organisation: { label: 'Organisation', switch: 'Switch organisation' },
  demo: 'Demo organisation',
} as const
