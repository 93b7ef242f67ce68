import { Form } from '@remix-run/react'
import { useMemo, useState } from 'react'
import { readIntakeForm } from '#app/domain/engagements/intake-form.ts'
import { INTAKE_SECTIONS, intakeBySection } from '#app/domain/engagements/intake-sections.ts'
import { compileTemplate } from '#app/domain/questionnaires/compile-template.ts'
import type { AnswerValue, QuestionnaireTemplate } from '#app/domain/questionnaires/template.ts'
import { readFacts } from '#app/domain/questionnaires/visibility.ts'
import { inherentRisk } from '#app/domain/scoring/inherent.ts'
import { paths } from '#app/http/paths.ts'
import { useT } from '#app/i18n/use-t.tsx'
import { ErrorSummary } from '../form/error-summary.tsx'
import { Once } from '../form/once.tsx'
import { Select, type Option } from '../form/select.tsx'
import { TextField } from '../form/text-field.tsx'
import { useFields } from '../form/use-fields.ts'
import { Columns } from '../page/columns.tsx'
import { Facts } from '../page/facts.tsx'
import { PageHeader } from '../page/page-header.tsx'
import { Section } from '../page/section.tsx'
import { RouteLink } from '../route-link.tsx'
import { SubmitButton } from '../submit-button.tsx'
import { InherentPanel } from './inherent-panel.tsx'
import { IntakeItemField, type KeptFile } from './intake-item-field.tsx'
import { intakeLabels } from './intake-labels.ts'
import { initialOf, typedIntake } from './intake-values.ts'

type IntakeFormProps = {
  template: QuestionnaireTemplate
  engagement: { id: string; ref: string; title: string; revision: number; businessOwnerId: string | null; intake: Record<string, AnswerValue>; notes: Record<string, string> }
  vendor: { id: string; name: string; regNo: string | null }
  file?: KeptFile
  people: Option[]
  countries: Option[]
  /** The table that gets one more empty row, for forms without JavaScript. */
  addRow?: string
  refused?: object
}

/** The whole request on one page, scope first, with the inherent risk beside it as it is filled in. */
export function IntakeForm({ template, engagement, vendor, file, people, countries, addRow, refused }: IntakeFormProps) {
  const t = useT()
  const { items } = template.intake
  const compiled = useMemo(() => compileTemplate(template), [template])
  const [intake, setIntake] = useState(() => typedIntake(items, refused) ?? engagement.intake)
  const inherent = useMemo(() => inherentRisk(compiled, intake, readFacts(compiled, intake)), [compiled, intake])
  const labels = intakeLabels(items, t)
  const fields = useFields(refused, { initial: { ...initialOf(engagement), title: engagement.title, businessOwnerId: engagement.businessOwnerId ?? undefined }, labels })
  const follow = (form: HTMLFormElement) => {
    const next = readIntakeForm(items, new FormData(form)).intake
    setIntake((before) => (JSON.stringify(before) === JSON.stringify(next) ? before : next))
  }
  const known = [
    { term: t('engagements.column.vendor'), value: vendor.name },
    { term: t('engagements.intake.regNo'), value: vendor.regNo ? <span className="mono">{vendor.regNo}</span> : <span className="is-attention">{t('engagements.intake.regNoMissing')}</span> },
  ]
  return (
    <>
      <PageHeader title={t('engagements.intake.title')} lede={t('engagements.intake.lede')} />
      <Columns rail={<InherentPanel inherent={inherent} />} railLabel={t('engagements.inherent.live')}>
        <nav className="intake-parts" aria-label={t('engagements.intake.sections')}>
          {INTAKE_SECTIONS.map((section) => (
            <a key={section} href={`#${section}`}>
              {t(`engagements.intake.section.${section}`)}
            </a>
          ))}
        </nav>
        <ErrorSummary errors={fields.errors} />
        <Form method="post" noValidate encType="multipart/form-data" className="intake" onChange={(event) => follow(event.currentTarget)}>
          <Once again={refused} />
          <input type="hidden" name="revision" value={engagement.revision} />
          <Section title={t('engagements.intake.known')} aside={<RouteLink to={paths.vendorTab(vendor.id, 'edit')}>{t('engagements.intake.change')}</RouteLink>}>
            <Facts facts={known} />
            <div className="form after">
              <TextField field={fields.field('title', { required: true })} />
              <Select field={fields.field('businessOwnerId')} options={people} optional />
            </div>
          </Section>
          {intakeBySection(items).map(({ section, items: part }) => (
            <Section key={section} id={section} title={t(`engagements.intake.section.${section}`)}>
              <div className="form">
                {part.map((item) => (
                  <IntakeItemField key={item.id} item={item} fields={fields} around={{ items, intake, file, countries, addRow }} />
                ))}
              </div>
            </Section>
          ))}
          <div className="savebar">
            <div className="btn-row">
              <SubmitButton kind="plain">{t('engagements.intake.save')}</SubmitButton>
              <SubmitButton name="_check" value="1">
                {t('engagements.intake.check')}
              </SubmitButton>
            </div>
          </div>
        </Form>
      </Columns>
    </>
  )
}
