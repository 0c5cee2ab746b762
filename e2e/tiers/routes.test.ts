import { describe, expect, inject, test } from 'vitest'
import { isServedBy, protectedRoutes, routes, sampleAddress } from '@/lib/edge/routes'
import { ask } from './answers'

const { publicUrl, staffUrl } = inject('tiers')
const methods = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'] as const
/** Of these the server takes none, wherever they are sent. */
const isTaken = (method: string) => ['GET', 'HEAD', 'POST'].includes(method)

const staffs = routes.filter(({ tier }) => tier === 'staff').map((route) => sampleAddress(route))
const publics = routes
  .filter(({ tier }) => tier === 'public')
  .flatMap((route) => [sampleAddress(route), `/cy${sampleAddress(route)}`.replace(/\/$/, '')])
  .filter((address) => address !== '/')

describe.each(methods)('%s', (method) => {
  test.each([...staffs, '/staff/nothing', '/staff/audit?_rsc=x', '/api/auth/session'])(
    'the public tier answers %s as it answers any address where nothing is',
    async (address) => {
      const answer = await ask(publicUrl, address, method)
      expect(answer.status).toBe(isTaken(method) ? 404 : 405)
      expect(answer).toEqual(await ask(publicUrl, '/no/such/thing/anywhere', method))
      expect(answer.body).not.toContain('staff')
    },
  )

  test.each(publics)(
    'the staff tier answers %s as it answers any address where nothing is',
    async (address) => {
      const answer = await ask(staffUrl, address, method)
      expect(answer.status).toBe(isTaken(method) ? 404 : 405)
      const unknown = await ask(staffUrl, address.startsWith('/cy') ? '/cy/no/such' : '/no/such', method)
      expect(answer).toEqual(unknown)
    },
  )
})

const likeFiles = ['/robots.txt', '/icon.svgx', '/plain.cssx', '/icon.svg/', '/_next/staticx'].flatMap(
  (name) =>
    ['', '/staff', '/staff/sign-in', '/report/role', '/follow-up', '/privacy'].map(
      (page) => `${name}${page}`,
    ),
)

describe.each(['GET', 'POST'])('%s', (method) => {
  test.each(likeFiles)('%s, which begins like a public file, is no page on either tier', async (address) => {
    for (const origin of [publicUrl, staffUrl]) {
      const answer = await ask(origin, address, method)
      expect([307, 404, 405]).toContain(answer.status)
      expect(answer.body).not.toMatch(/<form|name="email"|Server Action/u)
    }
  })
})

test('the framework’s own spellings of a page lead no further', async () => {
  for (const address of [
    '/staff.rsc',
    '/staff/audit.rsc',
    '/_next/data/x/staff.json',
    '/staff.segments/_tree.segment.rsc',
  ]) {
    const answer = await ask(publicUrl, address)
    expect([404, 400], address).toContain(answer.status)
    expect(answer.body, address).not.toMatch(/sign-in|password/i)
  }
})

test.each(methods)('%s: a coded spelling is as unknown as that of any other address', async (method) => {
  const coded = await ask(publicUrl, '/%73taff', method)
  expect(coded.status).toBe(isTaken(method) ? 404 : 405)
  expect(coded).toEqual(await ask(publicUrl, '/%7ataff', method))
})

test('both answer for their health, and say nothing else', async () => {
  for (const origin of [publicUrl, staffUrl])
    expect(await ask(origin, '/health')).toMatchObject({ status: 200, body: '{"status":"ok"}' })
})

test('the name of the desk’s host leads to the desk', async () => {
  const { status, location } = await ask(staffUrl, '/')
  expect([status, location]).toEqual([303, '/staff'])
})

const doors = protectedRoutes.flatMap((route) =>
  route.methods.map((method) => ({ method, address: sampleAddress(route) })),
)

test.each(doors)('nobody who is not signed in gets past $method $address', async ({ method, address }) => {
  const { status, location } = await ask(staffUrl, address, method)
  expect([303, 307, 400, 401]).toContain(status)
  if (location !== null) expect(new URL(location, staffUrl).pathname).toBe('/staff/sign-in')
})

test('the manifest has routes of both tiers, and one that is both’s', () => {
  expect(staffs.length).toBeGreaterThan(20)
  expect(publics.length).toBeGreaterThan(40)
  expect(isServedBy('public', '/health') && isServedBy('staff', '/health')).toBe(true)
})
