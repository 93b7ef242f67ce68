import { list } from '#app/i18n/format.ts'
import { useT } from '#app/i18n/use-t.tsx'
import { Section } from '../page/section.tsx'
import { Status } from '../risk/status.tsx'
import { Body, Cell, Row, RowHead, Table } from '../table/table.tsx'
import type { AgreementPage } from './agreement-page.ts'

type Requirement = AgreementPage['completeness'][number]

/** What law and regulation ask, and the clause that answers it; what is missing is always in sight. */
export function Completeness({ rows, isOpen }: { rows: Requirement[]; isOpen: boolean }) {
  const t = useT()
  const missing = rows.filter(({ satisfied }) => !satisfied)
  return (
    <Section title={t('agreements.completeness.title')} aside={missing.length > 0 ? t('agreements.completeness.some', { count: missing.length }) : t('agreements.completeness.all', { count: rows.length })} id="completeness">
      {missing.length > 0 && !isOpen && <Requirements rows={missing} />}
      <details className="more" open={isOpen}>
        <summary>{t('agreements.completeness.show')}</summary>
        <Requirements rows={rows} />
      </details>
    </Section>
  )
}

function Requirements({ rows }: { rows: Requirement[] }) {
  const t = useT()
  const language = t.locale === 'en' ? 'en' : 'zh'
  const columns = ['requirement', 'source', 'clauses', 'result'] as const
  return (
    <Table label={t('agreements.completeness.title')} columns={columns.map((id) => ({ id, label: t(`agreements.completeness.${id}`) }))}>
      <Body>
        {rows.map(({ id, requirement, source, article, clauses, satisfied, missing }) => (
          <Row key={id}>
            <RowHead>{requirement[language]}</RowHead>
            <Cell label={t('agreements.completeness.source')}>
              {source[language]} <span className="muted">{article}</span>
            </Cell>
            <Cell label={t('agreements.completeness.clauses')}>
              {clauses.map((clause) => (
                <a key={clause.id} className="clause" href={`#${clause.id}`}>
                  {clause.id}
                </a>
              ))}
            </Cell>
            <Cell className={satisfied ? 'row-verb' : undefined}>{satisfied ? <Status mark="ok">{t('agreements.completeness.met')}</Status> : <Status mark="danger">{t('agreements.completeness.missing', { what: list(missing, t.locale) })}</Status>}</Cell>
          </Row>
        ))}
      </Body>
    </Table>
  )
}
