import { useLoaderData } from '@remix-run/react'
import { can } from '#app/domain/identity/actor.ts'
import { setsMustTerminate } from '#app/domain/violations/case.ts'
import { CLOSED_PAGE, listClosedCases, listOpenCases } from '#app/domain/violations/queries.server.ts'
import { getViolation } from '#app/domain/violations/violation-catalogue.server.ts'
import { authed } from '#app/http/authed.server.ts'
import { paths } from '#app/http/paths.ts'
import { translator } from '#app/i18n/index.ts'
import { useT } from '#app/i18n/use-t.tsx'
import { ButtonLink } from '#app/ui/button.tsx'
import { CaseTable } from '#app/ui/case/case-table.tsx'
import { Empty } from '#app/ui/page/empty.tsx'
import { PageHeader } from '#app/ui/page/page-header.tsx'
import { pageMeta } from '#app/ui/page/page-meta.ts'
import { Page } from '#app/ui/page/page.tsx'
import { Segments } from '#app/ui/page/segments.tsx'
import { Pager } from '#app/ui/table/pager.tsx'

export const loader = authed(async ({ ctx, request }) => {
  const { searchParams } = new URL(request.url)
  const shows: 'open' | 'closed' = searchParams.get('show') === 'closed' ? 'closed' : 'open'
  const open = await listOpenCases(ctx)
  const closed = shows === 'closed' ? await listClosedCases(ctx, { before: searchParams.get('after') ?? undefined }) : []
  const rows = shows === 'open' ? open : closed.slice(0, CLOSED_PAGE)
  const last = rows.at(-1)
  return {
    title: translator(ctx.locale)('violations.title'),
    shows,
    cases: rows.map((row) => ({ ...row, violation: getViolation(row.violationId).name })),
    open: open.length,
    mustTerminate: open.filter(({ state }) => setsMustTerminate(state)).length,
    next: closed.length > CLOSED_PAGE && last ? `?show=closed&after=${last.id}` : undefined,
    now: ctx.now,
    zone: ctx.organisation.zone,
    mayReport: can(ctx.actor, 'violation.report'),
  }
})

export const meta = pageMeta

export default function Violations() {
  const t = useT()
  const { shows, cases, open, mustTerminate, next, now, zone, mayReport } = useLoaderData<typeof loader>()
  const report = mayReport && (
    <ButtonLink kind="main" to={paths.newViolation()} icon="add">
      {t('violations.report.action')}
    </ButtonLink>
  )
  return (
    <Page>
      <PageHeader title={t('violations.title')} lede={t('violations.list.lede', { open, count: mustTerminate })} actions={report} />
      <Segments
        label={t('violations.list.show')}
        items={(['open', 'closed'] as const).map((id) => ({ id, label: t(`violations.list.${id}`), to: id === 'open' ? paths.violations() : '?show=closed', isCurrent: shows === id }))}
      />
      {cases.length > 0 ? (
        <CaseTable cases={cases} now={now} zone={zone} isClosed={shows === 'closed'} />
      ) : (
        <Empty title={t(`violations.list.none.${shows}`)}>{shows === 'open' ? t('violations.list.noneBody') : undefined}</Empty>
      )}
      <Pager next={next} />
    </Page>
  )
}
