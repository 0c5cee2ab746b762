import { readFileSync } from 'node:fs'
import { describe, expect, it, test } from 'vitest'
import { deskAreas } from '@/lib/domain/desk-areas'
import { journeys } from '@/lib/journeys/find-journey'
import { routeFiles } from '../../scripts/testing/route-files'
import { asItIs, guardsOf } from '../../scripts/testing/route-guards'
import type { ReadSource } from '../../scripts/testing/route-guards'
import { root } from '../../scripts/run/project'
import { insideOf, isServedBy, journeyIds, protectedRoutes, routeAt, routes, sampleAddress } from './routes'
import type { Route } from './route'

const files = routeFiles(root)
const fileOf = ({ path }: Route) => files.find((file) => file.path === path)?.file ?? ''

const howToAdd = (path: string, methods: readonly string[]) =>
  `${path} is not in lib/edge/public-routes.ts, desk-routes.ts or case-routes.ts. Add it, with the entrance it asks for ` +
  `(a desk area, 'signed-in', 'case'; open('staff', …) for 'anybody'): ` +
  `desk('signed-in', '${path}', ${JSON.stringify(methods)}),`

test.each(files)('$file has its line, with its methods', ({ path, methods }) => {
  const route = routes.find((one) => one.path === path)
  expect(route, howToAdd(path, methods)).toBeDefined()
  expect(route?.methods, `methods of ${path}`).toEqual(methods)
})

test('every line has a file, once', () => {
  const known = new Set(files.map(({ path }) => path))
  expect(routes.filter(({ path }) => !known.has(path))).toEqual([])
  expect(new Set(routes.map(({ path }) => path)).size).toBe(routes.length)
})

test('what lies at the desk is the staff tier’s, and nothing else is', () => {
  const isDesk = ({ path }: Route) =>
    path.startsWith('/staff') || path.startsWith('/api/auth') || path === '/exchange'
  expect(routes.filter((route) => isDesk(route) !== (route.tier === 'staff'))).toEqual([])
})

/** Signing in, and leaving: nobody can be asked to be signed in for these; a file at its own origin is asked for by a link; what another force's desk asks is signed. */
const openAtTheDesk =
  /^\/(staff\/(sign-in|sign-out|invitation|evidence|\[\.\.\.rest\])|api\/auth|exchange)(\/|$)/

test('only ways in and out of the desk, and what is not there, are open to anybody', () => {
  const open = routes.filter(({ tier, entrance }) => tier === 'staff' && entrance === 'anybody')
  expect(open.filter(({ path }) => !openAtTheDesk.test(path))).toEqual([])
})

/** What a route's source does not ask although its line says so. */
function unasked(route: Route, read: ReadSource): readonly string[] {
  const file = fileOf(route)
  const names = file.endsWith('page.tsx') ? ['default'] : route.methods
  const area = deskAreas.find((one) => one === route.entrance)
  return names.flatMap((name) => {
    const { asksWho, areas } = guardsOf(root, file, name, read)
    return [
      ...(asksWho ? [] : [`${file} ${name} asks nobody who they are`]),
      ...(area === undefined || areas.has(area) ? [] : [`${file} ${name} does not ask about "${area}"`]),
    ]
  })
}

describe.each(protectedRoutes)('$path', (route) => {
  it('asks for the entrance it claims', () => {
    expect(unasked(route, asItIs)).toEqual([])
  })

  it('is found out when it does not', () => {
    const without: ReadSource = (file) => {
      const text = readFileSync(file, 'utf8')
      return file.endsWith(fileOf(route))
        ? text.replace(/^import .*$/gm, '').replace(/\b\w+\(/g, 'nothing(')
        : text
    }
    expect(unasked(route, without)).not.toEqual([])
  })
})

test.each([
  ['/', '/[locale]'],
  ['/cy', '/[locale]'],
  ['/report/check', '/[locale]/[journey]/check'],
  ['/cy/report/role', '/[locale]/[journey]/[step]'],
  ['/follow-up/status', '/[locale]/follow-up/status'],
  ['/no/such/page', '/[locale]/[...rest]'],
  ['/nothing', '/[locale]/[...rest]'],
  ['/report', '/[locale]/[journey]'],
  ['/staff/', '/staff'],
  ['//staff', '/staff'],
  ['/%73taff/audit', '/staff/audit'],
  ['/staff%2Faudit', '/staff/audit'],
  ['/staff/record/report/check', '/staff/record/[journey]/check'],
  ['/staff/cases/HC-7K2Q-M4TD/take', '/staff/cases/[reference]/take'],
  ['/staff/nothing', '/staff/[...rest]'],
  ['/staff/report/role/answer', '/staff/[...rest]'],
  ['/health/report/role', undefined],
  ['/api/report/role', undefined],
])('%s is answered by %s', (address, path) => {
  expect(routeAt(address)?.path).toBe(path)
})

test.each(routes)('the sample address of $path leads to it', (route) => {
  expect(routeAt(sampleAddress(route))?.path).toBe(route.path)
})

test('the journeys an address may name are those there are', () => {
  expect(journeyIds).toEqual(journeys.map(({ id }) => id))
})

const real = routes.filter(({ path }) => !path.endsWith('[...rest]'))

test.each(real)('$path is served by its tier alone, and by a process that serves all', (route) => {
  const address = sampleAddress(route)
  expect(isServedBy('all', address)).toBe(true)
  expect(isServedBy('public', address)).toBe(route.tier !== 'staff')
  expect(isServedBy('staff', address)).toBe(route.tier !== 'public')
})

test.each(['/nothing', '/staff/nothing', '/health/report', '/api/report', '/staff/report/role/answer'])(
  '%s is nobody’s',
  (address) => {
    expect((['all', 'public', 'staff'] as const).filter((tier) => isServedBy(tier, address))).toEqual([])
  },
)

const desksNowhere = '/staff/no/such/page'

test.each([
  ['all', '/', '/en'],
  ['all', '/cy/report/role', '/cy/report/role'],
  ['all', '/report/role', '/en/report/role'],
  ['all', '/staff/audit', '/staff/audit'],
  ['all', '/_next/image', '/_next/image'],
  ['all', '/nothing', '/en/no/such/page'],
  ['all', '/cy/nothing', '/cy/no/such/page'],
  ['all', '/staff/nothing', desksNowhere],
  ['public', '/staff', '/en/no/such/page'],
  ['public', '/staff/nothing', '/en/no/such/page'],
  ['public', '/%73taff/audit', '/en/no/such/page'],
  ['public', '/nothing', '/en/no/such/page'],
  ['public', '/health', '/health'],
  ['staff', '/report/role', desksNowhere],
  ['staff', '/cy', desksNowhere],
  ['staff', '/exit', desksNowhere],
  ['staff', '/nothing', desksNowhere],
  ['staff', '/health', '/health'],
] as const)('TIER=%s: %s is answered by %s', (tier, address, inside) => {
  expect(insideOf(tier, address)).toBe(inside)
})
