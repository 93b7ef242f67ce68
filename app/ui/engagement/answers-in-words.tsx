import type { AnswerInWords as Answer, PartInWords } from '#app/domain/engagements/answers-in-words.ts'
import { list } from '#app/i18n/format.ts'
import { useT } from '#app/i18n/use-t.tsx'
import { Section } from '../page/section.tsx'
import { Clause } from '../risk/clause.tsx'

/** The scope of a request as it was given, part by part. */
export function AnswersInWords({ parts }: { parts: PartInWords[] }) {
  const t = useT()
  return parts.map(({ section, answers }) => (
    <Section key={section} title={t(`engagements.intake.section.${section}`)}>
      <dl className="facts read">
        {answers.map((answer) => (
          <div key={answer.id}>
            <dt>
              {answer.label}{' '}
              <span className="clauses">
                {answer.clauses.map((clause) => (
                  <Clause key={clause} id={clause} />
                ))}
              </span>
            </dt>
            <dd>
              <Words answer={answer} />
            </dd>
          </div>
        ))}
      </dl>
    </Section>
  ))
}

function Words({ answer: { words, table, note, label } }: { answer: Answer }) {
  const t = useT()
  if (words.length === 0 && !table) return <span className="muted">{t('engagements.page.notAnswered')}</span>
  return (
    <>
      {words.length > 0 && list(words, t.locale)}
      {table && (
        <div className="scroll" tabIndex={0} role="group" aria-label={label}>
          <table className="table" data-density="compact">
            <thead>
              <tr>
                {table.columns.map((column) => (
                  <th key={column} scope="col">
                    {column}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {table.rows.map((row, index) => (
                <tr key={index}>
                  {row.map((cell, at) => (
                    <td key={table.columns[at]}>{cell}</td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {note && <q className="sub">{note}</q>}
    </>
  )
}
