import fs from 'node:fs'
import path from 'node:path'

/** A person can read it; the process ends with exit code 1. */
export class StartProblem extends Error {
  override name = 'StartProblem'
}

/** What one process does: pages and worker, one of them, or both from source. */
export type Role = 'all' | 'web' | 'worker' | 'dev'

/** The locks that a role holds on its data folder. */
export const locksOf = (role: Role) => (role === 'all' || role === 'dev' ? ['web', 'worker'] : [role])

/** One web and one worker process per data folder. A lock whose owner is gone is taken over. */
export function claimDataFolder(dataDir: string, role: string) {
  fs.mkdirSync(dataDir, { recursive: true })
  const file = path.join(dataDir, `${role}.lock`)
  for (let attempt = 0; attempt < 3; attempt++) {
    try {
      fs.writeFileSync(file, String(process.pid), { flag: 'wx' })
      process.once('exit', () => fs.rmSync(file, { force: true }))
      return
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException
      if (code === 'EACCES' || code === 'EROFS') throw new StartProblem(`The data folder ${dataDir} cannot be written. Set DATA_DIR to a folder that can.`)
      if (code !== 'EEXIST') throw error
    }
    const owner = Number(fs.readFileSync(file, 'utf8'))
    if (isRunning(owner)) {
      throw new StartProblem(
        `Custodia (${role}) already runs on the data folder ${dataDir}, as process ${owner}. Nothing was changed. Stop that one, or set DATA_DIR and PORT for a second installation.`,
      )
    }
    fs.rmSync(file, { force: true })
  }
}

/** A process id can be given again to something else after a crash: on Linux its command line tells. */
function isRunning(pid: number): boolean {
  if (!(pid > 0) || pid === process.pid) return false
  try {
    process.kill(pid, 0)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ESRCH') return false
  }
  try {
    const [command, status] = [fs.readFileSync(`/proc/${pid}/cmdline`, 'utf8'), fs.readFileSync(`/proc/${pid}/stat`, 'utf8')]
    return command.includes('scripts/start.js') && !/\) Z /.test(status)
  } catch {
    return process.platform !== 'linux'
  }
}
