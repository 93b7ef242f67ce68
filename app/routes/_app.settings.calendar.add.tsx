import { Form, useActionData } from '@remix-run/react'
import { Problem } from '#app/domain/errors.ts'
import { can } from '#app/domain/identity/actor.ts'
import { addCalendarDay } from '#app/domain/organisations/add-calendar-day.server.ts'
import { CalendarDayInput } from '#app/domain/organisations/input.ts'
import { authed } from '#app/http/authed.server.ts'
import { redirectWith } from '#app/http/flash.server.ts'
import { parseForm } from '#app/http/forms.server.ts'
import { paths } from '#app/http/paths.ts'
import { translator } from '#app/i18n/index.ts'
import { useT } from '#app/i18n/use-t.tsx'
import { ButtonLink } from '#app/ui/button.tsx'
import { DateField } from '#app/ui/form/date-field.tsx'
import { ErrorSummary } from '#app/ui/form/error-summary.tsx'
import { Once } from '#app/ui/form/once.tsx'
import { RadioGroup } from '#app/ui/form/radio-group.tsx'
import { useFields } from '#app/ui/form/use-fields.ts'
import { pageMeta } from '#app/ui/page/page-meta.ts'
import { Section } from '#app/ui/page/section.tsx'
import { SubmitButton } from '#app/ui/submit-button.tsx'

export const loader = authed(async ({ ctx }) => {
  if (!can(ctx.actor, 'organisation.update')) throw new Problem('forbidden', 'errors.not_allowed')
  return { title: translator(ctx.locale)('settings.calendar.add_title') }
})

export const action = authed(async ({ ctx, form }) => {
  await addCalendarDay(ctx, parseForm(form, CalendarDayInput))
  return redirectWith(paths.settings('calendar'), { kind: 'done', key: 'settings.calendar.added' })
})

export const meta = pageMeta

export default function AddDay() {
  const t = useT()
  const labels = { day: t('settings.calendar.day'), kind: t('settings.calendar.kind') }
  const { field, errors } = useFields(useActionData<typeof action>(), { initial: { kind: 'holiday' }, labels })
  return (
    <Section title={t('settings.calendar.add_title')}>
      <p className="muted prose">{t('settings.calendar.rule')}</p>
      <ErrorSummary errors={errors} />
      <Form method="post" className="form" noValidate>
        <Once />
        <DateField field={field('day', { required: true })} />
        <RadioGroup
          field={field('kind')}
          choices={[
            { value: 'holiday', label: t('settings.calendar.holiday') },
            { value: 'work_day', label: t('settings.calendar.work_day') },
          ]}
        />
        <div className="btn-row">
          <SubmitButton>{t('settings.calendar.add')}</SubmitButton>
          <ButtonLink to={paths.settings('calendar')}>{t('common.action.cancel')}</ButtonLink>
        </div>
      </Form>
    </Section>
  )
}
