import type { AnswerWords } from '#app/domain/reviews/answer-words.ts'
import { useT } from '#app/i18n/use-t.tsx'

/** An answer in words: lines, or a table as a small table. */
export function AnswerText({ words, className = 'a' }: { words: AnswerWords; className?: string }) {
  const t = useT()
  const { lines, table } = words
  if (table && table.rows.length > 0) return <AnswerRows {...table} />
  if (lines.length === 0) return <p className={`${className} muted`}>{t('review.answer.none')}</p>
  return lines.length === 1 ? (
    <p className={className}>{lines[0]}</p>
  ) : (
    <ul className={`${className} plain-list`}>
      {lines.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  )
}

function AnswerRows({ heads, rows }: { heads: string[]; rows: string[][] }) {
  const t = useT()
  return (
    <div className="scroll" tabIndex={0} role="group" aria-label={t('review.answers')}>
      <table className="table" data-density="compact">
        <thead>
          <tr>
            {heads.map((head) => (
              <th scope="col" key={head}>
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, index) => (
            <tr key={index}>
              {row.map((cell, column) => (
                <td key={column}>{cell}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
