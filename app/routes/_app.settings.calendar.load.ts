import { LoadTableInput } from '#app/domain/organisations/input.ts'
import { loadHolidayTable } from '#app/domain/organisations/load-holiday-table.server.ts'
import { authed } from '#app/http/authed.server.ts'
import { redirectWith } from '#app/http/flash.server.ts'
import { parseForm } from '#app/http/forms.server.ts'
import { paths } from '#app/http/paths.ts'

const back = () => paths.settings('calendar')

export const action = authed(
  async ({ ctx, form }) => {
    const count = await loadHolidayTable(ctx, parseForm(form, LoadTableInput))
    return redirectWith(back(), { kind: 'done', key: 'settings.calendar.loaded', data: { count } })
  },
  { back },
)
