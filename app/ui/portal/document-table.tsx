import type { OptionView } from '#app/domain/portal/question-view.ts'
import { paths } from '#app/http/paths.ts'
import { date, fileSize } from '#app/i18n/format.ts'
import { useT } from '#app/i18n/use-t.tsx'
import { Status } from '../risk/status.tsx'
import { Body, Cell, Row, RowHead, Table } from '../table/table.tsx'

type Document = { id: string; fileId: string; name: string; sizeBytes: number; type: string; issuedOn: string | null; expiresOn: string | null }

/** A vendor's documents with what was said of them. */
export function DocumentTable({ documents, kinds, today }: { documents: Document[]; kinds: OptionView[]; today: string }) {
  const t = useT()
  const columns = [
    { id: 'name', label: t('portal.documents.name') },
    { id: 'issuedOn', label: t('portal.evidence.issuedOn') },
    { id: 'expiresOn', label: t('portal.evidence.expiresOn') },
  ]
  return (
    <Table label={t('portal.documents.title')} columns={columns}>
      <Body>
        {documents.map(({ id, fileId, name, sizeBytes, type, issuedOn, expiresOn }) => (
          <Row key={id}>
            <RowHead sub={[kinds.find(({ v }) => v === type)?.label, fileSize(sizeBytes, t.locale)].filter(Boolean).join(' · ')}>
              <a className="task" href={paths.portalFile(fileId)}>
                {name}
              </a>
            </RowHead>
            <Cell label={t('portal.evidence.issuedOn')}>{issuedOn ? date(issuedOn, t.locale, 'year') : t('common.answer.notSet')}</Cell>
            <Cell label={t('portal.evidence.expiresOn')}>
              {expiresOn === null ? t('portal.documents.open') : date(expiresOn, t.locale, 'year')}
              {expiresOn !== null && expiresOn < today && <Status mark="attention">{t('portal.documents.expired')}</Status>}
            </Cell>
          </Row>
        ))}
      </Body>
    </Table>
  )
}
