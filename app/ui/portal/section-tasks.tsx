import { useT } from '#app/i18n/use-t.tsx'
import type { Translate } from '#app/i18n/translate.ts'
import type { Task } from '#app/domain/portal/tasks.ts'
import { paths } from '#app/http/paths.ts'
import { Icon } from '../icon.tsx'
import { StatusMark } from '../risk/status.tsx'
import { RouteLink } from '../route-link.tsx'

const MARK = { complete: 'ok', some: 'running', not_started: 'waiting' } as const

type TasksProps = { assessmentId: string; tasks: Task[]; current?: string }

/** The sections beside a page; on phones they fold into one line. */
export function SectionTasks({ assessmentId, tasks, current }: TasksProps) {
  const t = useT()
  const index = tasks.findIndex(({ id }) => id === current)
  const list = (
    <ol className="tasks">
      {tasks.map((task) => (
        <SectionTask key={task.id} assessmentId={assessmentId} task={task} isCurrent={task.id === current} />
      ))}
    </ol>
  )
  return (
    <nav aria-label={t('portal.tasks.label')}>
      {list}
      <details className="tasks-more">
        <summary>
          <b>{index < 0 ? t('portal.tasks.overview') : t('portal.tasks.where', { index: index + 1, count: tasks.length })}</b>
          <Icon name="down" />
        </summary>
        {list}
      </details>
    </nav>
  )
}

/** The sections as the page's main matter. */
export function TaskOverview({ assessmentId, tasks }: TasksProps) {
  return (
    <ol className="tasks tasks-main">
      {tasks.map((task) => (
        <SectionTask key={task.id} assessmentId={assessmentId} task={task} />
      ))}
    </ol>
  )
}

function SectionTask({ assessmentId, task, isCurrent = false }: { assessmentId: string; task: Task; isCurrent?: boolean }) {
  const t = useT()
  return (
    <li>
      <RouteLink to={paths.portalSection(assessmentId, task.id)} aria-current={isCurrent ? 'page' : undefined}>
        <StatusMark mark={MARK[task.state]} />
        <span>{task.label}</span>
        <span className="n">{taskState(task, t)}</span>
      </RouteLink>
    </li>
  )
}

function taskState({ state, answered, questions, waitingFor }: Task, t: Translate): string {
  if (waitingFor !== undefined) return t('portal.tasks.waiting', { name: waitingFor, answered, questions })
  if (state === 'complete') return t('portal.tasks.complete')
  return state === 'not_started' ? t('portal.tasks.notStarted') : t('portal.tasks.some', { answered, questions })
}
