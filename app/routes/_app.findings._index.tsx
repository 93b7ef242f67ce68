import { useLoaderData } from '@remix-run/react'
import { FINDING_VIEWS, readFindingFilter, type FindingFilter } from '#app/domain/findings/finding-filter.ts'
import { FINDING_SEVERITIES, FINDING_STATUSES } from '#app/domain/findings/finding-status.ts'
import { isClosed } from '#app/domain/findings/finding.ts'
import { countFindings, listFindings } from '#app/domain/findings/queries.server.ts'
import { getVendor } from '#app/domain/vendors/queries.server.ts'
import { authed } from '#app/http/authed.server.ts'
import { findingsAddress } from '#app/http/findings-address.ts'
import { paths } from '#app/http/paths.ts'
import { date, distance } from '#app/i18n/format.ts'
import { translator } from '#app/i18n/index.ts'
import { nameIn } from '#app/i18n/own-name.ts'
import type { Translate } from '#app/i18n/translate.ts'
import { useT } from '#app/i18n/use-t.tsx'
import { ButtonLink } from '#app/ui/button.tsx'
import { classNames } from '#app/ui/class-names.ts'
import { inWords } from '#app/ui/decision/in-words.ts'
import { FindingStatusMark } from '#app/ui/finding/finding-status.tsx'
import { SeverityMark } from '#app/ui/finding/severity-mark.tsx'
import { Empty } from '#app/ui/page/empty.tsx'
import { PageHeader } from '#app/ui/page/page-header.tsx'
import { pageMeta } from '#app/ui/page/page-meta.ts'
import { Page } from '#app/ui/page/page.tsx'
import { RouteLink } from '#app/ui/route-link.tsx'
import { FilterChips } from '#app/ui/table/filter-chips.tsx'
import { Pager } from '#app/ui/table/pager.tsx'
import { Body, Cell, Row, RowHead, RowLink, Table } from '#app/ui/table/table.tsx'
import { Toolbar, ToolbarSelect } from '#app/ui/table/toolbar.tsx'
import { Views } from '#app/ui/table/views.tsx'

export const loader = authed(async ({ ctx, request }) => {
  const filter = readFindingFilter(new URL(request.url).searchParams)
  const [page, counts, vendor] = await Promise.all([listFindings(ctx, filter), countFindings(ctx), filter.vendor ? getVendor(ctx, filter.vendor) : undefined])
  return { title: translator(ctx.locale)('findings.title'), filter, counts, vendorName: vendor?.name, ...page }
})

export const meta = pageMeta

export default function Findings() {
  const t = useT()
  const { filter, counts, rows, next, vendorName } = useLoaderData<typeof loader>()
  const chips = chipsOf(filter, vendorName, t)
  return (
    <Page>
      <PageHeader title={t('findings.title')} lede={t('findings.lede', { open: counts.open, overdue: counts.overdue, verify: counts.verify })} />
      <Views
        label={t('findings.views.label')}
        current={filter.view}
        views={FINDING_VIEWS.map((id) => ({ id, label: t(`findings.views.${id}`), count: counts[id], to: findingsAddress({ ...filter, view: id, after: undefined }) }))}
      />
      <Toolbar searchLabel={t('findings.search')} search={filter.q} keep={{ view: filter.view, severity: filter.severity, status: filter.status, vendor: filter.vendor }}>
        {!filter.severity && <ToolbarSelect name="severity" label={t('findings.column.severity')} options={FINDING_SEVERITIES.map((value) => ({ value, label: t(`status.severity.${value}`) }))} />}
        {!filter.status && <ToolbarSelect name="status" label={t('findings.column.status')} options={FINDING_STATUSES.map((value) => ({ value, label: t(`status.finding.${value}`) }))} />}
      </Toolbar>
      {chips.length > 0 && <FilterChips chips={chips} clear={findingsAddress({ view: filter.view })} />}
      {rows.length === 0 ? (
        <Empty title={t('findings.empty')} actions={(chips.length > 0 || filter.view !== 'open') && <ButtonLink to={paths.findings()}>{t('findings.showOpen')}</ButtonLink>}>
          {t('findings.emptyBody')}
        </Empty>
      ) : (
        <FindingTable rows={rows} />
      )}
      <Pager previous={filter.after ? findingsAddress({ ...filter, after: undefined }) : undefined} next={next && findingsAddress({ ...filter, after: next })} />
    </Page>
  )
}

type Rows = ReturnType<typeof useLoaderData<typeof loader>>['rows']

function FindingTable({ rows }: { rows: Rows }) {
  const t = useT()
  return (
    <Table
      label={t('findings.title')}
      columns={[
        { id: 'finding', label: t('findings.column.finding') },
        { id: 'vendor', label: t('findings.column.vendor') },
        { id: 'severity', label: t('findings.column.severity') },
        { id: 'status', label: t('findings.column.status') },
        { id: 'owner', label: t('findings.column.owner') },
        { id: 'due', label: t('findings.column.due') },
      ]}
    >
      <Body>
        {rows.map((finding) => (
          <Row key={finding.id}>
            <RowHead sub={[finding.ref, finding.itemId, ...(finding.isPreContract ? [t('findings.preContract')] : []), ...(finding.question ? [inWords(finding.question, t)] : [])].join(' · ')}>
              <RowLink to={paths.finding(finding.id)}>{inWords(finding.text, t)}</RowLink>
            </RowHead>
            <Cell>
              <RouteLink to={paths.vendor(finding.vendorId)}>{nameIn(t.locale, { name: finding.vendorName, nameAlt: finding.vendorNameAlt })}</RouteLink>
            </Cell>
            <Cell className="nowrap">
              <SeverityMark severity={finding.severity} />
            </Cell>
            <Cell className="nowrap">
              <FindingStatusMark status={finding.status} />
            </Cell>
            <Cell label={t('findings.column.owner')}>{finding.owner}</Cell>
            <Cell label={t('findings.column.due')} sub={isClosed(finding) ? undefined : distance(finding.daysLeft, t)} className={classNames('nowrap', finding.daysLeft < 0 && !isClosed(finding) && 'is-danger')}>
              {date(finding.dueOn, t.locale, 'year')}
            </Cell>
          </Row>
        ))}
      </Body>
    </Table>
  )
}

function chipsOf(filter: FindingFilter, vendorName: string | undefined, t: Translate) {
  const { q, severity, status } = filter
  return [
    ...(q ? [{ id: 'q', label: t('findings.chip.search', { value: q }), without: findingsAddress({ ...filter, q: undefined, after: undefined }) }] : []),
    ...(vendorName ? [{ id: 'vendor', label: t('findings.chip.vendor', { value: vendorName }), without: findingsAddress({ ...filter, vendor: undefined, after: undefined }) }] : []),
    ...(severity ? [{ id: 'severity', label: t('findings.chip.severity', { value: t(`status.severity.${severity}`) }), without: findingsAddress({ ...filter, severity: undefined, after: undefined }) }] : []),
    ...(status ? [{ id: 'status', label: t('findings.chip.status', { value: t(`status.finding.${status}`) }), without: findingsAddress({ ...filter, status: undefined, after: undefined }) }] : []),
  ]
}
