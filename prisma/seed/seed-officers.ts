import 'server-only'
import { ownerDb } from '@/lib/db/owner'
import type { Force } from '@/lib/domain/force'
import { trainedUntil } from '@/lib/domain/training'
import type { SeedPerson } from './seed-accounts'
import { seedId } from './seed-accounts'
import { seedDistricts } from './seed-districts'
import { seedDuty } from './seed-duty'
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

/** Officers, what they were trained in, and their duty. */
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
  await seedDuty(force, at, officers)
}
