import { organisationsAll, runOrganisation } from '#app/domain/notifier/clock.server.ts'
import { openWorld, readEnvironment } from '../open-world.ts'
import { readInstant, readOptions, WrongUsage, type Run } from './command.ts'

export const notify: Run = async (words) => {
  const { options, rest } = readOptions(words, ['at', 'org'])
  if (rest.length > 0) throw new WrongUsage(`notify takes no '${rest[0]}'`)
  if (options.at === undefined) throw new WrongUsage('notify needs --at INSTANT')
  const now = readInstant(options.at, 'at')
  readEnvironment()
  const world = await openWorld()
  try {
    for (const orgId of options.org ? [options.org] : await organisationsAll()) {
      for (const raised of await runOrganisation(orgId, now)) {
        const line = {
          org: orgId,
          alert: raised.alert,
          stage: raised.stage,
          status: raised.status,
          reason: raised.reason,
          subject: raised.subject.ladder.id,
          vendor: raised.subject.vendorId,
          due: raised.due ?? raised.subject.ladder.clockEnd?.toISOString() ?? null,
          severity: raised.severity,
          roles: raised.roles,
          recipients: raised.recipients.map(({ id }) => id),
          action: raised.ran,
        }
        process.stdout.write(`${JSON.stringify(line)}\n`)
      }
    }
  } finally {
    await world.close()
  }
}
