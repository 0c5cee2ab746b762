import type { Force, SupportService } from '../force'
import { readDay } from '../records/edition'

/** How somebody tells the desk that they agree. With their return code they say so themselves. */
export const consentWays = ['telephone', 'in-person', 'writing', 'message'] as const

/** Who says it: the person, or somebody who may speak for them. */
export const consentGivers = ['person', 'for-them'] as const

/** How a service is told: by telephone, or by a letter that is to be made, was made, and then sent. */
export type TellingWay = 'telephone' | 'letter' | 'made' | 'sent'

/** What somebody agreed to, for one service alone. */
export interface Consent {
  readonly service: string
  readonly way: (typeof consentWays)[number]
  readonly givenBy: (typeof consentGivers)[number]
  /** A day, `YYYY-MM-DD`. */
  readonly agreedOn: string
  /** Whether what happened may be told too. */
  readonly account: boolean
}

/** A form in which consent is written down, as it was posted. */
export interface PostedConsent {
  readonly service: string
  readonly way: string
  readonly givenBy: string
  readonly agreedOn: string
  readonly account: string
}

/** The services somebody can be referred to: not the crisis lines, which people ring themselves. */
export function servicesToRefer({ support }: Force): readonly SupportService[] {
  return support.filter(({ helps }) => !helps.includes('crisis'))
}

/** The service of an id, also one that nobody is referred to any more. */
export function supportService({ support }: Force, id: string): SupportService | undefined {
  return support.find((one) => one.id === id)
}

/** What was posted as the consent it says; null where something of it is missing, unknown, or lies after `today`. */
export function readConsent(posted: PostedConsent, force: Force, today: string): Consent | null {
  const service = servicesToRefer(force).find(({ id }) => id === posted.service)?.id
  const way = consentWays.find((known) => known === posted.way)
  const givenBy = consentGivers.find((known) => known === posted.givenBy)
  const agreedOn = readDay(posted.agreedOn)
  if (service === undefined || way === undefined || givenBy === undefined) return null
  if (agreedOn === null || agreedOn > today) return null
  return { service, way, givenBy, agreedOn, account: posted.account === 'yes' }
}
