import { createCipheriv, createDecipheriv, createPrivateKey, createPublicKey, generateKeyPairSync, randomBytes, sign, verify, createHash } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import { env } from './env.server.ts'

const IV = 12
const TAG = 16

/** Installation's master key: MASTER_KEY, or one made at the first start and kept in DATA_DIR/keys. */
export function masterKey(): Buffer {
  const given = env().MASTER_KEY
  if (given) return Buffer.from(given, 'hex')
  return Buffer.from(keyFile('master.key', () => randomBytes(32).toString('hex')), 'hex')
}

/** AES-256-GCM; `bound` (organisation, table, column, row) must be the same to open it. */
export function seal(key: Buffer, plain: Buffer, bound: string): Buffer {
  const iv = randomBytes(IV)
  const cipher = createCipheriv('aes-256-gcm', key, iv).setAAD(Buffer.from(bound))
  const body = Buffer.concat([cipher.update(plain), cipher.final()])
  return Buffer.concat([iv, cipher.getAuthTag(), body])
}

/** Throws when the bytes were changed or belong to another row. */
export function open(key: Buffer, sealed: Buffer, bound: string): Buffer {
  const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(0, IV)).setAAD(Buffer.from(bound))
  decipher.setAuthTag(sealed.subarray(IV, IV + TAG))
  return Buffer.concat([decipher.update(sealed.subarray(IV + TAG)), decipher.final()])
}

/** Ed25519 key that signs trail checkpoints; kept outside the database. */
export function checkpointKey() {
  const pem = keyFile('trail.pem', () =>
    generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
  )
  const privateKey = createPrivateKey(pem)
  const publicKey = createPublicKey(privateKey)
  const keyId = createHash('sha256').update(publicKey.export({ type: 'spki', format: 'der' })).digest('hex').slice(0, 16)
  return {
    keyId,
    sign: (bytes: Buffer): Buffer => sign(null, bytes, privateKey),
    verify: (bytes: Buffer, signature: Buffer): boolean => verify(null, bytes, publicKey, signature),
  }
}

function keyFile(name: string, make: () => string): string {
  const folder = path.join(env().DATA_DIR, 'keys')
  const file = path.join(folder, name)
  try {
    return fs.readFileSync(file, 'utf8').trim()
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error
  }
  fs.mkdirSync(env().DATA_DIR, { recursive: true }) // stays open: PostgreSQL may run as another account below it
  fs.mkdirSync(folder, { recursive: true, mode: 0o700 })
  try {
    fs.writeFileSync(file, make(), { mode: 0o600, flag: 'wx' })
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error // another process was first
  }
  return fs.readFileSync(file, 'utf8').trim()
}
