import type { ClockKind } from './clock-rules'
import { lateKind } from './promise-words'
import type { AskedContact, Reach } from './promise-words'

/** A clock that has not ended, as it is shown. */
export interface CaseClock {
  readonly kind: ClockKind
  readonly startedAt: Date
  /** Null while it stands still. */
  readonly dueAt: Date | null
  readonly pausedAt: Date | null
  readonly dutyAt: Date | null
  readonly beyondTarget: boolean
  /** Of a first contact: who was to make it and how they hear from us, as they were told; null where that was not kept. */
  readonly asked: AskedContact | null
  readonly reach: Reach | null
}

/**
 * What is waited for, as it was promised; words are `staff.clock.kind.<what>` and its neighbours. Nobody at the desk reads of a first contact
 * with somebody to whom none was promised, and who may have asked for none.
 */
export type Awaited = ClockKind | 'first-message' | 'first-aim'

const awaited = {
  lateContact: 'first-contact',
  lateMessage: 'first-message',
  lateAim: 'first-aim',
} as const

export function awaitedBy({
  kind,
  asked,
  reach,
  dutyAt,
}: Pick<CaseClock, 'kind' | 'asked' | 'reach' | 'dutyAt'>): Awaited {
  if (kind !== 'first-contact' || asked === null) return kind
  return awaited[lateKind({ asked, reach: reach ?? 'out', dutyAt })]
}

/** How a clock stands. */
export type ClockState = 'paused' | 'ahead' | 'at-risk' | 'broken'

const hour = 3_600_000

/** From when the officer is told that it is near: the last quarter of its time, and an hour at least. */
function atRiskFrom({ startedAt }: Pick<CaseClock, 'startedAt'>, dueAt: Date): Date {
  const quarter = (dueAt.getTime() - startedAt.getTime()) / 4
  return new Date(dueAt.getTime() - Math.max(quarter, hour))
}

/** Compares a clock with the time. One that stands still is neither near nor broken. */
export function clockState(
  clock: Pick<CaseClock, 'startedAt' | 'dueAt' | 'pausedAt'>,
  now: Date,
): ClockState {
  if (clock.pausedAt !== null || clock.dueAt === null) return 'paused'
  if (now > clock.dueAt) return 'broken'
  return now >= atRiskFrom(clock, clock.dueAt) ? 'at-risk' : 'ahead'
}

/** The clock to show where there is room for one: what is due next, of those that run; danger and a first contact before all. */
export function nearestClock(clocks: readonly CaseClock[]): CaseClock | null {
  // There can be two of a kind: that of the case, and that of a case merged into it.
  const inTime = clocks.toSorted((a, b) => timeOf(a) - timeOf(b))
  const first =
    inTime.find(({ kind }) => kind === 'acknowledge') ?? inTime.find(({ kind }) => kind === 'first-contact')
  if (first !== undefined) return first
  return (
    inTime.find(({ dueAt }) => dueAt !== null) ??
    inTime.find(({ kind }) => kind === 'next-update') ??
    inTime[0] ??
    null
  )
}

/** Milliseconds; what has no time comes last. */
function timeOf({ dueAt }: CaseClock): number {
  return dueAt?.getTime() ?? Number.MAX_SAFE_INTEGER
}
