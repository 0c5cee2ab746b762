import 'server-only'
import { now } from '@/lib/adapters/clock'
import { currentForce } from '@/lib/config/current-force'
import { startOfDay } from '@/lib/domain/local-day'
import type { PolicyContext } from '@/lib/domain/policy'

/** What the policy looks at now, by the force's clock. `steppedUp`: they have just proved who they are. */
export function policyContext(steppedUp = false): PolicyContext {
  return { startOfToday: startOfDay(now(), currentForce().timeZone), steppedUp }
}
