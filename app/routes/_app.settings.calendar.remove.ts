import { RemoveDayInput } from '#app/domain/organisations/input.ts'
import { removeCalendarDay } from '#app/domain/organisations/remove-calendar-day.server.ts'
import { authed } from '#app/http/authed.server.ts'
import { redirectWith } from '#app/http/flash.server.ts'
import { parseForm } from '#app/http/forms.server.ts'
import { paths } from '#app/http/paths.ts'

const back = () => paths.settings('calendar')

export const action = authed(
  async ({ ctx, form }) => {
    await removeCalendarDay(ctx, parseForm(form, RemoveDayInput))
    return redirectWith(back(), { kind: 'done', key: 'settings.calendar.removed' })
  },
  { back },
)
