import { createHash, randomBytes, randomInt, timingSafeEqual } from 'node:crypto'
import { v7 } from 'uuid'

/** uuid v7: sortable by time, made in the app. */
export const newId = (): string => v7()

/** 256 random bits for a link, cookie or invitation. Only its hash is stored. */
export const newSecret = (): string => randomBytes(32).toString('base64url')

export const newCode = (): string => String(randomInt(0, 1_000_000)).padStart(6, '0')

export const hashSecret = (secret: string): string => createHash('sha256').update(secret).digest('hex')

export function sameSecret(a: string, b: string): boolean {
  const [x, y] = [Buffer.from(hashSecret(a)), Buffer.from(hashSecret(b))]
  return timingSafeEqual(x, y)
}

/** A token that carries its organisation, so that it is looked up inside that organisation's wall. */
export function orgToken(orgId: string, secret: string): string {
  return `${Buffer.from(orgId.replaceAll('-', ''), 'hex').toString('base64url')}.${secret}`
}

/** Undefined when malformed. */
export function readOrgToken(token: string): { orgId: string; secret: string } | undefined {
  const match = /^([A-Za-z0-9_-]{22})\.([A-Za-z0-9_-]{43})$/.exec(token)
  if (!match?.[1] || !match[2]) return undefined
  const hex = Buffer.from(match[1], 'base64url').toString('hex')
  const orgId = hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
  return { orgId, secret: match[2] }
}
