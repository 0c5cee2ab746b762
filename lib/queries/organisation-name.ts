import 'server-only'
import { currentForce } from '@/lib/config/current-force'
import { supportService } from '@/lib/domain/ways-out/support'

/** The name of a police force or of a support service. */
export function organisationName(id: string): string | undefined {
  return currentForce().policeForces[id]?.name ?? supportService(currentForce(), id)?.name
}
