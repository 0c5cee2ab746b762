import 'server-only'
import { ownerDb } from '@/lib/db/owner'
import { instantOf, localTime } from '@/lib/domain/calendar'
import type { Force } from '@/lib/domain/force'
import { trainedUntil } from '@/lib/domain/training'
import type { SeedPerson } from './seed-accounts'
import { seedId } from './seed-accounts'
import { seedDistricts } from './seed-districts'
import { seededTraining } from './seeded-training'

interface SeedOfficer extends SeedPerson {
  readonly districts: readonly string[]
  readonly languages: readonly string[]
  readonly openLimit: number
  readonly active: boolean
  /** Years from now; null for never trained. */
  readonly trainingYears: number | null
  readonly specialisms: readonly string[]
  /** They can take one more than their limit. */
  readonly oneMore: boolean
}

const names = [
  ['Amara Okafor', 'en'],
  ['Ben Hollis', 'en bfi'],
  ['Carys Pritchard', 'en cy'],
  ['Daniel Osei', 'en'],
  ['Ewa Nowak', 'en pl'],
  ['Farah Siddiqui', 'en ur'],
  ['George Tan', 'en'],
  ['Hannah Lyle', 'en'],
  ['Isaac Mbeki', 'en fr'],
  ['Jo Ferreira', 'en pt'],
  ['Kiran Patel', 'en gu hi'],
  ['Lena Fischer', 'en'],
  ['Marcus Bell', 'en'],
  ['Nadia Rahman', 'en bn'],
  ['Owen Castle', 'en bfi'],
  ['Priya Nair', 'en hi'],
  ['Quinn Doyle', 'en'],
  ['Ruth Abrams', 'en'],
  ['Sofia Popescu', 'en ro'],
  ['Tariq Aziz', 'en ar'],
  ['Una Kearney', 'en'],
  ['Viktor Kowalczyk', 'en pl'],
  ['Wendy Clarke', 'en'],
] as const

/** The officers of the demonstration: the one people sign in as first, then others across every district. */
export function seededOfficers(force: Force): readonly SeedOfficer[] {
  const { home, beside, others } = seedDistricts(force)
  const all = force.districts.map(({ id }) => id)
  const specialisms = force.specialisms.map(({ id }) => id)
  const first: SeedOfficer = {
    ...{ email: 'officer@example.test', name: 'Rowan Adeyemi', role: 'liaison-officer' },
    ...{ districts: [home, beside], languages: ['en'], openLimit: 6, active: true, trainingYears: 1 },
    ...{ specialisms: specialisms.slice(0, 1), oneMore: false },
  }
  const rest = names.map(([name, languages], index): SeedOfficer => {
    const district = all[index % all.length] ?? home
    const second = others[(index * 3) % others.length] ?? district
    return {
      email: `${name.toLowerCase().replaceAll(' ', '.')}@example.test`,
      name,
      role: 'liaison-officer',
      districts: index % 4 === 0 && second !== district ? [district, second] : [district],
      languages: languages.split(' '),
      openLimit: 3 + (index % 4),
      active: index !== 13,
      trainingYears: yearsOf(index),
      specialisms: specialisms.filter((_, place) => (index + place) % 5 === 0),
      oneMore: index === 5,
    }
  })
  return [first, ...rest]
}

/** One whose training is over, one whose ends soon, one who had none, and the others. */
function yearsOf(index: number): number | null {
  if (index === 7) return -0.1
  if (index === 10) return 0.1
  return index === 20 ? null : 0.5 + (index % 3)
}

/** Officers and their duty for the coming weeks, counted from `at`. Run again later, it adds the weeks since. */
export async function seedOfficers(force: Force, at: Date): Promise<void> {
  const officers = seededOfficers(force).map((officer, index) => ({
    ...officer,
    training: seededTraining(officer.trainingYears, index, force, at),
  }))
  await ownerDb().officer.createMany({
    data: officers.map(({ training, ...officer }) => {
      const until = trainedUntil(training, force)
      return {
        id: seedId('officer', officer.email),
        accountId: seedId('account', officer.email),
        districts: [...officer.districts],
        languages: [...officer.languages],
        specialisms: [...officer.specialisms],
        openLimit: officer.openLimit,
        active: officer.active,
        trainingUntil: until === null ? null : new Date(until),
        oneMoreAt: officer.oneMore ? at : null,
      }
    }),
    skipDuplicates: true,
  })
  await ownerDb().trainingRecord.createMany({
    data: officers.flatMap(({ email, training }) =>
      training.map(({ topic, completedOn, expiresOn, heldWith }) => ({
        ...{ id: seedId('training', email, topic), officerId: seedId('officer', email), topic },
        ...{ completedOn: new Date(completedOn), expiresOn: new Date(expiresOn), heldWith: [...heldWith] },
        ...{ recordedAt: at, recordedById: seedId('account', 'supervisor@example.test') },
      })),
    ),
    skipDuplicates: true,
  })
  const shifts = officers.flatMap(({ email }, index) => shiftsOf(email, index, force, at))
  await ownerDb().dutyShift.createMany({ data: shifts, skipDuplicates: true })
}

const weeks = 4
const early = ['07:00', '15:00'] as const
const late = ['14:00', '22:00'] as const

/** Two early, two late, three off, each officer a day further on; the first officer works every day but one. */
function shiftsOf(email: string, index: number, force: Force, at: Date) {
  const today = localTime(at, force).toPlainDate()
  return Array.from({ length: weeks * 7 + 2 }, (_, ahead) => today.add({ days: ahead - 1 })).flatMap(
    (day) => {
      const turn = (day.since('2026-01-05').days + index * 3) % 7
      const span = turn < (index === 0 ? 3 : 2) ? early : turn < (index === 0 ? 6 : 4) ? late : null
      if (span === null) return []
      const id = seedId('shift', email, day.toString())
      const [from, to] = span
      return [
        {
          id,
          officerId: seedId('officer', email),
          startsAt: instantOf(day, from, force),
          endsAt: instantOf(day, to, force),
        },
      ]
    },
  )
}
