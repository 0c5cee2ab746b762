import type { DistrictId } from './words'

/** How many open cases a new officer holds at once, until their supervisor says otherwise. */
const firstOpenLimit = 5

/**
 * What routing knows of somebody who is a liaison officer from now on, however they became one. No training is on record:
 * routing offers them no case until there is some.
 */
export function newOfficer(districts: readonly DistrictId[]) {
  return { districts: [...districts], languages: ['en'], openLimit: firstOpenLimit, trainingUntil: null }
}
