import { removeMember } from '#app/domain/organisations/remove-member.server.ts'
import { authed } from '#app/http/authed.server.ts'
import { redirectWith } from '#app/http/flash.server.ts'
import { asId } from '#app/http/params.ts'
import { paths } from '#app/http/paths.ts'

const back = () => paths.settings('people')

export const action = authed(
  async ({ ctx, params }) => {
    await removeMember(ctx, asId(params.userId))
    return redirectWith(back(), { kind: 'done', key: 'settings.people.removed' })
  },
  { back },
)
