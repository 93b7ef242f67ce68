import { paths } from '#app/http/paths.ts'
import { trailAddress } from '#app/http/trail-address.ts'
import { useT } from '#app/i18n/use-t.tsx'
import { RouteLink } from '../route-link.tsx'
import { Body, Cell, Row, RowHead, Table } from '../table/table.tsx'
import { TrailChanges } from './trail-changes.tsx'
import type { Reading } from './trail-value.ts'

type TrailEntryView = {
  seq: number
  /** ISO instant, and the same ready to read. */
  at: string
  when: string
  action: string
  subjectType: string
  subjectId: string
  vendorId: string | null
  vendorName: string | null
  actorKind: string
  actorName: string | null
  before?: unknown
  after?: unknown
  data?: Record<string, unknown>
}

type PageReading = Pick<Reading, 'zone' | 'names' | 'words'>

/** Entries of the trail, each readable in the reader's language, with what changed. */
export function TrailTable({ entries, ...reading }: PageReading & { entries: TrailEntryView[] }) {
  const t = useT()
  const columns = [
    { id: 'when', label: t('trail.when') },
    { id: 'what', label: t('trail.what') },
    { id: 'who', label: t('trail.who') },
    { id: 'on', label: t('trail.on') },
    { id: 'changes', label: t('trail.changes') },
  ]
  return (
    <Table label={t('trail.title')} columns={columns} className="trail">
      <Body>
        {entries.map((entry) => (
          <Entry key={entry.seq} {...entry} {...reading} />
        ))}
      </Body>
    </Table>
  )
}

type EntryProps = TrailEntryView & PageReading

function Entry({ seq, at, when, action, subjectType, subjectId, vendorId, vendorName, actorKind, actorName, ...rest }: EntryProps) {
  const t = useT()
  const { before, after, data, zone, names, words } = rest
  return (
    <Row>
      <Cell sub={<span className="num">{t('trail.entry', { seq })}</span>}>
        <time dateTime={at}>{when}</time>
      </Cell>
      <RowHead>
        <span className="strong">{actionName(t.from(`trail.action.${action}`, undefined, 'trail.nothing'), action, t('trail.nothing'))}</span>
      </RowHead>
      <Cell label={t('trail.who')}>
        {actorKind === 'system' ? t('trail.system') : (actorName ?? t('trail.nothing'))}
        {actorKind === 'contact' && <span className="sub">{t('trail.contact')}</span>}
        {actorKind === 'system' && <span className="sub mono">{actorName}</span>}
      </Cell>
      <Cell label={t('trail.on')}>
        {t.from(`trail.subject.${subjectType}`, undefined, 'trail.nothing')}
        {subjectType === 'user' && names[subjectId] !== undefined && <span className="sub">{names[subjectId]}</span>}
        {vendorId !== null && (
          <span className="sub">
            <RouteLink to={paths.vendor(vendorId)}>{vendorName ?? vendorId}</RouteLink>{' '}
            <RouteLink to={trailAddress({ vendor: vendorId })} aria-label={`${t('trail.only')}: ${vendorName ?? vendorId}`}>
              {t('trail.only')}
            </RouteLink>
          </span>
        )}
      </Cell>
      <Cell>
        <TrailChanges before={before} after={after} data={data} subject={subjectType} zone={zone} names={names} words={words} />
      </Cell>
    </Row>
  )
}

/** An act without words of its own shows its plain name. */
const actionName = (words: string, action: string, nothing: string) => (words === nothing ? action : words)
