import type { Force } from '@/lib/domain/force'

/** Which of these, as an address may name them, are ids of police forces; each once, in the order given. */
export function knownForces(ids: readonly string[], force: Force): readonly string[] {
  return [...new Set(ids)].filter((id) => Object.hasOwn(force.policeForces, id))
}
