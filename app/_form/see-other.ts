import 'server-only'

/**
 * The answer to every form that was taken: look at this page next. `path` is one of our own addresses, or the one the
 * force leaves to; anything a browser would read as another site's is refused, because it can only be forged.
 */
export function seeOther(path: string): Response {
  // Browsers drop tabs and line ends from an address before they read it.
  if (/\p{Cc}/u.test(path) || !/^\/(?![/\\])|^https:\/\//u.test(path))
    throw new Error('A redirect that is no address of ours.')
  return new Response(null, { status: 303, headers: { location: path } })
}
