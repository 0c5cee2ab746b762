import type { Journey } from '@/lib/journey/definition'
import { equality } from './equality'
import { liaison } from './liaison'
import { report } from './report'
import { safeContact } from './safe-contact'

/** The journeys that begin at an address of their own. */
export const journeys: readonly Journey[] = [report, liaison, equality]

/** And the one that only the page of a return code leads to. */
export const everyJourney: readonly Journey[] = [...journeys, safeContact]

/** The journey of an id, for example one that is stored; undefined when there is none. */
export function findJourney(id: string): Journey | undefined {
  return everyJourney.find((journey) => journey.id === id)
}
