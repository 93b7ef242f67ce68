import { useLoaderData } from '@remix-run/react'
import { isWithVendor } from '#app/domain/assessments/assessment.ts'
import { listDocuments } from '#app/domain/evidence/queries.server.ts'
import { listAgreementsToSign, listRequests } from '#app/domain/portal/queries.server.ts'
import { getToday } from '#app/domain/vendors/today.server.ts'
import { listHeardCases } from '#app/domain/violations/portal-queries.server.ts'
import { paths } from '#app/http/paths.ts'
import { vendorAuthed } from '#app/http/vendor-authed.server.ts'
import { date, distance } from '#app/i18n/format.ts'
import { translator } from '#app/i18n/index.ts'
import { useT } from '#app/i18n/use-t.tsx'
import { Bar } from '#app/ui/bar.tsx'
import { Empty } from '#app/ui/page/empty.tsx'
import { PageHeader } from '#app/ui/page/page-header.tsx'
import { pageMeta } from '#app/ui/page/page-meta.ts'
import { Section } from '#app/ui/page/section.tsx'
import { DocumentTable } from '#app/ui/portal/document-table.tsx'
import { HeardCases } from '#app/ui/portal/heard-cases.tsx'
import { RequestStatus } from '#app/ui/portal/request-status.tsx'
import { Body, Cell, Row, RowHead, RowLink, Table } from '#app/ui/table/table.tsx'
import { RouteLink } from '#app/ui/route-link.tsx'

const FEW = 5

export const loader = vendorAuthed(async ({ ctx }) => {
  const [requests, agreements, cases, documents, today] = await Promise.all([
    listRequests(ctx), listAgreementsToSign(ctx), listHeardCases(ctx), listDocuments(ctx, ctx.actor.vendorId), getToday(ctx),
  ])
  const { organisation, locale } = ctx
  return {
    title: translator(locale)('portal.home.title'),
    organisation: locale === 'en' ? (organisation.nameAlt ?? organisation.name) : organisation.name,
    waiting: requests.filter(isWithVendor).length + agreements.length + cases.filter(({ state }) => state === 'vendor_response').length,
    requests,
    agreements,
    cases,
    zone: ctx.contact.zone,
    today,
    expiring: documents.filter(({ expiresOn }) => expiresOn !== null).slice(0, FEW),
  }
})

export const meta = pageMeta

export default function PortalHome() {
  const t = useT()
  const { waiting, requests, agreements, cases, zone, expiring, today } = useLoaderData<typeof loader>()
  return (
    <main id="main" className="wrap portal-page" tabIndex={-1}>
      <PageHeader title={t('portal.home.title')} lede={t('portal.home.lede', { count: waiting })} />
      {requests.length === 0 && agreements.length === 0 && cases.length === 0 && <Empty title={t('portal.home.none')}>{t('portal.home.noneBody')}</Empty>}
      {requests.length > 0 && <Requests />}
      {agreements.length > 0 && <Agreements />}
      {cases.length > 0 && <HeardCases cases={cases} zone={zone} />}
      {expiring.length > 0 && (
        <Section title={t('portal.home.expiring')}>
          <DocumentTable documents={expiring} today={today} kinds={[]} />
        </Section>
      )}
    </main>
  )
}

function Requests() {
  const t = useT()
  const { requests, organisation } = useLoaderData<typeof loader>()
  const columns = [
    { id: 'request', label: t('portal.ask.label') },
    { id: 'progress', label: t('portal.home.progress') },
    { id: 'status', label: t('portal.home.status') },
    { id: 'due', label: t('portal.home.due') },
    { id: 'action', label: t('portal.home.action'), hidden: true },
  ]
  return (
    <Section title={t('portal.home.questionnaires')}>
      <Table label={t('portal.home.questionnaires')} columns={columns}>
        <Body>
          {requests.map(({ id, ref, title, status, dueOn, daysLeft, answered, questions }) => (
            <Row key={id}>
              <RowHead sub={`${organisation} · ${ref}`}>
                <RowLink to={paths.portalAssessment(id)}>{title}</RowLink>
              </RowHead>
              <Cell label={t('portal.home.progress')} className="progress-cell" sub={t('portal.tasks.some', { answered, questions })}>
                <Bar share={questions === 0 ? 0 : answered / questions} />
              </Cell>
              <Cell>
                <RequestStatus status={status} />
              </Cell>
              <Cell label={t('portal.home.due')} sub={isWithVendor({ status }) ? distance(daysLeft, t) : undefined}>
                {date(dueOn, t.locale)}
              </Cell>
              <Cell className="verb">
                <RouteLink className="btn" to={isWithVendor({ status }) ? paths.portalAssessment(id) : paths.portalReceipt(id)}>
                  {t(verbOf(status))}
                </RouteLink>
              </Cell>
            </Row>
          ))}
        </Body>
      </Table>
    </Section>
  )
}

function verbOf(status: string) {
  if (status === 'invited') return 'portal.tasks.start'
  if (status === 'in_progress') return 'portal.home.continue'
  return status === 'returned' ? 'portal.home.reply' : 'portal.receipt.title'
}

function Agreements() {
  const t = useT()
  const { agreements, organisation } = useLoaderData<typeof loader>()
  const columns = [
    { id: 'agreement', label: t('portal.home.agreement') },
    { id: 'period', label: t('portal.home.period') },
    { id: 'status', label: t('portal.home.status') },
    { id: 'action', label: t('portal.home.action'), hidden: true },
  ]
  return (
    <Section title={t('portal.home.agreements')}>
      <Table label={t('portal.home.agreements')} columns={columns}>
        <Body>
          {agreements.map(({ id, number, title, status, authStart, authEnd }) => (
            <Row key={id}>
              <RowHead sub={`${organisation} · ${number}`}>
                <RowLink to={paths.portalAgreement(id)}>{title}</RowLink>
              </RowHead>
              <Cell label={t('portal.home.period')} sub={date(authEnd, t.locale, 'year')}>
                {date(authStart, t.locale, 'year')}
              </Cell>
              <Cell label={t('portal.home.status')}>{t(`status.agreement.${status}`)}</Cell>
              <Cell className="verb">
                <RouteLink className="btn" to={paths.portalAgreement(id)}>
                  {t('portal.home.sign')}
                </RouteLink>
              </Cell>
            </Row>
          ))}
        </Body>
      </Table>
    </Section>
  )
}
