import { dateTime } from '#app/i18n/format.ts'
import { useT } from '#app/i18n/use-t.tsx'
import { Section } from '../page/section.tsx'
import { Status } from '../risk/status.tsx'
import { Body, Cell, Row, RowHead, Table } from '../table/table.tsx'
import type { AgreementPage } from './agreement-page.ts'

/** Who signed for either side, as what, when, and which text. */
export function Signatures({ page: { agreement, signatures, zone } }: { page: AgreementPage }) {
  const t = useT()
  const columns = ['party', 'name', 'role', 'at', 'digest'] as const
  if (!agreement.sentAt) {
    return (
      <Section title={t('agreements.signatures.title')}>
        <p className="muted">{t('agreements.signatures.none')}</p>
      </Section>
    )
  }
  return (
    <Section title={t('agreements.signatures.title')} id="signatures">
      <Table label={t('agreements.signatures.title')} columns={columns.map((id) => ({ id, label: t(`agreements.signatures.${id}`) }))}>
        <Body>
          {(['company', 'vendor'] as const).map((party) => {
            const signed = signatures.find((each) => each.party === party)
            return (
              <Row key={party}>
                <RowHead>{t(`agreements.signatures.${party}`)}</RowHead>
                <Cell>{signed ? signed.name : <Status mark="waiting">{t('agreements.signatures.waiting')}</Status>}</Cell>
                <Cell label={signed && t('agreements.signatures.role')}>{signed?.role}</Cell>
                <Cell label={signed && t('agreements.signatures.at')}>{signed && dateTime(signed.signedAt, t.locale, zone)}</Cell>
                <Cell label={signed && t('agreements.signatures.digest')} className="mono">
                  {signed && <span title={signed.digest}>{signed.digest.slice(0, 16)}…</span>}
                </Cell>
              </Row>
            )
          })}
        </Body>
      </Table>
    </Section>
  )
}
