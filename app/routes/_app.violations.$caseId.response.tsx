import { useActionData, useLoaderData } from '@remix-run/react'
import { VendorReplyInput } from '#app/domain/violations/input.ts'
import { recordVendorResponse } from '#app/domain/violations/record-vendor-response.server.ts'
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
  const { id, ref } = await openCaseForm(ctx, params.caseId, { permission: 'violation.investigate', action: 'resume_investigation' })
  return { title: translator(ctx.locale)('cases.act.response'), id, ref }
})

export const action = authed(async ({ ctx, form, params }) => {
  const { id } = await recordVendorResponse(ctx, params.caseId!, parseForm(form, VendorReplyInput))
  return redirectWith(paths.violation(id), { kind: 'done', key: 'cases.done.response' })
})

export const meta = pageMeta

export default function VendorResponse() {
  const t = useT()
  const { id, ref } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  const { field, errors } = useFields(refused, { labels: { reply: t('cases.statement.reply') } })
  return (
    <CaseForm title={t('cases.response.title', { ref })} lede={t('cases.response.lede')} errors={errors} refused={refused} submit={t('cases.act.response')} back={paths.violation(id)}>
      <TextArea field={field('reply', { required: true })} rows={10} />
    </CaseForm>
  )
}
