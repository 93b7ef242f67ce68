import type { KeptForm } from '#app/http/keep-form.server.ts'
import { useT } from '#app/i18n/use-t.tsx'
import { Button } from '../button.tsx'

/** Keeps a form that came after its session had ended: the person signs in beside it and sends it once more. Works without JavaScript. */
export function SignedOutForm({ form: { action, fields, from, hadFiles } }: { form: KeptForm }) {
  const t = useT()
  return (
    <form method="post" action={action} className="empty">
      <h1>{t('errors.signedOut.title')}</h1>
      <p>{t('errors.signedOut.kept')}</p>
      {hadFiles && <p className="reason">{t('errors.signedOut.files')}</p>}
      {fields.map(([name, value], index) => (
        <input type="hidden" name={name} value={value} key={index} />
      ))}
      <input type="hidden" name="_from" value={from} />
      <div className="btn-row">
        <a className="btn btn-main" href="/sign-in" target="_blank" rel="noreferrer">
          {t('errors.signedOut.signIn')}
        </a>
        <Button type="submit">{t('errors.signedOut.send')}</Button>
      </div>
    </form>
  )
}
