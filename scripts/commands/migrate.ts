import { openWorld, readEnvironment } from '../open-world.ts'
import { printJson, type Run } from './command.ts'

export const migrate: Run = async () => {
  readEnvironment()
  const world = await openWorld()
  await world.close()
  printJson({ migrated: true })
}
