import type { Force } from '../force'
import type { CaseStatus, Risk } from '../words'
import type { Reach } from './promise-words'
import { after } from './span'

/**
 * What runs for a case, when it starts, what stops it and what it waits for: all of it here. The database keeps the same rules by its
 * triggers, so that nothing that changes a case can forget them, and a test plays the two against each other.
 */
export const clockKinds = ['first-contact', 'next-update', 'review', 'acknowledge'] as const
export type ClockKind = (typeof clockKinds)[number]

/** `late`: done, or ended, after its time. `dropped`: the case ended before it was due. */
export type ClockOutcome = 'kept' | 'late' | 'dropped'

/** What of a case its clocks follow. */
export interface ClockedCase {
  readonly status: CaseStatus
  readonly lastMessageFrom: 'staff' | 'reporter' | null
  readonly lastMessageAt: Date | null
  readonly erased: boolean
  /** The reporter was promised that it is read and decided on, and not that they are contacted. */
  readonly aimOnly?: boolean
  /** How the reporter hears from us, as they were told. */
  readonly reach?: Reach | null
}

export interface RunningClock {
  readonly kind: ClockKind
  readonly startedAt: Date
  readonly pausedAt: Date | null
}

export interface EndedClock {
  readonly kind: ClockKind
  readonly endedAt: Date
  /** The case ended, and not what the clock waits for. */
  readonly withCase: boolean
}

/** What a change does to the clocks. */
export interface ClockStep {
  readonly running: readonly RunningClock[]
  readonly ended: readonly EndedClock[]
}

/** What came of an attempt to reach the reporter, as whoever made it records it. Nothing of what was said. */
export const contactResults = ['spoke', 'left-message', 'no-answer', 'wrong-person', 'number-dead'] as const
export type ContactResult = (typeof contactResults)[number]

/** The results by which the reporter was told something; any of the five is an attempt. */
const tells: ReadonlySet<ContactResult> = new Set(['spoke', 'left-message'])

/**
 * What can come of it with somebody who hears from us so. Whoever contacts us was spoken to or not; whoever reads messages with their code
 * is written to, and that is a message; nobody contacts whom there is no way to reach. Null: it was not kept how.
 */
export function contactResultsFor(reach: Reach | null): readonly ContactResult[] {
  if (reach === 'theirs') return ['spoke']
  return reach === 'code' || reach === 'none' ? [] : contactResults
}

/**
 * 1. The first contact is waited for from receipt until somebody tries to reach the reporter: by a message, by a status that says that they
 *    were tried to be reached, or as whoever tried records it. That work has begun is no contact; but where none was promised, and only
 *    that it is read and decided on, that is kept by it. To whoever reads messages with their code alone, nothing but a message is one.
 * 2. From then on the next update is, anew with each of these but an attempt that nobody answered.
 * 3. The next update stands still while the reporter is waited for, and starts anew when they are not any more. A message of theirs
 *    makes the case one in progress (`accept_message`), so that waiting has to be said anew.
 * 4. A review by a supervisor is waited for from receipt, anew with each.
 * 5. A message that says there is danger is waited to be read, by the clock and at all hours, until somebody reads it or answers.
 * 6. A case that is closed or erased has no clock. Opened again, it has the second and the third anew.
 */
export function followChange(
  running: readonly RunningClock[],
  before: ClockedCase | null,
  now: ClockedCase,
  at: Date,
): ClockStep {
  if (isOver(now)) return { running: [], ended: running.map(({ kind }) => ended(kind, at, true)) }
  if (before === null || isOver(before)) return { running: startsOf(before, now, at), ended: [] }
  if (wasTold(running, before, now)) return afterContact(running, true, now, at)
  if (isBegun(running, before, now)) return afterContact(running, false, now, at)
  return { running: running.map((clock) => goneOn(clock, now, at)), ended: [] }
}

/** Somebody has recorded that they tried to reach the reporter, and what came of it. */
export function followContact(
  running: readonly RunningClock[],
  result: ContactResult,
  now: ClockedCase,
  at: Date,
): ClockStep {
  if (isOver(now) || waitsForMessage(running, now)) return { running, ended: [] }
  return afterContact(running, tells.has(result), now, at)
}

