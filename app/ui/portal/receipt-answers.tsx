import { useT } from '#app/i18n/use-t.tsx'
import { Section } from '../page/section.tsx'

type Answer = { questionId: string; text: string; lines: string[]; na?: string; note?: string }
type ReceiptAnswersProps = { sections: { id: string; label: string; answers: Answer[] }[] }

/** Every question with what was answered, section by section. */
export function ReceiptAnswers({ sections }: ReceiptAnswersProps) {
  const t = useT()
  return sections.map(({ id, label, answers }) => (
    <Section key={id} title={label} aside={answers.length}>
      <dl className="receipt">
        {answers.map(({ questionId, text, lines, na, note }) => (
          <div key={questionId}>
            <dt>
              <span className="xs muted">{questionId}</span> {text}
            </dt>
            {na !== undefined && <dd>{t('portal.receipt.na', { reason: na })}</dd>}
            {lines.map((line, index) => (
              <dd className="said" key={index}>
                {line}
              </dd>
            ))}
            {na === undefined && lines.length === 0 && <dd className="muted">{t('portal.receipt.notAnswered')}</dd>}
            {note !== undefined && <dd className="muted said">{t('portal.receipt.remark', { note })}</dd>}
          </div>
        ))}
      </dl>
    </Section>
  ))
}
