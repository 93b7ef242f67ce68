import { Form, useLoaderData } from '@remix-run/react'
import { addDays, localMidnight } from '#app/domain/organisations/calendar-dates.ts'
import { TrailAddress } from '#app/domain/trail/input.ts'
import { listTrail, listTrailActors, TRAIL_PAGE } from '#app/domain/trail/queries.server.ts'
import { templateWords } from '#app/domain/trail/template-words.server.ts'
import { getVendor } from '#app/domain/vendors/queries.server.ts'
import { authed } from '#app/http/authed.server.ts'
import { paths } from '#app/http/paths.ts'
import { trailAddress } from '#app/http/trail-address.ts'
import { dateTime } from '#app/i18n/format.ts'
import catalogue from '#app/i18n/en/trail.ts'
import { translator } from '#app/i18n/index.ts'
import { useT } from '#app/i18n/use-t.tsx'
import { Button, ButtonLink } from '#app/ui/button.tsx'
import { Empty } from '#app/ui/page/empty.tsx'
import { PageHeader } from '#app/ui/page/page-header.tsx'
import { pageMeta } from '#app/ui/page/page-meta.ts'
import { Page } from '#app/ui/page/page.tsx'
import { Pager } from '#app/ui/table/pager.tsx'
import { TrailFilters } from '#app/ui/trail/trail-filters.tsx'
import { TrailTable } from '#app/ui/trail/trail-table.tsx'

export const loader = authed(async ({ ctx, request }) => {
  const address = TrailAddress.parse(Object.fromEntries(new URL(request.url).searchParams))
  const { zone } = ctx.organisation
  const filter = {
    before: address.before,
    actorId: address.person,
    action: address.action,
    vendorId: address.vendor,
    from: address.from === undefined ? undefined : localMidnight(address.from, zone),
    until: address.to === undefined ? undefined : localMidnight(addDays(address.to, 1), zone),
  }
  const vendor = address.vendor === undefined ? undefined : await getVendor(ctx, address.vendor)
  const [rows, people] = await Promise.all([listTrail(ctx, filter), listTrailActors(ctx)])
  const entries = rows.slice(0, TRAIL_PAGE).map(({ at, ...row }) => ({ ...row, at: at.toISOString(), when: dateTime(at, ctx.locale, zone, 'year') }))
  return {
    title: translator(ctx.locale)('trail.title'),
    entries,
    words: templateWords(ctx.locale, entries.flatMap(({ before, after, data }) => [before, after, data])),
    people,
    zone,
    address,
    vendorName: vendor?.name,
    acts: Object.entries(catalogue.action).map(([subject, verbs]) => ({ subject, verbs: Object.keys(verbs) })),
    next: rows.length > TRAIL_PAGE ? entries.at(-1)?.seq : undefined,
  }
})

export const meta = pageMeta

export default function Trail() {
  const t = useT()
  const { entries, address, next, people, zone, words, acts, vendorName } = useLoaderData<typeof loader>()
  return (
    <Page>
      <PageHeader
        title={t('trail.title')}
        lede={t('trail.lede')}
        actions={
          <Form method="post" action={paths.trailVerify()}>
            <Button type="submit" kind="main">
              {t('trail.verify.action')}
            </Button>
          </Form>
        }
      />
      <TrailFilters address={filtersOf(address)} people={people} acts={acts} vendorName={vendorName} />
      {entries.length === 0 ? (
        <Empty title={t('trail.empty')} actions={<ButtonLink to={paths.trail()}>{t('trail.clear')}</ButtonLink>}>
          {t('trail.empty_body')}
        </Empty>
      ) : (
        <TrailTable entries={entries} zone={zone} words={words} names={Object.fromEntries(people.map(({ id, name }) => [id, name]))} />
      )}
      <Pager
        previous={address.before === undefined ? undefined : trailAddress({ ...address, before: undefined })}
        next={next === undefined ? undefined : trailAddress({ ...address, before: next })}
      />
    </Page>
  )
}

function filtersOf({ before: _, ...filters }: TrailAddress) {
  return filters
}
