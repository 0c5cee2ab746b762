import { beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { sessionFor } from '@/e2e/factories/sessions'

import { sessionCookie } from '@/lib/auth/session-cookie'
import { currentForce } from '@/lib/config/current-force'
import { env } from '@/lib/config/env'
import { ownerDb } from '@/lib/db/owner'
import { protectedRoutes, routes, sampleAddress } from '@/lib/edge/routes'
import type { Route } from '@/lib/edge/route'
import { createKeys } from '@/lib/sealing/create-keys'
import { everydayCases } from '@/prisma/seed/everyday-cases'
import { seedAccounts, seedId } from '@/prisma/seed/seed-accounts'
import { sendCase } from '@/prisma/seed/seed-cases'
import { seededOfficers, seedOfficers } from '@/prisma/seed/seed-officers'
import { root } from '../../../scripts/run/project'
import { ownDatabase } from '../../../scripts/testing/own-database'
import { routeFiles } from '../../../scripts/testing/route-files'
import { count } from '../figures'
import { requestStore } from './request-store'

vi.mock('next/headers', async () => (await import('./request-store')).headersModule())

type Handler = (request: Request, context: { params: Promise<object> }) => Promise<Response>
type Page = (props: { params: Promise<object>; searchParams: Promise<object> }) => Promise<unknown>

// All there is in every table is hashed, before each form and after it.
await ownDatabase()

const files = routeFiles(root)
let reference = ''

beforeAll(async () => {
  await createKeys(env().KEY_DIR)
  await seedAccounts(seededOfficers(currentForce()))
  await seedOfficers(currentForce(), new Date())
  const [first] = everydayCases
  if (first === undefined) throw new Error('There is no case to send.')
  reference = await sendCase(first)
})

beforeEach(() => {
  requestStore.cookies.clear()
})

/** Everything any form of ours asks for, well filled in: a handler that does not look where it comes from would act on it. */
const form = () =>
  new URLSearchParams({
    ...{
      version: '1',
      text: 'forged',
      reason: 'forged',
      risk: 'low',
      status: 'in-progress',
      disposition: 'advice',
    },
    ...{
      to: seedId('account', 'officer@example.test'),
      journey: 'report',
      channel: 'phone-101',
      role: 'victim',
    },
    ...{
      email: 'forged@example.test',
      name: 'Forged',
      districts: 'stevenage',
      message: 'forged',
      code: 'forged',
    },
    ...{ id: seedId('account', 'triager@example.test'), account: seedId('account', 'triager@example.test') },
  })

const parameters = (): Readonly<Record<string, string>> => {
  return { '[reference]': reference, '[id]': seedId('account', 'triager@example.test') }
}

function paramsOf({ path }: Route): Promise<object> {
  const address = sampleAddress({ path } as Route, parameters()).split('/')
  const parts = path.split('/').filter((part) => part !== '[locale]')
  const given = parts.flatMap((part, at) =>
    part.startsWith('[')
      ? [[part.replace(/[[\].]/gu, ''), part.startsWith('[...') ? [address[at]] : address[at]]]
      : [],
  )
  return Promise.resolve({ locale: 'en', ...Object.fromEntries(given as [string, unknown][]) })
}

/** Where a route leads: the address of a redirect, thrown or answered, or the status of anything else. */
async function answerOf(
  route: Route,
  method: string,
  headers: Readonly<Record<string, string>>,
): Promise<string> {
  const file = files.find(({ path }) => path === route.path)?.file ?? ''
  const module = (await import(/* @vite-ignore */ `${root}/${file}`)) as Record<string, unknown>
  try {
    if (file.endsWith('page.tsx')) {
      await (module.default as Page)({ params: paramsOf(route), searchParams: Promise.resolve({}) })
      return 'a page'
    }
    const response = await (module[method] as Handler)(requestTo(route, method, headers), {
      params: paramsOf(route),
    })
    return response.headers.get('location') ?? String(response.status)
  } catch (error) {
    if (error instanceof Error && 'digest' in error) return String(error.digest)
    throw error
  }
}

function requestTo(route: Route, method: string, headers: Readonly<Record<string, string>>): Request {
  const url = `http://localhost:3000${sampleAddress(route, parameters())}`
  const kind = { 'content-type': 'application/x-www-form-urlencoded', host: 'localhost:3000' }
  const body = method === 'GET' || method === 'HEAD' ? {} : { body: form() }
  return new Request(url, { method, headers: { ...kind, ...headers }, ...body })
}

describe('whoever is not signed in', () => {
  const all = protectedRoutes.flatMap((route) =>
    route.methods.map((method) => [method, route.path, route] as const),
  )
  test.each(all)('is sent away from %s %s, whatever is in their cookie', async (method, _path, route) => {
    const origin = { origin: 'http://localhost:3000' }
    for (const cookie of [null, 'x', 'eyJhbGciOiJkaXIiLCJlbmMiOiJBMjU2R0NNIn0..AAAA.AAAA.AAAA']) {
      requestStore.cookies.clear()
      if (cookie !== null) requestStore.cookies.set(sessionCookie().name, cookie)
      expect(await answerOf(route, method, origin)).toMatch(
        /\/staff\/sign-in|^40[0134]$|NEXT_HTTP_ERROR_FALLBACK;40[134]/u,
      )
      count('requests refused properly', 1)
    }
  })
})

/** What hashes every table of what a forged form could change: all but where it is noted that somebody came. */
async function hashesOfTables(): Promise<string> {
  const tables = await ownerDb().$queryRaw<{ name: string }[]>`
    select table_name as name from information_schema.tables
     where table_schema = 'public' and table_name not in ('audit_event', '_prisma_migrations')`
  return tables
    .map(({ name }) => {
      const row = name === 'staff_session' ? `to_jsonb(t) - 'last_seen_at'` : 'to_jsonb(t)'
      return `select '${name}' as name, md5(string_agg((${row})::text, '' order by t::text)) as hash from "${name}" t`
    })
    .join(' union all ')
}

let hashes: Promise<string> | null = null

/** All that a forged form could change, as it is now. */
async function contents(): Promise<string> {
  hashes ??= hashesOfTables()
  const rows = await ownerDb().$queryRawUnsafe<{ name: string; hash: string | null }[]>(await hashes)
  return rows
    .map(({ name, hash }) => `${name} ${hash ?? ''}`)
    .sort()
    .join('\n')
}

describe('a form of another site', () => {
  const posted = routes.filter(
    ({ path, methods }) => methods.includes('POST') && !path.startsWith('/api/auth'),
  )
  const foreign = [
    { origin: 'https://evil.example' },
    { origin: 'null' },
    { 'sec-fetch-site': 'cross-site' },
    { 'sec-fetch-site': 'same-site' },
  ]

  test.each(posted.map((route) => [route.path, route] as const))(
    'changes nothing at %s',
    async (_path, route) => {
      const person = route.entrance === 'accounts' ? 'admin' : 'supervisor'
      const token = await sessionFor(seedId('account', `${person}@example.test`), 'password')
      requestStore.cookies.set(sessionCookie().name, token)
      const before = await contents()
      for (const headers of foreign) {
        await answerOf(route, 'POST', headers)
        count('requests refused properly', 1)
      }
      expect(await contents()).toBe(before)
      expect([...requestStore.cookies]).toEqual([[sessionCookie().name, token]])
    },
  )

  test('would change something where it were our own', async () => {
    const own = { origin: 'http://localhost:3000' }
    for (const path of ['/staff/cases/[reference]/note', '/[locale]/[journey]/[step]/answer']) {
      const route = routes.find((one) => one.path === path)
      if (route === undefined) throw new Error(`There is no route ${path}.`)
      requestStore.cookies.set(
        sessionCookie().name,
        await sessionFor(seedId('account', 'supervisor@example.test'), 'password'),
      )
      const before = await contents()
      await answerOf(route, 'POST', own)
      expect(await contents(), path).not.toBe(before)
    }
  })
})
