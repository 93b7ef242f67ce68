import path from 'node:path'
import { z } from 'zod'

const port = z.coerce.number({ error: 'must be a number' }).int('must be a whole number').min(1, 'must be 1 or more').max(65_535, 'must be 65535 or less')
const flag = z.enum(['true', 'false'], { error: 'must be true or false' }).transform((value) => value === 'true')
const url = (schemes: string[]) =>
  z.string().refine((value) => URL.canParse(value) && schemes.includes(new URL(value).protocol), {
    error: `must be a URL that starts with ${schemes.map((s) => `${s}//`).join(' or ')}`,
  })

const EnvSchema = z.object({
  /** demo: loads a demo organisation and offers its personas on the sign-in page. production: neither. */
  CUSTODIA_MODE: z.enum(['demo', 'production'], { error: 'must be demo or production' }).default('demo'),
  PORT: port.default(3000),
  HOST: z.string().min(1, 'must not be empty').default('127.0.0.1'),
  /** What people and links use to reach the product; default http://localhost:PORT. */
  PUBLIC_URL: url(['http:', 'https:']).optional(),
  DATA_DIR: z.string().min(1, 'must not be empty').default('.data'),
  DATABASE_URL: url(['postgres:', 'postgresql:']).optional(),
  /** Owner that runs migrations when DATABASE_URL is an unprivileged account; default DATABASE_URL. */
  DATABASE_OWNER_URL: url(['postgres:', 'postgresql:']).optional(),
  DATABASE_POOL: z.coerce.number({ error: 'must be a number' }).int('must be a whole number').min(2, 'must be 2 or more').max(200, 'must be 200 or less').default(10),
  /** false behind a pooler in transaction mode. */
  DATABASE_PREPARE: flag.default(true),
  SMTP_URL: url(['smtp:', 'smtps:']).optional(),
  MAIL_FROM: z.string().min(3, 'must be an e-mail address').default('Custodia <custodia@localhost>'),
  /** Number of proxies in front whose X-Forwarded-For is believed. */
  TRUST_PROXY: z.coerce.number({ error: 'must be a number' }).int('must be a whole number').min(0, 'must be 0 or more').max(10, 'must be 10 or less').default(0),
  /** Anyone may register an organisation; default true in demo mode, else only until the first exists. */
  ALLOW_REGISTRATION: flag.optional(),
  LOG_LEVEL: z.enum(['debug', 'info', 'warn', 'error', 'silent'], { error: 'must be debug, info, warn, error or silent' }).default('info'),
  /** 64 hex characters; default: made at the first start and kept in DATA_DIR. */
  MASTER_KEY: z.string().regex(/^[0-9a-f]{64}$/i, 'must be 64 hexadecimal characters').optional(),
})

export type Env = Omit<z.infer<typeof EnvSchema>, 'PUBLIC_URL'> & { PUBLIC_URL: string }

/** Every wrong variable at once, one line each. */
export class EnvProblem extends Error {
  override name = 'EnvProblem'
  readonly lines: string[]

  constructor(lines: string[]) {
    super(lines.join('\n'))
    this.lines = lines
  }
}

/** Parses the environment; an empty variable counts as not set. Throws EnvProblem. */
export function parseEnv(source: Record<string, string | undefined>): Env {
  const given = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== undefined && value !== ''))
  const parsed = EnvSchema.safeParse(given)
  if (!parsed.success) {
    throw new EnvProblem(parsed.error.issues.map((issue) => `${issue.path.join('.')} ${issue.message}`))
  }
  const env = parsed.data
  const publicUrl = (env.PUBLIC_URL ?? `http://localhost:${env.PORT}`).replace(/\/+$/, '')
  return { ...env, PUBLIC_URL: publicUrl, DATA_DIR: path.resolve(env.DATA_DIR) }
}

const SLOT = Symbol.for('custodia.env')
const slots = globalThis as unknown as Record<symbol, Env | undefined>

/** Read once for the process, whichever bundle asks first. */
export function env(): Env {
  return (slots[SLOT] ??= parseEnv(process.env))
}

/** The process's own choice (a test's, or an embedded database's URL) instead of what the environment says. */
export function setEnv(value: Env) {
  slots[SLOT] = value
}
