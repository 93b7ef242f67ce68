import { createTransport, type Transporter } from 'nodemailer'
import { env } from './env.server.ts'

type Mail = { to: { name: string; address: string }; subject: string; text: string; html: string; messageId: string }

let transport: Transporter | undefined
let transportUrl: string | undefined

/** Without SMTP_URL mail is kept in the mailbox page instead. */
export const mailLeaves = (): boolean => env().SMTP_URL !== undefined

/** Hands one message to the mail server; throws with the server's code when it is not taken. */
export async function sendMail(mail: Mail): Promise<void> {
  const url = env().SMTP_URL
  if (!url) throw new Error('SMTP_URL is not set')
  if (!transport || transportUrl !== url) {
    transport?.close()
    transportUrl = url
    transport = createTransport({ url, pool: true, maxConnections: 4, connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 30_000 } as never)
  }
  await transport.sendMail({ from: env().MAIL_FROM, ...mail })
}

export function closeMail() {
  transport?.close()
  transport = undefined
}

/** The same message always carries the same id, however often it is handed over. */
export function messageIdOf(deliveryId: string): string {
  return `<${deliveryId}@${new URL(env().PUBLIC_URL).hostname}>`
}
