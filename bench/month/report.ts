import { gini, quantile } from './figures'
import type { Played } from './play'
import { dutyKnown, lengthOf, type Stage, type Volunteer } from './volunteers'
import type { Outcome } from './world'

/** What a month came to under one rule. Promises are those to whoever asked for an officer, and that were due in it. */
export interface Tally {
  readonly name: string
  readonly made: number
  readonly kept: number
  readonly broken: number
  /** Not due when the month ended, and not kept before. */
  readonly pending: number
  /** Of those kept: by those at the desk, and not by an officer. */
  readonly keptByDesk: number
  /** First contact within the force's own aim, whatever was promised. */
  readonly withinTarget: number
  /** Promised later than the force aims for, and said so. */
  readonly later: number
  /** Of all cases: those nobody had opened within the force's own aim, whatever was promised. */
  readonly unseen: number
  /** Hours from receipt to first contact, of promises that are kept or broken; who was never contacted waited for ever. */
  readonly median: number
  readonly ninetieth: number
  readonly giniCases: number
  readonly giniPerHour: number
}

export function tallyOf(name: string, stage: Stage, volunteers: readonly Volunteer[], played: Played): Tally {
  const { startsAt, endsAt } = lengthOf(stage)
  const promised = played.outcomes.filter(({ arrival }) => arrival.wantsOfficer)
  const kept = promised.filter((one) => isBy(one.contactedAt, one.promisedBy))
  const broken = promised.filter((one) => !kept.includes(one) && one.promisedBy <= endsAt)
  const ended = [...kept, ...broken]
  const waits = ended.map(({ arrival, contactedAt }) =>
    contactedAt === null ? Infinity : (contactedAt.getTime() - arrival.receivedAt.getTime()) / 3_600_000,
  )
  const hours = volunteers.map((one) => hoursOf(one, stage, startsAt, endsAt))
  return {
    name,
    made: promised.length,
    kept: kept.length,
    broken: broken.length,
    pending: promised.length - ended.length,
    keptByDesk: kept.filter(({ arrival }) => played.contactBy.get(arrival.number) === 'desk').length,
    withinTarget: ended.filter((one) => isBy(one.contactedAt, one.target)).length,
    later: promised.filter((one) => one.promisedBy > one.target).length,
    unseen: played.outcomes.filter((one) => isUnseen(one, endsAt)).length,
    median: quantile(waits, 0.5),
    ninetieth: quantile(waits, 0.9),
    giniCases: gini(played.taken),
    giniPerHour: gini(played.taken.map((count, number) => count / Math.max(1, hours[number] ?? 0))),
  }
}

/** By the force's own aim: a rule that promises later than it is not let off for that. */
function isUnseen({ openedAt, target }: Outcome, endsAt: Date): boolean {
  return target <= endsAt && !isBy(openedAt, target)
}

/** More promises kept than under another rule, and not because they were later: more contacts within the force's own aim as well. */
export function isBetter(ours: Tally, other: Tally): boolean {
  return ours.kept > other.kept && ours.withinTarget > other.withinTarget
}

function isBy(time: Date | null, by: Date): boolean {
  return time !== null && time <= by
}

function hoursOf(one: Volunteer, stage: Stage, startsAt: Date, endsAt: Date): number {
  const duty = dutyKnown(one, { startsAt, endsAt }, stage.force)
  return duty.reduce((sum, shift) => sum + (shift.endsAt.getTime() - shift.startsAt.getTime()) / 3_600_000, 0)
}

/** The figures of several rules, one to a line. */
export function linesOf(tallies: readonly Tally[]): readonly string[] {
  const head = [
    ...['promises', 'later', 'kept', 'broken', 'open', 'by desk', 'in target', 'unseen'],
    ...['median h', '90 % h', 'Gini', 'Gini/h'],
  ]
  const rows = tallies.map((one) => [
    ...[one.made, one.later, one.kept, one.broken, one.pending].map(String),
    ...[one.keptByDesk, one.withinTarget, one.unseen].map(String),
    ...[
      one.median.toFixed(1),
      one.ninetieth.toFixed(1),
      one.giniCases.toFixed(2),
      one.giniPerHour.toFixed(2),
    ],
  ])
  const line = (name: string, cells: readonly string[]) =>
    `  ${name.padEnd(34)}${cells.map((cell) => cell.padStart(10)).join('')}`
  return [line('', head), ...tallies.map(({ name }, index) => line(name, rows[index] ?? []))]
}
