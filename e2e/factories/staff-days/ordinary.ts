import type { Chance } from './chance'
import { newCase } from './desk'
import type { DeskDay, LookingRole, Person } from './desk'

/** The cases somebody has to do with for a while. */
export interface Desk {
  /** Held by them. */
  own: string[]
  /** What a supervisor sees of the work of others. */
  others: string[]
  /** Free, in their district. */
  free: string[]
}

export const emptyDesk = (): Desk => ({ own: [], others: [], free: [] })

const searchesADay: Readonly<Record<LookingRole, number>> = {
  triager: 3,
  'liaison-officer': 1.2,
  supervisor: 2,
}
/** How many searches lead to work within the half-hour. */
const led: Readonly<Record<LookingRole, number>> = {
  triager: 0.8,
  'liaison-officer': 0.6,
  supervisor: 0.25,
}
/** Kinds of search, and how many of each find something. */
const kinds = [
  'reference',
  'reference',
  'telephone',
  'telephone',
  'surname',
  'surname',
  'postcode',
  'email',
] as const
const found: Readonly<Record<string, number>> = {
  reference: 0.92,
  telephone: 0.45,
  surname: 0.5,
  postcode: 0.5,
  email: 0.4,
}

/** What a working day brings. */
export function ordinaryDay(day: DeskDay, desk: Desk): void {
  work[day.person.role](day, desk)
  for (let left = day.person.chance.count(searchesADay[day.person.role]); left > 0; left -= 1)
    ordinarySearch(day)
  if (day.person.chance.happens(0.02)) wrongCase(day)
}

const work: Readonly<Record<LookingRole, (day: DeskDay, desk: Desk) => void>> = {
  triager: (day) => {
    const { chance } = day.person
    for (let left = chance.count(14); left > 0; left -= 1)
      day.open(newCase(), { status: 'new', reason: 'triage', acted: chance.happens(0.9) })
  },
  'liaison-officer': (day, desk) => {
    workOwn(day, desk)
    lookAtFree(day, desk)
  },
  supervisor: (day, desk) => {
    const { chance } = day.person
    while (desk.others.length < 60) desk.others.push(newCase())
    for (let left = chance.count(9); left > 0; left -= 1) superviseOne(day, desk)
    for (let left = chance.count(3); left > 0; left -= 1) replace(desk.others, chance)
  },
}

function workOwn(day: DeskDay, desk: Desk): void {
  const { chance } = day.person
  while (desk.own.length < 5) desk.own.push(newCase())
  for (const own of desk.own)
    if (chance.happens(0.7))
      day.open(own, {
        held: true,
        acted: chance.happens(0.5),
        reason: 'my-case',
        status: chance.happens(0.08) ? 'closed' : 'in-progress',
      })
  if (chance.happens(0.25)) replace(desk.own, chance)
}

function lookAtFree(day: DeskDay, desk: Desk): void {
  const { chance } = day.person
  while (desk.free.length < 4) desk.free.push(newCase())
  for (let left = chance.count(0.8); left > 0; left -= 1) {
    const free = desk.free[chance.between(0, desk.free.length - 1)] ?? ''
    const takes = chance.happens(0.4)
    day.open(free, { status: 'new', reason: 'own-district', acted: takes, changed: chance.happens(0.4) })
    if (takes) desk.free = desk.free.filter((other) => other !== free)
  }
  if (chance.happens(0.6)) replace(desk.free, chance)
}

function superviseOne(day: DeskDay, desk: Desk): void {
  const { chance } = day.person
  if (chance.happens(0.03))
    day.open(newCase(), { status: 'closed', reason: 'supervision', acted: chance.happens(0.3) })
  else {
    const other = desk.others[chance.between(0, desk.others.length - 1)] ?? ''
    day.open(other, { reason: 'supervision', acted: chance.happens(0.25), changed: chance.happens(0.8) })
  }
}

/** An old case goes, another comes. */
function replace(cases: string[], chance: Chance): void {
  cases[chance.between(0, cases.length - 1)] = newCase()
}

function ordinarySearch(day: DeskDay): void {
  const { chance, role } = day.person
  const kind = chance.oneOf(kinds)
  const hit = chance.happens(found[kind] ?? 0)
  const acted = chance.happens(led[role])
  const minute = day.someTime()
  const hits = hit ? chance.between(1, kind === 'surname' ? 8 : 2) : 0
  day.search({ kind, hits, acted, ...chanceMatches(kind, day.person) }, minute)
  if (hit && !acted && chance.happens(0.3)) readFound(day, minute + chance.between(0, 4))
}

/** What was found is read, and it was not that. */
function readFound(day: DeskDay, minute: number): void {
  const { chance, role } = day.person
  const free = { status: 'new', reason: role === 'triager' ? 'triage' : 'own-district' } as const
  if (role === 'supervisor')
    day.open(
      newCase(),
      { reason: 'supervision', status: chance.happens(0.1) ? 'closed' : 'in-progress' },
      minute,
    )
  else day.open(newCase(), free, minute)
}

/** Names are shared, and somebody's neighbours report too: of a hundred colleagues' surnames one caller in twenty has one. */
export function chanceMatches(kind: string, { chance, commonName, livesHere }: Person) {
  switch (kind) {
    case 'surname':
      return { own: chance.happens(commonName ? 0.012 : 0.0005), colleague: chance.happens(0.05) }
    case 'postcode':
      return { own: chance.happens(livesHere ? 0.002 : 0), colleague: chance.happens(0.004) }
    case 'reference':
      return { own: false, colleague: false }
    default:
      // Somebody tries the search out with their own number.
      return { own: chance.happens(0.0003), colleague: chance.happens(0.0005) }
  }
}

/** A reference mistyped: somebody else's case, read for a moment. */
function wrongCase(day: DeskDay): void {
  const { chance, role } = day.person
  const reason = role === 'supervisor' ? 'supervision' : chance.oneOf(['my-case', 'cover', 'other', null])
  day.open(newCase(), { reason, status: chance.happens(0.4) ? 'closed' : 'in-progress' })
}
