import { env } from '@/lib/config/env'
import { checkForce } from '@/lib/domain/clocks/check-force'
import type { Force } from '@/lib/domain/force'
import { forces } from '@/lib/force/forces'

const sound = new Set<string>()

/**
 * The force that runs this deployment. Throws naming the forces there are when `FORCE` is none of them, and saying what is wrong where
 * the times it has set cannot be kept: asked for as the server starts.
 */
export function currentForce(): Force {
  const force = forces[env().FORCE]
  if (force === undefined) {
    throw new Error(`FORCE is none of: ${Object.keys(forces).join(', ')}.`)
  }
  if (!sound.has(force.id)) {
    const problems = checkForce(force)
    if (problems.length > 0) throw new Error(problems.join(' '))
    sound.add(force.id)
  }
  return force
}
