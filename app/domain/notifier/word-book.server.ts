import { readTemplate } from '#app/platform/templates.server.ts'
import type { AlertWordBook, SharedWords, WordBook } from '../notifications/alert-words.ts'
import type { MailTemplate, MailTemplates } from '../notifications/mail.ts'

/** What alerts say, in both languages. */
export function wordBook(): WordBook {
  return { alerts: readTemplate<AlertWordBook>('emails/alerts.yaml').alerts, shared: readTemplate<SharedWords>('emails/shared.yaml') }
}

const MAIL_FILES = ['emails/account.yaml', 'emails/vendor.yaml', 'emails/member.yaml']

/** A mail by name, whichever file it stands in; throws RangeError for a name that none has. */
export function mailTemplate(name: string): MailTemplate {
  const found = MAIL_FILES.map((file) => readTemplate<MailTemplates>(file).mails[name]).find((each) => each !== undefined)
  if (!found) throw new RangeError(`there is no mail ${name}`)
  return found
}

type Clauses = { clauses: { id: string; title_zh: string; title_en: string }[] }

/** The clause that a message gives as its reason, with its title. */
export function clauseTitles(ids: string[], language: 'zh-CN' | 'en'): { id: string; title?: string }[] {
  const { clauses } = readTemplate<Clauses>('regulation.yaml')
  return ids.map((id) => {
    const clause = clauses.find((each) => each.id === id)
    return { id, ...(clause && { title: language === 'en' ? clause.title_en : clause.title_zh }) }
  })
}
