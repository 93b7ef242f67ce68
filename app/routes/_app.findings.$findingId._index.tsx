import { useLoaderData } from '@remix-run/react'
import { readFinding } from '#app/domain/findings/read-finding.server.ts'
import { authed } from '#app/http/authed.server.ts'
import { paths } from '#app/http/paths.ts'
import { reviewAddress } from '#app/http/review-address.ts'
import { date, dateTime, distance } from '#app/i18n/format.ts'
import { useT } from '#app/i18n/use-t.tsx'
import { inWords } from '#app/ui/decision/in-words.ts'
import { Clauses } from '#app/ui/decision/reasons.tsx'
import { FindingActs } from '#app/ui/finding/finding-acts.tsx'
import { FindingStatusMark } from '#app/ui/finding/finding-status.tsx'
import { SeverityMark } from '#app/ui/finding/severity-mark.tsx'
import { Columns } from '#app/ui/page/columns.tsx'
import { Facts, type Fact } from '#app/ui/page/facts.tsx'
import { moment } from '#app/ui/page/moment.ts'
import { pageMeta } from '#app/ui/page/page-meta.ts'
import { Page } from '#app/ui/page/page.tsx'
import { Section } from '#app/ui/page/section.tsx'
import { Held, SubjectHeader } from '#app/ui/page/subject-header.tsx'
import { Timeline } from '#app/ui/page/timeline.tsx'
import { RouteLink } from '#app/ui/route-link.tsx'

export const loader = authed(async ({ ctx, params }) => {
  const read = await readFinding(ctx, params.findingId!)
  return { title: `${read.finding.ref} ${read.vendor.name}`, zone: ctx.organisation.zone, ...read }
})

export const meta = pageMeta

type Data = ReturnType<typeof useLoaderData<typeof loader>>

export default function FindingPage() {
  const t = useT()
  const data = useLoaderData<typeof loader>()
  const { finding, vendor, acts, owner } = data
  return (
    <>
      <SubjectHeader label={t('findings.one')} title={inWords(finding.text, t)} number={finding.ref}>
        <SeverityMark severity={finding.severity} />
        <FindingStatusMark status={finding.status} />
        <span>
          <span className="k">{t('findings.column.vendor')}</span>
          <RouteLink to={paths.vendor(vendor.id)}>{vendor.name}</RouteLink>
        </span>
        {owner && <Held office={t('findings.column.owner')} by={owner} />}
        <span className={data.isOverdue ? 'is-danger strong' : undefined}>
          <span className="k">{t('findings.column.due')}</span>
          {date(finding.dueOn, t.locale, 'year')}
          {!data.isClosed && ` (${distance(data.daysLeft, t)})`}
        </span>
      </SubjectHeader>
      <Page>
        <Columns rail={<Facts facts={factsOf(data, t)} />} railLabel={t('findings.facts')}>
          <FindingActs finding={finding} acts={acts} />
          {finding.plan && (
            <Section title={t('findings.plan.title')}>
              <p className="prose">{finding.plan}</p>
            </Section>
          )}
          {finding.proof && (
            <Section title={t('findings.proof.title')} aside={data.fixer && t('findings.proof.by', { name: data.fixer })}>
              <p className="prose">{finding.proof}</p>
            </Section>
          )}
          <Section title={t('findings.timeline')}>
            <Timeline happenings={happeningsOf(data, t)} />
          </Section>
        </Columns>
      </Page>
    </>
  )
}

function factsOf({ finding, sourceRef, question, zone }: Data, t: ReturnType<typeof useT>): Fact[] {
  const { source, sourceId, itemId, clauses, isPreContract, firstDueOn, createdAt, extensionReason, verifiedAt, dueOn } = finding
  const to = source === 'assessment' ? reviewAddress(sourceId, { q: itemId }) : source === 'audit' ? paths.audit(sourceId) : paths.violation(sourceId)
  return [
    { term: t('findings.fact.raised'), value: dateTime(createdAt, t.locale, zone, 'year') },
    { term: t('findings.fact.from'), value: sourceRef ? <RouteLink to={to}>{t(`findings.source.${source}`, { ref: sourceRef })}</RouteLink> : t('findings.source.internal', { ref: '' }) },
    { term: t('findings.fact.item'), value: question ? `${itemId} ${inWords(question, t)}` : itemId },
    { term: t('findings.fact.clauses'), value: <Clauses ids={clauses} /> },
    ...(isPreContract ? [{ term: t('findings.fact.contract'), value: t('findings.preContractLong') }] : []),
    ...(firstDueOn !== dueOn ? [{ term: t('findings.fact.firstDue'), value: date(firstDueOn, t.locale, 'year') }] : []),
    ...(extensionReason ? [{ term: t('findings.fact.extension'), value: extensionReason }] : []),
    ...(verifiedAt ? [{ term: t('findings.fact.verified'), value: dateTime(verifiedAt, t.locale, zone, 'year') }] : []),
  ]
}

const GOOD = /\.(verify|mark_fixed)$/
const BAD = /\.(reject|raise|raise_severity)$/

function happeningsOf({ trail, zone }: Data, t: ReturnType<typeof useT>) {
  return trail.map(({ seq, at, action, actorKind, actorName, text, from, to }) => {
    return {
      id: String(seq),
      ...moment(new Date(at), t.locale, zone, 'year'),
      mark: GOOD.test(action) ? ('ok' as const) : BAD.test(action) ? ('danger' as const) : ('neutral' as const),
      what: t.from(`findings.event.${action.replace('finding.', '')}`, { from: from && date(from, t.locale, 'year'), to: to && date(to, t.locale, 'year') }, 'findings.event.other'),
      text: (
        <>
          {actorKind === 'system' ? t('findings.event.system') : actorName}
          {text && <q className="block">{text}</q>}
        </>
      ),
    }
  })
}
