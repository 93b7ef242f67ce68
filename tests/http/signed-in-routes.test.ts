import { beforeAll, describe, expect, test } from 'vitest'
import { newId, newSecret, orgToken, readOrgToken } from '#app/platform/ids.server.ts'
import { memberships } from '#db/schema/index.ts'
import { aSession } from '#tests/support/person.ts'
import { call } from '#tests/support/request.ts'
import { anOrganisation, NOW } from '#tests/support/world.ts'

type Module = { loader?: unknown; action?: unknown }

const modules = import.meta.glob<Module>('/app/routes/_app*.{ts,tsx}')
const routes = Object.entries(modules).map(([file, load]) => ({ name: file.replace(/^.*\/(.+)\.tsx?$/, '$1'), load }))
const paramsOf = (name: string) => Object.fromEntries([...name.matchAll(/\$(\w+)/g)].map((match) => [match[1]!, newId()]))

let moved: string
beforeAll(async () => {
  moved = await cookieMovedTo()
})

test('there are signed-in routes to ask', () => {
  expect(routes.length).toBeGreaterThan(20)
})

describe.each(routes)('$name', ({ name, load }) => {
  const strangers: [string, () => Promise<string | undefined>][] = [
    ['nobody', async () => undefined],
    ['a cookie that is none', async () => 'nonsense'],
    ['a cookie of no session', async () => orgToken(newId(), newSecret())],
    ['the cookie of another organisation with this one written into it', async () => moved],
  ]

  test.each(strangers)('leads %s to sign-in and tells nothing', async (_, cookie) => {
    const { loader, action } = await load()
    for (const [handler, form] of [[loader, undefined], [action, {}]] as const) {
      if (!handler) continue
      const answer = await call(handler, { path: '/somewhere?x=1', params: paramsOf(name), cookie: await cookie(), form, referer: '/somewhere?x=1' })
      expect(answer).toMatchObject({ status: 302, location: '/sign-in?next=%2Fsomewhere%3Fx%3D1', data: undefined })
    }
  })
})

/** A member of two organisations, whose session is in the first: the cookie names the second. */
async function cookieMovedTo(): Promise<string> {
  const [one, two] = [await anOrganisation('admin'), await anOrganisation('admin')]
  const person = one.as('admin')
  await two.run({ kind: 'system', orgId: two.orgId, job: 'test' }, ({ db }) => db.insert(memberships).values({ orgId: two.orgId, userId: person.userId, roles: ['admin'], createdAt: NOW }))
  const { cookie } = await aSession(person)
  return orgToken(two.orgId, readOrgToken(cookie)!.secret)
}
