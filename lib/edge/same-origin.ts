/** What is asked of a request's headers. */
interface Asked {
  readonly get: (name: string) => string | null
}

/**
 * Whether a form was posted from our own pages. Browsers say so in `Sec-Fetch-Site`, and older ones, or those on plain
 * http, in `Origin`. A request with neither is no browser's form and carries nobody's cookie by surprise.
 */
export function isSameOrigin(headers: Asked): boolean {
  const site = headers.get('sec-fetch-site')
  if (site !== null) return site === 'same-origin' || site === 'none'
  const origin = headers.get('origin')
  if (origin === null) return true
  return hostOf(origin) === headers.get('host')
}

function hostOf(origin: string): string | undefined {
  return URL.canParse(origin) ? new URL(origin).host : undefined
}
