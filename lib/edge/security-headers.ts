import { isDevelopment } from '@/lib/config/mode'

/** Where browsers report what the policy stopped. Answered by the edge; see `scripts/serve/reports.ts`. */
export const reportPath = '/csp-report'

/** Two years. Without `preload`: that list binds every host of the force's domain for good, which is the force's to decide. */
const strictTransport = 'max-age=63072000; includeSubDomains'

/** What pages may ask a browser for: to copy a return code, to fill the screen, and passkeys. Nothing else. */
const permissions = [
  ...['accelerometer', 'attribution-reporting', 'autoplay', 'browsing-topics', 'camera'],
  ...['clipboard-read', 'compute-pressure', 'cross-origin-isolated', 'display-capture', 'encrypted-media'],
  ...[
    'gamepad',
    'geolocation',
    'gyroscope',
    'hid',
    'identity-credentials-get',
    'idle-detection',
    'keyboard-map',
  ],
  ...[
    'local-fonts',
    'magnetometer',
    'microphone',
    'midi',
    'otp-credentials',
    'payment',
    'picture-in-picture',
  ],
  ...['private-state-token-issuance', 'private-state-token-redemption', 'screen-wake-lock', 'serial'],
  ...['storage-access', 'sync-xhr', 'usb', 'window-management', 'xr-spatial-tracking'],
]
  .map((feature) => `${feature}=()`)
  .concat(
    ['clipboard-write', 'fullscreen', 'publickey-credentials-create', 'publickey-credentials-get'].map(
      (feature) => `${feature}=(self)`,
    ),
  )
  .join(', ')

/**
 * Headers every answer carries, whoever makes it. Pages are never stored: a shared device must not show them again.
 * `overHttps`: the public address is https, so browsers are told to use nothing else.
 */
export function securityHeaders(overHttps: boolean): readonly (readonly [string, string])[] {
  return [
    ['cache-control', 'no-store'],
    ['referrer-policy', 'same-origin'],
    ['x-content-type-options', 'nosniff'],
    ['x-frame-options', 'DENY'],
    ['cross-origin-opener-policy', 'same-origin'],
    ['cross-origin-resource-policy', 'same-origin'],
    ['origin-agent-cluster', '?1'],
    ['permissions-policy', permissions],
    ['x-permitted-cross-domain-policies', 'none'],
    ['x-robots-tag', 'noindex'],
    ['reporting-endpoints', `csp="${reportPath}"`],
    ...(overHttps ? ([['strict-transport-security', strictTransport]] as const) : []),
  ]
}

const everywhere = [
  `default-src 'none'`,
  `style-src 'self'${isDevelopment ? ` 'unsafe-inline'` : ''}`,
  `img-src 'self' data:`,
  `base-uri 'none'`,
  `frame-ancestors 'none'`,
  `report-uri ${reportPath}`,
  `report-to csp`,
]

/** For answers that bring no script: files, redirects, and pages made at the edge. */
export const scriptlessPolicy = [...everywhere, `form-action 'self'`].join('; ')

/**
 * Only this site's own scripts, and only those that carry this answer's nonce; nothing from anywhere else. `formTargets`:
 * origins a form may lead on to after it was posted here, such as the force's own sign-in.
 */
export function contentSecurityPolicy(nonce: string, formTargets: readonly string[] = []): string {
  return [
    ...everywhere,
    `script-src 'nonce-${nonce}' 'strict-dynamic'${isDevelopment ? ` 'unsafe-eval'` : ''}`,
    `font-src 'self'`,
    `connect-src 'self'`,
    `manifest-src 'self'`,
    // See instrumentation-client.ts. What helps while developing loads scripts in ways of its own.
    ...(isDevelopment ? [] : [`require-trusted-types-for 'script'`, `trusted-types default nextjs`]),
    `form-action ${["'self'", ...formTargets].join(' ')}`,
  ].join('; ')
}

/** Of an answer that is a file: should a browser show it all the same, nothing in it runs, loads or reaches anything. */
export const filePolicy = "sandbox; default-src 'none'"
