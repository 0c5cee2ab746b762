/** Begins of headers that steer the framework, or that are ours to set: no visitor may send them in. */
const steering = [
  'x-middleware-',
  'x-invoke-',
  'x-nextjs-',
  'x-vercel-',
  'x-alongside-',
  'x-forwarded-',
  'x-next-',
]

const steeringExactly = new Set([
  'content-security-policy',
  'content-security-policy-report-only',
  'forwarded',
  'next-action',
  'next-resume',
  'next-url',
  'next-hmr-refresh',
  'x-action-forwarded',
  'x-action-revalidated',
  'x-action-redirect',
  'x-http-method',
  'x-http-method-override',
  'x-matched-path',
  'x-method-override',
  'x-nonce',
  'x-now-route-matches',
  'x-original-url',
  'x-prerender-revalidate',
  'x-prerender-revalidate-if-generated',
  'x-real-ip',
  'x-rewrite-url',
])

/** The framework's own requests for parts of a page. Desk pages alone change in place. */
const partsOfPages = (name: string) =>
  name === 'rsc' || name.startsWith('next-router-') || name === 'next-test-fetch-priority'

/**
 * Whether a header that came in must not reach the framework. `name` is in lower case. `deskPage`: the address is one of
 * the desk's, whose queue asks for parts of a page.
 */
export function isSteering(name: string, deskPage: boolean): boolean {
  if (steeringExactly.has(name) || steering.some((begin) => name.startsWith(begin))) return true
  return !deskPage && partsOfPages(name)
}
