import type { Tier } from '@/lib/config/env'
import { locales } from '@/lib/i18n/locales'
import { deskRoutes } from './desk-routes'
import { localePrefixOf } from './locale-prefix'
import { publicRoutes } from './public-routes'
import { open, post } from './route'
import type { Route } from './route'

/** What machines ask. */
const machineRoutes: readonly Route[] = [open('both', '/health'), open('public', '/referrals', post)]

/**
 * Every route there is. A test beside this file fails when a file of `app/` is missing here, when a line has no file, and
 * when a route's source does not ask for the entrance its line claims.
 */
export const routes: readonly Route[] = [...machineRoutes, ...publicRoutes, ...deskRoutes]

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
  '[place]': 'report',
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
