import { paths } from '#app/http/paths.ts'
import { useT } from '#app/i18n/use-t.tsx'
import { ButtonLink } from '../button.tsx'
import { CopyField } from '../copy-field.tsx'
import { Note } from '../page/note.tsx'

type InvitationMadeProps = {
  /** What was done, ready to read. */
  done: string
  link: string
  /** The last moment it works, ready to read. */
  until: string
  /** Where another one begins. */
  again?: string
}

/** An invitation's link, to be handed on where mail does not reach. */
export function InvitationMade({ done, link, until, again }: InvitationMadeProps) {
  const t = useT()
  return (
    <div className="form">
      <Note tone="ok" role="status" title={done}>
        <p>{t('identity.invite.link_note', { date: until })}</p>
      </Note>
      <CopyField label={t('identity.invite.link')} text={link} />
      <div className="btn-row">
        {again !== undefined && <ButtonLink to={again}>{t('identity.invite.another')}</ButtonLink>}
        <ButtonLink to={paths.settings('people')}>{t('settings.tab.people')}</ButtonLink>
      </div>
    </div>
  )
}
