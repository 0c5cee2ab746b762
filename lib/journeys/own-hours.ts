import { contactWays, nextUse } from '@/lib/domain/contact/may-use'
import type { AskedContact } from '@/lib/domain/clocks/promise-words'
import type { Force } from '@/lib/domain/force'
import { nextRead } from '@/lib/domain/promise'
import type { Answers } from '@/lib/journey/definition'
import { barredWays } from './barred-ways'
import type { HourlyWay } from './barred-ways'
import { contactPlanOf } from './contact-plan'

/** What is promised: by when, and when whoever is counted on is on duty. */
interface Promised {
  readonly by: Date
  readonly dutyAt: Date | null
}

/**
 * When the first of the hours begins at which somebody said they may be reached, where that is later than what they are promised: nobody is
 * promised a call that their own plan forbids without being told. Null where a way of theirs may be used before, and where no hour is known,
 * which `barredWays` tells. Nobody gets in touch before somebody is there: that they write within their own hours, at night, is no time for it.
 */
function hoursBeginAfter(answers: Answers, { by, dutyAt }: Promised, at: Date, force: Force): Date | null {
  const plan = contactPlanOf(answers)
  const from = new Date(Math.max(at.getTime(), (dutyAt ?? nextRead(at, force)).getTime()))
  const uses = contactWays.flatMap((way) => {
    const use = plan.ways.includes(way) ? nextUse(plan, way, from, force) : null
    return use === null ? [] : [use.getTime()]
  })
  const first = Math.min(...uses)
  return uses.length > 0 && first > by.getTime() ? new Date(first) : null
}

/** What is promised to somebody with these hours, and when the first of them begins where that is later. */
export interface OwnPromise<P> {
  readonly promise: P
  readonly begin: Date | null
}

/**
 * What is promised where somebody may be reached in hours of their own: that it is read by then, and not that anybody is in touch, where
 * the first of those hours begins later. Nobody is late who keeps to them, and nobody is hurried to ring outside them.
 */
export function ownPromise<P extends Promised & { readonly asked: AskedContact }>(
  answers: Answers,
  promise: P,
  at: Date,
  force: Force,
): OwnPromise<P> {
  const begin = hoursBeginAfter(answers, promise, at, force)
  return { begin, promise: begin === null ? promise : { ...promise, asked: 'nobody' } }
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
