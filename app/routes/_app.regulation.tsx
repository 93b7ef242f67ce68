import { useLoaderData } from '@remix-run/react'
import { readRegulation, type Chapter, type ClauseView } from '#app/domain/regulation/regulation.server.ts'
import { authed } from '#app/http/authed.server.ts'
import { translator } from '#app/i18n/index.ts'
import { useT } from '#app/i18n/use-t.tsx'
import { PageHeader } from '#app/ui/page/page-header.tsx'
import { pageMeta } from '#app/ui/page/page-meta.ts'
import { Page } from '#app/ui/page/page.tsx'
import { Section } from '#app/ui/page/section.tsx'
import { Body, Cell, Row, RowHead, Table } from '#app/ui/table/table.tsx'

export const loader = authed(async ({ ctx }) => ({ title: translator(ctx.locale)('regulation.title'), chapters: readRegulation(ctx.locale) }))

export const meta = pageMeta

export default function Regulation() {
  const t = useT()
  const { chapters } = useLoaderData<typeof loader>()
  return (
    <Page>
      <PageHeader title={t('regulation.title')} lede={t('regulation.lede')} />
      <nav aria-label={t('regulation.contents')}>
        <ol className="chapters">
          {chapters.map(({ id, title }) => (
            <li key={id}>
              <a href={`#${id}`}>{title}</a>
            </li>
          ))}
        </ol>
      </nav>
      {chapters.map((chapter) => (
        <ChapterTable key={chapter.id} {...chapter} />
      ))}
    </Page>
  )
}

function ChapterTable({ title, clauses }: Chapter) {
  const t = useT()
  const columns = [
    { id: 'clause', label: t('regulation.clause') },
    { id: 'duty', label: t('regulation.duty') },
    { id: 'bearer', label: t('regulation.bearer') },
    { id: 'enforced', label: t('regulation.enforced') },
  ]
  return (
    <Section title={title}>
      <Table label={title} columns={columns} className="regulation">
        <Body>
          {clauses.map((clause) => (
            <ClauseRow key={clause.id} {...clause} />
          ))}
        </Body>
      </Table>
    </Section>
  )
}

function ClauseRow({ id, path, title, duty, bearer, mechanisms, violations }: ClauseView) {
  const t = useT()
  const groups = [
    ...mechanisms.map(({ kind, refs }) => ({ kind: t(`regulation.kind.${kind}`), refs })),
    ...(violations.length > 0 ? [{ kind: t('regulation.violations'), refs: violations }] : []),
  ]
  const named = groups.flatMap(({ refs }) => refs).filter(({ name }) => name !== undefined)
  return (
    <Row className="clause-row">
      <RowHead sub={<span lang="zh-CN">{path}</span>}>
        <a className="clause" id={id} href={`#${id}`}>
          {id}
        </a>
      </RowHead>
      <Cell>
        <span className="strong">{title}</span>
        <span className="sub">{duty}</span>
      </Cell>
      <Cell label={t('regulation.bearer')}>{t(`regulation.by.${bearer}`)}</Cell>
      <Cell>
        <dl className="enforced">
          {groups.map(({ kind, refs }) => (
            <div key={kind}>
              <dt>{kind}</dt>
              <dd>{refs.map((ref) => ref.id).join(', ')}</dd>
            </div>
          ))}
        </dl>
        {named.length > 0 && (
          <details>
            <summary className="small">{t('regulation.names')}</summary>
            <ul className="small">
              {named.map((ref) => (
                <li key={ref.id}>
                  <span className="mono">{ref.id}</span> {ref.name}
                </li>
              ))}
            </ul>
          </details>
        )}
      </Cell>
    </Row>
  )
}
