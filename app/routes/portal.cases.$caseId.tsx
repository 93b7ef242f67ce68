import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { caseDeadline } from '#app/domain/violations/deadlines.ts'
import { VendorReplyInput } from '#app/domain/violations/input.ts'
import { loadClock } from '#app/domain/violations/load-clock.server.ts'
import { getHeardCase } from '#app/domain/violations/portal-queries.server.ts'
import { replyToStatement } from '#app/domain/violations/reply-to-statement.server.ts'
import { redirectWith } from '#app/http/flash.server.ts'
import { parseForm } from '#app/http/forms.server.ts'
import { paths } from '#app/http/paths.ts'
import { vendorAuthed } from '#app/http/vendor-authed.server.ts'
import { dateTime } from '#app/i18n/format.ts'
import { translator } from '#app/i18n/index.ts'
import { nameIn } from '#app/i18n/own-name.ts'
import { useT } from '#app/i18n/use-t.tsx'
import { ErrorSummary } from '#app/ui/form/error-summary.tsx'
import { Once } from '#app/ui/form/once.tsx'
import { TextArea } from '#app/ui/form/text-area.tsx'
import { useFields } from '#app/ui/form/use-fields.ts'
import { PageHeader } from '#app/ui/page/page-header.tsx'
import { pageMeta } from '#app/ui/page/page-meta.ts'
import { Section } from '#app/ui/page/section.tsx'
import { SubmitButton } from '#app/ui/submit-button.tsx'

/** The statement and its answer; nothing else of the case leaves the company. */
export const loader = vendorAuthed(async ({ ctx, params }) => {
  const found = await getHeardCase(ctx, params.caseId!)
  const { id, ref, state, severity, statement, statementSentAt, vendorStatement, vendorRepliedAt, noticeIssuedAt } = found
  const clock = await loadClock(ctx)
  const isOpen = state === 'vendor_response'
  return {
    title: translator(ctx.locale)('portal.case.one', { ref }),
    id, ref, statement, statementSentAt, vendorStatement, vendorRepliedAt, noticeIssuedAt, isOpen,
    company: nameIn(ctx.locale, ctx.organisation),
    zone: ctx.contact.zone,
    dueAt: statementSentAt ? caseDeadline({ state: 'vendor_response', severity }, statementSentAt, clock)?.dueAt : undefined,
  }
})

export const action = vendorAuthed(async ({ ctx, form, params }) => {
  const { id } = await replyToStatement(ctx, params.caseId!, parseForm(form, VendorReplyInput))
  return redirectWith(paths.portalCase(id), { kind: 'done', key: 'portal.case.done' })
})

export const meta = pageMeta

export default function PortalCase() {
  const t = useT()
  const data = useLoaderData<typeof loader>()
  const { id, ref, company, statement, statementSentAt, noticeIssuedAt, zone } = data
  const at = (instant: Date) => dateTime(instant, t.locale, zone)
  return (
    <main id="main" className="wrap portal-page" tabIndex={-1}>
      <PageHeader title={t('portal.case.one', { ref })} lede={t(statement ? 'portal.case.lede' : 'portal.case.noticeLede', { company })} />
      {noticeIssuedAt && (
        <Section title={t('portal.case.notice')}>
          <p>{t('portal.case.noticeIssued', { at: at(noticeIssuedAt) })}</p>
          <p className="btn-row">
            <a className="btn" href={paths.portalCaseNotice(id)}>
              {t('portal.case.download')}
            </a>
          </p>
        </Section>
      )}
      {statement && statementSentAt && (
        <>
          <Section title={t('portal.case.facts')} aside={t('portal.case.sent', { at: at(statementSentAt) })}>
            <p className="lines">{statement}</p>
          </Section>
          <Reply />
        </>
      )}
    </main>
  )
}

function Reply() {
  const t = useT()
  const { isOpen, vendorStatement, vendorRepliedAt, dueAt, zone } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  const { field, errors } = useFields(refused, { labels: { reply: t('portal.case.reply') } })
  const at = (instant: Date) => dateTime(instant, t.locale, zone)
  if (!isOpen) {
    return (
      <Section title={t('portal.case.reply')} aside={vendorRepliedAt ? t('portal.case.replied', { at: at(vendorRepliedAt) }) : undefined}>
        <p className={vendorStatement ? 'lines' : 'muted'}>{vendorStatement ?? t('portal.case.none')}</p>
      </Section>
    )
  }
  return (
    <Section title={t('portal.case.reply')} aside={dueAt && t('portal.case.until', { at: at(dueAt) })}>
      <ErrorSummary errors={errors} />
      <Form method="post" className="form" noValidate>
        <Once again={refused} />
        <TextArea field={field('reply', { required: true })} hint={t('portal.case.replyHint')} rows={10} />
        <div className="btn-row">
          <SubmitButton>{t('portal.case.send')}</SubmitButton>
        </div>
      </Form>
    </Section>
  )
}
