import { existsSync } from 'node:fs'
import { text } from 'node:stream/consumers'
import { renderToReadableStream } from 'react-dom/server'
import { beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { requestStore } from '@/e2e/hostile/process/request-store'
import { sessionFor } from '@/e2e/factories/sessions'
import { asOf } from '@/lib/adapters/clock'
import { sessionCookie } from '@/lib/auth/session-cookie'
import { currentForce } from '@/lib/config/current-force'
import { env } from '@/lib/config/env'
import { ownerDb } from '@/lib/db/owner'
import { createKeys } from '@/lib/sealing/create-keys'
import { everydayCases } from '@/prisma/seed/everyday-cases'
import { seedAccounts, seedId } from '@/prisma/seed/seed-accounts'
import { sendCase } from '@/prisma/seed/seed-cases'
import { seededOfficers, seedOfficers } from '@/prisma/seed/seed-officers'
import CasePage from '../page'
import { POST as open } from './open/route'
import ExportPage from './page'

vi.mock('next/headers', async () => (await import('@/e2e/hostile/process/request-store')).headersModule())

// What runs in a browser alone finds no router here, and needs none to be drawn.
vi.mock('next/navigation', async (original) => ({
  ...(await original<object>()),
  useRouter: () => ({}),
}))

const account = (name: string) => seedId('account', `${name}@example.test`)
const review = 'Look through what they wrote'
let [reference, other] = ['', '']

beforeAll(async () => {
  if (!existsSync(env().KEY_DIR)) await createKeys(env().KEY_DIR)
  await seedAccounts(seededOfficers(currentForce()))
  await seedOfficers(currentForce(), new Date())
})

beforeEach(async () => {
  requestStore.cookies.clear()
  const [first] = everydayCases
  if (first === undefined) throw new Error('There is no case to send.')
  reference = await sendCase(first)
  other = await sendCase(first)
})

async function enter(name: string): Promise<void> {
  requestStore.cookies.set(sessionCookie().name, await sessionFor(account(name), 'password'))
}

const params = () => Promise.resolve({ reference })
const drawn = async (query: Record<string, string>, page: typeof CasePage = ExportPage) =>
  text(await renderToReadableStream(await page({ params: params(), searchParams: Promise.resolve(query) })))

async function choose(reason: string, shownTo = account('supervisor')): Promise<string | null> {
  const headers = { origin: 'http://localhost:3000', host: 'localhost:3000' }
  const request = new Request(`http://localhost:3000/staff/cases/${reference}/export/open?also=${other}`, {
    method: 'POST',
    headers: { ...headers, 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams({ reason, 'shown-to': shownTo }),
  })
  return (await open(request, { params: params() })).headers.get('location')
}

const about = () => ({ case: { reference: { in: [reference, other] } } })

const looks = async () =>
  (
    await ownerDb().auditEvent.findMany({
      where: { reference: { in: [reference, other] }, action: 'opened' },
      orderBy: { seq: 'asc' },
    })
  ).map(({ detail }) => detail)

describe('what data is taken out for', () => {
  it('is not said by an address: following one opens nothing', async () => {
    await enter('supervisor')
    expect(await drawn({ also: other, reason: 'court' })).not.toContain(review)
    expect(await looks()).toEqual([])
  })

  it('is said with a form, and is then the reason of each look', async () => {
    await enter('supervisor')
    const page = `/staff/cases/${reference}/export?also=${other}`
    expect(await choose('court')).toBe(`${page}&reason=court`)
    expect(await looks()).toEqual([])
    expect(await drawn({ also: other, reason: 'court' })).toContain(review)
    expect(await looks()).toEqual([{ reason: 'taking-out' }, { reason: 'taking-out' }])
  })

  it('is no reason to work on the case, and a reason to work on it is none to take it out', async () => {
    await enter('supervisor')
    await choose('court')
    expect(await drawn({}, CasePage)).toContain('Why are you opening this case?')
    await ownerDb().caseReason.updateMany({ where: about(), data: { reason: 'supervision' } })
    expect(await drawn({ also: other, reason: 'court' })).not.toContain(review)
  })

  it.each(['', 'supervision', 'taking-out'])('is not %j', async (reason) => {
    await enter('supervisor')
    expect(await choose(reason)).toContain('problem=invalid')
    expect(await ownerDb().caseReason.count({ where: about() })).toBe(0)
  })

  it('is asked of whoever proved lately who they are, and of the person the form was shown to', async () => {
    await asOf(new Date(Date.now() - 11 * 60_000), () => enter('supervisor'))
    expect(await choose('court')).toMatch(/^\/staff\/confirm\?/u)
    await enter('supervisor')
    expect(await choose('court', account('triager'))).toContain('problem=another-person')
    expect(await looks()).toEqual([])
  })
})
