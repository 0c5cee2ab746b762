import type { Journey } from '@/lib/journey/definition'
import { equality } from './equality'
import { liaison } from './liaison'
import { report } from './report'

export const journeys: readonly Journey[] = [report, liaison, equality]

/** The journey of an id, for example one from an address; undefined when there is none. */
export function findJourney(id: string): Journey | undefined {
  return journeys.find((journey) => journey.id === id)
}
