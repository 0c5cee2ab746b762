import 'server-only'
import { createTransport } from 'nodemailer'
import { env } from '@/lib/config/env'

interface Letter {
  readonly to: string
  readonly subject: string
  readonly text: string
  readonly attached: { readonly name: string; readonly text: string }
}

/** How long a mail server may take to answer, in milliseconds. */
const patience = 20_000

/**
 * Hands a letter to the mail server of the setting SMTP_URL; when this returns that server has taken it. Throws when it has not, or
 * when there is no such setting.
 */
export async function sendMail({ to, subject, text, attached }: Letter): Promise<void> {
  const { SMTP_URL: server, MAIL_FROM: from } = env()
  if (server === undefined || from === undefined) throw new Error('There is no SMTP_URL, or no MAIL_FROM.')
  const post = createTransport(server, {
    connectionTimeout: patience,
    greetingTimeout: patience,
    socketTimeout: patience,
    // What is sent comes from here alone: no path or address in a letter is ever read.
    disableFileAccess: true,
    disableUrlAccess: true,
  })
  try {
    await post.sendMail({
      ...{ from, to, subject, text },
      attachments: [
        { filename: attached.name, content: attached.text, contentType: 'text/plain; charset=utf-8' },
      ],
    })
  } finally {
    post.close()
  }
}
