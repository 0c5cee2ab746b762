import type { DistrictId } from './words'

export interface Shift {
  readonly startsAt: Date
  readonly endsAt: Date
}

/** What routing may know of a liaison officer. */
export interface OfficerFacts {
  readonly id: string
  readonly active: boolean
  readonly districts: readonly DistrictId[]
  /** BCP 47 tags. */
  readonly languages: readonly string[]
  /** A day, as the database keeps it: midnight UTC. Training counts until the end of that day. Null: never trained. */
  readonly trainingUntil: Date | null
  readonly openLimit: number
  readonly openCases: number
  /** Ids of the force's specialisms. */
  readonly specialisms: readonly string[]
  /** They said that they can take one more than their limit, and were given nothing since. */
  readonly oneMore: boolean
  /** They must hand over what they hold, and are to be given nothing. */
  readonly handingOver: boolean
  readonly lastAssignedAt: Date | null
  readonly shifts: readonly Shift[]
  /** The officer declared a conflict with this case. */
  readonly conflicts: boolean
}

/** How many open cases an officer may hold as things are. Who may hold none at all cannot take one more either. */
export function limitOf({ openLimit, oneMore }: Pick<OfficerFacts, 'openLimit' | 'oneMore'>): number {
  return openLimit === 0 ? 0 : openLimit + (oneMore ? 1 : 0)
}

/** Whether an officer holds as many open cases as they may. */
export function isFull(officer: Pick<OfficerFacts, 'openCases' | 'openLimit' | 'oneMore'>): boolean {
  return officer.openCases >= limitOf(officer)
}

/** What routing may know of a case. */
export interface RoutingFacts {
  /** Null: the place is not known well enough. */
  readonly district: DistrictId | null
  readonly languages: readonly string[]
  /** Officers who cover any of these districts are left out, and so are these officers: the reporter asked. */
  readonly excludedDistricts: readonly DistrictId[]
  readonly excludedOfficers: readonly string[]
  /** The person complained of works for the police: no officer is suggested. */
  readonly restricted: boolean
  /** When the first thing it waits for is due. Left out, or null: nothing is. */
  readonly dueAt?: Date | null
  /** Ids of the force's specialisms that fit it. Left out: none. */
  readonly specialisms?: readonly string[]
  /** Officers who were asked before: those who said no, and those whose duty ended without an answer. Left out: none. */
  readonly declinedBy?: readonly string[]
  readonly unansweredBy?: readonly string[]
  /** Officers who may know the reporter, where they are not to be asked before a person has asked them that. Left out: none. */
  readonly mayKnow?: readonly string[]
}
