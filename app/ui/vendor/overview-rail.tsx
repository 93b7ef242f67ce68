import type { IntakeLabels } from '#app/domain/engagements/intake-labels.ts'
import type { NextDate } from '#app/domain/vendors/next-date.ts'
import { paths } from '#app/http/paths.ts'
import { date, list, number } from '#app/i18n/format.ts'
import type { Translate } from '#app/i18n/translate.ts'
import { useT } from '#app/i18n/use-t.tsx'
import { Facts, type Fact } from '../page/facts.tsx'
import { Section } from '../page/section.tsx'
import { RouteLink } from '../route-link.tsx'
import { nearDate } from './near-date.ts'

type OverviewRailProps = {
  vendor: { countryName: string; address: string | null; website: string | null }
  today: string
  dates: NextDate[]
  engagement?: IntakeLabels & { id: string; ref: string; title: string; requesterName: string | null; businessOwnerName: string | null }
  agreement?: { id: string; number: string; status: string; authStart: string; authEnd: string; parameters: Record<string, unknown> }
  decision?: { reviewerName: string | null }
  contact?: string
  signatory?: string
}

/** The facts beside a vendor's overview. What is not known is left out. */
export function OverviewRail({ vendor, today, dates, engagement, agreement, decision, contact, signatory }: OverviewRailProps) {
  const t = useT()
  const people = known([
    [t('vendors.rail.requester'), engagement?.requesterName],
    [t('vendors.field.owner'), engagement?.businessOwnerName],
    [t('vendors.rail.reviewer'), decision?.reviewerName],
    [t('vendors.rail.contact'), contact],
    [t('vendors.rail.signatory'), signatory],
  ])
  return (
    <>
      <Section title={t('vendors.rail.dates')}>
        {dates.length === 0 ? (
          <p className="small muted">{t('vendors.rail.noDates')}</p>
        ) : (
          <Facts facts={dates.map(({ on, kind, ref }) => ({ term: nearDate(on, today, t.locale), value: t(`vendors.date.${kind}`, { ref }) }))} />
        )}
      </Section>
      {engagement && (
        <Section title={t('vendors.rail.engagement')}>
          <Facts facts={engagementFacts(engagement, t)} />
        </Section>
      )}
      {agreement && (
        <Section title={t('vendors.rail.agreement')}>
          <Facts facts={agreementFacts(agreement, t)} />
        </Section>
      )}
      {people.length > 0 && (
        <Section title={t('vendors.rail.people')}>
          <Facts facts={people} />
        </Section>
      )}
      <Section title={t('vendors.rail.company')}>
        <Facts facts={companyFacts(vendor, t)} />
      </Section>
    </>
  )
}

/** Pairs whose value is there. */
function known(pairs: [string, Fact['value'] | undefined][]): Fact[] {
  return pairs.flatMap(([term, value]) => (value === undefined || value === null || value === '' ? [] : [{ term, value }]))
}

function engagementFacts(engagement: NonNullable<OverviewRailProps['engagement']>, t: Translate): Fact[] {
  const { title, information, people, access, location, subprocessors, role } = engagement
  return known([
    [t('vendors.rail.service'), <RouteLink key="title" to={paths.engagement(engagement.id)}>{title}</RouteLink>],
    [t('vendors.rail.information'), information.length > 0 ? list(information, t.locale) : undefined],
    [t('vendors.rail.peopleCount'), people === undefined ? undefined : number(people, t.locale)],
    [t('vendors.rail.access'), access],
    [t('vendors.rail.place'), location],
    [t('vendors.rail.subprocessors'), subprocessors],
    [t('vendors.rail.role'), role],
  ])
}

function agreementFacts(agreement: NonNullable<OverviewRailProps['agreement']>, t: Translate): Fact[] {
  const figure = (name: string) => (typeof agreement.parameters[name] === 'number' ? agreement.parameters[name] : undefined)
  const [days, hours] = [figure('log_interval_days'), figure('breach_notice_hours')]
  const day = (on: string) => date(on, t.locale, 'year')
  return known([
    [t('vendors.rail.number'), <RouteLink key="number" className="mono" to={paths.agreement(agreement.id)}>{agreement.number}</RouteLink>],
    [t('vendors.column.status'), t.from(`status.agreement.${agreement.status}`)],
    [t('vendors.rail.term'), t('vendors.rail.termValue', { from: day(agreement.authStart), to: day(agreement.authEnd) })],
    [t('vendors.rail.logDelivery'), days === undefined ? undefined : t('vendors.rail.everyDays', { count: days })],
    [t('vendors.rail.incident'), hours === undefined ? undefined : t('vendors.rail.withinHours', { count: hours })],
  ])
}

function companyFacts({ countryName, address, website }: OverviewRailProps['vendor'], t: Translate): Fact[] {
  return known([
    [t('vendors.rail.country'), countryName],
    [t('vendors.rail.address'), address],
    [t('vendors.field.website'), website && <a key="site" href={website} rel="noreferrer noopener">{new URL(website).host}</a>],
  ])
}
