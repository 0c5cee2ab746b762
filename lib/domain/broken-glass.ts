import { addWorkingDays, instantOf, localTime } from './calendar'
import type { Force } from './force'

/** For how long, in milliseconds, a broken glass lets somebody into its case. The database holds it to that too. */
export const glassLife = 60 * 60_000

/** How often a day somebody may try, opened or refused. After that a supervisor has to open the case. */
export const glassTriesADay = 5

/** Shortest and longest reason, in characters: enough to say who is in danger and from what. */
export const glassReasonLength = { least: 20, most: 1_000 } as const

/** What whoever reviews a broken glass can find. */
export const glassOutcomes = ['justified', 'unjustified-mistake', 'unjustified-referred'] as const
export type GlassOutcome = (typeof glassOutcomes)[number]

/** A clock may be set right by so much, in milliseconds, while a glass is broken; servers beside each other differ by less. */
const slack = 60_000

/** When a glass was broken, until when it is open, and the latest look through it. */
export interface GlassTimes {
  readonly brokenAt: Date
  readonly until: Date
  readonly seenAt: Date | null
}

/**
 * Whether a glass is open at `at`: from when it was broken, for an hour at most. A clock that steps back behind a look there was already
 * does not lengthen the hour: it ends it. `glass_of` of the database says the same.
 */
export function isGlassOpen({ brokenAt, until, seenAt }: GlassTimes, at: Date): boolean {
  const age = at.getTime() - brokenAt.getTime()
  const isSteppedBack = seenAt !== null && at.getTime() < seenAt.getTime() - slack
  return age >= 0 && age < glassLife && at < until && !isSteppedBack
}

/** By when a glass is to be reviewed: the end of the next working day, by the force's clock. */
export function reviewDue(brokenAt: Date, force: Pick<Force, 'timeZone'>): Date {
  const next = addWorkingDays(localTime(brokenAt, force).toPlainDate(), 1)
  return instantOf(next.add({ days: 1 }), '00:00', force)
}

/** A broken glass as the figure counts it. */
export interface CountedGlass {
  readonly brokenAt: Date
  readonly reviewedAt: Date | null
}

/** How many there were, how many of them were reviewed, and how many of those in time. */
export interface ReviewFigure {
  readonly all: number
  readonly reviewed: number
  readonly inTime: number
  /** Whole per cent reviewed, rounded down so that it says 100 only when nothing is left; null where there was none. */
  readonly percent: number | null
}

/** The figure over the glasses that were broken in the last `days` days before `at`. */
export function reviewFigure(
  glasses: readonly CountedGlass[],
  days: number,
  at: Date,
  force: Pick<Force, 'timeZone'>,
): ReviewFigure {
  const from = at.getTime() - days * 86_400_000
  const counted = glasses.filter(({ brokenAt }) => brokenAt.getTime() >= from)
  const reviewed = counted.filter(({ reviewedAt }) => reviewedAt !== null)
  const inTime = reviewed.filter(
    ({ brokenAt, reviewedAt }) => reviewedAt !== null && reviewedAt < reviewDue(brokenAt, force),
  )
  return {
    ...{ all: counted.length, reviewed: reviewed.length, inTime: inTime.length },
    percent: counted.length === 0 ? null : Math.floor((reviewed.length * 100) / counted.length),
  }
}

/** What is missing in the form that breaks a glass, as a code; null where nothing is. `reason` is cleaned, `reference` is read. */
export function glassProblem(given: {
  readonly reference: string | null
  readonly reason: string
  readonly confirmed: boolean
}): 'reference' | 'short' | 'long' | 'confirm' | null {
  if (given.reference === null) return 'reference'
  if (given.reason.length < glassReasonLength.least) return 'short'
  if (given.reason.length > glassReasonLength.most) return 'long'
  return given.confirmed ? null : 'confirm'
}

/** A posted outcome as the closed word it is; null for anything else. */
export function readGlassOutcome(text: string): GlassOutcome | null {
  return glassOutcomes.find((known) => known === text) ?? null
}
