import { timesOf } from '@/lib/domain/contact/contact-hours'
import { contactWays, endOfUse, nextUse } from '@/lib/domain/contact/may-use'
import type { ContactWay, ReachPlan } from '@/lib/domain/contact/may-use'
import { nobodyCountedOn } from '@/lib/domain/clocks/promise-for'
import type { ReckonedPromise } from '@/lib/domain/clocks/promise-for'
import type { Force } from '@/lib/domain/force'
import { nextRead, readingSpans } from '@/lib/domain/promise'
import type { Stretch } from '@/lib/domain/promise'
import type { Answers } from '@/lib/journey/definition'
import { barredWays } from './barred-ways'
import type { HourlyWay } from './barred-ways'
import { contactPlanOf } from './contact-plan'

type Promised = Pick<ReckonedPromise, 'by' | 'dutyAt' | 'dutyUntil'>

/** How much of somebody's own hours must lie where somebody is there to reach them, in milliseconds, for a contact in them to be promised. */
const enough = 3_600_000

/**
 * When the first of the hours begins at which somebody said they may be reached, where nobody is there in them for long enough by the promised
 * time: nobody is promised a call that their own plan forbids, or that nobody could make. Null where they may be reached in time or at any hour,
 * and where no hour is known, which `barredWays` tells. Before somebody is there their hours are no time for it: not at night, nor before the
 * duty that is counted on.
 */
function hoursBegin(answers: Answers, promised: Promised, at: Date, force: Force): Date | null {
  const plan = contactPlanOf(answers)
  // All ways that have hours have the same.
  const way = contactWays.find((one) => plan.ways.includes(one))
  if (way === undefined || plan.ways.includes('post') || timesOf(plan) === 'any') return null
  const from = new Date(Math.max(at.getTime(), (promised.dutyAt ?? nextRead(at, force)).getTime()))
  const isInTime = stretchesThere(promised, at, force).some((there) => hasEnough(plan, way, there, force))
  if (isInTime) return null
  // What is left of hours that have begun is not promised either: the next of them are told.
  return nextUse(plan, way, endOfUse(plan, way, from, force) ?? from, force)
}

/** When somebody is there by the promised time: the officer who is counted on, else whoever reads what was sent. */
function stretchesThere({ by, dutyAt, dutyUntil }: Promised, at: Date, force: Force): readonly Stretch[] {
  if (dutyAt === null || dutyUntil === null) return readingSpans(at, by, force)
  return [{ from: dutyAt, until: dutyUntil < by ? dutyUntil : by }]
}

/** Whether a way may be used for long enough in one go while somebody is there. */
function hasEnough(plan: ReachPlan, way: ContactWay, { from, until }: Stretch, force: Force): boolean {
  let start = nextUse(plan, way, from, force)
  while (start !== null && until.getTime() - start.getTime() >= enough) {
    const end = endOfUse(plan, way, start, force)
    if (end === null || Math.min(end.getTime(), until.getTime()) - start.getTime() >= enough) return true
    start = nextUse(plan, way, end, force)
  }
  return false
}

/** What is promised to somebody with these hours, and when the first of them begins where nobody may be in touch in them by then. */
export interface OwnPromise<P> {
  readonly promise: P
  readonly begin: Date | null
}

/**
 * What is promised where somebody may be reached in hours of their own: that it is read by then, and not that anybody is in touch, where
 * nobody is there in those hours before. Nobody is late who keeps to them, and nobody is hurried to ring outside them.
 */
export function ownPromise<P extends Promised & Pick<ReckonedPromise, 'asked' | 'target' | 'beyondTarget'>>(
  answers: Answers,
  promise: P,
  at: Date,
  force: Force,
): OwnPromise<P> {
  const begin = hoursBegin(answers, promise, at, force)
  if (begin === null) return { begin, promise }
  // No duty is waited for to read it.
  const reading = { asked: 'nobody', by: promise.target, ...nobodyCountedOn } as const
  return { begin, promise: { ...promise, ...reading } }
}

/** What a confirmation says of somebody's hours: that none is safe, or when the first of them begins, as an ISO time. */
export function toldOfHours(
  answers: Answers,
  begin: Date | null,
): { readonly barred?: readonly HourlyWay[]; readonly hoursBegin?: string } {
  const barred = barredWays(answers)
  return {
    ...(barred.length === 0 ? {} : { barred }),
    ...(begin === null ? {} : { hoursBegin: begin.toISOString() }),
  }
}
