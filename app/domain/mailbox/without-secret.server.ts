import { sql } from 'drizzle-orm'
import { deliveries } from '#db/schema/index.ts'

/** Addresses that open a door by themselves: a vendor's way in, a new password, an invitation. */
const DOORS = '/(l|reset|join)/[A-Za-z0-9_.-]+$'
/** Six digits on their own, and no colour of the mail's markup. */
const CODE = '(?<![#0-9A-Za-z])[0-9]{6}(?![0-9A-Za-z])'

export const CODE_TEMPLATE = 'access-code'

/** A mail whose link or code lets its holder in. */
export const carriesSecret = sql<boolean>`(${deliveries.link} ~ ${DOORS} or (${deliveries.template} = ${CODE_TEMPLATE} and ${deliveries.text} ~ ${CODE}))`

/** What an update sets so that the words of a mail stay and its secret goes; other mails stay as they are. */
export const withoutSecret = {
  subject: blanked(deliveries.subject),
  text: blanked(deliveries.text),
  html: blanked(deliveries.html),
  link: sql`case when ${deliveries.link} ~ ${DOORS} then null else ${deliveries.link} end`,
}

function blanked(words: typeof deliveries.subject | typeof deliveries.text | typeof deliveries.html) {
  return sql<string>`case
    when ${deliveries.link} ~ ${DOORS} then replace(${words}, ${deliveries.link}, regexp_replace(${deliveries.link}, '[^/]+$', '…'))
    when ${deliveries.template} = ${CODE_TEMPLATE} then regexp_replace(${words}, ${CODE}, '······', 'g')
    else ${words} end`
}
