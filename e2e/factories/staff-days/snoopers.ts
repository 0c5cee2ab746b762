import type { Look } from '@/lib/domain/looking/look'
import { newCase } from './desk'
import type { DeskDay, LookingRole, Person } from './desk'

/** Somebody who looks where they have nothing to do: what they do on a day of their month, and the rows of it. */
interface Snooping {
  readonly roles: readonly LookingRole[]
  /** Days of work, counted from 0, on which they do it, of a month of thirty; and what they do there. */
  readonly plan: (person: Person) => {
    readonly days: readonly number[]
    readonly act: (day: DeskDay) => readonly Look[]
  }
}

/** Days of work in a snooper's month. */
export const month = 30
const everybody: readonly LookingRole[] = ['triager', 'liaison-officer', 'supervisor']

/** Some days of the month, in order, each once. */
function someDays({ chance }: Person, low: number, high: number): readonly number[] {
  const many = chance.between(low, high)
  const days = new Set<number>()
  while (days.size < many) days.add(chance.between(0, month - 1))
  return [...days].sort((one, other) => one - other)
}

/** Days beside one another. */
function run({ chance }: Person, low: number, high: number): readonly number[] {
  const first = chance.between(0, month - high)
  return Array.from({ length: chance.between(low, high) }, (_, index) => first + index)
}

/** A reason as good as any, and now and then a note on the case, for whoever asks. */
function excuse({ chance, role }: Person) {
  const reason =
    role === 'supervisor'
      ? chance.oneOf(['supervision', 'supervision', 'quality-review'])
      : chance.oneOf(['cover', 'my-case', 'clean-up', 'asked-by-colleague', 'own-district', 'triage', null])
  return { reason, acted: chance.happens(0.1) }
}

/** How often ordinary work seems to follow from a search by chance: a call on the line already, or a case from the queue opened next. */
const busy: Readonly<Record<LookingRole, number>> = {
  triager: 0.12,
  'liaison-officer': 0.05,
  supervisor: 0.03,
}

/** Searches, and opens some of what was found if there is a right to. */
function lookUp(day: DeskDay, asked: Parameters<DeskDay['search']>[0], opens: number): readonly Look[] {
  const { chance, role } = day.person
  const minute = day.someTime()
  const rows = [day.search({ acted: chance.happens(busy[role]), ...asked }, minute)]
  if (asked.hits === 0) return rows
  for (let index = 0; index < opens; index += 1)
    rows.push(
      day.open(
        newCase(),
        { ...excuse(day.person), status: chance.happens(0.4) ? 'closed' : 'in-progress' },
        minute + 1 + index,
      ),
    )
  return rows
}

function again(person: Person, days: readonly number[]) {
  const id = newCase()
  const isClosed = person.chance.happens(0.4)
  const status = isClosed ? 'closed' : 'in-progress'
  const act = (day: DeskDay) => [
    day.open(id, { ...excuse(person), status, changed: person.chance.happens(isClosed ? 0.02 : 0.3) }),
  ]
  return { days, act }
}

/** Every fifth day of work or so, whatever there is to see. */
function weekly(person: Person): readonly number[] {
  return Array.from({ length: month / 5 }, (_, week) => week * 5 + person.chance.between(0, 4))
}

export const snooping = {
  'a former partner’s case, again and again': {
    roles: everybody,
    plan: (person) => again(person, someDays(person, 4, 12)),
  },
  'neighbours, by postcode': {
    roles: everybody,
    plan: (person) => ({
      days: someDays(person, 1, 4),
      act: (day) => {
        const { chance } = person
        const hits = chance.between(0, 3)
        return lookUp(day, { kind: 'postcode', hits, own: chance.happens(0.75) }, chance.between(1, 3))
      },
    }),
  },
  'closed cases people talk about': {
    roles: everybody,
    plan: (person) => ({
      days: run(person, 1, 5),
      act: (day) =>
        Array.from({ length: person.chance.between(2, 5) }, () =>
          day.open(newCase(), { ...excuse(person), status: 'closed' }),
        ),
    }),
  },
  'a colleague who is a victim': {
    roles: everybody,
    plan: (person) => ({
      days: someDays(person, 1, 4),
      act: (day) => {
        const { chance } = person
        const kind = chance.oneOf(['surname', 'surname', 'surname', 'telephone', 'postcode'])
        return lookUp(day, { kind, hits: chance.between(1, 2), colleague: true }, chance.between(1, 2))
      },
    }),
  },
  'fishing by searches that find nothing': {
    roles: everybody,
    plan: (person) => ({
      days: someDays(person, 1, 4),
      act: (day) =>
        Array.from({ length: person.chance.between(10, 28) }).flatMap(() =>
          lookUp(
            day,
            {
              kind: 'surname',
              hits: person.chance.happens(0.2) ? 1 : 0,
              colleague: person.chance.happens(0.05),
            },
            1,
          ),
        ),
    }),
  },
  'one case a week, slowly': {
    roles: everybody,
    plan: (person) => {
      // A supervisor who looks at another case each week does nothing a supervisor does not do.
      if (person.role === 'supervisor' || person.chance.happens(0.6)) return again(person, weekly(person))
      const act = (day: DeskDay) => [
        day.open(newCase(), {
          ...excuse(person),
          status: person.chance.happens(0.4) ? 'closed' : 'in-progress',
        }),
      ]
      return { days: weekly(person), act }
    },
  },
  'reading whatever there is': {
    roles: everybody,
    plan: (person) => ({
      days: someDays(person, 1, 3),
      act: (day) =>
        Array.from(
          {
            length:
              { triager: 30, 'liaison-officer': 15, supervisor: 35 }[person.role] +
              person.chance.between(0, 15),
          },
          () =>
            day.open(newCase(), {
              ...excuse(person),
              status: person.chance.happens(0.3) ? 'closed' : 'in-progress',
            }),
        ),
    }),
  },
} as const satisfies Readonly<Record<string, Snooping>>

export type SnoopingKind = keyof typeof snooping
export const snoopingKinds = Object.keys(snooping) as [SnoopingKind, ...SnoopingKind[]]
