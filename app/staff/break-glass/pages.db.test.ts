import { existsSync } from 'node:fs'
import { text } from 'node:stream/consumers'
import type { ReactNode } from 'react'
import { renderToReadableStream } from 'react-dom/server'
import { beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { requestStore } from '@/e2e/hostile/process/request-store'
import { sessionFor } from '@/e2e/factories/sessions'
import { sessionCookie } from '@/lib/auth/session-cookie'
import { currentForce } from '@/lib/config/current-force'
import { env } from '@/lib/config/env'
import { ownerDb } from '@/lib/db/owner'
import { DomainError } from '@/lib/domain/errors'
import { translator } from '@/lib/i18n/translate'
import type { openGlass } from '@/lib/queries/open-glass'
import { createKeys } from '@/lib/sealing/create-keys'
import { everydayCases } from '@/prisma/seed/everyday-cases'
import { seedAccounts, seedId } from '@/prisma/seed/seed-accounts'
import { sendCase } from '@/prisma/seed/seed-cases'
import { seededOfficers, seedOfficers } from '@/prisma/seed/seed-officers'
import OneGlassPage from '../audit/glass/[id]/page'
import { POST as review } from '../audit/glass/[id]/review/route'
import GlassPage from '../audit/glass/page'
import { POST as close } from '../cases/[reference]/glass/route'
import { POST as note } from '../cases/[reference]/note/route'
import CasePage from '../cases/[reference]/page'
import { POST as sayWhy } from '../cases/[reference]/reason/route'
import { POST as breakIt } from './break/route'
import BreakGlassPage from './page'

vi.mock('next/headers', async () => (await import('@/e2e/hostile/process/request-store')).headersModule())

// What runs in a browser alone finds no router here, and needs none to be drawn.
vi.mock('next/navigation', async (original) => ({
  ...(await original<object>()),
  useRouter: () => ({}),
}))

// A log that has no room for the row of a look.
const log = vi.hoisted(() => ({ isFull: false }))
vi.mock('@/lib/queries/open-glass', async (original) => {
  const real = await original<{ openGlass: typeof openGlass }>()
  return {
    openGlass: (...given: Parameters<typeof openGlass>) =>
      log.isFull ? Promise.reject(new DomainError('not-logged')) : real.openGlass(...given),
  }
})

const account = (name: string) => seedId('account', `${name}@example.test`)
const reason = 'She rang from the bridge and gave her reference.'
let reference = ''

beforeAll(async () => {
  if (!existsSync(env().KEY_DIR)) await createKeys(env().KEY_DIR)
  await seedAccounts(seededOfficers(currentForce()))
  await seedOfficers(currentForce(), new Date())
})

/** Each test has a case of its own, which an officer holds. */
beforeEach(async () => {
  requestStore.cookies.clear()
  const [first] = everydayCases
  if (first === undefined) throw new Error('There is no case to send.')
  reference = await sendCase(first)
  await ownerDb().case.update({
    where: { reference },
    data: { assigneeId: account('officer'), status: 'assigned' },
  })
})

async function enter(name: string): Promise<void> {
  requestStore.cookies.set(sessionCookie().name, await sessionFor(account(name), 'password'))
}

async function drawn(page: Promise<ReactNode>): Promise<string> {
  return text(await renderToReadableStream(await page))
}

const query = (given: Record<string, string> = {}) => ({ searchParams: Promise.resolve(given) })
const ofCase = () => ({ params: Promise.resolve({ reference }) })
const casePage = (given?: Record<string, string>) => drawn(CasePage({ ...ofCase(), ...query(given) }))

function posted(fields: Readonly<Record<string, string>>): Request {
  const headers = { origin: 'http://localhost:3000', host: 'localhost:3000' }
  return new Request('http://localhost:3000/staff', {
    method: 'POST',
    headers: { ...headers, 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams(fields),
  })
}

const placeOf = async (answer: Promise<Response>) => (await answer).headers.get('location')
const missing = { digest: expect.stringContaining('/staff/missing') as string }
const looks = async (name: string) => {
  const rows = await ownerDb().auditEvent.findMany({
    where: { reference, action: 'opened', actorId: account(name) },
    orderBy: { seq: 'asc' },
  })
  return rows.map(({ detail }) => detail)
}

describe('the question why', () => {
  it('comes before a case is opened, but for whoever holds it, and once in a session', async () => {
    await enter('supervisor')
    const asked = await casePage()
    expect(asked).toContain('Why are you opening this case?')
    expect(asked).not.toContain('What they told us')
    expect(asked).not.toContain('/note"')
    expect(await looks('supervisor')).toEqual([])
    expect(await placeOf(sayWhy(posted({ reason: 'cover' }), ofCase()))).toBe(`/staff/cases/${reference}`)
    for (const turn of [1, 2]) {
      expect(await casePage()).toContain('What they told us')
      expect(await looks('supervisor')).toHaveLength(turn)
    }
    expect(await looks('supervisor')).toEqual([{ reason: 'cover' }, { reason: 'cover' }])
    await enter('officer')
    expect(await casePage()).toContain('What they told us')
    expect(await looks('officer')).toEqual([{ reason: 'my-case' }])
    await enter('supervisor')
    expect(await casePage()).toContain('Why are you opening this case?')
  })

  it('is what an act leads back to, and what was written is in its form after the answer', async () => {
    await enter('supervisor')
    const form = { version: '1', text: 'Rang, no answer.', 'shown-to': account('supervisor') }
    expect(await placeOf(note(posted(form), ofCase()))).toBe(
      `/staff/cases/${reference}?problem=no-reason&form=note`,
    )
    expect(await casePage({ problem: 'no-reason', form: 'note' })).toContain('Say first why')
    await sayWhy(posted({ reason: 'supervision' }), ofCase())
    expect(await casePage()).toContain('Rang, no answer.')
    expect(await placeOf(note(posted(form), ofCase()))).toContain('done=note')
  })

  it.each(['my-case', 'weekly-sample', 'taking-out', 'threat-to-life', 'triage', 'curious', ''])(
    'takes no %j from somebody of whom it is not true',
    async (given) => {
      await enter('supervisor')
      expect(await placeOf(sayWhy(posted({ reason: given }), ofCase()))).toContain('problem=invalid')
      expect(await casePage()).toContain('Why are you opening this case?')
    },
  )

  it('carries a form that waits past the answer, by codes of ours alone', async () => {
    await enter('supervisor')
    const answer = (more: Record<string, string>) =>
      placeOf(sayWhy(posted({ reason: 'supervision', ...more }), ofCase()))
    expect(await answer({ kept: 'ended', form: 'note' })).toBe(
      `/staff/cases/${reference}?kept=ended&form=note`,
    )
    expect(await answer({ kept: 'https://evil.example', form: '//evil.example' })).toBe(
      `/staff/cases/${reference}`,
    )
    expect(await answer({ kept: 'ended', form: 'x&y' })).toBe(`/staff/cases/${reference}?kept=ended`)
  })
})

const form = () => ({ reference, reason, confirm: 'yes' })

describe('breaking the glass', () => {
  it('goes from the page to the case, and closes by hand', async () => {
    await enter('call-handler')
    await expect(casePage()).rejects.toMatchObject(missing)
    const page = await drawn(BreakGlassPage(query()))
    expect(page).toContain('Ring 999')
    expect(await placeOf(breakIt(posted(form())))).toBe(`/staff/cases/${reference}`)
    const opened = await casePage()
    expect(opened).toContain('You broke the glass of this case')
    expect(opened).toContain('What they told us')
    expect(await looks('call-handler')).toEqual([{ reason: 'threat-to-life' }])
    expect(await placeOf(close(posted({}), ofCase()))).toBe('/staff?done=glass-closed')
    await expect(casePage()).rejects.toMatchObject(missing)
  })

  it.each([
    [{ reference: 'HC' }, 'reference', 'Type the reference'],
    [{ reason: 'Please.' }, 'short', '20 characters or more'],
    [{ reason: 'x'.repeat(1_001) }, 'long', '1,000 characters or fewer'],
    [{ confirm: '' }, 'confirm', 'Confirm that a life is in danger'],
  ])('says at the field what is missing, and keeps what was typed: %j', async (given, problem, words) => {
    await enter('triager')
    const typed = { ...form(), ...given }
    expect(await placeOf(breakIt(posted(typed)))).toBe(`/staff/break-glass?problem=${problem}&form=glass`)
    const page = await drawn(BreakGlassPage(query({ problem, form: 'glass' })))
    expect(page.split(words)).toHaveLength(3)
    expect(page).toContain('aria-invalid="true"')
    expect(page).toContain(typed.reason)
    expect(page).toContain('<title>Check this page – Break the glass – Desk</title>')
  })

  it('has the reference of the case that somebody came from, and nothing else that an address says', async () => {
    await enter('triager')
    const value = async (given: string) =>
      /<input[^>]*id="reference"[^>]*>/u.exec(await drawn(BreakGlassPage(query({ reference: given }))))?.[0]
    expect(await value(reference)).toContain(`value="${reference}"`)
    expect(await value('Dana Cole')).not.toContain('Dana')
    const { NotOpened } = await import('../cases/[reference]/_view/not-opened')
    const closed = { why: 'locked', mayBreak: true } as const
    expect(await drawn(Promise.resolve(NotOpened({ ...closed, reference, t: translator('en') })))).toContain(
      `/staff/break-glass?reference=${reference}`,
    )
  })

  it('gives one answer for what is not there and what is not to be opened', async () => {
    await ownerDb().case.update({ where: { reference }, data: { restricted: true } })
    await enter('triager')
    for (const about of [reference, 'HC-0000-0000'])
      expect(await placeOf(breakIt(posted({ ...form(), reference: about })))).toBe(
        '/staff/break-glass?problem=not-opened&form=glass',
      )
    expect(await drawn(BreakGlassPage(query({ problem: 'not-opened' })))).toContain(
      'could not be opened here',
    )
  })

  it('is told to the holder and to supervisors, who review it', async () => {
    await enter('lena.fischer')
    await breakIt(posted(form()))
    await enter('officer')
    const told = await casePage()
    expect(told).toContain(`data-glass="${reference}"`)
    expect(told).toContain('You hold this case. A supervisor reviews it.')
    const { id } = await ownerDb().brokenGlass.findFirstOrThrow({ where: { reference } })
    const one = () => drawn(OneGlassPage({ params: Promise.resolve({ id }), ...query() }))
    await expect(one()).rejects.toMatchObject(missing)

    await enter('auditor')
    const list = await drawn(GlassPage(query()))
    expect(list).toContain(reference)
    expect(list).toContain('Review due by the end of')
    expect(await one()).toContain('Only a supervisor reads what they wrote.')

    await enter('supervisor')
    log.isFull = true
    const closed = await one()
    log.isFull = false
    expect(closed).toContain('This could not be written to the log')
    expect(closed).not.toContain(reason)
    const page = await one()
    expect(page).toContain(reason)
    expect(page).toContain('broke the glass of the case')
    expect(page).toContain('<title>A broken glass – Desk</title>')
    const answer = { outcome: 'justified', note: 'She was found in time.' }
    const params = { params: Promise.resolve({ id }) }
    expect(await placeOf(review(posted({ outcome: '' }), params))).toContain('problem=invalid')
    expect(await placeOf(review(posted(answer), params))).toBe('/staff/audit/glass?done=glass')
    expect(await placeOf(review(posted(answer), params))).toContain('problem=conflict')
    expect(await one()).toContain('Justified: ')
    await enter('officer')
    expect((await casePage()).includes(`data-glass="${reference}"`)).toBe(false)
  })

  it('has no page for whoever supervises', async () => {
    await enter('supervisor')
    await expect(drawn(BreakGlassPage(query()))).rejects.toMatchObject(missing)
    expect(await placeOf(breakIt(posted(form())))).toBe('/staff?problem=not-found')
  })
})
