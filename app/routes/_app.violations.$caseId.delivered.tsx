import { useActionData, useLoaderData } from '@remix-run/react'
import { closeDelivered } from '#app/domain/violations/close-delivered.server.ts'
import { DeliveredInput } from '#app/domain/violations/input.ts'
import { authed } from '#app/http/authed.server.ts'
import { openCaseForm } from '#app/http/case-page.server.ts'
import { redirectWith } from '#app/http/flash.server.ts'
import { parseForm } from '#app/http/forms.server.ts'
import { paths } from '#app/http/paths.ts'
import { translator } from '#app/i18n/index.ts'
import { useT } from '#app/i18n/use-t.tsx'
import { CaseForm } from '#app/ui/case/case-form.tsx'
import { TextArea } from '#app/ui/form/text-area.tsx'
import { useFields } from '#app/ui/form/use-fields.ts'
import { pageMeta } from '#app/ui/page/page-meta.ts'

export const loader = authed(async ({ ctx, params }) => {
  const { id, ref, revision } = await openCaseForm(ctx, params.caseId, { permission: 'violation.investigate', action: 'close_delivered' })
  return { title: translator(ctx.locale)('cases.act.delivered'), id, ref, revision }
})

export const action = authed(async ({ ctx, form, params }) => {
  const { id } = await closeDelivered(ctx, params.caseId!, parseForm(form, DeliveredInput))
  return redirectWith(paths.violation(id), { kind: 'done', key: 'cases.done.closed' })
})

export const meta = pageMeta

export default function Delivered() {
  const t = useT()
  const { id, ref, revision } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  const { field, errors } = useFields(refused, { labels: { delivery: t('cases.delivery.what') } })
  return (
    <CaseForm title={t('cases.delivery.title', { ref })} lede={t('cases.delivery.lede')} errors={errors} refused={refused} revision={revision} submit={t('cases.act.delivered')} back={paths.violation(id)}>
      <TextArea field={field('delivery', { required: true })} hint={t('cases.delivery.hint')} rows={4} />
    </CaseForm>
  )
}
