import { simpleParser } from 'mailparser'
import { SMTPServer } from 'smtp-server'
import { env, setEnv } from '#app/platform/env.server.ts'

type ReceivedMail = { to: string; subject?: string; messageId?: string; text?: string }

/** A mail server that says no to as many messages as asked before it takes one; the product's mail goes to it until it is closed. */
export async function aMailServer({ refusing = 0 } = {}): Promise<{ received: ReceivedMail[]; close: () => Promise<void> }> {
  const received: ReceivedMail[] = []
  let left = refusing
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onData(stream, session, done) {
      simpleParser(stream).then((mail) => {
        if (left-- > 0) return done(new Error('try again later'))
        received.push({ to: session.envelope.rcptTo.map(({ address }) => address).join(), subject: mail.subject, messageId: mail.messageId, text: mail.text })
        done()
      }, done)
    },
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()))
  const { port } = server.server.address() as { port: number }
  setEnv({ ...env(), SMTP_URL: `smtp://127.0.0.1:${port}` })
  return { received, close: () => new Promise((resolve) => server.close(() => resolve())) }
}
