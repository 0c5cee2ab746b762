import { nextDuty } from '../duty'
import type { OfficerFacts } from '../officer-facts'

/** What the list of officers is narrowed to; all of it is in the address. */
export interface OfficerFilters {
  readonly district: string | null
  /** A BCP 47 tag. */
  readonly language: string | null
  /** `now`: on duty and serving. `none`: no duty is planned. */
  readonly duty: 'now' | 'none' | null
}

type Query = Readonly<Record<string, string | readonly string[] | undefined>>

interface Known {
  readonly districts: readonly string[]
  readonly languages: readonly string[]
}

/** Reads filters from an address. What is not known is passed over, not refused. */
export function readOfficerFilters(query: Query, { districts, languages }: Known): OfficerFilters {
  return {
    district: districts.find((id) => id === query.district) ?? null,
    language: languages.find((tag) => tag === query.language) ?? null,
    duty: (['now', 'none'] as const).find((known) => known === query.duty) ?? null,
  }
}

type Listed = Pick<OfficerFacts, 'districts' | 'languages' | 'shifts' | 'active'>

/** Whether an officer is among what the list is narrowed to. */
export function isListed(officer: Listed, { district, language, duty }: OfficerFilters, now: Date): boolean {
  return (
    (district === null || officer.districts.includes(district)) &&
    (language === null || officer.languages.includes(language)) &&
    (duty === null || (duty === 'now' ? isOnDuty(officer, now) : nextDuty(officer.shifts, now) === null))
  )
}

/** Whether somebody who serves is on duty. */
export function isOnDuty({ active, shifts }: Pick<Listed, 'active' | 'shifts'>, now: Date): boolean {
  return active && (nextDuty(shifts, now)?.until ?? null) !== null
}
