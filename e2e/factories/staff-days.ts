import type { StaffDay } from '@/lib/domain/looking/look'
import { chanceOf } from './staff-days/chance'
import { DeskDay } from './staff-days/desk'
import type { LookingRole, Person } from './staff-days/desk'
import { emptyDesk, ordinaryDay } from './staff-days/ordinary'
import type { Desk } from './staff-days/ordinary'
import { firstDay, peaks } from './staff-days/peaks'
import { month, snooping } from './staff-days/snoopers'
import type { SnoopingKind } from './staff-days/snoopers'

/** Out of seventy people at a desk who may search. */
const mix: readonly (readonly [LookingRole, number])[] = [
  ['liaison-officer', 0.48],
  ['triager', 0.12],
  ['supervisor', 0.1],
]

/** Somebody’s month of work. */
export interface SnoopersMonth {
  readonly kind: SnoopingKind
  readonly role: LookingRole
  /** Thirty innocent days first, then the month. */
  readonly days: readonly StaffDay[]
  /** The rows that are snooping. */
  readonly planted: ReadonlySet<string>
}

/**
 * So many days of work, from the first in post, of somebody who looks at nothing they should not. The same for the same seed. `declared`:
 * the share of those who work here who declared their own telephone number, e-mail address and postcode.
 */
export function innocentDays(seed: number, count: number, declared = 1): readonly StaffDay[] {
  const person = personOf(
    seed,
    mix.map(([role]) => role),
    declared,
  )
  return lifeOf(person, count, () => undefined)
}

/** Somebody who snoops in this way, in the midst of their work. The same for the same seed. */
export function snoopersMonth(seed: number, kind: SnoopingKind, declared = 1): SnoopersMonth {
  const { roles, plan } = snooping[kind]
  const person = personOf(seed, roles, declared)
  const { days: when, act } = plan(person)
  const planted = new Set<string>()
  const days = lifeOf(person, before + month, (day, index) => {
    if (when.includes(index - before)) for (const { seq } of act(day)) planted.add(seq)
  })
  return { kind, role: person.role, days, planted }
}

/** Days of work before somebody begins to snoop. */
export const before = 30

function personOf(seed: number, roles: readonly LookingRole[], declared: number): Person {
  const chance = chanceOf(seed)
  // By a chance of its own: somebody's days are the same whether they declared anything or not.
  const whoDeclared = chanceOf(seed ^ 0x5bd1e995)
  const among = mix.filter(([role]) => roles.includes(role))
  let left = chance.next() * among.reduce((sum, [, share]) => sum + share, 0)
  const [role = 'liaison-officer'] = among.find(([, share]) => (left -= share) < 0) ?? []
  const id = `${role} ${String(chance.between(0, 1e9))}`
  return {
    ...{ id, role, commonName: chance.happens(0.1), livesHere: chance.happens(0.6), chance },
    declares: whoDeclared.happens(declared),
    colleagueDeclares: whoDeclared.happens(declared),
  }
}

/** Working days one after another, Monday to Friday, each with what `more` adds to it. */
function lifeOf(
  person: Person,
  count: number,
  more: (day: DeskDay, index: number) => void,
): readonly StaffDay[] {
  const desk = emptyDesk()
  let going: Going[] = []
  return Array.from({ length: count }, (_, index) => {
    const day = new DeskDay(person, dateOf(index))
    if (index === 0) firstDay(day)
    ordinaryDay(day, desk)
    going = [...going, ...begin(day, desk)]
    for (const { bring } of going) bring(day)
    going = going.flatMap(({ left, bring }) => (left > 1 ? [{ left: left - 1, bring }] : []))
    more(day, index)
    return day.done()
  })
}

/** A peak somebody is in the midst of. */
interface Going {
  readonly left: number
  readonly bring: (day: DeskDay) => void
}

function begin(day: DeskDay, desk: Desk): readonly Going[] {
  const { chance, role } = day.person
  return peaks
    .filter(({ roles, aDay }) => roles.includes(role) && chance.happens(aDay))
    .map(({ days, begin: start }) => ({ left: chance.between(...days), bring: start(day, desk) }))
}

const monday = Date.UTC(2026, 0, 5)
function dateOf(workingDay: number): string {
  const days = Math.floor(workingDay / 5) * 7 + (workingDay % 5)
  return new Date(monday + days * 86_400_000).toISOString().slice(0, 10)
}
