import { useActionData, useLoaderData } from '@remix-run/react'
import { earliestStartOf } from '#app/domain/audits/earliest-start.server.ts'
import { NotifyAuditInput } from '#app/domain/audits/input.ts'
import { notifyAudit } from '#app/domain/audits/notify-audit.server.ts'
import { getLeadFacts } from '#app/domain/audits/queries.server.ts'
import { addDays, localDate, localMidnight } from '#app/domain/organisations/calendar-dates.ts'
import { listMembers } from '#app/domain/organisations/queries.server.ts'
import { openAuditForm } from '#app/http/audit-page.server.ts'
import { authed } from '#app/http/authed.server.ts'
import { redirectWith } from '#app/http/flash.server.ts'
import { parseForm } from '#app/http/forms.server.ts'
import { paths } from '#app/http/paths.ts'
import { date } from '#app/i18n/format.ts'
import { translator } from '#app/i18n/index.ts'
import { useT } from '#app/i18n/use-t.tsx'
import { CaseForm } from '#app/ui/case/case-form.tsx'
import { DateField } from '#app/ui/form/date-field.tsx'
import { Select } from '#app/ui/form/select.tsx'
import { TextField } from '#app/ui/form/text-field.tsx'
import { useFields } from '#app/ui/form/use-fields.ts'
import { pageMeta } from '#app/ui/page/page-meta.ts'

export const loader = authed(async ({ ctx, params }) => {
  const audit = await openAuditForm(ctx, params.auditId, { permission: 'audit.plan', action: 'notify' })
  const { zone } = ctx.organisation
  const [people, earliest, lead] = await Promise.all([listMembers(ctx), earliestStartOf(ctx, audit), getLeadFacts(ctx, audit)])
  const day = localDate(earliest, zone)
  return {
    title: translator(ctx.locale)('audits.act.notify'),
    id: audit.id, ref: audit.ref, revision: audit.revision, due: audit.dueEffective, self: ctx.actor.userId,
    earliest: localMidnight(day, zone) < earliest ? addDays(day, 1) : day,
    isSpecial: audit.kind === 'special',
    people: people.filter(({ userId }) => userId !== lead.businessOwnerId).map(({ userId, name }) => ({ value: userId, label: name })),
  }
})

export const action = authed(async ({ ctx, form, params }) => {
  const { id } = await notifyAudit(ctx, params.auditId!, parseForm(form, NotifyAuditInput))
  return redirectWith(paths.audit(id), { kind: 'done', key: 'audits.done.notify' })
})

export const meta = pageMeta

export default function Notify() {
  const t = useT()
  const { id, ref, revision, due, self, earliest, isSpecial, people } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  const labels = { leadAuditorId: t('audits.fact.lead'), auditorFirm: t('audits.fact.firm'), startOn: t('audits.fact.start') }
  const { field, errors } = useFields(refused, { initial: { leadAuditorId: self, startOn: earliest }, labels })
  const values = { date: date(earliest, t.locale, 'full'), due: date(due, t.locale, 'full') }
  return (
    <CaseForm title={t('audits.notice.title', { ref })} lede={t(isSpecial ? 'audits.notice.ledeSpecial' : 'audits.notice.lede', values)} errors={errors} refused={refused} revision={revision} submit={t('audits.act.notify')} back={paths.audit(id)}>
      <Select field={field('leadAuditorId', { required: true })} hint={t('audits.notice.leadHint')} options={people} placeholder={false} />
      <TextField field={field('auditorFirm')} hint={t('audits.notice.firmHint')} optional />
      <DateField field={field('startOn', { required: true, min: earliest })} hint={t('audits.notice.startHint', values)} />
    </CaseForm>
  )
}
