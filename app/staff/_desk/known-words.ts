import 'server-only'
import { currentForce } from '@/lib/config/current-force'
import type { KnownWords } from '@/lib/domain/queue-filters'
import { monitoredStrands } from '@/lib/domain/words'

/** The force's words that a queue can be narrowed by. */
export function knownWords(): KnownWords {
  const { districts, extraStrands } = currentForce()
  return { districts: districts.map(({ id }) => id), strands: [...monitoredStrands, ...extraStrands] }
}
