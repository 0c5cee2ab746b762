import type { DeskArea } from '@/lib/domain/policy'
import type { Tier } from '@/lib/config/env'
import { locales } from '@/lib/i18n/locales'
import { localePrefixOf } from './locale-prefix'

/** Which tier serves a route. What a process serves is `TIER` of lib/config/env.ts. */
type RouteTier = 'public' | 'staff' | 'both'

/**
 * Who may come in: `anybody`; whoever is `signed-in`; whoever the policy lets do this to the `case` of the address; or
 * the roles that may enter a part of the desk.
 */
type Entrance = 'anybody' | 'signed-in' | 'case' | DeskArea

/** One page (GET) or Route Handler of `app/`, by its folder without route groups. */
export interface Route {
  readonly path: string
  readonly methods: readonly string[]
  readonly tier: RouteTier
  readonly entrance: Entrance
}

const get = ['GET'] as const
const post = ['POST'] as const
const every = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'] as const

const open = (tier: RouteTier, path: string, methods: readonly string[] = get): Route => {
  return { path, methods, tier, entrance: 'anybody' }
}
const desk = (entrance: Entrance, path: string, methods: readonly string[] = get): Route => {
  return { path, methods, tier: 'staff', entrance }
}

/**
 * Every route there is. A test beside this file fails when a file of `app/` is missing here, when a line has no file, and
 * when a route's source does not ask for the entrance its line claims.
 */
export const routes: readonly Route[] = [
  open('both', '/health'),

  open('public', '/[locale]'),
  open('public', '/[locale]/start'),
  open('public', '/[locale]/start/over', post),
  open('public', '/[locale]/start/report', post),
  open('public', '/[locale]/emergency'),
  open('public', '/[locale]/elsewhere'),
  open('public', '/[locale]/support'),
  open('public', '/[locale]/accessibility'),
  open('public', '/[locale]/privacy'),
  open('public', '/[locale]/trouble'),
  open('public', '/[locale]/[journey]'),
  open('public', '/[locale]/[journey]/[step]'),
  open('public', '/[locale]/[journey]/[step]/answer', ['GET', 'POST']),
  open('public', '/[locale]/[journey]/[step]/autosave', post),
  open('public', '/[locale]/[journey]/check'),
  open('public', '/[locale]/[journey]/check/send', post),
  open('public', '/[locale]/[journey]/check/wait'),
  open('public', '/[locale]/[journey]/sent'),
  open('public', '/[locale]/[journey]/sent/hide', post),
  open('public', '/[locale]/follow-up'),
  open('public', '/[locale]/follow-up/open', post),
  open('public', '/[locale]/follow-up/message', post),
  open('public', '/[locale]/follow-up/status'),
  open('public', '/[locale]/[...rest]', every),
  open('public', '/exit', ['GET', 'HEAD']),

  open('staff', '/staff/sign-in'),
  open('staff', '/staff/sign-in/answer', post),
  open('staff', '/staff/invitation'),
  open('staff', '/staff/invitation/[token]'),
  open('staff', '/staff/invitation/password', post),
  open('staff', '/staff/invitation/passkey/begin', post),
  open('staff', '/staff/invitation/passkey/finish', post),
  open('staff', '/staff/sign-in/passkey/begin', post),
  open('staff', '/staff/sign-in/passkey/finish', post),
  desk('signed-in', '/staff/confirm/passkey/begin', post),
  desk('signed-in', '/staff/confirm/passkey/finish', post),
  open('staff', '/staff/sign-in/force'),
  open('staff', '/staff/sign-out/force'),
  open('staff', '/api/auth/[...nextauth]'),
  open('staff', '/staff/sign-out', post),
  open('staff', '/staff/[...rest]', every),
  desk('queue', '/staff'),
  desk('signed-in', '/staff/help'),
  desk('signed-in', '/staff/session', ['GET', 'POST']),
  desk('signed-in', '/staff/confirm'),
  desk('signed-in', '/staff/confirm/answer', post),
  desk('officers', '/staff/officers'),
  desk('accounts', '/staff/admin'),
  desk('accounts', '/staff/admin/accounts/[id]'),
  desk('accounts', '/staff/admin/accounts/[id]/close', post),
  desk('accounts', '/staff/admin/accounts/[id]/open', post),
  desk('accounts', '/staff/admin/accounts/[id]/reset', post),
  desk('accounts', '/staff/admin/accounts/[id]/role', post),
  desk('accounts', '/staff/admin/accounts/[id]/sessions', post),
  desk('accounts', '/staff/admin/invitations'),
  desk('accounts', '/staff/admin/invitations/create', post),
  desk('accounts', '/staff/admin/invitations/[id]/withdraw', post),
  desk('accounts', '/staff/admin/roles'),
  desk('signed-in', '/staff/account'),
  desk('signed-in', '/staff/account/authenticator'),
  desk('signed-in', '/staff/account/authenticator/confirm', post),
  desk('signed-in', '/staff/account/force/disconnect', post),
  desk('signed-in', '/staff/account/passkeys'),
  desk('signed-in', '/staff/account/passkeys/begin', post),
  desk('signed-in', '/staff/account/passkeys/finish', post),
  desk('signed-in', '/staff/account/passkeys/name', post),
  desk('signed-in', '/staff/account/passkeys/remove', post),
  desk('signed-in', '/staff/account/password'),
  desk('signed-in', '/staff/account/password/change', post),
  desk('signed-in', '/staff/account/recovery-codes'),
  desk('signed-in', '/staff/account/recovery-codes/kept', post),
  desk('signed-in', '/staff/account/recovery-codes/new', post),
  desk('signed-in', '/staff/account/sessions', post),
  desk('audit', '/staff/audit'),
  desk('case', '/staff/cases/[reference]'),
  desk('case', '/staff/cases/[reference]/assign', post),
  desk('case', '/staff/cases/[reference]/close', post),
  desk('case', '/staff/cases/[reference]/control-room', post),
  desk('case', '/staff/cases/[reference]/message', post),
  desk('case', '/staff/cases/[reference]/note', post),
  desk('case', '/staff/cases/[reference]/reveal', post),
  desk('case', '/staff/cases/[reference]/risk', post),
  desk('case', '/staff/cases/[reference]/status', post),
  desk('case', '/staff/cases/[reference]/take', post),
  desk('case', '/staff/cases/[reference]/transfer', post),
  desk('record', '/staff/record'),
  desk('record', '/staff/record/start', post),
  desk('record', '/staff/record/leave', post),
  desk('record', '/staff/record/[journey]/[step]'),
  desk('record', '/staff/record/[journey]/[step]/answer', post),
  desk('record', '/staff/record/[journey]/[step]/autosave', post),
  desk('record', '/staff/record/[journey]/check'),
  desk('record', '/staff/record/[journey]/check/send', post),
  desk('record', '/staff/record/[journey]/sent'),
]

