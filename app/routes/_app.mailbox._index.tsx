import { useLoaderData } from '@remix-run/react'
import { countMails, listMails, MAIL_STATUSES, type MailStatus } from '#app/domain/mailbox/queries.server.ts'
import { authed } from '#app/http/authed.server.ts'
import { paths } from '#app/http/paths.ts'
import { dateTime } from '#app/i18n/format.ts'
import { translator } from '#app/i18n/index.ts'
import type { Translate } from '#app/i18n/translate.ts'
import { useT } from '#app/i18n/use-t.tsx'
import { mailLeaves } from '#app/platform/mail.server.ts'
import { Empty } from '#app/ui/page/empty.tsx'
import { PageHeader } from '#app/ui/page/page-header.tsx'
import { pageMeta } from '#app/ui/page/page-meta.ts'
import { Page } from '#app/ui/page/page.tsx'
import { Segments } from '#app/ui/page/segments.tsx'
import { Status } from '#app/ui/risk/status.tsx'
import type { MarkName } from '#app/ui/symbols.ts'
import { Pager } from '#app/ui/table/pager.tsx'
import { Body, Cell, Row, RowHead, RowLink, Table } from '#app/ui/table/table.tsx'

export const loader = authed(async ({ ctx, request }) => {
  const { searchParams } = new URL(request.url)
  const status = MAIL_STATUSES.find((each) => each === searchParams.get('status'))
  const [{ mails, next }, counts] = await Promise.all([listMails(ctx, { status, after: searchParams.get('after') ?? undefined }), countMails(ctx)])
  return {
    title: translator(ctx.locale)('mailbox.title'),
    mails, counts, status,
    next: next && paths.mailbox(new URLSearchParams({ ...(status && { status }), after: next }).toString()),
    leaves: mailLeaves(),
    zone: ctx.organisation.zone,
  }
})

export const meta = pageMeta

const MARK: Record<MailStatus, MarkName> = { pending: 'waiting', sending: 'running', sent: 'ok', failed: 'danger', mailbox: 'ok' }

export default function Mailbox() {
  const t = useT()
  const { mails, counts, status, next, leaves, zone } = useLoaderData<typeof loader>()
  const count = Object.values(counts).reduce((sum, each) => sum + each, 0)
  const lede = leaves
    ? t('mailbox.lede.leaves', { sent: counts.sent, waiting: counts.pending + counts.sending, failed: counts.failed })
    : t('mailbox.lede.kept', { count, waiting: counts.pending + counts.sending })
  const shown = (Object.keys(MARK) as MailStatus[]).filter((each) => counts[each] > 0)
  return (
    <Page>
      <PageHeader title={t('mailbox.title')} lede={lede} />
      {shown.length > 1 && (
        <Segments
          label={t('mailbox.filter')}
          items={[
            { id: 'all', label: t('mailbox.all'), to: paths.mailbox(), isCurrent: status === undefined },
            ...shown.map((id) => ({ id, label: `${t(`mailbox.status.${id}`)} ${counts[id]}`, to: paths.mailbox(`status=${id}`), isCurrent: status === id })),
          ]}
        />
      )}
      {mails.length === 0 ? (
        <Empty title={t('mailbox.empty.title')}>{t('mailbox.empty.body')}</Empty>
      ) : (
        <Table label={t('mailbox.table')} columns={(['subject', 'to', 'template', 'status', 'time'] as const).map((id) => ({ id, label: t(`mailbox.column.${id}`) }))}>
          <Body>
            {mails.map((mail) => (
              <Row key={mail.id}>
                <RowHead>
                  <span lang={mail.language}>
                    <RowLink to={paths.mail(mail.id)}>{mail.subject}</RowLink>
                  </span>
                </RowHead>
                <Cell label={t('mailbox.column.to')} sub={mail.email}>
                  {mail.name}
                </Cell>
                <Cell label={t('mailbox.column.template')} className="nowrap">{kindOf(mail.template, t)}</Cell>
                <Cell className="nowrap" sub={mail.errorCode === null ? undefined : t('mailbox.failedBecause', { code: mail.errorCode, tries: mail.tries })}>
                  <Status mark={MARK[mail.status]}>{t(`mailbox.status.${mail.status}`)}</Status>
                </Cell>
                <Cell label={t('mailbox.column.time')} className="nowrap">
                  {dateTime(new Date(mail.sentAt ?? mail.createdAt), t.locale, zone, 'day')}
                </Cell>
              </Row>
            ))}
          </Body>
        </Table>
      )}
      <Pager next={next} />
    </Page>
  )
}

function kindOf(template: string, t: Translate): string {
  if (template.startsWith('alert:')) return t('mailbox.template.alert', { id: template.slice('alert:'.length) })
  return template === 'invitation' || template.startsWith('password') ? t('mailbox.template.account') : t('mailbox.template.event')
}
