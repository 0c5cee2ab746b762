import type { Duty } from './duty'
import { limitOf } from './officer-facts'
import type { OfficerFacts } from './officer-facts'
import type { Covering } from './tier'

/** What speaks for a candidate; words are `rules.routing.<rule>`. */
export const reasonRules = [
  'covers-district',
  'covers-neighbour',
  'covers-force',
  'on-duty-now',
  'next-on-duty',
  'after-it-is-due',
  'speaks-language',
  'has-specialism',
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

/** How many of the languages and specialisms asked for an officer has, and whether they are on duty too late for what is due. */
interface Fit {
  readonly spoken: number
  readonly known: number
  readonly isLate: boolean
}

/** What speaks for an officer, and what against them. */
export function reasonsFor(
  officer: OfficerFacts,
  covering: Covering,
  duty: Duty,
  { spoken, known, isLate }: Fit,
): Reason[] {
  const { openCases: open, lastAssignedAt } = officer
  return [
    coveringReason(covering),
    duty.until === null ? timed('next-on-duty', duty.from) : timed('on-duty-now', duty.until),
    ...(duty.until === null && isLate ? [{ rule: 'after-it-is-due' } as const] : []),
    ...(spoken > 0 ? [{ rule: 'speaks-language' } as const] : []),
    ...(known > 0 ? [{ rule: 'has-specialism' } as const] : []),
    { rule: 'open-cases', values: { open, limit: limitOf(officer) } },
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