const isDynamic = (part: string) => part.startsWith('[')
const partsOf = (path: string) => path.split('/').filter((part) => part !== '')

/** Words before parameters, part by part, as Next chooses. */
const bySpecificity = [...routes].sort((one, other) => weightOf(one) - weightOf(other))

function weightOf({ path }: Route): number {
  const weights = partsOf(path).map((part) => (part.startsWith('[...') ? 2 : isDynamic(part) ? 1 : 0))
  return weights.reduce<number>((sum, weight, place) => sum + weight * 3 ** (9 - place), 0)
}

function fits({ path }: Route, given: readonly string[]): boolean {
  const parts = partsOf(path)
  const rest = parts.at(-1)?.startsWith('[...') === true
  if (rest ? given.length < parts.length : given.length !== parts.length) return false
  return parts.every((part, place) => part === given[place] || takes(part, given[place]))
}

/** The journeys of lib/journeys, which are too much to load before every request; a test holds the two together. */
export const journeyIds: readonly string[] = ['report', 'liaison', 'equality']

/** Next would take any word for a language or a journey; only those there are lead anywhere. */
function takes(part: string, given = ''): boolean {
  if (part === '[locale]') return locales.some((locale) => locale === given)
  return part === '[journey]' ? journeyIds.includes(given) : isDynamic(part)
}

/** The route that answers an address as a browser has it, `/report/role` or `/staff`; undefined where none does. */
export function routeAt(pathname: string): Route | undefined {
  const given = partsOf(decoded(pathname))
  const all = [...partsOf(localePrefixOf(`/${given.join('/')}`)), ...given]
  return bySpecificity.find((route) => fits(route, all))
}

/** A coded letter leads to the same route as the letter. */
function decoded(pathname: string): string {
  try {
    return decodeURIComponent(pathname)
  } catch {
    return pathname
  }
}

/**
 * Whether a process of this `TIER` answers an address. The framework's own files are everybody's; what no page or handler
 * has is nobody's.
 */
export function isServedBy(tier: Tier, pathname: string): boolean {
  if (partsOf(pathname)[0] === '_next') return true
  const route = routeAt(pathname)
  if (route === undefined || route.path.endsWith('[...rest]')) return false
  return tier === 'all' || route.tier === 'both' || route.tier === tier
}

/**
 * The address inside the app that answers `pathname` in a process of this `TIER`. What leads nowhere and what is the other
 * tier's get one and the same answer, for every method, so that nothing tells them apart.
 */
export function insideOf(tier: Tier, pathname: string): string {
  if (!isServedBy(tier, pathname)) return nowhere(tier, pathname)
  return `${localePrefixOf(pathname)}${pathname === '/' ? '' : pathname}`
}

function nowhere(tier: Tier, pathname: string): string {
  const [first = ''] = partsOf(pathname)
  if (tier === 'staff' || (tier === 'all' && first === 'staff')) return '/staff/no/such/page'
  return `/${locales.find((locale) => locale === first) ?? 'en'}/no/such/page`
}

/** What stands for each parameter of an address, where a test needs one. */
const samples: Readonly<Record<string, string>> = {
  '[journey]': 'report',
  '[step]': 'role',
  '[reference]': 'HC-7K2Q-M4TD',
  '[...rest]': 'no/such/page',
}

/** An address of a route, with `values` (by parameter, brackets included) before the samples. English has no prefix. */
export function sampleAddress({ path }: Route, values: Readonly<Record<string, string>> = {}): string {
  const parts = partsOf(path).filter((part) => part !== '[locale]')
  return `/${parts.map((part) => (isDynamic(part) ? (values[part] ?? samples[part] ?? 'sample') : part)).join('/')}`
}

/** Every route somebody has to be signed in for. */
export const protectedRoutes: readonly Route[] = routes.filter(({ entrance }) => entrance !== 'anybody')
