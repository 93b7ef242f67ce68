import { time } from '#app/i18n/format.ts'
import { useT } from '#app/i18n/use-t.tsx'
import type { GivenAnswer } from '#app/domain/assessments/answers.ts'
import { answerLines } from '#app/domain/portal/answer-text.ts'
import { fieldName } from '#app/domain/portal/answer-fields.ts'
import type { OptionView, QuestionView } from '#app/domain/portal/question-view.ts'
import { Button } from '../button.tsx'
import { Note } from '../page/note.tsx'
import { useHydrated } from '../use-hydrated.ts'
import type { Theirs } from './send-answer.ts'

type ConflictProps = { question: QuestionView; mine: GivenAnswer; theirs: Theirs; zone: string; countries: OptionView[]; onKeep: () => void; onTake: () => void }

/** Two people answered at once: both texts side by side, and a choice. */
export function Conflict({ question, mine, theirs, zone, countries, onKeep, onTake }: ConflictProps) {
  const t = useT()
  const hydrated = useHydrated()
  const values = { name: theirs.by, time: time(new Date(theirs.at), t.locale, zone) }
  return (
    <div className="conflict" role="alert">
      <Note tone="attention" title={t('portal.conflict.title')}>
        <p>{theirs.by === undefined ? t('portal.conflict.bodyNobody', values) : t('portal.conflict.body', values)}</p>
        <div className="both">
          <Text label={t('portal.conflict.mine')} question={question} given={mine} countries={countries} />
          <Text label={t('portal.conflict.theirs')} question={question} given={theirs} countries={countries} />
        </div>
        {hydrated ? (
          <div className="btn-row">
            <Button onClick={onKeep}>{t('portal.conflict.keepMine')}</Button>
            <Button onClick={onTake}>{t('portal.conflict.takeTheirs')}</Button>
          </div>
        ) : (
          <>
            <p>{t('portal.conflict.plain')}</p>
            <input type="hidden" name={fieldName.revision(question.id)} value={theirs.revision} />
          </>
        )}
      </Note>
    </div>
  )
}

function Text({ label, question, given, countries }: { label: string; question: QuestionView; given: GivenAnswer; countries: OptionView[] }) {
  const t = useT()
  const lines = [
    ...(given.isNa ? [t('portal.receipt.na', { reason: given.naReason ?? '' })] : answerLines(question, given, countries)),
    ...(given.note ? [t('portal.receipt.remark', { note: given.note })] : []),
  ]
  return (
    <div>
      <p className="label">{label}</p>
      {(lines.length > 0 ? lines : [t('portal.conflict.empty')]).map((line, index) => (
        <p className="said" key={index}>
          {line}
        </p>
      ))}
    </div>
  )
}
