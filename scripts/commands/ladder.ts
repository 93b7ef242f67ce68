import type { AlertBook } from '#app/domain/notifications/alert.ts'
import { checkAlerts } from '#app/domain/notifications/check-alerts.ts'
import { runLadder, type LadderCase } from '#app/domain/notifications/ladder-case.ts'
import { readTemplate } from '#app/platform/templates.server.ts'
import { CommandProblem, itemsOf, printJson, readSource, WrongUsage, type Run } from './command.ts'

export const ladder: Run = async (words) => {
  if (words.length === 0) throw new WrongUsage('ladder needs a file, or - for standard input')
  const { alerts } = readTemplate<AlertBook>('alerts/alerts.yaml', checkAlerts)
  printJson(words.flatMap((word) => storiesOf(word).map((story, index) => play(story, `${word}, story ${index + 1}`, alerts))))
}

/** A file may give one calendar for all its stories; a story's own stands above it. */
function storiesOf(word: string): LadderCase[] {
  const source = readSource(word)
  const shared = (source.content as { calendar?: LadderCase['calendar'] } | null)?.calendar
  return itemsOf(source, ['cases', 'stories'], (value) => 'alert' in value).map((item) => {
    const story = ((item as { play?: unknown }).play ?? item) as LadderCase // checked by runLadder
    return shared === undefined || story.calendar !== undefined ? story : { ...story, calendar: shared }
  })
}

function play(story: LadderCase, where: string, alerts: AlertBook['alerts']) {
  try {
    return runLadder(story, alerts)
  } catch (error) {
    if (error instanceof RangeError || error instanceof TypeError) throw new CommandProblem(`${where}: ${error.message}`)
    throw error
  }
}
