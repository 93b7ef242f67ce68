import pino from 'pino'
import { env } from './env.server.ts'

const REDACTED = ['password', 'token', 'secret', 'cookie', 'authorization', 'email', 'name', 'text', 'html', 'code', 'facts', 'value']

let logger: pino.Logger | undefined

/** One JSON line an event. Secrets and personal data never reach it: fields of these names are cut. */
export function log(): pino.Logger {
  return (logger ??= pino({
    level: env().LOG_LEVEL,
    base: undefined,
    timestamp: pino.stdTimeFunctions.isoTime,
    redact: { paths: [...REDACTED, ...REDACTED.map((field) => `*.${field}`)], censor: '[cut]' },
  }))
}

/** What may be said of an error in a log: kind, code and place, never SQL or parameters. */
export function safeError(error: unknown): { kind: string; code?: string; at?: string } {
  if (!(error instanceof Error)) return { kind: typeof error }
  const cause = (error.cause ?? error) as { code?: string }
  return { kind: error.name, code: cause.code, at: error.stack?.split('\n').find((line) => line.includes('    at '))?.trim() }
}
