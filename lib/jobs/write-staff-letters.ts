import 'server-only'
import { now } from '@/lib/adapters/clock'
import { gatewayFor } from '@/lib/adapters/outbound/gateway'
import { staffNews, writeStaffLetter } from '@/lib/commands/staff-news'
import type { Recipient } from '@/lib/commands/staff-news'
import { currentForce } from '@/lib/config/current-force'
import { env } from '@/lib/config/env'
import { staffPaths } from '@/lib/config/paths'
import { letterDue } from '@/lib/domain/outbound/staff-letters'
import type { DueLetter } from '@/lib/domain/outbound/staff-letters'
import { translator } from '@/lib/i18n/translate'
import { eachByItself } from './each-by-itself'

/**
 * Writes to staff of what waits for them, as they want it: each thing once, a digest once a day, danger at once. Which references and why, and
 * nothing else. Gives how many letters it wrote. One that goes wrong holds up no other: it is thrown once the others are done.
 */
export async function writeStaffLetters(): Promise<number> {
  if (gatewayFor('email') === null) return 0
  const at = now()
  const people = await staffNews(at)
  return eachByItself(
    'staff-letter-not-written',
    people.map((one) => () => writeTo(one, at)),
  )
}

async function writeTo(one: Recipient, at: Date): Promise<number> {
  const due = letterDue(one, at, currentForce())
  return due !== null && (await writeStaffLetter(one, due, wordsOf(due), at)) ? 1 : 0
}

function wordsOf({ purpose, news }: DueLetter) {
  const t = translator('en')
  const lines = news.map(({ reference, reason }) =>
    t('outbound.mail.line', { reference, reason: t(`outbound.mail.${reason}`) }),
  )
  const end = t('outbound.mail.end', { link: new URL(staffPaths.queue, env().STAFF_URL).href })
  return {
    subject: t(`outbound.mail.${purpose}`, { count: news.length }),
    text: [...lines, '', end].join('\n'),
  }
}
