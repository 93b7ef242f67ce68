import { findCommand, usageOf } from './commands/index.ts'
import { WrongUsage } from './commands/command.ts'

// npm run -s custodia -- COMMAND …: JSON on stdout; a refusal on stderr with exit code 1, wrong usage with 2.

async function main(words: string[]): Promise<number> {
  if (words.length === 0 || words[0] === 'help' || words[0] === '--help') {
    process.stdout.write(usageOf())
    return words.length === 0 ? 2 : 0
  }
  const found = findCommand(words)
  if (!found) throw new WrongUsage(`there is no command '${words.slice(0, 2).join(' ')}'`)
  const run = await found.command.load()
  return (await run(found.rest)) ?? 0
}

main(process.argv.slice(2)).then(
  (code) => leave(code),
  (error: unknown) => {
    if (error instanceof WrongUsage) {
      process.stderr.write(`custodia: ${error.message}\n${usageOf()}`)
      return leave(2)
    }
    const expected = error instanceof Error && /Problem$/.test(error.name)
    process.stderr.write(`custodia: ${expected ? (error as Error).message : error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`)
    leave(1)
  },
)

/** Ends once what was printed has left, also into a slow pipe. */
function leave(code: number) {
  process.exitCode = code
  process.stdout.write('', () => process.exit(code))
}
