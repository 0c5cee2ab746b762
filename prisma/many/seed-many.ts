import 'server-only'
import type { Temporal } from 'temporal-polyfill'
import { currentForce } from '@/lib/config/current-force'
import { env } from '@/lib/config/env'
import { ownerDb } from '@/lib/db/owner'
import { storeRows } from '@/lib/db/store-rows'
import { arrivalTimes } from './arrival-times'
import { madeCase } from './made-case'
import type { Holder, MadeCase, Making } from './made-case'
import { publishAnew } from './publish-anew'
import { storing } from './storing'

/** Why no cases are made, in words for whoever asked. */
export class ManyError extends Error {}

/** How many at once, at most: what ids and references have room for. */
const most = 5_000_000
/** So many are open by now, or a few more, of however many: what the officers of a demonstration can have. */
const mostOpen = 300
const tenYears = 120
/** Of all cases so many would be open after ten years, if none were pressed. */
const openPart = 0.008
/** How many before it is said how far it is. */
const step = 50_000

export interface SeedingMany {
  readonly cases: number
  readonly seed: number
  readonly until: Temporal.ZonedDateTime
  /** Over how many months they came; ten years where nothing is said. */
  readonly months?: number
  /** Of the cases that would be open by now, this share is. Where nothing is said, no more are than one desk can have. */
  readonly openShare?: number
  /** The usual one, with what is rare, where nothing is said. */
  readonly mix?: Making['mix']
  /** Told how far it is. */
  readonly say: (line: string) => void
}

/**
 * Makes cases up, stores them, and begins figures anew: those of all months that are settled are published as if the cases had always been there.
 * Throws ManyError in words.
 */
export async function seedMany(asked: SeedingMany): Promise<void> {
  if (!(await storeMany(asked)))
    throw new ManyError('The cases of this seed are there already: name another, with --seed 2 for example.')
  await publishAnew(asked.say)
}

/** Makes cases up and stores all of them; gives false, and does nothing, where those of this seed are there. No figure knows of them yet. Throws ManyError. */
export async function storeMany(asked: SeedingMany): Promise<boolean> {
  const { cases, seed, until, say, months = tenYears, mix = 'usual' } = asked
  if (!isWithin(cases, 1, most) || !isWithin(seed, 0, 65_535))
    throw new ManyError(
      'Say how many, from 1 to 5,000,000: npm run seed -- --cases 1000000 (and --seed, to 65535).',
    )
  const holders = await demonstrationOfficers()
  if (holders.length === 0)
    throw new ManyError('There are no officers to give cases to: start the demonstration first.')
  const openShare = asked.openShare ?? Math.min(1, mostOpen / (cases * openPart))
  const making = { force: currentForce(), seed, until: until.epochMilliseconds, holders, openShare, mix }
  if ((await ownerDb().case.count({ where: { id: madeCase(0, making.until, making).id } })) > 0) return false
  const { DATABASE_URL, MIGRATE_DATABASE_URL } = env()
  await storeRows(MIGRATE_DATABASE_URL ?? DATABASE_URL, storing(currentForce().id, manyCases(), say))
  say('Stored. They hold no words: opening one shows that there is nothing.')
  return true

  function* manyCases(): Generator<readonly MadeCase[]> {
    let number = 0
    for (const times of arrivalTimes(cases, seed, until, months)) {
      const before = number
      yield times.map((at) => madeCase(number++, at, making))
      if (Math.floor(number / step) > Math.floor(before / step))
        say(`${number.toLocaleString('en')} of ${cases.toLocaleString('en')} cases made up`)
    }
  }
}

function isWithin(number: number, from: number, to: number): boolean {
  return Number.isInteger(number) && number >= from && number <= to
}

async function demonstrationOfficers(): Promise<readonly Holder[]> {
  const officers = await ownerDb().officer.findMany({
    where: { active: true, account: { demo: true, active: true } },
    orderBy: { account: { email: 'asc' } },
  })
  return officers.map(({ accountId, districts }) => ({ accountId, districts }))
}
