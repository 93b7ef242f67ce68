import type { Command } from './command.ts'

const COMMANDS: Command[] = [
  {
    name: 'score',
    usage: 'FILE…',
    about: 'cases {assessment_date, intake, answers} → inherent risk, effectiveness, residual, knock-outs, findings, decision and why',
    load: async () => (await import('./score.ts')).score,
  },
  {
    name: 'dates',
    usage: 'FILE…',
    about: 'vectors {fn, args}, each with its result; business days by the 2026 calendar of the templates unless a vector brings its own',
    load: async () => (await import('./dates.ts')).dates,
  },
  {
    name: 'ladder',
    usage: 'FILE…',
    about: 'stories {alert, subject, daily|runs, events} played through the alert ladders without a database → the rows they raise',
    load: async () => (await import('./ladder.ts')).ladder,
  },
  {
    name: 'agreement render',
    usage: 'FILE --out X.pdf [--lang zh|en|both] [--layout stacked|side_by_side]',
    about: 'an agreement from a file of parameters and scope, without a database',
    load: async () => (await import('./agreement.ts')).agreementRender,
  },
  {
    name: 'notify',
    usage: '--at INSTANT [--org ID]',
    about: 'run everything due up to an instant on the database; one JSON line per alert raised',
    load: async () => (await import('./notify.ts')).notify,
  },
  { name: 'seed', usage: '', about: 'load the demo organisation, made through the real verbs', load: async () => (await import('./seed.ts')).seed },
  {
    name: 'org create',
    usage: '--name N --admin-email E --admin-name N --lead N --phone P [--department D] [--reg-no R] [--zone Z] [--language zh-CN|en]',
    about: 'create an organisation with its first administrator, and a link to set a password',
    load: async () => (await import('./accounts.ts')).orgCreate,
  },
  {
    name: 'user create',
    usage: '--org ID --email E --name N --roles a,b [--language zh-CN|en]',
    about: 'add a person to an organisation, and print a link to set a password',
    load: async () => (await import('./accounts.ts')).userCreate,
  },
  {
    name: 'user reset-link',
    usage: 'EMAIL',
    about: 'print a link with which a person sets a new password within the hour',
    load: async () => (await import('./accounts.ts')).userResetLink,
  },
  {
    name: 'doctor',
    usage: '',
    about: 'check environment, data folder, templates, keys, database and its walls; exit code 1 when something is wrong',
    load: async () => (await import('./doctor.ts')).doctor,
  },
  { name: 'migrate', usage: '', about: 'bring the database up to date; safe to repeat', load: async () => (await import('./migrate.ts')).migrate },
  {
    name: 'trail verify',
    usage: '',
    about: "recompute every organisation's trail over its exact bytes; exit code 1 when a chain is broken, with the place",
    load: async () => (await import('./trail.ts')).trailVerify,
  },
]

/** The command whose name the words begin with; the longest name wins. */
export function findCommand(words: string[]): { command: Command; rest: string[] } | undefined {
  for (const length of [2, 1]) {
    const command = COMMANDS.find(({ name }) => name === words.slice(0, length).join(' '))
    if (command) return { command, rest: words.slice(length) }
  }
  return undefined
}

export function usageOf(): string {
  const lines = COMMANDS.map(({ name, usage, about }) => `  ${`${name} ${usage}`.trim()}\n      ${about}`)
  return `usage: npm run -s custodia -- COMMAND …\n\n${lines.join('\n')}\n`
}
