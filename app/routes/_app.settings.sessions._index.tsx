import { Form, useLoaderData } from '@remix-run/react'
import { deviceName } from '#app/domain/identity/device.ts'
import { listSessions } from '#app/domain/identity/queries.server.ts'
import { authed } from '#app/http/authed.server.ts'
import { paths } from '#app/http/paths.ts'
import { dateTime } from '#app/i18n/format.ts'
import { translator } from '#app/i18n/index.ts'
import { useT } from '#app/i18n/use-t.tsx'
import { ConfirmDialog } from '#app/ui/aria/confirm-dialog.tsx'
import { Button } from '#app/ui/button.tsx'
import { Once } from '#app/ui/form/once.tsx'
import { pageMeta } from '#app/ui/page/page-meta.ts'
import { Section } from '#app/ui/page/section.tsx'
import { Body, Cell, Row, RowHead, Table } from '#app/ui/table/table.tsx'

export const loader = authed(async ({ ctx }) => {
  const at = (instant: Date) => dateTime(instant, ctx.locale, ctx.organisation.zone, 'year')
  const sessions = (await listSessions(ctx)).map(({ id, userAgent, ip, createdAt, lastSeenAt }) => ({
    id,
    device: deviceName(userAgent),
    ip: ip ?? '',
    began: at(createdAt),
    seen: at(lastSeenAt),
    isHere: id === ctx.sessionId,
  }))
  return { title: translator(ctx.locale)('settings.tab.sessions'), sessions: sessions.sort((a, b) => Number(b.isHere) - Number(a.isHere)) }
})

export const meta = pageMeta

export default function Sessions() {
  const t = useT()
  const { sessions } = useLoaderData<typeof loader>()
  const columns = [
    { id: 'device', label: t('settings.sessions.device') },
    { id: 'address', label: t('settings.sessions.address') },
    { id: 'began', label: t('settings.sessions.began') },
    { id: 'seen', label: t('settings.sessions.seen') },
    { id: 'verb', label: t('ui.table.action'), hidden: true },
  ]
  return (
    <Section title={t('settings.tab.sessions')}>
      <p className="muted">{t('settings.sessions.lede')}</p>
      <Table label={t('settings.tab.sessions')} columns={columns}>
        <Body>
          {sessions.map(({ id, device, ip, began, seen, isHere }) => (
            <Row key={id}>
              <RowHead>
                <span className="strong">{device ?? t('settings.sessions.unknown')}</span> {isHere && <span className="small muted">{t('settings.sessions.here')}</span>}
              </RowHead>
              <Cell label={t('settings.sessions.address')} className="mono">
                {ip}
              </Cell>
              <Cell label={t('settings.sessions.began')}>{began}</Cell>
              <Cell label={t('settings.sessions.seen')}>{seen}</Cell>
              <Cell className="verb">{!isHere && <End id={id} />}</Cell>
            </Row>
          ))}
        </Body>
      </Table>
      <div className="btn-row below">
        {sessions.length > 1 ? (
          <ConfirmDialog verb={t('settings.sessions.others')} title={t('settings.sessions.others')} body={t('identity.password.note')} action={paths.settings('sessions/revoke-others')} />
        ) : (
          <p className="muted">{t('settings.sessions.only')}</p>
        )}
      </div>
    </Section>
  )
}

function End({ id }: { id: string }) {
  const t = useT()
  const action = paths.settings(`sessions/${id}/revoke`)
  return (
    <Form method="post" action={action}>
      <Once />
      <Button type="submit" small>
        {t('settings.sessions.revoke')}
      </Button>
    </Form>
  )
}
