import { data, redirect, type ActionFunctionArgs, type HeadersFunction, type LoaderFunctionArgs } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { Problem } from '#app/domain/errors.ts'
import { enterByLink } from '#app/domain/portal/enter-by-link.server.ts'
import { findLink } from '#app/domain/portal/find-link.server.ts'
import { maskEmail, opens, type LinkState } from '#app/domain/portal/link.ts'
import { minutesFor } from '#app/domain/portal/tasks.ts'
import { refusedForm } from '#app/http/authed.server.ts'
import { takeFlash } from '#app/http/flash.server.ts'
import { atLink, deviceOf, goIn, portalSecret, readLink } from '#app/http/link-door.server.ts'
import { paths } from '#app/http/paths.ts'
import { preferLanguage } from '#app/http/vendor-authed.server.ts'
import { date } from '#app/i18n/format.ts'
import { translator } from '#app/i18n/index.ts'
import { useT } from '#app/i18n/use-t.tsx'
import { DoorFrame } from '#app/ui/frame/door-frame.tsx'
import { ErrorSummary } from '#app/ui/form/error-summary.tsx'
import { useFields, type RefusedForm } from '#app/ui/form/use-fields.ts'
import { Facts } from '#app/ui/page/facts.tsx'
import { Note } from '#app/ui/page/note.tsx'
import { pageMeta } from '#app/ui/page/page-meta.ts'
import { ClosedLink } from '#app/ui/portal/closed-link.tsx'
import { SubmitButton } from '#app/ui/submit-button.tsx'
import { portalHandle } from '#app/ui/portal-handle.ts'

export const handle = portalHandle

/** Says what the link is for and spends nothing: mail scanners look at it too. */
export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const token = readLink({ params })
  const { flash, headers } = await takeFlash(request)
  headers.set('Cache-Control', 'no-store')
  headers.set('X-Robots-Tag', 'noindex')
  const link = token && (await atLink(token, context, (ctx) => findLink(ctx, token.secret)))
  if (!link) return closed('unknown', context.locale, { flash, headers, canAsk: false })
  await preferLanguage(context, request.headers.get('Cookie'), link.contact.language)
  if (!opens(link.state)) return closed(link.state, context.locale, { flash, headers, canAsk: true })
  const named = ({ name, nameAlt }: { name: string; nameAlt: string | null }) => (context.locale === 'en' ? (nameAlt ?? name) : name)
  const vendor = named(link.vendor)
  const t = translator(context.locale)
  const title = link.subjectType === 'assessment' ? t('portal.link.title', { vendor }) : t(link.subjectType === 'agreement' ? 'portal.link.agreement' : 'portal.link.home', { vendor })
  return data(
    {
      kind: 'open' as const, title, flash,
      token: params.token ?? '',
      subject: link.subjectType,
      isUsed: link.state === 'used',
      name: link.contact.name,
      email: maskEmail(link.contact.email),
      organisation: named(link.organisation),
      request: link.request,
    },
    { headers },
  )
}

type Closing = { flash: Awaited<ReturnType<typeof takeFlash>>['flash']; headers: Headers; canAsk: boolean }

function closed(state: Exclude<LinkState, 'fresh' | 'used'> | 'unknown', locale: 'zh-CN' | 'en', { flash, headers, canAsk }: Closing) {
  const title = translator(locale)(`portal.link.closed.${state}.title`)
  return data({ kind: 'closed' as const, title, state, canAsk, flash }, { status: state === 'unknown' ? 404 : 410, headers })
}

export async function action(args: ActionFunctionArgs) {
  const { request, context, params } = args
  const token = readLink({ params })
  if (!token) return redirect(paths.link(params.token ?? ''))
  try {
    const session = await portalSecret(request)
    const entry = await atLink(token, context, (ctx) => enterByLink(ctx, { secret: token.secret, device: deviceOf(args), session }))
    if (entry.outcome === 'in') return await goIn(request, entry.session, entry.link)
    return redirect(entry.outcome === 'code' ? paths.linkCode(params.token ?? '') : paths.link(params.token ?? ''))
  } catch (error) {
    if (error instanceof Problem) return refusedForm(error, new FormData())
    throw error
  }
}

export const headers: HeadersFunction = ({ loaderHeaders }) => loaderHeaders

export const meta = pageMeta

export default function LinkLanding() {
  const page = useLoaderData<typeof loader>()
  if (page.kind === 'closed') return <ClosedLink state={page.state} canAsk={page.canAsk} flash={page.flash} />
  return <Landing page={page} />
}

function Landing({ page }: { page: Extract<ReturnType<typeof useLoaderData<typeof loader>>, { kind: 'open' }> }) {
  const t = useT()
  const { title, subject, isUsed, name, email, organisation, request, flash } = page
  const { errors } = useFields(useActionData() as RefusedForm | undefined, { labels: {} })
  const asks = { assessment: 'portal.link.asks', agreement: 'portal.link.asksAgreement', home: 'portal.link.asksHome' } as const
  return (
    <DoorFrame homeTo={paths.portal()} flash={flash}>
      <section className="landing">
        <h1>{title}</h1>
        <p>{t('portal.link.hello', { name })}</p>
        <p>{t(asks[subject], { organisation })}</p>
        {subject === 'assessment' && <p className="muted">{t('portal.link.why')}</p>}
        {request && (
          <Facts
            facts={[
              ...(request.sentBy === null ? [] : [{ term: t('portal.link.sender'), value: `${request.sentBy} · ${organisation}` }]),
              { term: t('portal.home.due'), value: date(request.dueOn, t.locale, 'full') },
              { term: t('portal.link.length'), value: t('portal.link.lengthText', { count: request.questions, minutes: minutesFor(request.questions) }) },
              ...(request.answered === 0 ? [] : [{ term: t('portal.link.so'), value: t('portal.link.done', { answered: request.answered, questions: request.questions }) }]),
              ...(request.message === null ? [] : [{ term: t('portal.link.message'), value: <span className="said">{request.message}</span> }]),
            ]}
          />
        )}
        <ErrorSummary errors={errors} />
        <Form method="post" noValidate reloadDocument>
          <SubmitButton>{t('portal.link.continue')}</SubmitButton>
        </Form>
        <Note>
          <p>{isUsed ? t('portal.link.used', { email }) : t('portal.link.noPassword')}</p>
          <p>{t('portal.link.not')}</p>
        </Note>
      </section>
    </DoorFrame>
  )
}
