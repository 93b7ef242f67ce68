import { useLoaderData } from '@remix-run/react'
import { listDocuments } from '#app/domain/evidence/queries.server.ts'
import { publishedQuestionnaire } from '#app/domain/questionnaires/published-questionnaire.server.ts'
import { getToday } from '#app/domain/vendors/today.server.ts'
import { vendorAuthed } from '#app/http/vendor-authed.server.ts'
import { translator } from '#app/i18n/index.ts'
import { useT } from '#app/i18n/use-t.tsx'
import { Empty } from '#app/ui/page/empty.tsx'
import { PageHeader } from '#app/ui/page/page-header.tsx'
import { pageMeta } from '#app/ui/page/page-meta.ts'
import { DocumentTable } from '#app/ui/portal/document-table.tsx'

export const loader = vendorAuthed(async ({ ctx }) => {
  const [documents, today, { compiled }] = await Promise.all([listDocuments(ctx, ctx.actor.vendorId), getToday(ctx), publishedQuestionnaire(ctx)])
  const kinds = compiled.template.evidence_types.map(({ id, zh, en }) => ({ v: id, label: ctx.locale === 'en' ? en : zh }))
  return { title: translator(ctx.locale)('portal.documents.title'), documents, kinds, today }
})

export const meta = pageMeta

export default function PortalDocuments() {
  const t = useT()
  const { documents, kinds, today } = useLoaderData<typeof loader>()
  return (
    <main id="main" className="wrap portal-page" tabIndex={-1}>
      <PageHeader title={t('portal.documents.title')} lede={t('portal.documents.lede')} />
      {documents.length === 0 ? (
        <Empty title={t('portal.documents.none')}>{t('portal.documents.noneBody')}</Empty>
      ) : (
        <DocumentTable documents={documents} kinds={kinds} today={today} />
      )}
    </main>
  )
}
