import { Form, useLoaderData } from '@remix-run/react'
import { can } from '#app/domain/identity/actor.ts'
import { listInvitations } from '#app/domain/identity/queries.server.ts'
import { listMembers } from '#app/domain/organisations/queries.server.ts'
import { authed } from '#app/http/authed.server.ts'
import { paths } from '#app/http/paths.ts'
import { dateTime } from '#app/i18n/format.ts'
import { translator } from '#app/i18n/index.ts'
import { nameIn } from '#app/i18n/own-name.ts'
import { useT } from '#app/i18n/use-t.tsx'
import { Button, ButtonLink } from '#app/ui/button.tsx'
import { ConfirmDialog } from '#app/ui/aria/confirm-dialog.tsx'
import { Once } from '#app/ui/form/once.tsx'
import { pageMeta } from '#app/ui/page/page-meta.ts'
import { Section } from '#app/ui/page/section.tsx'
import { Status } from '#app/ui/risk/status.tsx'
import { Body, Cell, Row, RowHead, Table } from '#app/ui/table/table.tsx'

export const loader = authed(async ({ ctx }) => {
  const t = translator(ctx.locale)
  const mayInvite = can(ctx.actor, 'member.invite')
  const [members, invitations] = await Promise.all([listMembers(ctx), mayInvite ? listInvitations(ctx) : []])
  const at = (instant: Date) => dateTime(instant, ctx.locale, ctx.organisation.zone, 'year')
  return {
    title: t('settings.tab.people'),
    organisation: nameIn(ctx.locale, ctx.organisation),
    mayInvite,
    mayChange: can(ctx.actor, 'member.update'),
    people: members.map(({ userId, name, email, roles, lastSeenAt }) => ({ userId, name, email, roles, seen: lastSeenAt ? at(lastSeenAt) : undefined, isMe: userId === ctx.actor.userId })),
    invitations: invitations.map(({ id, name, email, roles, createdAt, expiresAt }) => ({
      ...{ id, name, email, roles },
      sent: at(createdAt),
      until: at(expiresAt),
      isExpired: expiresAt.getTime() <= ctx.now.getTime(),
    })),
  }
})

export const meta = pageMeta

type Data = ReturnType<typeof useLoaderData<typeof loader>>

export default function People() {
  const t = useT()
  const { organisation, people, invitations, mayInvite } = useLoaderData<typeof loader>()
  return (
    <>
      <div className="head">
        <p className="lede">{t('settings.people.lede', { count: people.length, organisation })}</p>
        {mayInvite && (
          <ButtonLink kind="main" icon="add" to={paths.settings('people/invite')}>
            {t('settings.people.invite')}
          </ButtonLink>
        )}
      </div>
      <Members />
      {mayInvite && (
        <Section title={t('settings.people.invited')}>
          {invitations.length === 0 ? <p className="muted">{t('settings.people.invited_none')}</p> : <Invitations invitations={invitations} />}
        </Section>
      )}
    </>
  )
}

function Members() {
  const t = useT()
  const roleNames = useRoleNames()
  const { people, mayChange } = useLoaderData<typeof loader>()
  const columns = [
    { id: 'person', label: t('settings.people.person') },
    { id: 'roles', label: t('settings.people.roles') },
    { id: 'seen', label: t('settings.people.seen') },
    ...(mayChange ? [{ id: 'verb', label: t('ui.table.action'), hidden: true }] : []),
  ]
  return (
    <Table label={t('settings.tab.people')} columns={columns}>
      <Body>
        {people.map(({ userId, name, email, roles, seen, isMe }) => (
          <Row key={userId}>
            <RowHead sub={email}>
              <span className="strong">{name}</span> {isMe && <span className="small muted">{t('settings.people.you')}</span>}
            </RowHead>
            <Cell label={t('settings.people.roles')}>{roleNames(roles)}</Cell>
            <Cell label={t('settings.people.seen')}>{seen ?? t('settings.people.never')}</Cell>
            {mayChange && (
              <Cell className="verb">
                <ButtonLink small to={paths.settings(`people/${userId}`)} aria-label={`${t('settings.people.change')}: ${name}`}>
                  {t('settings.people.change')}
                </ButtonLink>
              </Cell>
            )}
          </Row>
        ))}
      </Body>
    </Table>
  )
}

function Invitations({ invitations }: Pick<Data, 'invitations'>) {
  const t = useT()
  const roleNames = useRoleNames()
  const columns = [
    { id: 'person', label: t('settings.people.person') },
    { id: 'roles', label: t('settings.people.roles') },
    { id: 'sent', label: t('settings.people.sent') },
    { id: 'until', label: t('settings.people.until') },
    { id: 'verb', label: t('ui.table.action'), hidden: true },
  ]
  return (
    <Table label={t('settings.people.invited')} columns={columns}>
      <Body>
        {invitations.map(({ id, name, email, roles, sent, until, isExpired }) => (
          <Row key={id}>
            <RowHead sub={email}>
              <span className="strong">{name}</span>
            </RowHead>
            <Cell label={t('settings.people.roles')}>{roleNames(roles)}</Cell>
            <Cell label={t('settings.people.sent')}>{sent}</Cell>
            <Cell label={t('settings.people.until')}>{isExpired ? <Status mark="attention">{t('settings.people.expired')}</Status> : until}</Cell>
            <Cell className="verb">
              <div className="btn-row">
                <Form method="post" action={paths.settings(`people/invitations/${id}/resend`)}>
                  <Once />
                  <Button type="submit" small>
                    {t('settings.people.resend')}
                  </Button>
                </Form>
                <ConfirmDialog
                  verb={t('settings.people.revoke')}
                  small
                  title={t('settings.people.revoke_confirm', { name })}
                  action={paths.settings(`people/invitations/${id}/revoke`)}
                />
              </div>
            </Cell>
          </Row>
        ))}
      </Body>
    </Table>
  )
}

function useRoleNames() {
  const t = useT()
  return (roles: Data['people'][number]['roles']) => roles.map((role) => t(`identity.role.${role}`)).join(t.locale === 'en' ? ', ' : '、')
}
