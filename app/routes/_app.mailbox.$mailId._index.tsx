import { useLoaderData } from '@remix-run/react'
import { getMail } from '#app/domain/mailbox/queries.server.ts'
import { authed } from '#app/http/authed.server.ts'
import { asId } from '#app/http/params.ts'
import { paths } from '#app/http/paths.ts'
import { dateTime } from '#app/i18n/format.ts'
import { useT } from '#app/i18n/use-t.tsx'
import { ButtonLink } from '#app/ui/button.tsx'
import { PageHeader } from '#app/ui/page/page-header.tsx'
import { pageMeta } from '#app/ui/page/page-meta.ts'
import { Page } from '#app/ui/page/page.tsx'
import { Section } from '#app/ui/page/section.tsx'

export const loader = authed(async ({ ctx, params }) => {
  const { subject, name, email, text, html, link, language, status, createdAt, sentAt } = await getMail(ctx, asId(params.mailId))
  return { title: subject, subject, name, email, text, page: html.replace('<head>', '<head><base target="_blank">'), link, language, status, at: sentAt ?? createdAt, zone: ctx.organisation.zone }
})

export const meta = pageMeta

export default function OneMail() {
  const t = useT()
  const { subject, name, email, text, page, link, language, status, at, zone } = useLoaderData<typeof loader>()
  const lede = [t('mailbox.to', { name: name ?? '', email: email ?? '' }), dateTime(new Date(at), t.locale, zone), t(`mailbox.status.${status}`)].join(' · ')
  return (
    <Page>
      <PageHeader
        title={subject}
        lede={lede}
        actions={
          <>
            <ButtonLink to={paths.mailbox()}>{t('mailbox.back')}</ButtonLink>
            {link !== null && (
              <a className="btn" href={new URL(link).pathname}>
                {t('mailbox.open')}
              </a>
            )}
          </>
        }
      />
      <Section title={t('mailbox.html')}>
        {/* No script runs in the sandbox, and the frame has the page's own policy; links open beside it. */}
        <iframe className="mail-body" srcDoc={page} title={t('mailbox.html')} sandbox="allow-popups allow-popups-to-escape-sandbox" />
      </Section>
      <Section title={t('mailbox.text')}>
        <pre className="mail-text" lang={language}>
          {text}
        </pre>
      </Section>
    </Page>
  )
}
