import { raisedBy } from '@/lib/domain/clocks/escalation-rules'
import { localTime } from '@/lib/domain/calendar'
import { promisedBy } from '@/lib/domain/promise'
import type { Arrival } from './arrivals'
import type { Stage, Volunteer } from './volunteers'
import type { Act, Outcome, SeenCase, World } from './world'

/** A case as a simple rule keeps it. */
type Kept = { -readonly [key in keyof Omit<SeenCase, 'isEscalated'>]: SeenCase[key] }

interface Load {
  /** Cases they have or are asked to take. */
  readonly open: number
  /** How many were given to them so far: whose turn it is. */
  readonly turns: number
}

/** Whom a rule names first: the smallest. */
type Rule = (load: Load) => readonly number[]

/** Rules that look at districts, training, exclusions and conflicts, as anybody would, and not at who is on duty. */
export const simpleRules = {
  'round-robin by district': ({ turns }) => [turns],
  'least loaded by district': ({ open, turns }) => [open, turns],
} as const satisfies Record<string, Rule>

/**
 * The month under a simple rule: each case goes to somebody as it comes in, and stays with them until they say no. `isWatched`: supervisors are
 * told by the same rules of escalation as in the product.
 */
export function simpleWorld(
  stage: Stage,
  volunteers: readonly Volunteer[],
  arrivals: readonly Arrival[],
  rule: Rule,
  isWatched: boolean,
): World {
  const cases: Kept[] = []
  const closed = new Set<Kept>()
  const turns = volunteers.map(() => 0)
  const refused = new Map<Kept, number[]>()
  let at = new Date(0)
  let next = 0

  const openOf = (number: number) =>
    cases.filter((one) => !closed.has(one) && (one.heldBy === number || one.askedOf === number)).length

  function choose(found: Kept): number | null {
    const may = volunteers.filter(
      (one) => mayHave(one, found.arrival, at, stage) && !(refused.get(found) ?? []).includes(one.number),
    )
    const own = may.filter(({ districts }) => districts.some((id) => id === found.arrival.district))
    const pool = own.length > 0 ? own : may
    const loads = pool.map((one) => {
      const load = { open: openOf(one.number), turns: turns[one.number] ?? 0 }
      return { number: one.number, rank: [load.open < one.openLimit ? 0 : 1, ...rule(load), one.number] }
    })
    const [first] = loads.sort((a, b) => compare(a.rank, b.rank))
    if (first === undefined) return null
    turns[first.number] = (turns[first.number] ?? 0) + 1
    return first.number
  }

  const isEscalated = (one: Kept) =>
    isWatched && one.contactedAt === null && raisedBy(factsOf(one, at), stage.force, at).length > 0

  const doing: Readonly<Record<Act['do'], (one: Kept, act: Act) => boolean>> = {
    accept: (one, { by }) => {
      one.heldBy = by === 'desk' ? null : by
      one.askedOf = null
      one.heldSince = at
      one.openedAt ??= at
      return true
    },
    decline: (one, { by }) => {
      refused.set(one, [...(refused.get(one) ?? []), Number(by)])
      one.askedOf = choose(one)
      return true
    },
    open: (one) => {
      one.openedAt ??= at
      return true
    },
    contact: (one) => {
      one.contactedAt ??= at
      one.toldAt = at
      return true
    },
    update: (one) => {
      one.toldAt = at
      return true
    },
    close: (one) => {
      closed.add(one)
      return true
    },
    // By name, as those at the desk give: it is theirs, and they are not asked.
    give: (one) => {
      one.heldBy = choose(one)
      one.askedOf = null
      one.heldSince = one.heldBy === null ? null : at
      return one.heldBy !== null
    },
  }

  return {
    turn: (time) => {
      at = time
      for (; (arrivals[next]?.receivedAt ?? time) < time; next += 1) {
        const arrival = arrivals[next]
        if (arrival === undefined) break
        const target = promisedBy(arrival.risk, arrival.receivedAt, stage.force)
        const one: Kept = {
          ...{ arrival, askedOf: null, heldBy: null, heldSince: null, openedAt: null, contactedAt: null },
          ...{ toldAt: null, promisedBy: target },
        }
        cases.push(one)
        if (arrival.wantsOfficer && !arrival.restricted && !arrival.namesExclusion) one.askedOf = choose(one)
      }
      handOver(
        volunteers,
        cases.filter((one) => !closed.has(one)),
        at,
        choose,
      )
      return Promise.resolve()
    },
    open: () =>
      Promise.resolve(
        cases.filter((one) => !closed.has(one)).map((one) => ({ ...one, isEscalated: isEscalated(one) })),
      ),
    act: (act) => {
      const one = cases.find(({ arrival }) => arrival === act.about.arrival)
      return Promise.resolve(one !== undefined && doing[act.do](one, act))
    },
    outcomes: () => Promise.resolve(cases.map((one): Outcome => ({ ...one, target: one.promisedBy }))),
  }
}

/** Whoever hands over says so to somebody, who gives what they have to others. */
function handOver(
  volunteers: readonly Volunteer[],
  cases: readonly Kept[],
  at: Date,
  choose: (one: Kept) => number | null,
): void {
  for (const { number, handsOverAt } of volunteers) {
    if (handsOverAt === null || handsOverAt > at) continue
    for (const one of cases.filter(({ heldBy, askedOf }) => heldBy === number || askedOf === number)) {
      one.heldBy = null
      one.askedOf = choose(one)
    }
  }
}

/** What keeps somebody from a case, told apart from routing, which is to find the same. */
export function mayHave(one: Volunteer, arrival: Arrival, at: Date, { force }: Stage): boolean {
  const today = localTime(at, force).toPlainDate().toString()
  const isTrained = one.trainedUntil >= today || (one.trainedAgain !== null && one.trainedAgain <= today)
  const isExcluded = one.districts.some((id) => arrival.excludedDistricts.includes(id))
  const isGone = one.handsOverAt !== null && one.handsOverAt <= at
  return isTrained && !isExcluded && !isGone && arrival.conflicted !== one.number && !arrival.restricted
}

function factsOf(one: Kept, at: Date) {
  const { arrival, promisedBy: by, openedAt } = one
  return {
    ...{
      risk: arrival.risk,
      receivedAt: arrival.receivedAt,
      promisedBy: by,
      firstOpenedAt: openedAt,
      unroutedAt: null,
    },
    brokenAt: by < at && one.contactedAt === null ? { 'first-contact': by } : {},
    ...{ riskRules: [], controlRoomTold: false },
  }
}

function compare(a: readonly number[], b: readonly number[]): number {
  const place = a.findIndex((value, index) => value !== b[index])
  return place < 0 ? 0 : (a[place] ?? 0) - (b[place] ?? 0)
}
