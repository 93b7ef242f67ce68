import { useLoaderData } from '@remix-run/react'
import { can } from '#app/domain/identity/actor.ts'
import { listMembers } from '#app/domain/organisations/queries.server.ts'
import { BUCKETS, type Bucket } from '#app/domain/work/work.ts'
import { readWork, readWorkFigures } from '#app/domain/work/queries.server.ts'
import { authed } from '#app/http/authed.server.ts'
import { findingsAddress } from '#app/http/findings-address.ts'
import { paths } from '#app/http/paths.ts'
import { date } from '#app/i18n/format.ts'
import { translator } from '#app/i18n/index.ts'
import type { Translate } from '#app/i18n/translate.ts'
import { useT } from '#app/i18n/use-t.tsx'
import { ButtonLink } from '#app/ui/button.tsx'
import { Icon } from '#app/ui/icon.tsx'
import { Counters } from '#app/ui/page/counters.tsx'
import { Empty } from '#app/ui/page/empty.tsx'
import { PageHeader } from '#app/ui/page/page-header.tsx'
import { pageMeta } from '#app/ui/page/page-meta.ts'
import { Page } from '#app/ui/page/page.tsx'
import { TaskTable } from '#app/ui/work/task-table.tsx'

export const loader = authed(async ({ ctx, request }) => {
  const scope = new URL(request.url).searchParams.get('all') === '1' ? ('team' as const) : ('mine' as const)
  const { zone } = ctx.organisation
  const [work, figures, members] = await Promise.all([
    readWork(ctx, { zone, scope }),
    readWorkFigures(ctx, zone),
    can(ctx.actor, 'member.invite') ? listMembers(ctx) : undefined,
  ])
  return { title: translator(ctx.locale)(scope === 'team' ? 'work.teamTitle' : 'work.title'), ...work, figures, scope, zone, isAlone: members?.length === 1 }
})

export const meta = pageMeta

type Data = ReturnType<typeof useLoaderData<typeof loader>>

export default function Work() {
  const t = useT()
  const data = useLoaderData<typeof loader>()
  const { tasks, counts, scope, zone } = data
  const inBucket = (bucket: Bucket) => ({ bucket, tasks: tasks.filter((task) => task.bucket === bucket) })
  const later = inBucket('later')
  const last = later.tasks.at(-1)?.dueOn
  const toggle = scope === 'mine' ? <ButtonLink to="?all=1">{t('work.team')}</ButtonLink> : <ButtonLink to={paths.work()}>{t('work.mine')}</ButtonLink>
  return (
    <Page>
      <PageHeader title={t(scope === 'mine' ? 'work.title' : 'work.teamTitle')} lede={ledeOf(data, t)} actions={toggle} />
      <Counters counters={countersOf(data, t)} />
      <section className="block" aria-label={t('work.table')} id="tasks">
        {tasks.length === 0 ? (
          <Nothing scope={scope} isAlone={data.isAlone} />
        ) : (
          <>
            {tasks.length > later.tasks.length && <TaskTable groups={BUCKETS.filter((bucket) => bucket !== 'later').map(inBucket)} zone={zone} />}
            {last !== undefined && (
              <details className="later" id="later" open={tasks.length === later.tasks.length}>
                <summary className="btn btn-plain">
                  {t('work.later', { count: counts.later, date: date(last, t.locale, 'short') })} <Icon name="down" />
                </summary>
                <TaskTable groups={[later]} zone={zone} />
              </details>
            )}
          </>
        )}
      </section>
    </Page>
  )
}

function Nothing({ scope, isAlone }: { scope: 'mine' | 'team'; isAlone: boolean }) {
  const t = useT()
  if (isAlone)
    return (
      <Empty title={t('work.first.title')} actions={<ButtonLink to={paths.settings('people/invite')}>{t('work.first.invite')}</ButtonLink>}>
        {t('work.first.body')}
      </Empty>
    )
  return (
    <Empty
      title={t('work.empty.title')}
      actions={
        <>
          {scope === 'mine' && <ButtonLink to="?all=1">{t('work.empty.see')}</ButtonLink>}
          <ButtonLink to={paths.vendors()}>{t('work.empty.vendors')}</ButtonLink>
        </>
      }
    >
      {t(scope === 'mine' ? 'work.empty.body' : 'work.empty.team')}
    </Empty>
  )
}

function ledeOf({ today, counts, scope }: Data, t: Translate): string {
  return t('work.lede.mine', {
    date: date(today, t.locale, 'long'),
    tasks: t(scope === 'mine' ? 'work.lede.tasks' : 'work.lede.team', { count: counts.all }),
    overdue: t('work.lede.overdue', { count: counts.overdue }),
    clocks: t('work.lede.clocks', { count: counts.clocks }),
  })
}

function countersOf({ counts, figures, scope }: Data, t: Translate) {
  const here = scope === 'team' ? '?all=1' : ''
  const before = (count: number) => t('work.counter.before', { count, date: date(figures.beforeOn, t.locale, 'short') })
  const { criticalFindings, evidence } = figures
  return [
    { id: 'overdue', value: counts.overdue, label: t('work.counter.overdue'), to: `${paths.work()}${here}#tasks` },
    { id: 'within30', value: counts.within30, label: t('work.counter.within30'), to: `${paths.work()}${here}#tasks` },
    { id: 'critical', value: criticalFindings.now, label: t('work.counter.critical'), before: before(criticalFindings.before), to: findingsAddress({ view: 'open', severity: 'critical' }) },
    { id: 'evidence', value: evidence.now, label: t('work.counter.evidence'), before: before(evidence.before), to: `${paths.work()}?all=1#tasks` },
  ]
}
