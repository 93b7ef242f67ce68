import { randomBytes } from 'node:crypto'
import fs from 'node:fs'
import { open as openFile, mkdir, readdir, rename, rm, stat } from 'node:fs/promises'
import path from 'node:path'
import { openChunks, sealChunks } from './chunk-cipher.server.ts'
import { masterKey, open, seal } from './crypto.server.ts'
import { env } from './env.server.ts'

type FilePlace = { orgId: string; id: string }

const HOUR_MS = 3_600_000

/**
 * Writes a stream sealed with a key of its own under a temporary name; nothing is at its place before keep().
 * A crash leaves at most a temporary file, which the sweep removes.
 */
export async function writeStored(place: FilePlace, source: AsyncIterable<Uint8Array>) {
  const key = randomBytes(32)
  const temporary = `${pathOf(place)}.part`
  await mkdir(path.dirname(temporary), { recursive: true, mode: 0o700 })
  const handle = await openFile(temporary, 'wx', 0o600)
  const drop = () => rm(temporary, { force: true })
  try {
    for await (const chunk of sealChunks(key, boundTo(place), source)) await handle.write(chunk)
    await handle.sync()
  } catch (error) {
    await handle.close()
    await drop()
    throw error
  }
  await handle.close()
  return {
    /** The file's key, sealed with the master key for this place only. */
    key: seal(masterKey(), key, `${boundTo(place)}|key`),
    keep: async () => {
      await rename(temporary, pathOf(place))
      await syncFolder(path.dirname(temporary))
    },
    drop,
  }
}

/** The file's bytes as they were given; throws when they or their place were changed. */
export function readStored(place: FilePlace, wrappedKey: Buffer): AsyncGenerator<Buffer> {
  const key = open(masterKey(), wrappedKey, `${boundTo(place)}|key`)
  return openChunks(key, boundTo(place), fs.createReadStream(pathOf(place)))
}

export async function removeStored(place: FilePlace): Promise<void> {
  await rm(pathOf(place), { force: true })
}

/** Ids of an organisation's files on disk last touched more than `olderThanHours` ago; half-written ones end in '.part'. */
export async function listStored(orgId: string, { now, olderThanHours }: { now: Date; olderThanHours: number }): Promise<string[]> {
  const folder = path.dirname(pathOf({ orgId, id: 'any' }))
  const names = await readdir(folder).catch(() => [])
  const old: string[] = []
  for (const name of names) {
    const found = await stat(path.join(folder, name)).catch(() => undefined)
    if (found && found.mtimeMs < now.getTime() - olderThanHours * HOUR_MS) old.push(name)
  }
  return old
}

export function pathOf({ orgId, id }: FilePlace): string {
  return path.join(env().DATA_DIR, 'files', orgId, id)
}

const boundTo = ({ orgId, id }: FilePlace) => `${orgId}|files|${id}`

/** The rename itself must survive a crash. */
async function syncFolder(folder: string) {
  const handle = await openFile(folder, 'r').catch(() => undefined)
  if (!handle) return
  await handle.sync().catch(() => {}) // some systems cannot sync a folder
  await handle.close()
}
