import type { readPortalAgreement } from '#app/domain/agreements/portal-agreement.server.ts'
import { date, dateTime } from '#app/i18n/format.ts'
import { useT } from '#app/i18n/use-t.tsx'
import { Facts } from '../page/facts.tsx'
import { Note } from '../page/note.tsx'
import { Section } from '../page/section.tsx'
import { Status } from '../risk/status.tsx'
import { Body, Cell, Row, RowHead, Table } from '../table/table.tsx'

type Agreement = Awaited<ReturnType<typeof readPortalAgreement>>

/** Where the agreement stands, in one sentence that the vendor can act on. */
export function AgreementState({ agreement, organisation, zone }: { agreement: Agreement; organisation: string; zone: string }) {
  const t = useT()
  const { status, effectiveOn, signatures, isWaiting, hasDeclined } = agreement
  const day = effectiveOn ? date(effectiveOn, t.locale, 'year') : ''
  const own = signatures.find(({ party }) => party === 'vendor')
  if (isWaiting && hasDeclined) {
    return (
      <Note tone="attention" title={t('portal.agreement.state.declined')}>
        <p>{t('portal.agreement.state.declinedBody', { organisation })}</p>
      </Note>
    )
  }
  switch (status) {
    case 'sent':
    case 'partially_signed':
      if (!own) return <Note tone="attention" title={t('portal.agreement.state.open')} />
      return (
        <Note tone="ok" title={t('portal.agreement.state.signed', { organisation })}>
          <p>{t('portal.agreement.state.signedBody', { name: own.name, at: dateTime(own.signedAt, t.locale, zone) })}</p>
        </Note>
      )
    case 'signed':
      return <Note tone="ok" title={t('portal.agreement.state.complete', { date: day })} />
    case 'active':
      return <Note tone="ok" title={t('portal.agreement.state.active', { date: day })} />
    case 'void':
      return (
        <Note title={t('portal.agreement.state.void')}>
          <p>{t('portal.agreement.state.voidBody', { organisation })}</p>
        </Note>
      )
    default:
      return <Note title={t('portal.agreement.state.ended')} />
  }
}

export function AgreementFacts({ agreement, organisation }: { agreement: Agreement; organisation: string }) {
  const t = useT()
  const day = (on: string) => date(on, t.locale, 'year')
  return (
    <Facts
      facts={[
        { term: t('portal.agreement.organisation'), value: organisation },
        { term: t('portal.agreement.service'), value: agreement.service },
        { term: t('portal.agreement.period'), value: t('portal.agreement.periodValue', { from: day(agreement.authStart), to: day(agreement.authEnd) }) },
        { term: t('portal.agreement.status'), value: t(`status.agreement.${agreement.status}`) },
        { term: t('portal.agreement.digest'), value: <span className="mono digest">{agreement.digest}</span> },
      ]}
    />
  )
}

/** Who has signed, for either side. */
export function PortalSignatures({ agreement, zone }: { agreement: Agreement; zone: string }) {
  const t = useT()
  const columns = ['party', 'name', 'role', 'at'] as const
  return (
    <Section title={t('portal.agreement.signatures')}>
      <Table label={t('portal.agreement.signatures')} columns={columns.map((id) => ({ id, label: t(`portal.agreement.${id}`) }))}>
        <Body>
          {(['company', 'vendor'] as const).map((party) => {
            const signed = agreement.signatures.find((each) => each.party === party)
            return (
              <Row key={party}>
                <RowHead>{t(`portal.agreement.${party}`)}</RowHead>
                <Cell>{signed ? signed.name : <Status mark="waiting">{t('portal.agreement.waiting')}</Status>}</Cell>
                <Cell label={signed && t('portal.agreement.role')}>{signed?.role}</Cell>
                <Cell label={signed && t('portal.agreement.at')}>{signed && dateTime(signed.signedAt, t.locale, zone)}</Cell>
              </Row>
            )
          })}
        </Body>
      </Table>
    </Section>
  )
}
