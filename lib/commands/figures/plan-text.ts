import 'server-only'
import { currentForce } from '@/lib/config/current-force'
import { countingPlan } from '@/lib/domain/figures/counting-plan'

/** What the database counts by, of this force, as text. */
export function planText(): string {
  return JSON.stringify(countingPlan(currentForce()))
}
