import { Form, Link, useActionData, useLoaderData } from '@remix-run/react'
import { ForgotInput } from '#app/domain/identity/input.ts'
import { requestReset, sendsAccountMails } from '#app/domain/identity/request-reset.server.ts'
import { atDoor } from '#app/http/door.server.ts'
import { parseForm } from '#app/http/forms.server.ts'
import { paths } from '#app/http/paths.ts'
import { translator } from '#app/i18n/index.ts'
import { useT } from '#app/i18n/use-t.tsx'
import { ErrorSummary } from '#app/ui/form/error-summary.tsx'
import { TextField } from '#app/ui/form/text-field.tsx'
import { useFields } from '#app/ui/form/use-fields.ts'
import { DoorFrame } from '#app/ui/frame/door-frame.tsx'
import { Note } from '#app/ui/page/note.tsx'
import { pageMeta } from '#app/ui/page/page-meta.ts'
import { SubmitButton } from '#app/ui/submit-button.tsx'

const COMMAND = 'npm run custodia -- user reset-link EMAIL'

export const loader = atDoor(async ({ context }) => ({ title: translator(context.locale)('identity.forgot.title'), sendsMail: sendsAccountMails() }))

/** The answer is the same whether the address is known or not. */
export const action = atDoor(async ({ world, form, device }) => {
  await requestReset(world, { ...parseForm(form, ForgotInput), device })
  return { sent: true }
})

export const meta = pageMeta

export default function Forgot() {
  const t = useT()
  const { sendsMail } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const sent = answer?.sent === true
  return (
    <DoorFrame>
      <section>
        <h1>{t('identity.forgot.title')}</h1>
        {sendsMail ? sent ? <Sent /> : <Ask /> : <NoMail />}
        <p className="small door-note">
          <Link to={paths.signIn()}>{t('identity.forgot.back')}</Link>
        </p>
      </section>
    </DoorFrame>
  )
}

function Ask() {
  const t = useT()
  const { field, errors } = useFields(useActionData<typeof action>(), { labels: { email: t('identity.email') } })
  return (
    <>
      <p className="door-lede">{t('identity.forgot.lede')}</p>
      <ErrorSummary errors={errors} />
      <Form method="post" noValidate>
        <TextField field={field('email', { required: true })} type="email" autoComplete="username" />
        <SubmitButton>{t('identity.forgot.action')}</SubmitButton>
      </Form>
    </>
  )
}

function Sent() {
  const t = useT()
  return (
    <Note tone="ok" role="status" title={t('identity.forgot.sent')}>
      <p>{t('identity.forgot.sent_body')}</p>
    </Note>
  )
}

function NoMail() {
  const t = useT()
  return (
    <Note title={t('identity.forgot.no_mail')}>
      <p>{t('identity.forgot.no_mail_body')}</p>
      <p className="mono">{COMMAND}</p>
    </Note>
  )
}
