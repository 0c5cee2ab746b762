import { randomUUID } from 'node:crypto'
import { Temporal } from 'temporal-polyfill'
import { firstMoment } from '@/lib/domain/rota/first-moment'
import { riskRules, type RiskRuleId } from '@/lib/domain/risk'
import type { Risk } from '@/lib/domain/words'
import { chanceOf, type Chance } from '../../e2e/factories/staff-days/chance'
import type { Stage } from './volunteers'

/** What comes in, with what of it is kept in plaintext. */
export interface Arrival {
  readonly number: number
  /** For the database: of one run alone. */
  readonly id: string
  readonly receivedAt: Date
  readonly kind: 'report' | 'liaison-request'
  readonly risk: Risk
  readonly riskRules: readonly RiskRuleId[]
  readonly district: string | null
  readonly strands: readonly string[]
  readonly languages: readonly string[]
  readonly excludedDistricts: readonly string[]
  readonly wantsOfficer: boolean
  readonly namesExclusion: boolean
  readonly restricted: boolean
  /** The volunteer who knows somebody in it and has said so. */
  readonly conflicted: number | null
}

/** Of a hundred that come in a day, how many in each hour: few at night, most when people are home. */
const byHour = [2, 1, 1, 1, 0, 0, 1, 2, 4, 5, 5, 5, 6, 5, 5, 5, 6, 6, 7, 8, 8, 8, 6, 3] as const

/** What comes in on a stage, the earliest first. */
export function arrivalsOf(stage: Stage): readonly Arrival[] {
  const chance = chanceOf(stage.seed + 1)
  const found: Arrival[] = []
  for (let day = 0; day < stage.days; day += 1) {
    const today = Temporal.PlainDate.from(stage.from).add({ days: day })
    const count =
      chance.count((stage.casesADay / 2) * weekday(today)) +
      chance.count((stage.casesADay / 2) * weekday(today))
    for (let one = 0; one < count; one += 1) found.push(arrival(today, stage, chance))
  }
  return found
    .sort((a, b) => a.receivedAt.getTime() - b.receivedAt.getTime())
    .map((one, number) => ({ ...one, number }))
}

/** More comes in at weekends. */
function weekday({ dayOfWeek }: Temporal.PlainDate): number {
  return dayOfWeek >= 5 ? 1.2 : 0.88
}

function arrival(today: Temporal.PlainDate, stage: Stage, chance: Chance): Arrival {
  const { force, volunteers } = stage
  const ids = force.districts.map(({ id }) => id)
  const district = ids[Math.floor(chance.next() ** 1.3 * ids.length)] ?? null
  const risk = riskOf(chance.next())
  const rules = riskRules.filter((rule) => rule.risk === risk).map(({ id }) => id)
  const picked = risk === 'low' ? -1 : chance.between(0, rules.length - 1)
  const languages = force.officerLanguages.filter((tag) => tag !== 'en')
  const wantsOfficer = chance.happens(0.75)
  return {
    ...{ number: 0, id: randomUUID(), risk },
    receivedAt: timeOf(today, stage, chance),
    kind: chance.happens(0.7) ? 'report' : 'liaison-request',
    riskRules: rules.filter((_, place) => place === picked),
    district: chance.happens(0.08) ? null : district,
    strands: [chance.happens(0.8) ? 'sexual-orientation' : 'transgender-identity'],
    languages: chance.happens(0.06) ? [languages[chance.between(0, languages.length - 1)] ?? ''] : [],
    excludedDistricts: chance.happens(0.05) ? excludedOf(district, ids, chance) : [],
    wantsOfficer,
    namesExclusion: chance.happens(0.03),
    restricted: chance.happens(0.02),
    conflicted: chance.happens(0.02) ? chance.between(0, volunteers - 1) : null,
  }
}

/** Mostly the own district, where somebody is known. */
function excludedOf(own: string | null, ids: readonly string[], chance: Chance): readonly string[] {
  const isOwn = chance.happens(0.6)
  return ids.filter((id) => (id === own) === isOwn).slice(0, 1)
}

function riskOf(place: number): Risk {
  if (place < 0.12) return 'high'
  return place < 0.45 ? 'medium' : 'low'
}

function timeOf(today: Temporal.PlainDate, { force }: Stage, chance: Chance): Date {
  let left = chance.next() * byHour.reduce<number>((sum, share) => sum + share, 0)
  const hour = Math.max(
    0,
    byHour.findIndex((share) => (left -= share) < 0),
  )
  const midnight = firstMoment(today, '00:00', force).getTime()
  return new Date(midnight + (hour * 60 + chance.between(0, 59)) * 60_000)
}
