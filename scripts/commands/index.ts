import type { Command } from './command.ts'
import { dates } from './dates.ts'
import { migrate } from './migrate.ts'

export const COMMANDS: Command[] = [dates, migrate]

/** The command whose name the words begin with; the longest name wins. */
export function findCommand(words: string[]): { command: Command; rest: string[] } | undefined {
  for (const length of [2, 1]) {
    const command = COMMANDS.find(({ name }) => name === words.slice(0, length).join(' '))
    if (command) return { command, rest: words.slice(length) }
  }
  return undefined
}

export function usageOf(commands: Command[]): string {
  const width = Math.max(...commands.map(({ name, usage }) => `${name} ${usage}`.length))
  const lines = commands.map(({ name, usage, about }) => `  ${`${name} ${usage}`.padEnd(width)}  ${about}`)
  return `usage: npm run -s custodia -- COMMAND …\n\n${lines.join('\n')}\n`
}
