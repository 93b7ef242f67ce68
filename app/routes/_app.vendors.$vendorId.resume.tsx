import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { requirePermission } from '#app/domain/context.server.ts'
import { listMembers } from '#app/domain/organisations/queries.server.ts'
import { ResumeSupplyInput } from '#app/domain/vendors/input.ts'
import { getVendor } from '#app/domain/vendors/queries.server.ts'
import { resumeSupply } from '#app/domain/vendors/resume-supply.server.ts'
import { isHighOrCritical } from '#app/domain/violations/severity.ts'
import { authed } from '#app/http/authed.server.ts'
import { redirectWith } from '#app/http/flash.server.ts'
import { parseForm } from '#app/http/forms.server.ts'
import { paths } from '#app/http/paths.ts'
import { dateTime } from '#app/i18n/format.ts'
import { translator } from '#app/i18n/index.ts'
import { useT } from '#app/i18n/use-t.tsx'
import { ErrorSummary } from '#app/ui/form/error-summary.tsx'
import { Once } from '#app/ui/form/once.tsx'
import { TextArea } from '#app/ui/form/text-area.tsx'
import { useFields } from '#app/ui/form/use-fields.ts'
import { Facts } from '#app/ui/page/facts.tsx'
import { Note } from '#app/ui/page/note.tsx'
import { pageMeta } from '#app/ui/page/page-meta.ts'
import { Section } from '#app/ui/page/section.tsx'
import { SubmitButton } from '#app/ui/submit-button.tsx'

export const loader = authed(async ({ ctx, params }) => {
  requirePermission(ctx, 'vendor.resume')
  const [vendor, people] = await Promise.all([getVendor(ctx, params.vendorId!), listMembers(ctx)])
  const severity = vendor.suspensionSeverity ?? 'high'
  const since = vendor.suspendedAt && dateTime(vendor.suspendedAt, ctx.locale, ctx.organisation.zone)
  const proposedBy = people.find(({ userId }) => userId === vendor.resumeProposedBy)?.name
  return { title: translator(ctx.locale)('vendors.resume.title'), reason: vendor.suspensionReason, since, severity, proposedBy, needsTwo: isHighOrCritical(severity) && vendor.suspendedBy === null }
})

export const action = authed(async ({ ctx, params, form }) => {
  const { outcome, vendor } = await resumeSupply(ctx, params.vendorId!, parseForm(form, ResumeSupplyInput))
  return redirectWith(paths.vendor(vendor.id), { kind: 'done', key: outcome === 'resumed' ? 'vendors.done.resume' : 'vendors.done.propose_resume' })
})

export const meta = pageMeta

export default function ResumeSupply() {
  const t = useT()
  const { reason, since, severity, proposedBy, needsTwo } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  const { field, errors } = useFields(refused, { labels: { reason: t('vendors.field.reason') } })
  return (
    <Section title={t('vendors.resume.title')}>
      <p className="muted">{t('vendors.resume.lede')}</p>
      <Facts
        facts={[
          { term: t('vendors.resume.ground'), value: reason },
          { term: t('vendors.resume.since'), value: since },
          { term: t('vendors.resume.severity'), value: t(`status.severity.${severity}`) },
        ]}
      />
      {needsTwo && <Note tone="attention">{proposedBy ? t('vendors.resume.proposed', { person: proposedBy }) : t('vendors.resume.second')}</Note>}
      <ErrorSummary errors={errors} />
      <Form method="post" className="form" noValidate>
        <Once again={refused} />
        <TextArea field={field('reason', { required: true })} hint={t('vendors.resume.reasonHint')} />
        <div className="btn-row">
          <SubmitButton>{t('vendors.resume.verb')}</SubmitButton>
        </div>
      </Form>
    </Section>
  )
}
