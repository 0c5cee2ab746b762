import 'server-only'
import { now } from '@/lib/adapters/clock'
import { gatewayFor } from '@/lib/adapters/outbound/gateway'
import { lastToldMonth, staffMailboxes, writeStaffNotice } from '@/lib/commands/staff-notices'
import type { StaffMailbox, ToldMonth } from '@/lib/commands/staff-notices'
import { currentForce } from '@/lib/config/current-force'
import { env } from '@/lib/config/env'
import { staffPaths } from '@/lib/config/paths'
import { isFiguresDue, stuckDue } from '@/lib/domain/outbound/desk-notices'
import type { DeskNotice } from '@/lib/domain/outbound/desk-notices'
import { stuckSets } from '@/lib/domain/work-sets'
import { translator } from '@/lib/i18n/translate'
import { countWork, sumOf } from '@/lib/queries/count-work'
import { eachByItself } from './each-by-itself'

/**
 * Writes to staff that figures of another month are told, and on Mondays to supervisors that things wait longer than they should: each once, and no
 * number of either. Gives how many letters it wrote. One that goes wrong holds up no other: it is thrown once the others are done.
 */
export async function writeDeskNotices(): Promise<number> {
  if (gatewayFor('email') === null) return 0
  const last = await lastToldMonth()
  const people = await staffMailboxes()
  return eachByItself(
    'notice-not-written',
    people.flatMap((one) => [() => writeFigures(one, last), () => writeStuck(one)]),
  )
}

async function writeFigures(one: StaffMailbox, last: ToldMonth | null): Promise<number> {
  return last !== null && isFiguresDue(one, last, now(), currentForce())
    ? write(one, 'figures', last.month, true)
    : 0
}

async function writeStuck(one: StaffMailbox): Promise<number> {
  const week = stuckDue(one, now(), currentForce())
  return week === null ? 0 : write(one, 'stuck', week, await isAnythingStuck(one))
}

async function write(to: StaffMailbox, notice: DeskNotice, period: string, isNews: boolean): Promise<number> {
  const isWritten = await writeStaffNotice(to, { notice, period }, isNews ? wordsOf(notice) : null, now())
  return isNews && isWritten ? 1 : 0
}

/** Of what they may see, as they would find it on the page it leads to. */
async function isAnythingStuck({ id, name, role }: StaffMailbox): Promise<boolean> {
  const counts = sumOf((await countWork({ id, name, role, districts: [] })).values())
  return stuckSets.some((set) => counts[set] > 0)
}

function wordsOf(notice: DeskNotice) {
  const t = translator('en')
  const page = { figures: staffPaths.figuresReport, stuck: staffPaths.insight }[notice]
  const link = new URL(page, env().STAFF_URL).href
  return {
    subject: t(`outbound.mail.${notice}`),
    text: [t(`outbound.mail.${notice}Said`), '', t('outbound.mail.end', { link })].join('\n'),
  }
}
