import 'server-only'
import { createTransport } from 'nodemailer'
import { env } from '@/lib/config/env'
import type { Handed, Letter } from '@/lib/domain/outbound/letter'

/** How long a mail server may take to answer, in milliseconds. */
const patience = 20_000

/**
 * Hands an e-mail to the mail server of SMTP_URL. Its Message-ID is made of the letter's id, so that one that is sent twice, because the answer to
 * the first was lost, is known as the same. Refused: what the server says of this letter that will never do, as of a mailbox that is not there. Throws for
 * all else.
 */
export async function sendBySmtp({ id, to, subject, text, toReporter }: Letter): Promise<Handed> {
  const { SMTP_URL: server, MAIL_FROM, MAIL_FROM_NEUTRAL } = env()
  const from = toReporter ? MAIL_FROM_NEUTRAL : MAIL_FROM
  if (server === undefined || from === undefined)
    throw new Error('There is no mail server, or nobody to send from.')
  const host = from.slice(from.indexOf('@') + 1)
  const post = createTransport(server, {
    // The name this machine is greeted by would be in the letter's head.
    name: host,
    connectionTimeout: patience,
    greetingTimeout: patience,
    socketTimeout: patience,
    disableFileAccess: true,
    disableUrlAccess: true,
  })
  try {
    // As an object: what an address has in it is never read as another address.
    await post.sendMail({ from, to: { name: '', address: to }, subject, text, messageId: `<${id}@${host}>` })
    return { ref: null }
  } catch (error) {
    if (isForGood(error)) return { refused: 'refused' }
    throw error
  } finally {
    post.close()
  }
}

/**
 * A code of five hundred to whom it is for, or to the letter itself, is the server's last word on this letter. To anything before, as to whom it is
 * from, it is about us and may be mended, and so it is where the server names its policy (5.7, RFC 3463): that we may not relay, or are on a list.
 */
function isForGood(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  const { responseCode: answer, code, command, response = '' } = error as Refusal
  const isOfLetter = code === 'EMESSAGE' || (code === 'EENVELOPE' && command === 'RCPT TO')
  return isOfLetter && answer !== undefined && answer >= 500 && !/^\d{3}[ -]5\.7\./u.test(response)
}

/** What nodemailer puts on its errors. */
type Refusal = Error & {
  readonly responseCode?: number
  readonly code?: string
  readonly command?: string
  readonly response?: string
}
