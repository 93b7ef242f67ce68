import { Form } from '@remix-run/react'
import type { ReactNode } from 'react'
import { useT } from '#app/i18n/use-t.tsx'
import { ButtonLink } from '../button.tsx'
import { ErrorSummary, type FormError } from '../form/error-summary.tsx'
import { Once } from '../form/once.tsx'
import { PageHeader } from '../page/page-header.tsx'
import { SubmitButton } from '../submit-button.tsx'

type CaseFormProps = {
  title: string
  lede?: ReactNode
  errors: FormError[]
  /** The action's data when it refused: a new token for the next try. */
  refused?: unknown
  /** The revision that the form was drawn from. */
  revision?: number
  submit: string
  /** Ends something by law. */
  isLaw?: boolean
  back: string
  withFile?: boolean
  children: ReactNode
}

/** One act on a case or an audit on a page of its own: nothing typed is lost when it is refused. */
export function CaseForm({ title, lede, errors, refused, revision, submit, isLaw = false, back, withFile = false, children }: CaseFormProps) {
  const t = useT()
  return (
    <>
      <PageHeader title={title} lede={lede} />
      <ErrorSummary errors={errors} />
      <Form method="post" className="form" noValidate encType={withFile ? 'multipart/form-data' : undefined}>
        <Once again={refused} />
        {revision !== undefined && <input type="hidden" name="revision" value={revision} />}
        {children}
        <div className="btn-row">
          <SubmitButton kind={isLaw ? 'law' : 'main'}>{submit}</SubmitButton>
          <ButtonLink to={back} kind="plain">
            {t('common.action.cancel')}
          </ButtonLink>
        </div>
      </Form>
    </>
  )
}