/** A contact ends that the first is waited for; where it tells them something, the next update starts anew. */
function afterContact(
  running: readonly RunningClock[],
  isTold: boolean,
  now: ClockedCase,
  at: Date,
): ClockStep {
  const isDone = ({ kind }: RunningClock) => kind === 'first-contact' || (isTold && kind === 'next-update')
  const others = running.filter((clock) => !isDone(clock))
  const hasUpdate = others.some(({ kind }) => kind === 'next-update')
  return {
    running: hasUpdate ? others : [started('next-update', now, at), ...others],
    ended: running.filter(isDone).map(({ kind }) => ended(kind, at, false)),
  }
}

/** A supervisor has looked through the case: the next look is waited for. */
export function followReview(running: readonly RunningClock[], now: ClockedCase, at: Date): ClockStep {
  if (isOver(now)) return { running, ended: [] }
  const others = running.filter(({ kind }) => kind !== 'review')
  const had = others.length < running.length
  return { running: [...others, started('review', now, at)], ended: had ? [ended('review', at, false)] : [] }
}

/** When a clock is due that runs from `startedAt`. The first contact is due by what the reporter was told. */
export function dueOf(
  kind: Exclude<ClockKind, 'first-contact'>,
  risk: Risk,
  startedAt: Date,
  force: Force,
): Date {
  if (kind === 'acknowledge') return acknowledgeDue(startedAt, force)
  return kind === 'review' ? reviewDue(risk, startedAt, force) : updateDue(risk, startedAt, force)
}

/** By when somebody has read a message that says there is danger. */
export function acknowledgeDue(from: Date, { escalations }: Pick<Force, 'escalations'>): Date {
  return new Date(from.getTime() + escalations.acknowledgeMinutes * 60_000)
}

/** By when the reporter hears from us again: the days of the Victims' Code, which are the force's data. */
export function updateDue(risk: Risk, from: Date, force: Force): Date {
  return after(force.updates[risk], from, force)
}

/** By when a supervisor looks through the case again. */
function reviewDue(risk: Risk, from: Date, force: Force): Date {
  return after(force.reviews[risk], from, force)
}

/** How a clock ended that was due by `dueAt`; null where nothing was due yet. */
export function outcomeOf({ endedAt, withCase }: EndedClock, dueAt: Date | null): ClockOutcome {
  if (dueAt !== null && endedAt > dueAt) return 'late'
  return withCase ? 'dropped' : 'kept'
}

function isOver({ status, erased }: ClockedCase): boolean {
  return status === 'closed' || erased
}

/** Somebody wrote to them, or tried to reach them in their own way. */
function wasTold(running: readonly RunningClock[], before: ClockedCase, now: ClockedCase): boolean {
  const isWritten =
    now.lastMessageFrom === 'staff' && now.lastMessageAt?.getTime() !== before.lastMessageAt?.getTime()
  const isTried = waitsForReporter(now) && !waitsForReporter(before)
  return isWritten || (isTried && !waitsForMessage(running, now))
}

/** They read messages with their code, are reached in no other way, and have had none yet. */
function waitsForMessage(running: readonly RunningClock[], { reach }: ClockedCase): boolean {
  return reach === 'code' && running.some(({ kind }) => kind === 'first-contact')
}

/** It is read and somebody works on it, where no more was promised. */
function isBegun(running: readonly RunningClock[], before: ClockedCase, now: ClockedCase): boolean {
  const isWork = now.status === 'in-progress' || waitsForReporter(now)
  const begins = isWork && now.status !== before.status
  return now.aimOnly === true && begins && running.some(({ kind }) => kind === 'first-contact')
}

function waitsForReporter({ status }: ClockedCase): boolean {
  return status === 'awaiting-contact'
}

function startsOf(before: ClockedCase | null, now: ClockedCase, at: Date): readonly RunningClock[] {
  const first = before === null && !waitsForReporter(now) ? 'first-contact' : 'next-update'
  return [started(first, now, at), started('review', now, at)]
}

function started(kind: ClockKind, now: ClockedCase, at: Date): RunningClock {
  return { kind, startedAt: at, pausedAt: kind === 'next-update' && waitsForReporter(now) ? at : null }
}

function goneOn(clock: RunningClock, now: ClockedCase, at: Date): RunningClock {
  if (clock.kind !== 'next-update') return clock
  const waits = waitsForReporter(now)
  if (waits === (clock.pausedAt !== null)) return clock
  return waits ? { ...clock, pausedAt: at } : { ...clock, startedAt: at, pausedAt: null }
}

function ended(kind: ClockKind, endedAt: Date, withCase: boolean): EndedClock {
  return { kind, endedAt, withCase }
}
