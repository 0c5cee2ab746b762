import 'server-only'
import { currentForce } from '@/lib/config/current-force'

/**
 * The answer to every form that was taken: look at this page next. `path` is one of our own addresses, or exactly the one the
 * force leaves to; every other site's is refused, because it can only be forged.
 */
export function seeOther(path: string): Response {
  // Browsers drop tabs and line ends from an address before they read it.
  const isOurs = !/\p{Cc}/u.test(path) && /^\/(?![/\\])/u.test(path)
  if (!isOurs && path !== currentForce().exitTo) throw new Error('A redirect that is no address of ours.')
  return new Response(null, { status: 303, headers: { location: path } })
}
