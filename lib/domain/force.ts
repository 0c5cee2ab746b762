import type { DistrictId, StrandId } from './words'

/** Where a fact comes from and when a person last checked it. `checked` is an ISO date; null means nobody has yet. */
export interface Sourced {
  readonly source: string
  readonly checked: string | null
}

/** A policing district / Community Safety Partnership area. */
export interface District {
  readonly id: DistrictId
  readonly name: string
  /** ONS code of the local authority. */
  readonly code: string
  /** Towns and villages people will recognise, the largest first. */
  readonly places: readonly string[]
  /** Districts to fall through to, nearest first. */
  readonly neighbours: readonly DistrictId[]
}

/** What a postcode's first half says about the place: a hint only, because outcodes straddle borders. */
export interface OutcodeHint {
  /** Districts of this force the outcode touches, the main one first. */
  readonly districts: readonly DistrictId[]
  /** Ids in `policeForces` of other forces it touches. */
  readonly others: readonly string[]
}

export interface SupportService extends Sourced {
  readonly id: string
  readonly name: string
  /** Who it is for; `everyone` or strand ids or topics, used to choose what to show. */
  readonly helps: readonly string[]
  readonly phone?: string
  readonly text?: string
  readonly email?: string
  readonly web?: string
  /** Message key under `support.hours`, or plain words where hours are irregular. */
  readonly hours?: string
}

/** A daily span of local time, `HH:MM`. */
export interface Hours {
  readonly from: string
  readonly to: string
}

/** A police force somewhere in the United Kingdom, for people whose place another force covers. */
export interface PoliceForce {
  readonly name: string
  /** Its own page for reporting online. */
  readonly web: string
}

/** One force's deployment as data. Nothing outside `lib/force` names a force, a district or a telephone number. */
export interface Force {
  readonly id: string
  readonly name: string
  readonly area: string
  readonly timeZone: string
  readonly languages: readonly string[]
  readonly districts: readonly District[]
  readonly outcodes: Readonly<Record<string, OutcodeHint>>
  /** Every police force by id, and which of them each postcode area ("SG", "MK") touches: hints for places elsewhere. */
  readonly policeForces: Readonly<Record<string, PoliceForce>>
  readonly postcodeAreas: Readonly<Record<string, readonly string[]>>
  /** Strands beside the monitored five that this force treats the same way. */
  readonly extraStrands: readonly StrandId[]
  readonly reportOnline: string
  /** Where `Exit this page` leads: a dull page without personal or recent content. */
  readonly exitTo: string
  /** When submissions are read. Days are ISO weekdays, 1 = Monday. */
  readonly readingHours: Hours & { readonly days: readonly number[] }
  /** Targets for first contact, in hours by the clock or in working days, by risk. */
  readonly promises: Readonly<Record<'high' | 'medium' | 'low', { readonly amount: number; readonly unit: 'hours' | 'working-days' }>>
  readonly support: readonly SupportService[]
  /** Dispositions open to staff on closing, in order; ids are message keys under `staff.disposition`. */
  readonly dispositions: readonly { readonly id: string; readonly supervisorOnly?: true }[]
}
