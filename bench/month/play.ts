import { actsOfDesk, actsOfVolunteer, isRound, looksNow } from './behaviour'
import { luckOf } from './luck'
import { dutyKnown, lengthOf, type Stage, type Volunteer } from './volunteers'
import type { Act, Outcome, World } from './world'

/** How far the clock moves at a time. */
export const stepMinutes = 15

/** A month as it was played. */
export interface Played {
  readonly outcomes: readonly Outcome[]
  /** Who first got in touch, by the numbers of arrivals. */
  readonly contactBy: ReadonlyMap<number, Act['by']>
  /** How many cases each volunteer took. */
  readonly taken: readonly number[]
  readonly declined: number
}

/** Plays a stage: the clock moves on, what runs by itself runs, and people do what they do. `onDay` is told of each day that is over. */
export async function play(
  stage: Stage,
  volunteers: readonly Volunteer[],
  world: World,
  onDay: (day: number) => void = () => undefined,
): Promise<Played> {
  const { startsAt, endsAt } = lengthOf(stage)
  const luck = luckOf(stage.seed)
  const duty = volunteers.map((one) => dutyKnown(one, { startsAt, endsAt }, stage.force))
  const contactBy = new Map<number, Act['by']>()
  const taken = volunteers.map(() => 0)
  const holders = new Map<number, number | null>()
  let declined = 0
  const step = stepMinutes * 60_000
  for (let time = startsAt.getTime() + step, steps = 1; time <= endsAt.getTime(); time += step, steps += 1) {
    const at = new Date(time)
    await world.turn(at)
    const cases = await world.open()
    for (const { arrival, heldBy } of cases) {
      if (heldBy !== null && holders.get(arrival.number) !== heldBy) taken[heldBy] = (taken[heldBy] ?? 0) + 1
      holders.set(arrival.number, heldBy)
    }
    const looking = volunteers.filter((one) => looksNow(one, duty[one.number] ?? [], at, stepMinutes, luck))
    const acts = [
      ...(isRound(at, stage.force) ? actsOfDesk(cases, at) : []),
      ...looking.flatMap(({ number }) => actsOfVolunteer(number, cases, at, luck)),
    ]
    const touched = new Set<number>()
    for (const act of acts) {
      const { number } = act.about.arrival
      // Somebody else was at it just now.
      if (touched.has(number)) continue
      touched.add(number)
      if (!(await world.act(act, at))) continue
      if (act.do === 'decline') declined += 1
      if (act.do === 'contact') contactBy.set(number, act.by)
    }
    if (steps % ((24 * 60) / stepMinutes) === 0) onDay(steps / ((24 * 60) / stepMinutes))
  }
  return { outcomes: await world.outcomes(), contactBy, taken, declined }
}
