import { useLoaderData } from '@remix-run/react'
import { countAgreements, listAgreements, readAgreementList } from '#app/domain/agreements/agreement-list.server.ts'
import { AGREEMENT_STATUSES } from '#app/domain/agreements/agreement.ts'
import { requirePermission } from '#app/domain/context.server.ts'
import { agreementListAddress } from '#app/http/agreement-list-address.ts'
import { authed } from '#app/http/authed.server.ts'
import { paths } from '#app/http/paths.ts'
import { translator } from '#app/i18n/index.ts'
import type { Translate } from '#app/i18n/translate.ts'
import { useT } from '#app/i18n/use-t.tsx'
import { AgreementTable } from '#app/ui/agreement/agreement-table.tsx'
import { ButtonLink } from '#app/ui/button.tsx'
import { Empty } from '#app/ui/page/empty.tsx'
import { PageHeader } from '#app/ui/page/page-header.tsx'
import { pageMeta } from '#app/ui/page/page-meta.ts'
import { Page } from '#app/ui/page/page.tsx'
import { FilterChips } from '#app/ui/table/filter-chips.tsx'
import { Pager } from '#app/ui/table/pager.tsx'
import { Toolbar, ToolbarSelect } from '#app/ui/table/toolbar.tsx'

const MOST = 1000

export const loader = authed(async ({ ctx, request }) => {
  requirePermission(ctx, 'agreement.read')
  const query = readAgreementList(new URL(request.url).searchParams)
  const [page, count] = await Promise.all([listAgreements(ctx, query), countAgreements(ctx, query)])
  return { title: translator(ctx.locale)('agreements.title'), ...page, count, statuses: [...AGREEMENT_STATUSES], query: { q: query.q, status: query.status, ending: query.ending } }
})

export const meta = pageMeta

type Data = ReturnType<typeof useLoaderData<typeof loader>>

export default function Agreements() {
  const t = useT()
  const { rows, query, count, next, previous, statuses } = useLoaderData<typeof loader>()
  const chips = chipsOf(query, t)
  const left = statuses.filter((status) => !query.status.includes(status))
  return (
    <Page>
      <PageHeader title={t('agreements.title')} lede={t('agreements.list.lede')} />
      <Toolbar searchLabel={t('agreements.list.search')} search={query.q} keep={{ status: query.status, ending: query.ending }}>
        <ToolbarSelect key={query.status.join()} name="status" label={t('agreements.list.status')} options={left.map((value) => ({ value, label: t(`status.agreement.${value}`) }))} />
        {!query.ending && <ToolbarSelect name="ending" label={t('agreements.list.endingFilter')} options={[{ value: 'soon', label: t('agreements.list.soon') }]} />}
      </Toolbar>
      <FilterChips
        chips={chips}
        clear={paths.agreements()}
        count={count > MOST ? t('agreements.list.countMore') : t('agreements.list.count', { count })}
      />
      {rows.length > 0 ? <AgreementTable rows={rows} /> : <Nothing filtered={chips.length > 0} />}
      <Pager previous={previous && agreementListAddress(query, { before: previous })} next={next && agreementListAddress(query, { after: next })} />
    </Page>
  )
}

function Nothing({ filtered }: { filtered: boolean }) {
  const t = useT()
  return filtered ? (
    <Empty title={t('agreements.list.noneTitle')} actions={<ButtonLink to={paths.agreements()}>{t('agreements.list.showAll')}</ButtonLink>}>
      {t('agreements.list.noneBody')}
    </Empty>
  ) : (
    <Empty title={t('agreements.list.emptyTitle')} actions={<ButtonLink to={paths.vendors()}>{t('agreements.list.toVendors')}</ButtonLink>}>
      {t('agreements.list.emptyBody')}
    </Empty>
  )
}

function chipsOf(query: Data['query'], t: Translate) {
  return [
    ...(query.q === '' ? [] : [{ id: 'q', label: t('agreements.list.searchChip', { value: query.q }), without: agreementListAddress(query, { q: '' }) }]),
    ...query.status.map((status) => ({
      id: status,
      label: t('agreements.list.statusChip', { value: t(`status.agreement.${status}`) }),
      without: agreementListAddress(query, { status: query.status.filter((each) => each !== status) }),
    })),
    ...(query.ending ? [{ id: 'ending', label: t('agreements.list.soon'), without: agreementListAddress(query, { ending: undefined }) }] : []),
  ]
}
