import { openWorld, readEnvironment } from '../open-world.ts'
import { printJson, type Command } from './command.ts'

export const migrate: Command = {
  name: 'migrate',
  usage: '',
  about: 'bring the database up to date; safe to repeat',
  run: async () => {
    readEnvironment()
    const world = await openWorld()
    await world.close()
    printJson({ migrated: true })
  },
}
