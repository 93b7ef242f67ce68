import { redirect } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { requirePermission } from '#app/domain/context.server.ts'
import { SubmitEngagementInput } from '#app/domain/engagements/input.ts'
import { KNOWN_ITEMS } from '#app/domain/engagements/intake-sections.ts'
import { intakeTemplate } from '#app/domain/engagements/intake-template.server.ts'
import { getReadiness } from '#app/domain/engagements/readiness.server.ts'
import { submitEngagement } from '#app/domain/engagements/submit-engagement.server.ts'
import { can } from '#app/domain/identity/actor.ts'
import { findBan } from '#app/domain/vendors/queries.server.ts'
import { authed } from '#app/http/authed.server.ts'
import { redirectWith } from '#app/http/flash.server.ts'
import { parseForm } from '#app/http/forms.server.ts'
import { paths } from '#app/http/paths.ts'
import { translator } from '#app/i18n/index.ts'
import { useT } from '#app/i18n/use-t.tsx'
import { ButtonLink } from '#app/ui/button.tsx'
import { Gaps } from '#app/ui/engagement/gaps.tsx'
import { InherentPanel } from '#app/ui/engagement/inherent-panel.tsx'
import { ErrorSummary } from '#app/ui/form/error-summary.tsx'
import { Once } from '#app/ui/form/once.tsx'
import { RadioGroup } from '#app/ui/form/radio-group.tsx'
import { TextArea } from '#app/ui/form/text-area.tsx'
import { useFields } from '#app/ui/form/use-fields.ts'
import { Columns } from '#app/ui/page/columns.tsx'
import { Note } from '#app/ui/page/note.tsx'
import { PageHeader } from '#app/ui/page/page-header.tsx'
import { pageMeta } from '#app/ui/page/page-meta.ts'
import { Status } from '#app/ui/risk/status.tsx'
import { SubmitButton } from '#app/ui/submit-button.tsx'

export const loader = authed(async ({ ctx, params }) => {
  requirePermission(ctx, 'engagement.update')
  const { engagement, vendor, problems, inherent } = await getReadiness(ctx, params.engagementId!)
  if (engagement.status !== 'draft') throw redirect(paths.engagement(engagement.id))
  const ban = await findBan(ctx, { vendorId: vendor.id, regNo: vendor.regNo })
  const labels = new Map(intakeTemplate().template.intake.items.map((item) => [item.id, ctx.locale === 'en' ? item.en : item.zh]))
  const gaps = problems.map(({ field, ...rest }) => {
    const item = field.slice(0, 5)
    const known = (KNOWN_ITEMS as readonly string[]).includes(item)
    return { ...rest, field, label: labels.get(item) ?? item, to: known ? paths.vendorTab(vendor.id, 'edit') : `${paths.engagementIntake(engagement.id)}#item-${item}` }
  })
  const { id, revision } = engagement
  return { title: translator(ctx.locale)('engagements.submit.title'), engagement: { id, revision }, gaps, inherent, bannedUntil: ban?.untilOn, maySubmit: can(ctx.actor, 'engagement.submit') }
})

export const action = authed(async ({ ctx, params, form }) => {
  const { id, ref } = await submitEngagement(ctx, params.engagementId!, parseForm(form, SubmitEngagementInput))
  return redirectWith(paths.engagement(id), { kind: 'done', key: 'engagements.submit.done', data: { ref } })
})

export const meta = pageMeta

export default function SubmitEngagement() {
  const t = useT()
  const { engagement, gaps, inherent, bannedUntil, maySubmit } = useLoaderData<typeof loader>()
  return (
    <>
      <PageHeader title={t('engagements.submit.title')} lede={t('engagements.submit.lede')} actions={<ButtonLink to={paths.engagementIntake(engagement.id)}>{t('engagements.submit.back')}</ButtonLink>} />
      <Columns rail={<InherentPanel inherent={inherent} />} railLabel={t('engagements.inherent.title')}>
        {bannedUntil && (
          <Note tone="danger" role="alert">
            {t('vendors.banned_until', { until: bannedUntil })}
          </Note>
        )}
        {gaps.length > 0 ? (
          <Gaps gaps={gaps} />
        ) : (
          <>
            <Status mark="ok">{t('engagements.submit.ready')}</Status>
            {maySubmit ? <Statement revision={engagement.revision} /> : <Note>{t('engagements.submit.notAllowed')}</Note>}
          </>
        )}
      </Columns>
    </>
  )
}

/** The requester's word on conflicts of interest (G5), and the request goes in. */
function Statement({ revision }: { revision: number }) {
  const t = useT()
  const refused = useActionData<typeof action>()
  const labels = { conflict: t('engagements.submit.conflict'), conflictDetail: t('engagements.submit.detail') }
  const { field, errors } = useFields(refused, { labels })
  return (
    <Form method="post" className="form after statement" noValidate>
      <ErrorSummary errors={errors} />
      <Once again={refused} />
      <input type="hidden" name="revision" value={revision} />
      <RadioGroup
        field={field('conflict', { required: true })}
        hint={t('engagements.submit.conflictHint')}
        choices={[
          { value: 'none', label: t('engagements.submit.none') },
          { value: 'declared', label: t('engagements.submit.declared') },
        ]}
      />
      <div className="follow">
        <TextArea field={field('conflictDetail')} rows={2} />
      </div>
      <div className="btn-row">
        <SubmitButton>{t('engagements.submit.verb')}</SubmitButton>
      </div>
    </Form>
  )
}
