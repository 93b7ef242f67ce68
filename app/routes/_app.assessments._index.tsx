import { Form, useLoaderData } from '@remix-run/react'
import { ASSESSMENT_VIEWS, countAssessments, listAssessments, type AssessmentView } from '#app/domain/assessments/queries.server.ts'
import { can } from '#app/domain/identity/actor.ts'
import { authed } from '#app/http/authed.server.ts'
import { paths } from '#app/http/paths.ts'
import { date, dateTime, distance } from '#app/i18n/format.ts'
import { translator } from '#app/i18n/index.ts'
import type { Translate } from '#app/i18n/translate.ts'
import { useT } from '#app/i18n/use-t.tsx'
import { Bar } from '#app/ui/bar.tsx'
import { Button, ButtonLink } from '#app/ui/button.tsx'
import { Once } from '#app/ui/form/once.tsx'
import { Empty } from '#app/ui/page/empty.tsx'
import { PageHeader } from '#app/ui/page/page-header.tsx'
import { pageMeta } from '#app/ui/page/page-meta.ts'
import { Page } from '#app/ui/page/page.tsx'
import { RequestStatus } from '#app/ui/portal/request-status.tsx'
import { Tier } from '#app/ui/risk/tier.tsx'
import { Pager } from '#app/ui/table/pager.tsx'
import { Body, Cell, Row, RowHead, RowLink, Table } from '#app/ui/table/table.tsx'
import { Views } from '#app/ui/table/views.tsx'
import { Toolbar } from '#app/ui/table/toolbar.tsx'

export const loader = authed(async ({ ctx, request }) => {
  const { searchParams } = new URL(request.url)
  const view = ASSESSMENT_VIEWS.find((each) => each === searchParams.get('view')) ?? 'vendor'
  const find = searchParams.get('q')?.trim().slice(0, 200) || undefined
  const [page, counts] = await Promise.all([listAssessments(ctx, { view, find, after: searchParams.get('after') ?? undefined }), countAssessments(ctx)])
  return {
    title: translator(ctx.locale)('assessments.title'),
    view, find, counts,
    ...page,
    zone: ctx.organisation.zone,
    maySend: can(ctx.actor, 'assessment.send'),
    mayRemind: can(ctx.actor, 'assessment.remind'),
    mayReview: can(ctx.actor, 'assessment.review'),
  }
})

export const meta = pageMeta

type Data = ReturnType<typeof useLoaderData<typeof loader>>

export default function Assessments() {
  const t = useT()
  const { view, find, counts, rows, next, maySend } = useLoaderData<typeof loader>()
  return (
    <Page>
      <PageHeader
        title={t('assessments.title')}
        lede={t('assessments.lede', counts)}
        actions={
          maySend && (
            <ButtonLink kind="main" to={paths.newAssessment()}>
              {t('assessments.send')}
            </ButtonLink>
          )
        }
      />
      <Views
        label={t('assessments.views.label')}
        current={view}
        views={ASSESSMENT_VIEWS_SHOWN.map((id) => ({ id, label: t(`assessments.views.${id}`), count: counts[id], to: address({ view: id, find }) }))}
      />
      <Toolbar searchLabel={t('assessments.search')} search={find} keep={{ view }} />
      {rows.length > 0 ? <Rows /> : <Nothing view={view} find={find} maySend={maySend} />}
      <Pager next={next && address({ view, find, after: next })} />
    </Page>
  )
}

const ASSESSMENT_VIEWS_SHOWN = ['vendor', 'company', 'finished'] as const satisfies AssessmentView[]

function address({ view, find, after }: { view: AssessmentView; find?: string; after?: string }): string {
  const search = new URLSearchParams({ view, ...(find ? { q: find } : {}), ...(after ? { after } : {}) })
  return `${paths.assessments()}?${search}`
}

function Nothing({ view, find, maySend }: { view: AssessmentView; find?: string; maySend: boolean }) {
  const t = useT()
  if (find) {
    return (
      <Empty title={t('assessments.empty.found')} actions={<ButtonLink to={address({ view })}>{t('ui.filter.clear')}</ButtonLink>}>
        {t('assessments.empty.foundBody')}
      </Empty>
    )
  }
  const actions = maySend && view === 'vendor' && <ButtonLink to={paths.newAssessment()}>{t('assessments.send')}</ButtonLink>
  return (
    <Empty title={t(`assessments.empty.${view}`)} actions={actions || undefined}>
      {t(`assessments.empty.${view}Body`)}
    </Empty>
  )
}

function Rows() {
  const t = useT()
  const { rows, view, zone, mayRemind, mayReview } = useLoaderData<typeof loader>()
  const columns = [
    { id: 'vendor', label: t('assessments.columns.vendor') },
    { id: 'tier', label: t('assessments.columns.tier') },
    { id: 'contact', label: t('assessments.columns.contact') },
    { id: 'progress', label: t('assessments.columns.progress') },
    { id: 'status', label: t('assessments.columns.status') },
    { id: 'due', label: t('assessments.columns.due') },
    { id: 'action', label: t('assessments.columns.action'), hidden: true },
  ]
  return (
    <Table label={t(`assessments.views.${view}`)} columns={columns} className="assessments">
      <Body>
        {rows.map((row) => (
          <Row key={row.id}>
            <RowHead sub={`${row.ref} · ${row.engagement}`}>
              <RowLink to={paths.assessment(row.id)}>{t.locale === 'en' ? (row.vendorNameAlt ?? row.vendorName) : row.vendorName}</RowLink>
            </RowHead>
            <Cell>
              <Tier tier={row.tier} />
            </Cell>
            <Cell label={t('assessments.columns.contact')}>{row.contact ?? t('assessments.noContact')}</Cell>
            <Cell label={t('assessments.columns.progress')} className="progress-cell" sub={t('assessments.answered', { answered: row.answered, questions: row.questions })}>
              <Bar share={row.questions === 0 ? 0 : row.answered / row.questions} />
            </Cell>
            <Cell sub={t('assessments.moved', { date: dateTime(row.updatedAt, t.locale, zone, 'short') })}>
              <RequestStatus status={row.status} />
            </Cell>
            <Cell label={t('assessments.columns.due')} sub={view === 'vendor' ? distance(row.daysLeft, t) : undefined}>
              {date(row.dueOn, t.locale)}
            </Cell>
            <Cell className="verb">
              <Verb row={row} t={t} mayRemind={mayRemind} mayReview={mayReview} />
            </Cell>
          </Row>
        ))}
      </Body>
    </Table>
  )
}

function Verb({ row, t, mayRemind, mayReview }: { row: Data['rows'][number]; t: Translate; mayRemind: boolean; mayReview: boolean }) {
  const isTheirs = row.status === 'invited' || row.status === 'in_progress' || row.status === 'returned'
  if (isTheirs && mayRemind) {
    const action = paths.assessmentVerb(row.id, 'remind')
    return (
      <Form method="post" action={action}>
        <Once />
        <Button type="submit" aria-label={`${t('assessments.remind')} ${row.vendorName}`}>
          {t('assessments.remind')}
        </Button>
      </Form>
    )
  }
  const toReview = row.status === 'submitted' || row.status === 'in_review'
  return <ButtonLink to={paths.assessment(row.id)}>{t(toReview && mayReview ? 'assessments.review' : 'assessments.open')}</ButtonLink>
}
