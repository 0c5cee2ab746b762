import { NextResponse, type NextRequest } from 'next/server'
import { env } from '@/lib/config/env'
import { isSteering } from '@/lib/edge/inbound-headers'
import { insideOf, routeAt } from '@/lib/edge/routes'
import { staffPaths } from '@/lib/config/paths'
import { contentSecurityPolicy, filePolicy, securityHeaders } from '@/lib/edge/security-headers'

/**
 * Runs before every page: refuses Server Actions (the product has none), gives each answer its own script nonce, and finds
 * the language. It authorises nothing: that is done where data is read. What the edge (`scripts/serve`) does already is
 * done again here for the two things a page's safety hangs on, headers in and headers out: development has no edge.
 */
export function proxy(request: NextRequest): NextResponse {
  if (request.headers.has('next-action'))
    return new NextResponse('This address takes no such request.', { status: 400 })
  const nonce = Buffer.from(crypto.getRandomValues(new Uint8Array(16))).toString('base64url')
  const policy = contentSecurityPolicy(nonce, formTargets(request))
  const headers = new Headers(request.headers)
  for (const name of [...headers.keys()]) if (isForged(name, request)) headers.delete(name)
  headers.set('x-nonce', nonce)
  headers.set('x-alongside-page', `${request.nextUrl.pathname}${request.nextUrl.search}`)
  headers.set('content-security-policy', policy)
  const response = answerFor(request, headers)
  const givesFile = routeAt(request.nextUrl.pathname)?.givesFile === true
  response.headers.set('content-security-policy', givesFile ? filePolicy : policy)
  for (const [name, value] of securityHeaders(env().secureCookies)) response.headers.set(name, value)
  return response
}

/** A form of the desk that asks for a file leads on to the origin that files have of their own. */
function formTargets({ nextUrl }: NextRequest): readonly string[] {
  const { EVIDENCE_ORIGIN } = env()
  const isDesk = nextUrl.pathname.startsWith('/staff')
  return isDesk && EVIDENCE_ORIGIN !== undefined ? [new URL(EVIDENCE_ORIGIN).origin] : []
}

/** The edge has dropped what came in under these names; what bears them now is its own. */
const edgesOwn = (name: string) => name.startsWith('x-alongside-') || name.startsWith('x-forwarded-')

function isForged(name: string, { nextUrl }: NextRequest): boolean {
  return isSteering(name, nextUrl.pathname.startsWith('/staff')) && !edgesOwn(name)
}

function answerFor(request: NextRequest, headers: Headers): NextResponse {
  const url = request.nextUrl.clone()
  const { TIER } = env()
  if (TIER === 'staff' && url.pathname === '/') {
    // The name of the desk's host alone, as people type it, leads to the desk.
    url.pathname = staffPaths.queue
    return NextResponse.redirect(url, 303)
  }
  const inside = insideOf(TIER, url.pathname)
  if (inside === url.pathname) return NextResponse.next({ request: { headers } })
  url.pathname = inside
  return NextResponse.rewrite(url, { request: { headers } })
}

// To the end of each name: what only begins like a file is a page. What brings files is left out, because the framework keeps all of a
// request in memory that passes here; whatever brings nothing to such an address passes as everywhere.
export const config = {
  matcher: [
    '/((?!_next/static/|icon\\.svg$|plain\\.css$|files/).*)',
    { source: '/files/:path*', missing: [{ type: 'header', key: 'content-type' }] },
  ],
}
