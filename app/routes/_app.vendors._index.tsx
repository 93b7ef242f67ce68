import { useLoaderData } from '@remix-run/react'
import { can } from '#app/domain/identity/actor.ts'
import { listMembers } from '#app/domain/organisations/queries.server.ts'
import { COMPUTED_FLAGS } from '#app/domain/vendors/computed-flag.ts'
import { readVendorList } from '#app/domain/vendors/list-input.server.ts'
import { getToday } from '#app/domain/vendors/today.server.ts'
import { listVendors } from '#app/domain/vendors/vendor-list.server.ts'
import { VENDOR_STATUSES } from '#app/domain/vendors/vendor.ts'
import { authed } from '#app/http/authed.server.ts'
import { paths } from '#app/http/paths.ts'
import { LIST_FILTERS, vendorListAddress, without, type ListFilter } from '#app/http/vendor-list-address.ts'
import { translator } from '#app/i18n/index.ts'
import type { Translate } from '#app/i18n/translate.ts'
import { useT } from '#app/i18n/use-t.tsx'
import { ButtonLink } from '#app/ui/button.tsx'
import { Empty } from '#app/ui/page/empty.tsx'
import { PageHeader } from '#app/ui/page/page-header.tsx'
import { pageMeta } from '#app/ui/page/page-meta.ts'
import { Page } from '#app/ui/page/page.tsx'
import { FilterChips } from '#app/ui/table/filter-chips.tsx'
import { Pager } from '#app/ui/table/pager.tsx'
import { Toolbar, ToolbarSelect } from '#app/ui/table/toolbar.tsx'
import { VendorTable } from '#app/ui/vendor/vendor-table.tsx'

const MOST = 1000

export const loader = authed(async ({ ctx, request }) => {
  const query = readVendorList(new URL(request.url).searchParams)
  const page = await listVendors(ctx, query)
  const [people, today] = await Promise.all([listMembers(ctx), getToday(ctx)])
  return {
    title: translator(ctx.locale)('vendors.title'),
    ...page,
    query,
    today,
    zone: ctx.organisation.zone,
    people: people.map(({ userId, name }) => ({ value: userId, label: name })),
    choices: { status: [...VENDOR_STATUSES], tier: ['T1', 'T2', 'T3', 'T4'], band: ['A', 'B', 'C', 'D', 'E'], flag: [...COMPUTED_FLAGS] },
    mayCreate: can(ctx.actor, 'vendor.create'),
  }
})

export const meta = pageMeta

type Data = ReturnType<typeof useLoaderData<typeof loader>>

export default function Vendors() {
  const t = useT()
  const data = useLoaderData<typeof loader>()
  const { query, vendors, next, previous } = data
  const chips = chipsOf(data, t)
  const request = data.mayCreate && (
    <ButtonLink kind="main" to={paths.newVendor()} icon="add">
      {t('vendors.request')}
    </ButtonLink>
  )
  return (
    <Page>
      <PageHeader
        title={t('vendors.title')}
        lede={t('vendors.list.lede')}
        actions={
          <>
            <ButtonLink to={paths.engagements()}>{t('engagements.title')}</ButtonLink>
            {request}
          </>
        }
      />
      <Toolbar searchLabel={t('vendors.search')} search={query.q} keep={{ ...Object.fromEntries(LIST_FILTERS.map((name) => [name, query[name] as string[]])), sort: query.sort === '-residual' ? undefined : query.sort }}>
        {LIST_FILTERS.map((name) => (
          <ToolbarSelect key={name + query[name].join()} name={name} label={t(`vendors.filter.${name}`)} options={optionsOf(data, name, t).filter(({ value }) => !(query[name] as string[]).includes(value))} />
        ))}
      </Toolbar>
      <FilterChips chips={chips} clear={vendorListAddress({ ...query, q: '', status: [], tier: [], band: [], flag: [], owner: [] })} count={countOf(data, t)} />
      {vendors.length > 0 ? (
        <VendorTable vendors={vendors} query={query} today={data.today} zone={data.zone} />
      ) : chips.length > 0 ? (
        <Empty title={t('vendors.list.noneTitle')} actions={<ButtonLink to={paths.vendors()}>{t('vendors.list.showAll')}</ButtonLink>}>
          {t('vendors.list.noneBody')}
        </Empty>
      ) : (
        <Empty title={t('vendors.list.emptyTitle')}>{t('vendors.list.emptyBody')}</Empty>
      )}
      <Pager previous={previous && vendorListAddress(query, { before: previous })} next={next && vendorListAddress(query, { after: next })} />
    </Page>
  )
}

function countOf({ count }: Data, t: Translate): string {
  return count > MOST ? t('vendors.countMore') : t('vendors.count', { count })
}

function optionsOf({ people, choices }: Data, name: ListFilter, t: Translate): { value: string; label: string }[] {
  switch (name) {
    case 'owner':
      return people
    case 'status':
      return choices.status.map((value) => ({ value, label: t(`status.vendor.${value}`) }))
    case 'tier':
      return choices.tier.map((value) => ({ value, label: `${value} ${t.from(`common.tier.${value}`)}` }))
    case 'band':
      return choices.band.map((value) => ({ value, label: `${value} ${t.from(`common.band.${value}`)}` }))
    case 'flag':
      return choices.flag.map((value) => ({ value, label: t(`common.flag.${value}`) }))
  }
}

function chipsOf(data: Data, t: Translate) {
  const { query } = data
  const search = query.q === '' ? [] : [{ id: 'q', label: t('vendors.filter.search', { value: query.q }), without: vendorListAddress(query, { q: '' }) }]
  const filters = LIST_FILTERS.flatMap((name) =>
    (query[name] as string[]).map((value) => {
      const word = optionsOf(data, name, t).find((each) => each.value === value)?.label ?? value
      return { id: name + value, label: t('vendors.filter.chip', { name: t(`vendors.filter.${name}`), value: word }), without: without(query, name, value) }
    }),
  )
  return [...search, ...filters]
}
