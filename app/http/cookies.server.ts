import { createCookie } from '@remix-run/node'
import { env } from '#app/platform/env.server.ts'

const DAY_SECONDS = 86_400

/** Over https names carry __Host-: no other host and no plain page can plant them. */
const secure = () => env().PUBLIC_URL.startsWith('https:')
const nameOf = (name: string) => (secure() ? `__Host-${name}` : name)

const make = (name: string, maxAge: number | undefined) =>
  createCookie(nameOf(name), { httpOnly: true, sameSite: 'lax', path: '/', secure: secure(), maxAge })

export const memberCookie = () => make('custodia', 7 * DAY_SECONDS)
export const portalCookie = () => make('custodia_portal', 7 * DAY_SECONDS)
export const flashCookie = () => make('custodia_flash', 60)
export const localeCookie = () => make('custodia_locale', 365 * DAY_SECONDS)
export const themeCookie = () => make('custodia_theme', 365 * DAY_SECONDS)
