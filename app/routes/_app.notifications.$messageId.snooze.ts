import { SnoozeInput } from '#app/domain/notifications/input.ts'
import { snoozeAlert } from '#app/domain/notifications/snooze-alert.server.ts'
import { localDate } from '#app/domain/organisations/calendar-dates.ts'
import { authed } from '#app/http/authed.server.ts'
import { backTo, redirectWith } from '#app/http/flash.server.ts'
import { parseForm } from '#app/http/forms.server.ts'
import { asId } from '#app/http/params.ts'
import { paths } from '#app/http/paths.ts'
import { date } from '#app/i18n/format.ts'

export const action = authed(
  async ({ ctx, params, form, request }) => {
    const until = await snoozeAlert(ctx, asId(params.messageId), parseForm(form, SnoozeInput))
    const day = date(localDate(until, ctx.organisation.zone), ctx.locale, 'short')
    return redirectWith(backTo(request, paths.notifications()), { kind: 'done', key: 'notifications.snooze.saved', data: { date: day } })
  },
  { back: () => paths.notifications() },
)
