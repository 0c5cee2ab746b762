/** Every address of the product. `locale` is left out of English addresses. */
const prefix = (locale: string) => (locale === 'en' ? '' : `/${locale}`)

export const publicPaths = {
  home: (locale: string) => (locale === 'en' ? '/' : `/${locale}`),
  start: (locale: string) => `${prefix(locale)}/start`,
  emergency: (locale: string) => `${prefix(locale)}/emergency`,
  journey: (locale: string, journey: string) => `${prefix(locale)}/${journey}`,
  step: (locale: string, journey: string, slug: string) => `${prefix(locale)}/${journey}/${slug}`,
  check: (locale: string, journey: string) => `${prefix(locale)}/${journey}/check`,
  sent: (locale: string, journey: string) => `${prefix(locale)}/${journey}/sent`,
  followUp: (locale: string) => `${prefix(locale)}/follow-up`,
  support: (locale: string) => `${prefix(locale)}/support`,
  accessibility: (locale: string) => `${prefix(locale)}/accessibility`,
  privacy: (locale: string) => `${prefix(locale)}/privacy`,
  exit: '/exit',
  health: '/health',
} as const

export const staffPaths = {
  queue: '/staff',
  signIn: '/staff/sign-in',
  signOut: '/staff/sign-out',
  case: (reference: string) => `/staff/cases/${reference}`,
  caseAction: (reference: string, action: string) => `/staff/cases/${reference}/${action}`,
  record: '/staff/record',
  recordStep: (journey: string, slug: string) => `/staff/record/${journey}/${slug}`,
  officers: '/staff/officers',
  audit: '/staff/audit',
  help: '/staff/help',
} as const
