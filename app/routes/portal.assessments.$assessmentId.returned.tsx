import { data, redirect } from '@remix-run/node'
import { useActionData, useLoaderData, useRouteLoaderData } from '@remix-run/react'
import { loadAnswering } from '#app/domain/portal/answering.server.ts'
import { idsAskedFor, pageData } from '#app/domain/portal/page-data.server.ts'
import { saveReplies, saveSectionForm } from '#app/domain/portal/section-form.server.ts'
import { redirectWith } from '#app/http/flash.server.ts'
import { paths } from '#app/http/paths.ts'
import { vendorAuthed } from '#app/http/vendor-authed.server.ts'
import { translator } from '#app/i18n/index.ts'
import { useT } from '#app/i18n/use-t.tsx'
import { PageHeader } from '#app/ui/page/page-header.tsx'
import { pageMeta } from '#app/ui/page/page-meta.ts'
import { LiveQuestions } from '#app/ui/portal/live-questions.tsx'
import { RefusedPage } from '#app/ui/portal/refused-page.tsx'
import type { loader as frame } from './portal.tsx'

/** Only what was asked is open: the reviewer's questions, and what changed answers bring up. */
export const loader = vendorAuthed(async ({ ctx, params }) => {
  const answering = await loadAnswering(ctx, params.assessmentId!)
  const { assessment, asked } = answering
  if (assessment.status !== 'returned') throw redirect(paths.portalAssessment(assessment.id))
  const page = await pageData(ctx, answering, idsAskedFor(answering))
  return { title: translator(ctx.locale)('portal.returned.title'), id: assessment.id, page, asked: asked.map(({ id, questionId, question, reply, repliedAt }) => ({ id, questionId, question, reply, repliedAt: repliedAt?.toISOString() ?? null })), zone: ctx.contact.zone }
})

/** Without JavaScript: answers, files and replies at once. */
export const action = vendorAuthed(async ({ ctx, params, form }) => {
  const assessmentId = params.assessmentId!
  const asked = idsAskedFor(await loadAnswering(ctx, assessmentId))
  const { refused, documents } = await saveSectionForm(ctx, { assessmentId, form, belongs: ({ id }) => asked.has(id) })
  await saveReplies(ctx, { assessmentId, form })
  const count = Object.keys(refused).length + documents.length
  if (count > 0) return data({ refused, documents, count }, { status: 400 })
  return redirectWith(paths.portalReturned(assessmentId), { kind: 'done', key: 'portal.section.savedAll' })
})

export const meta = pageMeta

export default function PortalReturned() {
  const t = useT()
  const { title, id, page, asked, zone } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  const readOnly = useRouteLoaderData<typeof frame>('routes/portal')?.isReadOnly ?? true
  const open = new Set(asked.map(({ questionId }) => questionId))
  return (
    <main id="main" className="questions portal-page" tabIndex={-1}>
      <PageHeader title={title} lede={t('portal.returned.lede', { count: open.size })} />
      <RefusedPage refused={refused} questions={page.questions} />
      <LiveQuestions {...page} assessmentId={id} zone={zone} readOnly={readOnly} refused={refused?.refused} about={{ asked }} />
    </main>
  )
}
