import { useActionData, useParams } from '@remix-run/react'
import { ReasonInput } from '#app/domain/agreements/input.ts'
import { returnAgreement } from '#app/domain/agreements/return-agreement.server.ts'
import { requirePermission } from '#app/domain/context.server.ts'
import { authed } from '#app/http/authed.server.ts'
import { redirectWith } from '#app/http/flash.server.ts'
import { parseForm } from '#app/http/forms.server.ts'
import { paths } from '#app/http/paths.ts'
import { translator } from '#app/i18n/index.ts'
import { useT } from '#app/i18n/use-t.tsx'
import { CaseForm } from '#app/ui/case/case-form.tsx'
import { TextArea } from '#app/ui/form/text-area.tsx'
import { useFields } from '#app/ui/form/use-fields.ts'
import { pageMeta } from '#app/ui/page/page-meta.ts'

export const loader = authed(async ({ ctx }) => {
  requirePermission(ctx, 'agreement.send')
  return { title: translator(ctx.locale)('agreements.reason.returnTitle') }
})

export const action = authed(async ({ ctx, params, form }) => {
  const { id } = await returnAgreement(ctx, params.agreementId!, parseForm(form, ReasonInput))
  return redirectWith(paths.agreement(id), { kind: 'done', key: 'agreements.done.return' })
})

export const meta = pageMeta

export default function ReturnAgreement() {
  const t = useT()
  const refused = useActionData<typeof action>()
  const { agreementId = '' } = useParams()
  const { field, errors } = useFields(refused, { labels: { reason: t('agreements.reason.label') } })
  return (
    <CaseForm title={t('agreements.reason.returnTitle')} lede={t('agreements.reason.returnLede')} errors={errors} refused={refused} submit={t('agreements.verb.return')} back={paths.agreement(agreementId)}>
      <TextArea field={field('reason', { required: true })} hint={t('agreements.reason.hint')} />
    </CaseForm>
  )
}
