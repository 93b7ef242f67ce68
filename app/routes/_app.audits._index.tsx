import { useLoaderData } from '@remix-run/react'
import { can } from '#app/domain/identity/actor.ts'
import { CLOSED_PAGE, listClosedAudits, listOpenAudits } from '#app/domain/audits/queries.server.ts'
import { getToday } from '#app/domain/vendors/today.server.ts'
import { authed } from '#app/http/authed.server.ts'
import { paths } from '#app/http/paths.ts'
import { translator } from '#app/i18n/index.ts'
import { useT } from '#app/i18n/use-t.tsx'
import { AuditTable } from '#app/ui/audit/audit-table.tsx'
import { ButtonLink } from '#app/ui/button.tsx'
import { Empty } from '#app/ui/page/empty.tsx'
import { PageHeader } from '#app/ui/page/page-header.tsx'
import { pageMeta } from '#app/ui/page/page-meta.ts'
import { Page } from '#app/ui/page/page.tsx'
import { Segments } from '#app/ui/page/segments.tsx'
import { Pager } from '#app/ui/table/pager.tsx'

export const loader = authed(async ({ ctx, request }) => {
  const { searchParams } = new URL(request.url)
  const shows: 'open' | 'closed' = searchParams.get('show') === 'closed' ? 'closed' : 'open'
  const open = await listOpenAudits(ctx)
  const closed = shows === 'closed' ? await listClosedAudits(ctx, { before: searchParams.get('after') ?? undefined }) : []
  const audits = shows === 'open' ? open : closed.slice(0, CLOSED_PAGE)
  const last = audits.at(-1)
  return {
    title: translator(ctx.locale)('audits.title'),
    shows, audits,
    open: open.length,
    overdue: open.filter(({ isOverdue }) => isOverdue).length,
    next: closed.length > CLOSED_PAGE && last ? `?show=closed&after=${last.id}` : undefined,
    today: await getToday(ctx),
    mayPlan: can(ctx.actor, 'audit.plan'),
  }
})

export const meta = pageMeta

export default function Audits() {
  const t = useT()
  const { shows, audits, open, overdue, next, today, mayPlan } = useLoaderData<typeof loader>()
  const call = mayPlan && (
    <ButtonLink to={paths.newAudit()} icon="add">
      {t('audits.call.action')}
    </ButtonLink>
  )
  return (
    <Page>
      <PageHeader title={t('audits.title')} lede={t('audits.list.lede', { open, overdue })} actions={call} />
      <Segments
        label={t('audits.list.show')}
        items={(['open', 'closed'] as const).map((id) => ({ id, label: t(`audits.list.${id}`), to: id === 'open' ? paths.audits() : '?show=closed', isCurrent: shows === id }))}
      />
      {audits.length > 0 ? (
        <AuditTable audits={audits} today={today} isClosed={shows === 'closed'} />
      ) : (
        <Empty title={t(`audits.list.none.${shows}`)}>{shows === 'open' ? t('audits.list.noneBody') : undefined}</Empty>
      )}
      <Pager next={next} />
    </Page>
  )
}
