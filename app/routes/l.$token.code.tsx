import { data, redirect, type ActionFunctionArgs, type HeadersFunction, type LoaderFunctionArgs } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { CodeInput } from '#app/domain/portal/input.ts'
import { Problem } from '#app/domain/errors.ts'
import { confirmCode } from '#app/domain/portal/confirm-code.server.ts'
import { findLink } from '#app/domain/portal/find-link.server.ts'
import { CODE_MINUTES, maskEmail } from '#app/domain/portal/link.ts'
import { refusedForm } from '#app/http/authed.server.ts'
import { parseForm } from '#app/http/forms.server.ts'
import { atLink, deviceOf, goIn, readLink } from '#app/http/link-door.server.ts'
import { paths } from '#app/http/paths.ts'
import { preferLanguage } from '#app/http/vendor-authed.server.ts'
import { translator } from '#app/i18n/index.ts'
import { useT } from '#app/i18n/use-t.tsx'
import { mailLeaves } from '#app/platform/mail.server.ts'
import { DoorFrame } from '#app/ui/frame/door-frame.tsx'
import { ErrorSummary } from '#app/ui/form/error-summary.tsx'
import { TextField } from '#app/ui/form/text-field.tsx'
import { useFields, type RefusedForm } from '#app/ui/form/use-fields.ts'
import { Note } from '#app/ui/page/note.tsx'
import { pageMeta } from '#app/ui/page/page-meta.ts'
import { Button } from '#app/ui/button.tsx'
import { SubmitButton } from '#app/ui/submit-button.tsx'
import { portalHandle } from '#app/ui/portal-handle.ts'

export const handle = portalHandle

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const token = readLink({ params })
  const link = token && (await atLink(token, context, (ctx) => findLink(ctx, token.secret)))
  if (link?.state !== 'used') throw redirect(paths.link(params.token ?? ''))
  await preferLanguage(context, request.headers.get('Cookie'), link.contact.language)
  const { name, nameAlt } = link.organisation
  const organisation = context.locale === 'en' ? (nameAlt ?? name) : name
  const page = { title: translator(context.locale)('portal.link.code'), token: params.token ?? '', email: maskEmail(link.contact.email), organisation, inMailbox: !mailLeaves() }
  return data(page, { headers: { 'Cache-Control': 'no-store', 'X-Robots-Tag': 'noindex' } })
}

export async function action(args: ActionFunctionArgs) {
  const { request, context, params } = args
  const token = readLink({ params })
  if (!token) return redirect(paths.link(params.token ?? ''))
  const form = await request.formData()
  try {
    const { code } = parseForm(form, CodeInput)
    const confirmation = await atLink(token, context, (ctx) => confirmCode(ctx, { secret: token.secret, code, device: deviceOf(args) }))
    switch (confirmation.outcome) {
      case 'in':
        return await goIn(request, confirmation.session, confirmation.link)
      case 'refused':
        return redirect(paths.link(params.token ?? ''))
      case 'dead':
        throw wrong('portal.link.codeDead')
      case 'wrong':
        throw wrong('portal.link.codeWrong', { count: confirmation.triesLeft })
    }
  } catch (error) {
    if (error instanceof Problem) return refusedForm(error, form)
    throw error
  }
}

const wrong = (key: string, values = {}) => new Problem('invalid', 'form.check', {}, [{ field: 'code', key, data: values }])

export const headers: HeadersFunction = ({ loaderHeaders }) => loaderHeaders

export const meta = pageMeta

export default function LinkCode() {
  const t = useT()
  const { token, email, organisation, inMailbox } = useLoaderData<typeof loader>()
  const refused = useActionData() as RefusedForm | undefined
  const { field, errors } = useFields(refused, { labels: { code: t('portal.link.codeLabel') } })
  return (
    <DoorFrame homeTo={paths.portal()}>
      <section className="landing">
        <h1>{t('portal.link.code')}</h1>
        <p>{t('portal.link.codeSent', { email, minutes: CODE_MINUTES })}</p>
        {inMailbox && (
          <Note tone="attention">
            <p>{t('portal.link.codeMailbox', { organisation })}</p>
          </Note>
        )}
        <ErrorSummary errors={errors} />
        <Form method="post" className="form" noValidate reloadDocument>
          <TextField field={field('code', { required: true, maxLength: 12 })} hint={t('portal.link.codeHint')} inputMode="numeric" autoComplete="one-time-code" mono />
          <div className="btn-row">
            <SubmitButton>{t('common.action.continue')}</SubmitButton>
          </div>
        </Form>
        <Form method="post" noValidate action={paths.link(token)} reloadDocument>
          <Button kind="plain" type="submit">
            {t('portal.link.codeAgain')}
          </Button>
        </Form>
      </section>
    </DoorFrame>
  )
}
