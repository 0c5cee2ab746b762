import type { Force } from '@/lib/domain/force'
import type { DistrictId } from '@/lib/domain/words'
import type { Answers } from '@/lib/journey/definition'

/** A whole number from 0 up to and without `below`, by chance. */
export type Chance = (below: number) => number

/** A made-up case: what its made-up person answered, and what became of it. */
export interface Decoy {
  readonly answers: Answers
  readonly receivedAt: Date
  readonly firstOpenedAt: Date
  readonly closedAt: Date
  readonly disposition: string
}

/** Who does not exist. None of these is a name so common that a search for somebody real would find one every week. */
const firstNames = [
  ...['Adaeze', 'Bryn', 'Callum', 'Dilys', 'Ewa', 'Farida', 'Gethin', 'Hana', 'Idris', 'Jolene'],
  ...['Kamil', 'Leona', 'Marlon', 'Nerys', 'Oisin', 'Perpetua', 'Rufus', 'Shireen', 'Tobias', 'Winifred'],
] as const
const surnames = [
  ...[
    'Ashcombe',
    'Brackenridge',
    'Callowhill',
    'Dunsterville',
    'Eastabrook',
    'Fotheringay',
    'Gatenby',
    'Haslewood',
  ],
  ...[
    'Inskip',
    'Jellicoe',
    'Kettlewell',
    'Lanyon',
    'Mountjoy',
    'Nethersole',
    'Osgathorpe',
    'Pemberthy',
    'Quennell',
  ],
  ...['Ravenscroft', 'Silverlock', 'Tattersby', 'Underhay', 'Venning', 'Wolstencroft', 'Yarborough'],
] as const

interface Story {
  readonly account: string
  readonly answers: Answers
}

const stories: readonly Story[] = [
  {
    account: 'Two men at the bus station called me names and one of them followed me to the ticket machine.',
    answers: {
      whatHappened: ['abuse'],
      strands: ['sexual-orientation'],
      placeKind: 'bus',
      suspect: ['stranger'],
    },
  },
  {
    account: 'Somebody wrote on our garage door again. It is the third time since we moved in.',
    answers: {
      whatHappened: ['damage', 'near-home'],
      strands: ['race'],
      placeKind: 'home',
      happenedBefore: 'before',
    },
  },
  {
    account: 'A customer shouted at me in the shop about my headscarf and threw the basket on the floor.',
    answers: {
      whatHappened: ['abuse'],
      strands: ['religion'],
      placeKind: 'shop',
      suspect: ['known-by-sight'],
    },
  },
  {
    account: 'They filmed me on the way home and laughed at how I walk. I do not know if it was put online.',
    answers: {
      whatHappened: ['harassment'],
      strands: ['disability'],
      placeKind: 'street',
      suspect: ['stranger'],
    },
  },
  {
    account: 'A man at the gym would not let me into the changing room and told everybody why.',
    answers: { whatHappened: ['abuse', 'refused'], strands: ['transgender-identity'], placeKind: 'sports' },
  },
  {
    account: 'Somebody spat at us from a car near the park. We were holding hands.',
    answers: { whatHappened: ['spat-or-thrown'], strands: ['sexual-orientation'], placeKind: 'park' },
  },
]

/** The range that Ofcom keeps for drama: no telephone has these numbers. */
const telephone = (chance: Chance) => `07700 900${String(chance(1_000)).padStart(3, '0')}`

const unitLetters = 'ABDEFGHJLNPQRSTUWXYZ'
const hour = 3_600_000
const day = 24 * hour
/** So long ago, in days, that nobody has a reason to look, and not so long that its time to be kept is over. */
const ago = { from: 90, span: 180 } as const
const dispositions = ['advice', 'support-only', 'no-contact-possible', 'withdrawn', 'linked-crime']

/** Makes up somebody and what they reported, in a district of the force, before `at`. The same chance makes up the same. */
export function inventDecoy(chance: Chance, force: Force, at: Date): Decoy {
  const pick = <T>(all: readonly T[]): T => {
    const one = all[chance(all.length)]
    if (one === undefined) throw new RangeError('Chance gave a number there is not')
    return one
  }
  const story = pick(stories)
  const { id: district } = pick(force.districts)
  const receivedAt = new Date(at.getTime() - (ago.from + chance(ago.span)) * day - chance(24 * 60) * 60_000)
  const known = dispositions.filter((each) => force.dispositions.some(({ id }) => id === each))
  return {
    answers: {
      ...{
        role: 'victim',
        whenKind: 'day',
        happenedBefore: 'first',
        account: story.account,
        ...story.answers,
      },
      ...{ postcode: postcodeIn(force, district, pick, chance), district },
      ...{ contactChoice: 'plan', safeWays: ['call'], othersSee: 'no', returnCode: 'no' },
      ...{ name: `${pick(firstNames)} ${pick(surnames)}`, phone: telephone(chance), contactWhen: 'any-time' },
    },
    receivedAt,
    firstOpenedAt: new Date(receivedAt.getTime() + (1 + chance(20)) * hour),
    closedAt: new Date(receivedAt.getTime() + (3 + chance(40)) * day),
    disposition: pick(known),
  }
}

/** One whose first half lies in this district and no other, where there is such a one. */
function postcodeIn(
  { outcodes }: Force,
  district: DistrictId,
  pick: <T>(all: readonly T[]) => T,
  chance: Chance,
): string {
  const within = Object.entries(outcodes).filter(([, { districts }]) => districts.includes(district))
  const alone = within.filter(([, { districts, others }]) => districts.length === 1 && others.length === 0)
  const [outcode] = pick(alone.length === 0 ? within : alone)
  const letter = () => unitLetters.charAt(chance(unitLetters.length))
  return `${outcode} ${String(chance(10))}${letter()}${letter()}`
}
