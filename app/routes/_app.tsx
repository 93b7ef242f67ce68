import { data } from '@remix-run/node'
import { Outlet, useLoaderData, useRouteLoaderData } from '@remix-run/react'
import type { ReactNode } from 'react'
import { can } from '#app/domain/identity/actor.ts'
import { listMemberships } from '#app/domain/identity/queries.server.ts'
import { mayReadMailbox } from '#app/domain/mailbox/queries.server.ts'
import { localDate } from '#app/domain/organisations/calendar-dates.ts'
import { countFrame, type FrameCounts } from '#app/domain/organisations/frame.server.ts'
import { authed } from '#app/http/authed.server.ts'
import { takeFlash } from '#app/http/flash.server.ts'
import { paths } from '#app/http/paths.ts'
import type { MemberContext } from '#app/http/session.server.ts'
import { dateTime, duration, time } from '#app/i18n/format.ts'
import { translator } from '#app/i18n/index.ts'
import type { Locale } from '#app/i18n/locale.ts'
import { nameIn } from '#app/i18n/own-name.ts'
import { useT } from '#app/i18n/use-t.tsx'
import { AppFrame } from '#app/ui/frame/app-frame.tsx'
import { DoorFrame } from '#app/ui/frame/door-frame.tsx'
import type { LawFlag } from '#app/ui/frame/law-flags.tsx'
import { furtherPlaces, navigationFor } from '#app/ui/frame/navigation.ts'
import { PLACE_ICON } from '#app/ui/frame/side-nav.tsx'
import { ErrorPage } from '#app/ui/page/error-page.tsx'
import { pageMeta } from '#app/ui/page/page-meta.ts'
import { Page } from '#app/ui/page/page.tsx'

/** What the frame of every signed-in page shows. */
export const loader = authed(async ({ ctx, request }) => {
  const { actor, organisation, now, locale, sessionEndsAt } = ctx
  const [counts, memberships, { flash, headers }] = await Promise.all([countFrame(ctx), listMemberships(ctx, actor.userId), takeFlash(request)])
  const zoneName = new Intl.DateTimeFormat(locale, { timeZone: organisation.zone, timeZoneName: 'short' }).formatToParts(now).find(({ type }) => type === 'timeZoneName')
  return data(
    {
      person: { name: actor.name, roles: actor.roles },
      organisation: nameIn(locale, organisation),
      isDemo: organisation.isDemo,
      zone: organisation.zone,
      organisations: memberships.filter(({ orgId }) => orgId !== actor.orgId).map(({ orgId, organisation: name, nameAlt }) => ({ id: orgId, name: nameIn(locale, { name, nameAlt }) })),
      nav: navigationFor(actor.roles, counts),
      further: furtherPlaces(actor.roles).map(({ id, to }) => ({ id, to })),
      laws: lawFlags(ctx, counts),
      unread: counts.unread,
      opens: { mailbox: mayReadMailbox(actor), trail: can(actor, 'trail.read') },
      time: `${dateTime(now, locale, organisation.zone)} ${zoneName?.value ?? ''}`,
      sessionEndsInMs: sessionEndsAt.getTime() - now.getTime(),
      flash,
    },
    { headers },
  )
})

/** The two flags that the law hangs on every page, with the nearest clock of each. */
function lawFlags({ now, locale, organisation }: MemberContext, { mustTerminate, noticeDueAt, auditOverdue, auditOverdueDays }: FrameCounts): LawFlag[] {
  const t = translator(locale)
  const notice = noticeDueAt && noticeClock(noticeDueAt, { now, locale, zone: organisation.zone })
  return [
    { flag: 'MUST_TERMINATE', count: mustTerminate, clock: notice, to: `${paths.vendors()}?flag=MUST_TERMINATE` },
    {
      flag: 'AUDIT_OVERDUE',
      count: auditOverdue,
      clock: auditOverdue > 0 ? t('organisations.frame.audit_longest', { count: auditOverdueDays }) : undefined,
      to: `${paths.vendors()}?flag=AUDIT_OVERDUE`,
    },
  ]
}

/** The nearest termination notice: its time and what is left of it today, what is left before, since when afterwards. */
function noticeClock(dueAt: Date, { now, locale, zone }: { now: Date; locale: Locale; zone: string }): string {
  const t = translator(locale)
  const minutes = (dueAt.getTime() - now.getTime()) / 60_000
  if (minutes <= 0) return t('organisations.frame.notice_late', { time: dateTime(dueAt, locale, zone, 'day') })
  const left = duration(minutes, t)
  return localDate(dueAt, zone) === localDate(now, zone) ? t('organisations.frame.notice_left', { time: time(dueAt, locale, zone), left }) : t('organisations.frame.notice_in', { left })
}

export const meta = pageMeta

type Frame = ReturnType<typeof useLoaderData<typeof loader>>

export default function SignedIn() {
  return (
    <Framed frame={useLoaderData<typeof loader>()}>
      <Outlet />
    </Framed>
  )
}

function Framed({ frame, children }: { frame: Frame; children: ReactNode }) {
  const t = useT()
  const { person, unread, opens, further, ...rest } = frame
  const role = person.roles.map((each) => t.from(`identity.role.${each}`)).join(t.locale === 'en' ? ', ' : '、')
  const inNav = rest.nav.some(({ id }) => id === 'trail')
  return (
    <AppFrame
      {...rest}
      person={{ name: person.name, role }}
      findTo={paths.vendors()}
      accountTo={paths.settings('account')}
      links={[
        { to: paths.notifications(), label: t('nav.notifications'), icon: 'bell', count: unread },
        ...further.map(({ id, to }) => ({ to, label: t(`nav.${id}`), icon: PLACE_ICON[id] })),
        ...(opens.mailbox ? [{ to: paths.mailbox(), label: t('nav.mailbox'), icon: 'mail' } as const] : []),
        ...(opens.trail && !inNav ? [{ to: paths.trail(), label: t('nav.trail'), icon: 'trail' } as const] : []),
        { to: paths.settings(), label: t('nav.settings'), icon: 'settings' },
      ]}
    >
      {children}
    </AppFrame>
  )
}

/** What went wrong below keeps the frame; what went wrong in it has none. */
export function ErrorBoundary() {
  const frame = useRouteLoaderData<typeof loader>('routes/_app')
  if (!frame)
    return (
      <DoorFrame homeTo="/">
        <ErrorPage />
      </DoorFrame>
    )
  return (
    <Framed frame={frame}>
      <Page>
        <ErrorPage homeTo="/" />
      </Page>
    </Framed>
  )
}
