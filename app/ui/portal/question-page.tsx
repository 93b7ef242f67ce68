import { nextSection } from '#app/domain/portal/tasks.ts'
import type { SlimProgress } from '#app/domain/assessments/slim-progress.ts'
import { paths } from '#app/http/paths.ts'
import { useT } from '#app/i18n/use-t.tsx'
import { QuestionList, type QuestionListProps } from './question-list.tsx'
import { AskedNote, ReplyField, type Asked } from './reply-field.tsx'
import type { Onward } from './save-bar.tsx'

export type QuestionPageProps = Omit<QuestionListProps, 'onward' | 'around'> & {
  /** The section shown, or what the reviewer asked after a return. */
  about: { section: string } | { asked: Asked[] }
}

/** The questions of a section, or those that were sent back. Everything it gets is plain data: the page's HTML carries it. */
export function QuestionPage({ about, ...list }: QuestionPageProps) {
  const t = useT()
  const { assessmentId, readOnly, zone } = list
  if ('asked' in about) {
    return (
      <QuestionList
        {...list}
        onward={() => ({ to: paths.portalCheck(assessmentId), label: t('portal.returned.submit') })}
        around={(question) => {
          const here = about.asked.filter(({ questionId }) => questionId === question.id)
          if (here.length === 0) return undefined
          return {
            before: here.map((each) => <AskedNote key={each.id} asked={each} />),
            after: here.map((each) => <ReplyField key={each.id} assessmentId={assessmentId} asked={each} zone={zone} readOnly={readOnly} />),
          }
        }}
      />
    )
  }
  const onward = (progress: SlimProgress, here: string[]): Onward => {
    const gap = progress.gaps.find(({ questionId }) => here.includes(questionId))
    if (gap && !readOnly) return { to: '', here: gap.questionId, label: t('portal.section.next') }
    const next = nextSection(progress, about.section)
    return next === undefined
      ? { to: paths.portalCheck(assessmentId), label: t('portal.check.title') }
      : { to: paths.portalSection(assessmentId, next), label: t('portal.section.nextSection') }
  }
  return <QuestionList {...list} onward={onward} />
}
