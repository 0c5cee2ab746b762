import { text } from 'node:stream/consumers'
import { renderToReadableStream } from 'react-dom/server'
import { beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { converse } from '@/e2e/factories/converse'
import { ensureKeys } from '@/e2e/factories/play'
import { withName } from '@/e2e/factories/reached-case'
import { sessionFor } from '@/e2e/factories/sessions'
import { requestStore } from '@/e2e/hostile/process/request-store'
import { sessionCookie } from '@/lib/auth/session-cookie'
import { currentForce } from '@/lib/config/current-force'
import { ownerDb } from '@/lib/db/owner'
import { seedAccounts, seedId } from '@/prisma/seed/seed-accounts'
import { seededOfficers, seedOfficers } from '@/prisma/seed/seed-officers'
import CasePage from '../page'
import PlanPage from './page'
import { POST as put } from './put/route'

vi.mock('next/headers', async () => (await import('@/e2e/hostile/process/request-store')).headersModule())

// What runs in a browser alone finds no router here, and needs none to be drawn.
vi.mock('next/navigation', async (original) => ({
  ...(await original<object>()),
  useRouter: () => ({}),
}))

const account = (name: string) => seedId('account', `${name}@example.test`)
const supervisor = account('supervisor')
let reference = ''

beforeAll(async () => {
  await ensureKeys()
  await seedAccounts(seededOfficers(currentForce()))
  await seedOfficers(currentForce(), new Date())
})

beforeEach(async () => {
  requestStore.cookies.clear()
  ;({ reference } = await converse(withName))
  await ownerDb().case.update({ where: { reference }, data: { assigneeId: supervisor, status: 'assigned' } })
  await enter('supervisor')
})

async function enter(name: string): Promise<void> {
  requestStore.cookies.set(sessionCookie().name, await sessionFor(account(name), 'password'))
}

const params = () => Promise.resolve({ reference })
const drawn = async (query: Record<string, string> = {}, page: typeof CasePage = PlanPage) =>
  text(await renderToReadableStream(await page({ params: params(), searchParams: Promise.resolve(query) })))

const found = () => ownerDb().case.findUniqueOrThrow({ where: { reference } })

/** Presses the button of the form, and gives where that leads. */
async function press(
  fields: readonly (readonly [string, string])[],
  more: Readonly<Record<string, string>> = {},
): Promise<string> {
  const { version, planVersion } = await found()
  const hidden = { version: String(version), plan: String(planVersion), 'shown-to': supervisor, ...more }
  const body = new URLSearchParams([
    ...Object.entries(hidden),
    ...fields.map(([name, value]) => [name, value]),
  ])
  const request = new Request(`http://localhost:3000/staff/cases/${reference}/plan/put`, {
    method: 'POST',
    headers: {
      ...{ origin: 'http://localhost:3000', host: 'localhost:3000' },
      'content-type': 'application/x-www-form-urlencoded',
    },
    body,
  })
  return (await put(request, { params: params() })).headers.get('location') ?? ''
}

const email = [
  ['contactChoice', 'plan'],
  ['safeWays', 'email'],
  ['safeWays', 'i-will-contact'],
  ['email', 'sam@example.test'],
  ['coverStory', 'The library'],
] as const
const known = ['known', 'in-person'] as const

describe('the page on which staff put down a plan for somebody', () => {
  it('is led to from the case, shows the plan that holds without what is kept back, and has a form empty of it', async () => {
    expect(await drawn({}, CasePage)).toContain(`href="/staff/cases/${reference}/plan"`)
    const html = await drawn()
    expect(html).toContain('Sam Reyes')
    expect(html).not.toContain('900123')
    expect(html).not.toMatch(/<(?:input|textarea)[^>]*(?:checked|value="Sam)/u)
    for (const name of ['contactChoice', 'safeWays', 'phone', 'contactHours', 'maySay', 'known'])
      expect(html).toContain(`name="${name}"`)
  })

  it('keeps what was typed and ticked where something is missing, and says what', async () => {
    const place = await press([...email.filter(([name]) => name !== 'email'), ['contactTimes', 'after\nsix']])
    expect(place).toBe(`/staff/cases/${reference}/plan?problem=reason-missing&form=plan`)
    const html = await drawn({ problem: 'reason-missing', form: 'plan' })
    for (const one of ['plan', 'email', 'i-will-contact'])
      expect(html).toMatch(
        new RegExp(`<input[^>]*checked=""[^>]*value="${one}"|<input[^>]*value="${one}"[^>]*checked=""`, 'u'),
      )
    expect(html).toContain('value="The library"')
    expect(html).toMatch(/>\s*after\nsix<\/textarea>/u)
    expect(html).toContain('Say how you know that it is them.')
    expect(html).not.toContain('beside the button')
    expect(html).toContain('Give an email address')
    expect((await found()).planVersion).toBe(0)
  })

  it('keeps it where another plan holds by now, which is shown, and takes it with one more press', async () => {
    expect(await press([...email, known])).toContain('done=plan')
    const text = email.map(
      ([name, value]) => [name, value === 'The library' ? 'The dentist' : value] as const,
    )
    expect(await press([...text, known], { plan: '0' })).toContain('problem=plan-changed')
    const html = await drawn({ problem: 'plan-changed', form: 'plan' })
    expect(html).toContain('They changed how they may be reached after you loaded the page')
    expect(html).toContain('was changed for them by staff')
    expect(html).toContain('value="The dentist"')
    expect(html).toContain('name="plan" value="1"')
    expect(html).not.toContain('id="problem"')
    expect(await press([...text, known])).toContain('done=plan')
    expect(await found()).toMatchObject({ planVersion: 2 })
  })

  it('is nobody’s who may not write on the case, and that they tried is in the audit', async () => {
    await ownerDb().case.update({ where: { reference }, data: { assigneeId: null, status: 'new' } })
    await enter('triager')
    await expect(drawn()).rejects.toThrow('NEXT_REDIRECT')
    const refused = await ownerDb().auditEvent.findFirst({ where: { reference, action: 'refused' } })
    expect(refused).toMatchObject({ actorId: account('triager') })
    expect(await press([...email, known], { 'shown-to': account('triager') })).toContain('problem=no-reason')
    expect((await found()).planVersion).toBe(0)
  })

  it('says in the history how they were known and what is wider', async () => {
    expect(await press([...email, known])).toBe(`/staff/cases/${reference}?done=plan`)
    const html = (await drawn({ done: 'plan' }, CasePage)).replaceAll(/<[^>]*>/gu, '')
    expect(html).toContain('From now on that is how they may be reached.')
    expect(html).toContain('changed for them how they may be reached')
    expect(html).toContain('How it was known that it is them: they are here, or we are with them.')
    expect(html).toContain('Widened: allowed now and not before: e-mail')
  })
})
