import { newCase } from './desk'
import type { DeskDay, LookingRole } from './desk'
import type { Desk } from './ordinary'
import { chanceMatches } from './ordinary'

/** Something innocent that makes days unlike others: how often it begins, for how many days, and what it brings each day. */
interface Peak {
  readonly name: string
  readonly roles: readonly LookingRole[]
  readonly aDay: number
  readonly days: readonly [number, number]
  readonly begin: (day: DeskDay, desk: Desk) => (day: DeskDay) => void
}

const everybody: readonly LookingRole[] = ['triager', 'liaison-officer', 'supervisor']

const several = (low: number, high: number, { person }: DeskDay) => person.chance.between(low, high)

/** What somebody says who opens a colleague's case for once. */
const forColleague = ({ person }: DeskDay) => (person.role === 'supervisor' ? 'supervision' : 'cover')

export const peaks: readonly Peak[] = [
  {
    ...{
      name: 'covering for a colleague',
      roles: ['liaison-officer', 'supervisor'],
      aDay: 0.012,
      days: [1, 5],
    },
    begin: (first) => {
      const theirs = Array.from({ length: several(4, 10, first) }, newCase)
      return (day) => {
        for (const id of theirs)
          if (day.person.chance.happens(0.8))
            day.open(id, {
              reason: 'cover',
              acted: day.person.chance.happens(0.5),
              changed: day.person.chance.happens(0.6),
            })
      }
    },
  },
  {
    ...{ name: 'a quality review', roles: ['supervisor'], aDay: 0.04, days: [1, 2] },
    begin: () => (day) => {
      for (let left = several(10, 25, day); left > 0; left -= 1)
        day.open(newCase(), {
          reason: 'quality-review',
          status: day.person.chance.happens(0.6) ? 'closed' : 'in-progress',
        })
    },
  },
  {
    ...{ name: 'the weekly sample', roles: ['supervisor'], aDay: 0.2, days: [1, 1] },
    begin: () => (day) => {
      for (let left = several(5, 10, day); left > 0; left -= 1)
        day.open(newCase(), {
          reason: 'weekly-sample',
          status: day.person.chance.happens(0.4) ? 'closed' : 'in-progress',
        })
    },
  },
  {
    ...{ name: 'a clean-up of closed cases', roles: everybody, aDay: 0.004, days: [1, 3] },
    begin: () => (day) => {
      for (let left = several(12, 40, day); left > 0; left -= 1)
        day.open(newCase(), { reason: 'clean-up', status: 'closed', acted: day.person.chance.happens(0.5) })
    },
  },
  {
    ...{ name: 'a name nobody can spell', roles: everybody, aDay: 0.012, days: [1, 1] },
    begin: () => (day) => {
      const { chance, role } = day.person
      const acted = chance.happens(role === 'supervisor' ? 0.3 : 0.7)
      const minute = day.someTime()
      for (let index = several(3, 9, day); index > 0; index -= 1)
        day.search({ kind: 'surname', acted, ...chanceMatches('surname', day.person) }, minute + index)
    },
  },
  {
    ...{ name: 'the right one among several', roles: everybody, aDay: 0.006, days: [1, 1] },
    begin: () => (day) => {
      const { chance } = day.person
      const [many, acted, minute] = [chance.between(2, 4), chance.happens(0.75), day.someTime()]
      day.search({ kind: 'surname', hits: many, acted, ...chanceMatches('surname', day.person) }, minute)
      for (let index = 1; index <= many; index += 1)
        day.open(
          newCase(),
          {
            reason: forColleague(day),
            acted: acted && index === many,
            status: chance.happens(0.2) ? 'closed' : 'assigned',
          },
          minute + index,
        )
    },
  },
  {
    ...{ name: 'somebody who asks after their case', roles: everybody, aDay: 0.02, days: [1, 1] },
    begin: () => (day) => {
      const [acted, minute] = [day.person.chance.happens(0.85), day.someTime()]
      day.search({ hits: 1, acted }, minute)
      day.open(newCase(), { reason: forColleague(day), acted }, minute + 1)
    },
  },
  {
    ...{ name: 'the day after leave', roles: ['liaison-officer', 'supervisor'], aDay: 0.02, days: [1, 1] },
    begin: (_, desk) => (day) => {
      for (const own of desk.own) day.open(own, { held: true, reason: 'my-case' })
      for (let left = several(4, 14, day); left > 0; left -= 1)
        day.open(
          newCase(),
          day.person.role === 'supervisor' ? { reason: 'supervision' } : { held: true, reason: 'my-case' },
        )
    },
  },
  {
    ...{
      name: 'something that happened to many',
      roles: ['triager', 'liaison-officer'],
      aDay: 0.008,
      days: [1, 3],
    },
    begin: () => (day) => {
      const { chance, role } = day.person
      const reason = role === 'triager' ? 'triage' : 'own-district'
      for (let left = several(10, 30, day); left > 0; left -= 1)
        day.open(newCase(), { status: 'new', reason, acted: chance.happens(0.85) })
    },
  },
  {
    ...{ name: 'a case followed day by day', roles: ['supervisor'], aDay: 0.02, days: [4, 10] },
    begin: () => {
      const id = newCase()
      return (day) => {
        day.open(id, {
          reason: 'supervision',
          acted: day.person.chance.happens(0.2),
          changed: day.person.chance.happens(0.6),
        })
      }
    },
  },
  {
    ...{ name: 'advice to a colleague', roles: ['liaison-officer', 'triager'], aDay: 0.01, days: [1, 3] },
    begin: () => {
      const id = newCase()
      return (day) => {
        const { chance } = day.person
        day.open(id, {
          reason: chance.oneOf(['cover', 'asked-by-colleague']),
          acted: chance.happens(0.3),
          changed: chance.happens(0.5),
        })
      }
    },
  },
  {
    ...{
      name: 'a case of one’s own read again for court',
      roles: ['liaison-officer'],
      aDay: 0.01,
      days: [1, 4],
    },
    begin: () => {
      const id = newCase()
      return (day) => {
        day.open(id, { held: true, status: 'closed', reason: 'my-case', changed: false })
      }
    },
  },
  {
    ...{ name: 'a colleague who is a victim', roles: everybody, aDay: 0.0005, days: [1, 4] },
    begin: () => {
      const id = newCase()
      return (day) => {
        const minute = day.someTime()
        day.search(
          { kind: 'surname', hits: 1, colleague: true, acted: day.person.chance.happens(0.9) },
          minute,
        )
        day.open(id, { held: true, acted: true, reason: 'my-case' }, minute + 2)
      }
    },
  },
]

/** A first day in post: reading round, with little to do yet. */
export function firstDay(day: DeskDay): void {
  const { chance, role } = day.person
  const ways = {
    triager: { reason: 'triage', status: 'new' },
    'liaison-officer': { reason: 'own-district', status: 'new' },
    supervisor: { reason: 'supervision', status: 'in-progress' },
  } as const
  for (let left = several(8, 20, day); left > 0; left -= 1)
    day.open(newCase(), { ...ways[role], acted: chance.happens(0.1) })
}
