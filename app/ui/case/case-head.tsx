import { setsMustTerminate } from '#app/domain/violations/case.ts'
import { dateTime } from '#app/i18n/format.ts'
import { useT } from '#app/i18n/use-t.tsx'
import { PageHeader } from '../page/page-header.tsx'
import type { CasePage } from './case-page.ts'
import { inLanguage } from './case-words.ts'

/** The case's title: its termination once there is one, before that the violation. */
export function CaseHead({ page }: { page: CasePage }) {
  const t = useT()
  const { violationCase, violation, steps, zone } = page
  const name = t('cases.named', { id: violation.id, name: inLanguage(violation.name, t.locale) })
  const settled = steps.filter(({ done, waived }) => done !== undefined || waived !== undefined).length
  if (!violationCase.mustTerminateAt) {
    return <PageHeader title={name} lede={t('cases.lede', { ref: violationCase.ref, class: t(`status.class.${violationCase.class}`), severity: t(`status.severity.${violationCase.severity}`) })} />
  }
  return (
    <PageHeader
      title={t(setsMustTerminate(violationCase.state) ? 'cases.termination' : 'cases.terminationOver')}
      lede={t('cases.terminationLede', { at: dateTime(violationCase.mustTerminateAt, t.locale, zone), done: settled, total: steps.length })}
    />
  )
}
