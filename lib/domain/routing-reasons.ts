import type { Duty } from './duty'
import type { OfficerFacts } from './officer-facts'
import type { Covering } from './tier'

/** What speaks for a candidate; words are `rules.routing.<rule>`. */
export const reasonRules = [
  'covers-district',
  'covers-neighbour',
  'covers-force',
  'on-duty-now',
  'next-on-duty',
  'speaks-language',
  'open-cases',
  'last-assigned',
  'never-assigned',
] as const
type ReasonRule = (typeof reasonRules)[number]

export interface Reason {
  readonly rule: ReasonRule
  /** Values for the words. `time` is an ISO instant: put it in the reader's words before use. `district` is a name. */
  readonly values?: Readonly<Record<string, string | number>>
}

/** The reasons in the order in which they counted. `spoken` is how many of the languages asked for the officer speaks. */
export function reasonsFor(officer: OfficerFacts, covering: Covering, duty: Duty, spoken: number): Reason[] {
  const { openCases: open, openLimit: limit, lastAssignedAt } = officer
  return [
    coveringReason(covering),
    duty.until === null ? timed('next-on-duty', duty.from) : timed('on-duty-now', duty.until),
    ...(spoken > 0 ? [{ rule: 'speaks-language' } as const] : []),
    { rule: 'open-cases', values: { open, limit } },
    lastAssignedAt === null ? { rule: 'never-assigned' } : timed('last-assigned', lastAssignedAt),
  ]
}

function coveringReason({ tier, district }: Covering): Reason {
  if (district === null) return { rule: 'covers-force' }
  return {
    rule: tier === 'district' ? 'covers-district' : 'covers-neighbour',
    values: { district: district.name },
  }
}

function timed(rule: ReasonRule, time: Date): Reason {
  return { rule, values: { time: time.toISOString() } }
}
