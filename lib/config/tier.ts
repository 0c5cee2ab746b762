import 'server-only'
import { env } from './env'

/**
 * Throws unless this process serves `tier`. `what` names the thing in the message. The proxy refuses the other tier's
 * addresses; this is asked where things are done, so that a way past the proxy leads nowhere.
 */
export function requireTier(tier: 'public' | 'staff', what: string): void {
  const { TIER } = env()
  if (TIER !== 'all' && TIER !== tier) throw new Error(`${what}: not in TIER=${TIER}.`)
}
