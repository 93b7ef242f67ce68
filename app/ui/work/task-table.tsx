import type { Bucket, Task } from '#app/domain/work/work.ts'
import { taskAddress } from '#app/http/task-address.ts'
import { date, distance, duration, time } from '#app/i18n/format.ts'
import { nameIn } from '#app/i18n/own-name.ts'
import type { Translate } from '#app/i18n/translate.ts'
import { useT } from '#app/i18n/use-t.tsx'
import { ButtonLink } from '../button.tsx'
import { Band } from '../risk/band.tsx'
import { Clause } from '../risk/clause.tsx'
import { Status } from '../risk/status.tsx'
import { Tier } from '../risk/tier.tsx'
import type { MarkName } from '../symbols.ts'
import { Cell, Group, Row, RowLink, Table } from '../table/table.tsx'
import { languageOf } from '../vendor/vendor-head.tsx'

/** A task as it arrives in the browser. */
type ShownTask = Omit<Task, 'dueAt'> & { dueAt?: string | Date }

type TaskTableProps = { groups: { bucket: Bucket; tasks: ShownTask[] }[]; zone: string }

/** Tasks grouped by how near they are, one verb a row. */
export function TaskTable({ groups, zone }: TaskTableProps) {
  const t = useT()
  const columns = (['due', 'task', 'tier', 'residual', 'clause'] as const).map((id) => ({ id, label: t(`work.column.${id}`) }))
  return (
    <Table label={t('work.table')} className="work" columns={[...columns, { id: 'action' as const, label: t('work.column.action'), hidden: true }]}>
      {groups
        .filter(({ tasks }) => tasks.length > 0)
        .map(({ bucket, tasks }) => (
          <Group key={bucket} label={t(`work.bucket.${bucket}`)} count={tasks.length} columns={6}>
            {tasks.map((task) => (
              <TaskRow key={`${task.kind}${task.id}`} task={task} zone={zone} />
            ))}
          </Group>
        ))}
    </Table>
  )
}

function TaskRow({ task, zone }: { task: ShownTask; zone: string }) {
  const t = useT()
  const { kind, vendor, clause } = task
  const values = { ...task.words, name: wordsOf(task, t), count: task.count }
  const what = task.count > 1 ? t.from(`work.several.${kind}`, values) : t(`work.task.${kind}`, values)
  const who = nameIn(t.locale, vendor)
  const to = taskAddress(task)
  const verb = t(`work.verb.${kind}`)
  return (
    <Row>
      <Cell className="due" sub={dueDay(task, zone, t)}>
        <Status mark={markOf(task)}>
          <b>{nearness(task, t)}</b>
        </Status>
      </Cell>
      <Cell className="what" sub={<span lang={languageOf(who)}>{who}</span>}>
        <RowLink to={to}>{what}</RowLink>
      </Cell>
      <Cell className="marks">{vendor.tier && <Tier tier={vendor.tier} />}</Cell>
      <Cell className="band-cell">{vendor.band && <Band band={vendor.band} residual={vendor.residualH ?? undefined} />}</Cell>
      <Cell className="law-cell">
        <Clause id={clause} />
      </Cell>
      <Cell className="verb">
        <ButtonLink small to={to} aria-label={t('work.verbOf', { verb, task: what, vendor: who })}>
          {verb}
        </ButtonLink>
      </Cell>
    </Row>
  )
}

function wordsOf({ words }: ShownTask, { locale }: Translate) {
  return words.name ?? (locale === 'en' ? words.en : words.zh)
}

function markOf({ kind, bucket, clockMinutes }: ShownTask): MarkName {
  if (kind === 'issue_notice') return 'critical'
  if (bucket === 'overdue') return 'danger'
  return bucket === 'today' || (clockMinutes !== undefined && clockMinutes < 24 * 60) ? 'attention' : 'neutral'
}

/** Within two days a clock is read in hours, from then on in days. */
function nearness({ days, clockMinutes }: ShownTask, t: Translate): string {
  if (clockMinutes !== undefined && clockMinutes > 0 && clockMinutes < 48 * 60) return t('work.due.left', { left: duration(clockMinutes, t) })
  if (clockMinutes !== undefined && clockMinutes <= 0 && clockMinutes > -48 * 60) return t('work.due.over', { over: duration(-clockMinutes, t) })
  return days === undefined ? t('work.due.undated') : distance(days, t)
}

function dueDay({ dueOn, dueAt }: ShownTask, zone: string, t: Translate): string | undefined {
  if (dueOn === undefined) return undefined
  const day = date(dueOn, t.locale)
  if (dueAt === undefined) return day
  const hour = time(new Date(dueAt), t.locale, zone)
  return `${day} ${hour === '00:00' ? t('work.due.endOfDay') : hour}`
}
