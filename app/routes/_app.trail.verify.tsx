import { Form, useActionData } from '@remix-run/react'
import { Problem } from '#app/domain/errors.ts'
import { can } from '#app/domain/identity/actor.ts'
import { verifyTrail } from '#app/domain/trail/verify.server.ts'
import { authed } from '#app/http/authed.server.ts'
import { paths } from '#app/http/paths.ts'
import { translator } from '#app/i18n/index.ts'
import { useT } from '#app/i18n/use-t.tsx'
import { ButtonLink } from '#app/ui/button.tsx'
import { Note } from '#app/ui/page/note.tsx'
import { PageHeader } from '#app/ui/page/page-header.tsx'
import { pageMeta } from '#app/ui/page/page-meta.ts'
import { Page } from '#app/ui/page/page.tsx'
import { SubmitButton } from '#app/ui/submit-button.tsx'

export const loader = authed(async ({ ctx }) => {
  if (!can(ctx.actor, 'trail.read')) throw new Problem('forbidden', 'errors.not_allowed')
  return { title: translator(ctx.locale)('trail.verify.title') }
})

/** Reads the whole chain: asked for by POST, so that no crawler or preview starts it. */
export const action = authed(async ({ ctx }) => verifyTrail(ctx))

export const meta = pageMeta

export default function Verify() {
  const t = useT()
  const result = useActionData<typeof action>()
  return (
    <Page>
      <PageHeader
        title={t('trail.verify.title')}
        lede={t('trail.verify.lede')}
        actions={
          <>
            <Form method="post">
              <SubmitButton>{t('trail.verify.action')}</SubmitButton>
            </Form>
            <ButtonLink to={paths.trail()}>{t('trail.verify.back')}</ButtonLink>
          </>
        }
      />
      {result && 'breaks' in result && <Result {...result} />}
    </Page>
  )
}

type ResultProps = Awaited<ReturnType<typeof verifyTrail>>

function Result({ entries, checkpoints, unknownKeys, breaks }: ResultProps) {
  const t = useT()
  const about = (
    <>
      <p>{checkpoints === 0 ? t('trail.verify.checkpoints_none') : t('trail.verify.checkpoints', { count: checkpoints - unknownKeys })}</p>
      {unknownKeys > 0 && <p>{t('trail.verify.unknown_keys', { count: unknownKeys })}</p>}
    </>
  )
  if (breaks.length === 0)
    return (
      <Note tone="ok" role="status" title={t('trail.verify.ok')}>
        <p>{t('trail.verify.ok_body', { count: entries })}</p>
        {about}
      </Note>
    )
  return (
    <Note tone="critical" role="alert" title={t('trail.verify.broken')}>
      <p>{t('trail.verify.broken_body')}</p>
      <ul>
        {breaks.map((each) => (
          <li key={`${each.kind} ${each.seq}`}>{t(`trail.verify.break_${each.kind}`, { seq: each.seq, column: 'column' in each ? (each.column ?? '') : '' })}</li>
        ))}
      </ul>
    </Note>
  )
}
