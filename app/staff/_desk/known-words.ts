import 'server-only'
import { now } from '@/lib/adapters/clock'
import { currentForce } from '@/lib/config/current-force'
import { monthOf } from '@/lib/domain/figures/statistics-year'
import { valuesOf } from '@/lib/domain/figures/values'
import type { KnownWords } from '@/lib/domain/queue-filters'
import { monitoredStrands } from '@/lib/domain/words'

/** The force's words that a queue can be narrowed by. */
export function knownWords(): KnownWords {
  const force = currentForce()
  return {
    districts: force.districts.map(({ id }) => id),
    strands: [...monitoredStrands, ...force.extraStrands],
    dispositions: valuesOf('disposition', force),
    thisMonth: monthOf(now(), force),
  }
}
