import 'server-only'
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { createTransport } from 'nodemailer'
import { log } from '@/lib/adapters/log'
import { env } from '@/lib/config/env'
import type { Handed, Letter } from '@/lib/domain/outbound/letter'

/** Writes a letter into the folder OUTBOX_DIR instead of sending it: an e-mail as a mail program opens it, a text as text. */
export async function catchLetter({ id, way, to, subject, text, toReporter }: Letter): Promise<Handed> {
  const { OUTBOX_DIR: folder, MAIL_FROM_NEUTRAL, MAIL_FROM } = env()
  if (folder === undefined) throw new Error('There is no OUTBOX_DIR.')
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const from = (toReporter ? MAIL_FROM_NEUTRAL : MAIL_FROM) ?? 'sender@example.test'
  const content =
    way === 'text'
      ? `To: ${to}\n\n${text}\n`
      : await asEmail({
          from,
          to: { name: '', address: to },
          subject,
          text,
          messageId: `<${id}@example.test>`,
        })
  // Named by the letter: one that is caught twice is one file. The build must not look for it among its own.
  const file = join(/* turbopackIgnore: true */ folder, `${id}.${way === 'text' ? 'txt' : 'eml'}`)
  await writeFile(file, content, { mode: 0o600 })
  log('info', { event: 'letter-caught' })
  return { ref: null }
}

async function asEmail(mail: object): Promise<Buffer> {
  const { message } = await createTransport({ streamTransport: true, buffer: true }).sendMail(mail)
  return Buffer.isBuffer(message) ? message : Buffer.alloc(0)
}
