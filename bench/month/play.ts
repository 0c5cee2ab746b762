import { actsOfDesk, actsOfVolunteer, isRound, looksNow } from './behaviour'
import { luckOf } from './luck'
import { dutyKnown, lengthOf, type Stage, type Volunteer } from './volunteers'
import type { Act, Outcome, SeenCase, World } from './world'

/** How far the clock moves at a time. */
const stepMinutes = 15
const stepsADay = (24 * 60) / stepMinutes

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
  const acts = actsAt(stage, volunteers)
  const counted = counter(volunteers)
  const step = stepMinutes * 60_000
  for (let time = startsAt.getTime() + step, steps = 1; time <= endsAt.getTime(); time += step, steps += 1) {
    const at = new Date(time)
    await world.turn(at)
    const cases = await world.open()
    counted.holders(cases)
    for (const act of acts(cases, at)) if (await world.act(act, at)) counted.done(act)
    if (steps % stepsADay === 0) onDay(steps / stepsADay)
  }
  return { outcomes: await world.outcomes(), ...counted.found() }
}

/** What everybody does at a step, one thing at most with each case: whoever is second finds somebody at it. */
function actsAt(stage: Stage, volunteers: readonly Volunteer[]) {
  const luck = luckOf(stage.seed)
  const duty = volunteers.map((one) => dutyKnown(one, lengthOf(stage), stage.force))
  return (cases: readonly SeenCase[], at: Date): readonly Act[] => {
    const looking = volunteers.filter((one) => looksNow(one, duty[one.number] ?? [], at, stepMinutes, luck))
    const wanted = [
      ...(isRound(at, stage.force) ? actsOfDesk(cases, at) : []),
      ...looking.flatMap(({ number }) => actsOfVolunteer(number, cases, at, luck)),
    ]
    const first = new Map(wanted.toReversed().map((act) => [act.about.arrival.number, act]))
    return wanted.filter((act) => first.get(act.about.arrival.number) === act)
  }
}

/** Counts what was done. */
function counter(volunteers: readonly Volunteer[]) {
  const contactBy = new Map<number, Act['by']>()
  const taken = volunteers.map(() => 0)
  const held = new Map<number, number | null>()
  let declined = 0
  return {
    holders: (cases: readonly SeenCase[]) => {
      for (const { arrival, heldBy } of cases) {
        if (heldBy !== null && held.get(arrival.number) !== heldBy) taken[heldBy] = (taken[heldBy] ?? 0) + 1
        held.set(arrival.number, heldBy)
      }
    },
    done: (act: Act) => {
      if (act.do === 'decline') declined += 1
      if (act.do === 'contact') contactBy.set(act.about.arrival.number, act.by)
    },
    found: () => ({ contactBy, taken, declined }),
  }
}
