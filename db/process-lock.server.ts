import fs from 'node:fs'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'

/** One process at a time holds a lock file, the others wait. A lock whose owner is gone is taken over. */
export async function withLock<T>(file: string, work: () => Promise<T>, { patienceMs = 60_000 } = {}): Promise<T> {
  fs.mkdirSync(path.dirname(file), { recursive: true })
  for (let attempt = 0; !claim(file); attempt++) {
    const owner = ownerOf(file)
    if (attempt > 3 && !(owner > 0 && stateOf(owner) !== 'dead')) fs.rmSync(file, { force: true })
    else if (attempt * 100 > patienceMs) throw new Error(`process ${owner} holds ${file}`)
    else await sleep(100)
  }
  try {
    return await work()
  } finally {
    fs.rmSync(file, { force: true })
  }
}

function claim(file: string): boolean {
  try {
    fs.writeFileSync(file, String(process.pid), { flag: 'wx' })
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
    return false
  }
}

const ownerOf = (file: string): number => (fs.existsSync(file) ? Number(fs.readFileSync(file, 'utf8')) : Number.NaN)

/** What runs under a process id; `other` is a program that got the number after a crash. */
export function stateOf(pid: number): 'dead' | 'zombie' | 'other' | 'postgres' {
  try {
    process.kill(pid, 0)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ESRCH') return 'dead'
  }
  if (process.platform !== 'linux') return 'postgres'
  const file = `/proc/${pid}/stat`
  if (!fs.existsSync(file)) return 'dead'
  const stat = fs.readFileSync(file, 'utf8')
  if (/\) Z /.test(stat)) return 'zombie'
  return stat.includes('(postgres)') ? 'postgres' : 'other'
}
