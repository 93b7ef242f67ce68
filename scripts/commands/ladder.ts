import type { AlertBook } from '#app/domain/notifications/alert.ts'
import { checkAlerts } from '#app/domain/notifications/check-alerts.ts'
import { ladderCase } from '#app/domain/notifications/input.ts'
import { runLadder } from '#app/domain/notifications/run-ladder.ts'
import { readTemplate } from '#app/platform/templates.server.ts'
import { CommandProblem, itemsOf, printJson, readOptions, readSource, WrongUsage, type Run } from './command.ts'

export const ladder: Run = async (given) => {
  const { rest: words } = readOptions(given, [])
  if (words.length === 0) throw new WrongUsage('ladder needs a file, or - for standard input')
  const { alerts } = readTemplate<AlertBook>('alerts/alerts.yaml', checkAlerts)
  printJson(words.flatMap((word) => storiesOf(word).map((story, index) => play(story, `${word}, story ${index + 1}`, alerts))))
}

/** A file may give one calendar for all its stories; a story's own stands above it. */
function storiesOf(word: string): Record<string, unknown>[] {
  const source = readSource(word)
  const shared = (source.content as { calendar?: unknown } | null)?.calendar
  return itemsOf(source, ['cases', 'stories'], (value) => 'alert' in value).map((item) => {
    const story = ((item as { play?: unknown } | null)?.play ?? item) as Record<string, unknown> // checked in play()
    return shared === undefined || story?.calendar !== undefined ? story : { ...story, calendar: shared }
  })
}

function play(given: unknown, where: string, alerts: AlertBook['alerts']) {
  const story = ladderCase.safeParse(given)
  if (!story.success) throw new CommandProblem(story.error.issues.map(({ path, message }) => `${where}: ${path.join('.') || 'story'}: ${message}`).join('\n'))
  try {
    return runLadder(story.data, alerts)
  } catch (error) {
    if (error instanceof RangeError) throw new CommandProblem(`${where}: ${error.message}`)
    throw error
  }
}
