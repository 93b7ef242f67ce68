import { expect, test } from 'vitest'
import type { Context } from '#app/domain/context.server.ts'
import type { Case } from '#app/domain/violations/move-case.server.ts'
import { aCaseAt, CASE_ROLES, type Stage } from './case.ts'
import { anOrganisation } from './world.ts'

type Role = (typeof CASE_ROLES)[number]

type Verb = {
  call: (ctx: Context, violationCase: Case) => Promise<unknown>
  /** Who may. */
  as: Role
  /** Who may not. */
  not: Role
  /** Where the verb may be used, and where not. */
  at: Stage
  wrongAt: Stage
  violationId?: string
  wrongKey?: string
}

/** The three refusals that every verb on a case owes: no permission, another organisation's case, the wrong state. */
export function itRefuses({ call, as, not, at, wrongAt, violationId, wrongKey = 'status.blocked.case.wrong_state' }: Verb) {
  test('refuses without permission', async () => {
    const org = await anOrganisation(...CASE_ROLES)
    const found = await aCaseAt(org, { violationId, stage: at })
    await expect(org.run(org.as(not), (ctx) => call(ctx, found))).rejects.toMatchObject({ code: 'forbidden' })
  })

  test("does not find another organisation's case", async () => {
    const [one, two] = [await anOrganisation(...CASE_ROLES), await anOrganisation(...CASE_ROLES)]
    const found = await aCaseAt(one, { violationId, stage: at })
    await expect(two.run(two.as(as), (ctx) => call(ctx, found))).rejects.toMatchObject({ code: 'not-found' })
  })

  test('refuses the wrong state', async () => {
    const org = await anOrganisation(...CASE_ROLES)
    const found = await aCaseAt(org, { violationId, stage: wrongAt })
    await expect(org.run(org.as(as), (ctx) => call(ctx, found))).rejects.toMatchObject({ key: wrongKey })
  })
}
