import { env } from '@/lib/config/env'
import type { Force } from '@/lib/domain/force'
import { forces } from '@/lib/force/forces'

/** The force that runs this deployment. Throws naming the forces there are when `FORCE` is none of them. */
export function currentForce(): Force {
  const force = forces[env().FORCE]
  if (force === undefined) {
    throw new Error(`FORCE is none of: ${Object.keys(forces).join(', ')}.`)
  }
  return force
}
