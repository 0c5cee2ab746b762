import 'server-only'
import { tier } from './env'

/**
 * Throws unless this process serves the tier `needed`. `what` names the thing in the message. The proxy refuses the other tier's
 * addresses; this is asked where things are done, so that a way past the proxy leads nowhere.
 */
export function requireTier(needed: 'public' | 'staff', what: string): void {
  const mine = tier()
  if (mine !== 'all' && mine !== needed) throw new Error(`${what}: not in TIER=${mine}.`)
}
