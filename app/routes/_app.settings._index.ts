import { redirect } from '@remix-run/node'
import { authed } from '#app/http/authed.server.ts'
import { paths } from '#app/http/paths.ts'

export const loader = authed(async () => redirect(paths.settings('organisation')))
