import { data } from '@remix-run/node'
import { useActionData, useLoaderData, useRouteLoaderData } from '@remix-run/react'
import { loadAnswering } from '#app/domain/portal/answering.server.ts'
import { fieldName } from '#app/domain/portal/answer-fields.ts'
import { idsOfSection, isLocked, pageData, taskList } from '#app/domain/portal/page-data.server.ts'
import { saveSectionForm } from '#app/domain/portal/section-form.server.ts'
import { minutesFor } from '#app/domain/portal/tasks.ts'
import { Problem } from '#app/domain/errors.ts'
import { redirectWith } from '#app/http/flash.server.ts'
import { paths } from '#app/http/paths.ts'
import { vendorAuthed } from '#app/http/vendor-authed.server.ts'
import { useT } from '#app/i18n/use-t.tsx'
import { ButtonLink } from '#app/ui/button.tsx'
import { PageHeader } from '#app/ui/page/page-header.tsx'
import { pageMeta } from '#app/ui/page/page-meta.ts'
import { LiveQuestions } from '#app/ui/portal/live-questions.tsx'
import { RefusedPage } from '#app/ui/portal/refused-page.tsx'
import { SectionTasks } from '#app/ui/portal/section-tasks.tsx'
import type { loader as frame } from './portal.tsx'

export const loader = vendorAuthed(async ({ ctx, params, request }) => {
  const answering = await loadAnswering(ctx, params.assessmentId!)
  const tasks = await taskList(ctx, answering)
  const task = tasks.find(({ id }) => id === params.section)
  if (!task) throw new Problem('not-found', 'errors.not_found')
  const page = await pageData(ctx, answering, idsOfSection(answering, task.id))
  const { id, status } = answering.assessment
  return { title: task.label, id, section: task.id, tasks, page, locked: isLocked(answering) || status === 'returned', oneMoreRow: new URL(request.url).searchParams.get('rows') ?? undefined, zone: ctx.contact.zone }
})

/** Without JavaScript: the whole page at once. */
export const action = vendorAuthed(async ({ ctx, params, form }) => {
  const { assessmentId = '', section = '' } = params
  const { refused, documents } = await saveSectionForm(ctx, { assessmentId, form, belongs: (question) => question.section === section })
  const count = new Set([...Object.keys(refused), ...documents.map(({ questionId }) => questionId)]).size
  if (count > 0) return data({ refused, documents, count }, { status: 400 })
  const more = [...form.keys()].find((name) => name.endsWith(fieldName.rows('')))?.split('.')[0]
  const to = paths.portalSection(assessmentId, section)
  return redirectWith(more === undefined ? to : `${to}?rows=${encodeURIComponent(more)}#${more}`, { kind: 'done', key: 'portal.section.savedAll' })
})

export const meta = pageMeta

export default function PortalSection() {
  const t = useT()
  const { title, id, section, tasks, page, locked, oneMoreRow, zone } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  const readOnly = useRouteLoaderData<typeof frame>('routes/portal')?.isReadOnly ?? true
  const count = tasks.find((task) => task.id === section)?.questions ?? 0
  return (
    <div className="portal-grid">
      <SectionTasks assessmentId={id} tasks={tasks} current={section} />
      <main id="main" className="questions" tabIndex={-1}>
        <PageHeader
          title={title}
          lede={locked ? t('portal.not_open') : t('portal.section.lede', { count, minutes: minutesFor(count) })}
          actions={
            !locked && (
              <ButtonLink icon="user" to={paths.portalHand(id, section)}>
                {t('portal.hand.title')}
              </ButtonLink>
            )
          }
        />
        <RefusedPage refused={refused} questions={page.questions} />
        <LiveQuestions {...page} assessmentId={id} zone={zone} readOnly={locked || readOnly} refused={refused?.refused} oneMoreRow={oneMoreRow} about={{ section }} />
      </main>
    </div>
  )
}
