import { Outlet, useLoaderData } from '@remix-run/react'
import { isWithVendor } from '#app/domain/assessments/assessment.ts'
import { getRequest } from '#app/domain/portal/queries.server.ts'
import { vendorAuthed } from '#app/http/vendor-authed.server.ts'
import { date, dateTime, distance } from '#app/i18n/format.ts'
import { useT } from '#app/i18n/use-t.tsx'

/** Who asks whom for what, by when: above every page of the request. */
export const loader = vendorAuthed(async ({ ctx, params }) => {
  const { organisation, vendor, locale } = ctx
  const named = ({ name, nameAlt }: { name: string; nameAlt: string | null }) => (locale === 'en' ? (nameAlt ?? name) : name)
  return { request: await getRequest(ctx, params.assessmentId!), organisation: named(organisation), vendor: named(vendor), zone: ctx.contact.zone }
})

export default function PortalRequest() {
  const t = useT()
  const { request, organisation, vendor, zone } = useLoaderData<typeof loader>()
  const { title, dueOn, daysLeft, status, submittedAt } = request
  const when =
    status === 'withdrawn'
      ? t('portal.ask.withdrawn')
      : isWithVendor({ status }) || submittedAt === null
        ? t('portal.ask.due', { date: date(dueOn, t.locale), distance: distance(daysLeft, t) })
        : t('portal.ask.received', { date: dateTime(submittedAt, t.locale, zone, 'day') })
  return (
    <div className="wrap">
      <section className="ask" aria-label={t('portal.ask.label')}>
        <p className="line">{t('portal.ask.who', { organisation, vendor })}</p>
        <p>
          <b>{t('portal.ask.title', { title })}</b> · {when}
        </p>
      </section>
      <Outlet />
    </div>
  )
}
