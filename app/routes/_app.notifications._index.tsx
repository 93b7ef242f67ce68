import { Form, useLoaderData } from '@remix-run/react'
import { countMessages, listMessages, MESSAGE_VIEWS } from '#app/domain/notifications/queries.server.ts'
import { authed } from '#app/http/authed.server.ts'
import { paths } from '#app/http/paths.ts'
import { translator } from '#app/i18n/index.ts'
import { useT } from '#app/i18n/use-t.tsx'
import { Button } from '#app/ui/button.tsx'
import { MessageTable } from '#app/ui/notification/message-table.tsx'
import { Empty } from '#app/ui/page/empty.tsx'
import { PageHeader } from '#app/ui/page/page-header.tsx'
import { pageMeta } from '#app/ui/page/page-meta.ts'
import { Page } from '#app/ui/page/page.tsx'
import { Segments } from '#app/ui/page/segments.tsx'
import { Pager } from '#app/ui/table/pager.tsx'

export const loader = authed(async ({ ctx, request }) => {
  const { searchParams } = new URL(request.url)
  const view = MESSAGE_VIEWS.find((each) => each === searchParams.get('show')) ?? 'all'
  const [page, counts] = await Promise.all([listMessages(ctx, { view, after: searchParams.get('after') ?? undefined }), countMessages(ctx)])
  const next = page.next && paths.notifications(new URLSearchParams({ ...(view !== 'all' && { show: view }), after: page.next }).toString())
  return { title: translator(ctx.locale)('notifications.title'), view, counts, messages: page.messages, next, zone: ctx.organisation.zone, views: [...MESSAGE_VIEWS] }
})

export const meta = pageMeta

export default function Notifications() {
  const t = useT()
  const { view, counts, messages, next, zone, views } = useLoaderData<typeof loader>()
  const lede = t('notifications.lede', { unread: t('notifications.unread', { count: counts.unread }), acknowledge: t('notifications.toAcknowledge', { count: counts.toAcknowledge }) })
  return (
    <Page>
      <PageHeader
        title={t('notifications.title')}
        lede={lede}
        actions={
          counts.unread > 0 && (
            <Form method="post" action={paths.readAllNotifications()}>
              <Button type="submit">{t('notifications.action.markAllRead')}</Button>
            </Form>
          )
        }
      />
      <Segments
        label={t('notifications.show')}
        items={views.map((id) => ({
          id,
          label: `${t(`notifications.filter.${id}`)} ${counts[id]}`,
          to: id === 'all' ? paths.notifications() : paths.notifications(`show=${id}`),
          isCurrent: view === id,
        }))}
      />
      {messages.length > 0 ? (
        <MessageTable messages={messages} zone={zone} />
      ) : (
        <Empty title={t(view === 'all' ? 'notifications.empty.title' : 'notifications.none')}>
          {t(view === 'all' ? 'notifications.empty.body' : 'notifications.noneBody')}
        </Empty>
      )}
      <Pager next={next} />
    </Page>
  )
}
