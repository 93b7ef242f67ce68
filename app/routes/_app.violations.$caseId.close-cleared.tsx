import { useActionData, useLoaderData } from '@remix-run/react'
import { getVendor } from '#app/domain/vendors/queries.server.ts'
import { closeNotSubstantiated } from '#app/domain/violations/close-not-substantiated.server.ts'
import { CloseClearedInput } from '#app/domain/violations/input.ts'
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
  const { id, ref, revision, vendorId } = await openCaseForm(ctx, params.caseId, { permission: 'violation.investigate', action: 'close_cleared' })
  const vendor = await getVendor(ctx, vendorId)
  return { title: translator(ctx.locale)('cases.act.close-cleared'), id, ref, revision, isSuspended: vendor.suspendedAt !== null }
})

export const action = authed(async ({ ctx, form, params }) => {
  const { id } = await closeNotSubstantiated(ctx, params.caseId!, parseForm(form, CloseClearedInput))
  return redirectWith(paths.violation(id), { kind: 'done', key: 'cases.done.closed' })
})

export const meta = pageMeta

export default function CloseCleared() {
  const t = useT()
  const { id, ref, revision, isSuspended } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  const { field, errors } = useFields(refused, { labels: { keepReason: t('cases.clearing.keepReason') } })
  return (
    <CaseForm title={t('cases.clearing.close', { ref })} lede={t(isSuspended ? 'cases.clearing.stillSuspended' : 'cases.clearing.ready')} errors={errors} refused={refused} revision={revision} submit={t('cases.act.close-cleared')} back={paths.violation(id)}>
      {isSuspended && <TextArea field={field('keepReason')} rows={3} />}
    </CaseForm>
  )
}
