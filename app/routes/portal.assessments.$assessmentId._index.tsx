import { useLoaderData } from '@remix-run/react'
import { isWithVendor } from '#app/domain/assessments/assessment.ts'
import { slimProgress } from '#app/domain/assessments/slim-progress.ts'
import { loadAnswering } from '#app/domain/portal/answering.server.ts'
import { taskList } from '#app/domain/portal/page-data.server.ts'
import { minutesFor, nextSection } from '#app/domain/portal/tasks.ts'
import { paths } from '#app/http/paths.ts'
import { vendorAuthed } from '#app/http/vendor-authed.server.ts'
import { dateTime } from '#app/i18n/format.ts'
import { translator } from '#app/i18n/index.ts'
import { useT } from '#app/i18n/use-t.tsx'
import { ButtonLink } from '#app/ui/button.tsx'
import { Note } from '#app/ui/page/note.tsx'
import { PageHeader } from '#app/ui/page/page-header.tsx'
import { pageMeta } from '#app/ui/page/page-meta.ts'
import { TaskOverview } from '#app/ui/portal/section-tasks.tsx'

export const loader = vendorAuthed(async ({ ctx, params }) => {
  const answering = await loadAnswering(ctx, params.assessmentId!)
  const { assessment, progress, asked } = answering
  const { id, status, submittedAt, message } = assessment
  return {
    title: translator(ctx.locale)('portal.tasks.title'),
    id, status, submittedAt, message,
    tasks: await taskList(ctx, answering),
    answered: progress.answered,
    questions: progress.questions,
    next: nextSection(slimProgress(progress)),
    openReplies: asked.filter(({ repliedAt }) => repliedAt === null).length,
    zone: ctx.contact.zone,
  }
})

export const meta = pageMeta

export default function PortalTasks() {
  const t = useT()
  const { id, status, submittedAt, message, tasks, answered, questions, next, openReplies, zone } = useLoaderData<typeof loader>()
  const open = isWithVendor({ status })
  const onward = () => {
    if (!open) return <ButtonLink kind="main" to={paths.portalReceipt(id)}>{t('portal.receipt.title')}</ButtonLink>
    if (status === 'returned') return <ButtonLink kind="main" to={paths.portalReturned(id)}>{t('portal.home.reply')}</ButtonLink>
    if (next === undefined) return <ButtonLink kind="main" to={paths.portalCheck(id)}>{t('portal.check.title')}</ButtonLink>
    return <ButtonLink kind="main" to={paths.portalSection(id, next)}>{t(answered === 0 ? 'portal.tasks.start' : 'portal.tasks.continue')}</ButtonLink>
  }
  return (
    <main id="main" className="portal-page" tabIndex={-1}>
      <PageHeader
        title={t('portal.tasks.title')}
        lede={open || !submittedAt ? t(answered < questions ? 'portal.tasks.lede' : 'portal.tasks.ledeDone', { answered, questions, minutes: minutesFor(questions - answered) }) : t('portal.tasks.locked', { date: dateTime(submittedAt, t.locale, zone) })}
        actions={onward()}
      />
      {status === 'returned' && <Note tone="attention" title={t('portal.returned.title')}><p>{t('portal.returned.needsReply', { count: openReplies })}</p></Note>}
      {message !== null && open && (
        <Note title={t('portal.link.message')}>
          <p className="said">{message}</p>
        </Note>
      )}
      <TaskOverview assessmentId={id} tasks={tasks} />
    </main>
  )
}
