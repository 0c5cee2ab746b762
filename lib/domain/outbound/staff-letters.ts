import { instantOf, localTime } from '../calendar'
import type { Force } from '../force'

/** What somebody at the desk wants: each thing when it happens, one letter a day, or none. */
export const letterChoices = ['each', 'digest', 'none'] as const
export type LetterChoice = (typeof letterChoices)[number]

/** Why somebody is written to, the most urgent first. Its words are `outbound.mail.<reason>`. */
export const newsReasons = ['danger', 'late', 'offered', 'near', 'message'] as const
type NewsReason = (typeof newsReasons)[number]

/** Something that waits for somebody: which case, why, and whether they were told of it. */
export interface News {
  readonly caseId: string
  readonly reference: string
  readonly reason: NewsReason
  readonly since: Date
  readonly told: boolean
}

/** Hours of the force's clock in which somebody wants no letters; null without any. */
export interface Quiet {
  readonly from: number
  readonly until: number
}

/** What somebody at the desk is to be written of. */
export interface DeskMailbox {
  readonly letters: LetterChoice
  readonly quiet: Quiet | null
  /** When their last digest was made. */
  readonly digestAt: Date | null
  readonly news: readonly News[]
}

/** A letter that is due. `notSince`: a digest is none where one was made since. */
export interface DueLetter {
  readonly purpose: 'alert' | 'digest'
  readonly news: readonly News[]
  readonly notSince: Date
}

/** Whether it is in somebody's quiet hours, which may go over midnight. */
export function isQuiet(quiet: Quiet | null, at: Date, force: Pick<Force, 'timeZone'>): boolean {
  if (quiet === null) return false
  const { hour } = localTime(at, force)
  const { from, until } = quiet
  return from < until ? from <= hour && hour < until : hour >= from || hour < until
}

/**
 * The letter that is due to somebody now; null where none is. Danger is told at once to whomever it concerns, in quiet hours too and whatever they
 * chose. A digest is made once a day, when the force begins to read, of all that waits.
 */
export function letterDue(
  { letters, quiet, digestAt, news }: DeskMailbox,
  at: Date,
  force: Pick<Force, 'timeZone' | 'readingHours'>,
): DueLetter | null {
  const begins = instantOf(localTime(at, force).toPlainDate(), force.readingHours.from, force)
  const isOpen = !isQuiet(quiet, at, force)
  const fresh = news.filter(({ told }) => !told)
  const urgent = fresh.filter(({ reason }) => reason === 'danger')
  const alerted = letters === 'each' && isOpen ? fresh : urgent
  if (alerted.length > 0) return { purpose: 'alert', news: inOrder(alerted), notSince: begins }
  const isDigestDue =
    letters === 'digest' && isOpen && at >= begins && (digestAt === null || digestAt < begins)
  return isDigestDue && news.length > 0 ? { purpose: 'digest', news: inOrder(news), notSince: begins } : null
}

function inOrder(news: readonly News[]): readonly News[] {
  const rank = ({ reason }: News) => newsReasons.indexOf(reason)
  return [...news].sort((a, b) => rank(a) - rank(b) || a.since.getTime() - b.since.getTime())
}
