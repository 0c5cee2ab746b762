import { Temporal } from 'temporal-polyfill'
import { instantOf, localTime } from '../calendar'
import { mayEnter } from '../desk-areas'
import type { DeskArea } from '../desk-areas'
import type { Force } from '../force'
import type { Role } from '../words'
import { isQuiet } from './staff-letters'
import type { LetterChoice, Quiet } from './staff-letters'

/**
 * What somebody at the desk is written of that is about no one case: that figures of another month are told, and on Mondays that things wait longer
 * than they should. Words are `outbound.mail.<notice>`.
 */
export const deskNotices = ['figures', 'stuck'] as const
export type DeskNotice = (typeof deskNotices)[number]

/** Whoever may come to the page that it leads to may be written of it. */
const pages: Readonly<Record<DeskNotice, DeskArea>> = { figures: 'figures', stuck: 'insight-desk' }

/** What somebody wants of letters. */
export interface NoticeWishes {
  readonly role: Role
  readonly letters: LetterChoice
  /** What they chose for each; null: they have not said. */
  readonly chosen: Readonly<Record<DeskNotice, boolean | null>>
}

/** Somebody who may be due one. */
export interface NoticeMailbox extends NoticeWishes {
  readonly quiet: Quiet | null
  /** Since when they have an account. */
  readonly since: Date
  /** Of which month and which week, as its first day, they were last written or needed not to be. */
  readonly told: Readonly<Record<DeskNotice, string | null>>
}

type Rules = Pick<Force, 'timeZone' | 'readingHours'>

/** So long after it is told, a month is news. */
const newsDays = 7

/** Whether a role may have a notice at all. */
export function mayHaveNotice(role: Role, notice: DeskNotice): boolean {
  return mayEnter(role, pages[notice])
}

/** Whether a role has a notice without asking for it. */
export function hasUnasked(role: Role, notice: DeskNotice): boolean {
  return role === 'supervisor' && mayHaveNotice(role, notice)
}

/** Whether somebody wants it: as they chose, or else as their role has it; nothing where they want no letters. */
export function wantsNotice({ role, letters, chosen }: NoticeWishes, notice: DeskNotice): boolean {
  return letters !== 'none' && mayHaveNotice(role, notice) && (chosen[notice] ?? hasUnasked(role, notice))
}

/** Whether somebody is to be told now that figures up to a month (its first day) were told at a time. */
export function isFiguresDue(
  mailbox: NoticeMailbox,
  { month, at: toldAt }: { readonly month: string; readonly at: Date },
  at: Date,
  force: Rules,
): boolean {
  const isNews = mailbox.since <= toldAt && at.getTime() - toldAt.getTime() < newsDays * 86_400_000
  return isNews && isBefore(mailbox.told.figures, month) && isDueNow('figures', mailbox, at, force)
}

/** The week (its Monday) for which it is to be seen now whether anything waits for somebody too long; null where it is not. */
export function stuckDue(mailbox: NoticeMailbox, at: Date, force: Rules): string | null {
  const today = localTime(at, force).toPlainDate()
  const week = today.toString()
  if (today.dayOfWeek !== 1 || !isBefore(mailbox.told.stuck, week)) return null
  return isDueNow('stuck', mailbox, at, force) ? week : null
}

function isBefore(told: string | null, period: string): boolean {
  return told === null || Temporal.PlainDate.compare(told, period) < 0
}

/** From when the force begins to read, and not in the hours in which they want none. */
function isDueNow(notice: DeskNotice, mailbox: NoticeMailbox, at: Date, force: Rules): boolean {
  const begins = instantOf(localTime(at, force).toPlainDate(), force.readingHours.from, force)
  return at >= begins && !isQuiet(mailbox.quiet, at, force) && wantsNotice(mailbox, notice)
}
