import { randomUUID } from 'node:crypto'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { dropParityRows, parityRow, storeParityRows } from '@/e2e/factories/parity-rows'
import type { ParityRow } from '@/e2e/factories/parity-rows'
import { sessionFor } from '@/e2e/factories/sessions'
import { findSession } from '@/lib/auth/session'
import { beGone, beHere } from '@/lib/commands/be-here'
import { publicDb } from '@/lib/db/client'
import { ownerDb } from '@/lib/db/owner'
import { tellLive } from '@/lib/db/tell-live'
import type { LiveEvent } from '@/lib/domain/live/event'
import { isSamePlan } from '@/lib/domain/live/mark'
import { newReference } from '@/lib/domain/reference'
import type { Role } from '@/lib/domain/words'
import { ownDatabase } from '@/scripts/testing/own-database'
import { endLive, watchLive } from './hub'
import { markOf } from './own-live'

await ownDatabase()

const reference = () => newReference('report', crypto.getRandomValues(new Uint8Array(8)))
const aCase = (more: Partial<ParityRow> = {}): ParityRow => ({
  ...parityRow(reference(), {
    ...{ district: null, status: 'new', assigneeId: null, recordedById: null, receivedAt: new Date() },
    ...{ restricted: false, excludedDistricts: [], namesExclusion: false },
  }),
  ...more,
})

async function person(role: Role) {
  const id = randomUUID()
  await ownerDb().account.create({ data: { id, email: `${id}@example.test`, name: `Test ${role}`, role } })
  const token = await sessionFor(id)
  const session = await findSession(token)
  if (session === null) throw new Error('There is no session.')
  return { token, ...session }
}

/** A page that listens, with what it was told; `next` waits for something it is told from now on. */
async function open(who: Awaited<ReturnType<typeof person>>, reference: string | null = null) {
  const told: LiveEvent[] = []
  let closed = false
  let read = 0
  let wake: () => void = () => undefined
  const leave = await watchLive(who.actor, {
    ...{ token: who.token, handle: who.handle, reference, since: null },
    tell: (event) => {
      if (closed) return
      told.push(event)
      wake()
    },
    close: () => {
      closed = true
    },
  })
  const next = async (event: LiveEvent['event']): Promise<LiveEvent> => {
    for (;;) {
      const found = told.slice(read).findIndex((one) => one.event === event)
      const one = told[read + found]
      if (found !== -1 && one !== undefined) {
        read += found + 1
        return one
      }
      await new Promise<void>((resolve) => {
        wake = resolve
      })
    }
  }
  return { told, leave, next, isClosed: () => closed }
}

/** Waits until a page is told this state of its case; the one it had may be told again first. */
async function until(page: Awaited<ReturnType<typeof open>>, mark: string | null): Promise<void> {
  for (;;) {
    const told = await page.next('case')
    if (told.event === 'case' && told.mark === mark) return
  }
}

const rows: ParityRow[] = []
const store = async (row: ParityRow) => {
  rows.push(row)
  await storeParityRows([row])
  return row
}
const change = (id: string, data: Readonly<Record<string, unknown>>) =>
  ownerDb().case.update({ where: { id }, data: { ...data, version: { increment: 1 } } })

/** Says why they open a case, as each has to of one that is not theirs; with a page of theirs it is open then. */
async function saysWhy(who: Awaited<ReturnType<typeof person>>, caseId: string, reason = 'cover') {
  const { handle: sessionHandle, actor } = who
  await ownerDb().caseReason.create({
    data: { sessionHandle, caseId, accountId: actor.id, reason, givenAt: new Date() },
  })
}

let supervisor: Awaited<ReturnType<typeof person>>
let triager: Awaited<ReturnType<typeof person>>

beforeAll(async () => {
  supervisor = await person('supervisor')
  triager = await person('triager')
})
afterEach(endLive)
afterAll(() => dropParityRows(rows))

describe('a page that listens', () => {
  it('is told of what the public’s side says came in', async () => {
    const { id } = await store(aCase())
    // It listens from here on, so that this alone tells it.
    const page = await open(triager)
    tellLive(publicDb, id)
    expect(await page.next('queue')).toEqual({ event: 'queue', fresh: 0 })
  })

  it('is told of a case that comes into its queue, and of one that leaves it, once', async () => {
    const page = await open(triager)
    const other = await open(supervisor)
    const { id } = await store(aCase())
    expect(await page.next('queue')).toEqual({ event: 'queue', fresh: 1 })
    await change(id, { assigneeId: supervisor.actor.id })
    expect(await page.next('queue')).toEqual({ event: 'queue', fresh: 0 })
    const before = page.told.length
    const heard = other.told.length
    await change(id, { riskRank: 0 })
    while (other.told.length === heard) await other.next('queue')
    expect(page.told).toHaveLength(before)
  })

  it('is told nothing of a sealed case it is not named for', async () => {
    const [page, named] = [await open(triager), await open(supervisor)]
    await store(aCase({ restricted: true, namedIds: [supervisor.actor.id] }))
    await named.next('queue')
    expect(page.told.filter(({ event }) => event === 'queue')).toEqual([])
  })

  it('hears that the case it shows changed, as that state is marked, and once it is not theirs that it is gone', async () => {
    const { id, reference } = await store(aCase())
    const page = await open(triager, reference)
    const mark = await markOf(triager.actor, reference)
    expect(await page.next('case')).toEqual({ event: 'case', mark })
    await ownerDb().caseEvent.create({
      data: { id: randomUUID(), caseId: id, at: new Date(), type: 'noted' },
    })
    const now = await markOf(triager.actor, reference)
    expect(now).not.toBe(mark)
    await until(page, now)
    await change(id, { planVersion: 1 })
    const replanned = await markOf(triager.actor, reference)
    expect([isSamePlan(now ?? '', mark ?? ''), isSamePlan(now ?? '', replanned ?? '')]).toEqual([true, false])
    await change(id, { conflictedIds: [triager.actor.id] })
    await until(page, 'gone')
  })

  it('gives way where its session has too many, and is not told of twice', async () => {
    const pages = []
    for (let number = 0; number < 7; number += 1) pages.push(await open(supervisor))
    expect(pages.map(({ isClosed }) => isClosed())).toEqual([true, ...Array.from({ length: 6 }, () => false)])
    expect(pages[0]?.told.at(-1)).toEqual({ event: 'full' })
  })
})

describe('who else has a case open', () => {
  const here = (who: typeof triager, reference: string, writing = false, page = 1) =>
    beHere(who.actor, reference, page, writing)
  const opened = async (row: ParityRow = aCase()) => {
    await store(row)
    for (const who of [triager, supervisor]) await saysWhy(who, row.id)
    return row
  }

  it('is told to whoever may open it, and passes when they leave', async () => {
    const { reference } = await opened()
    expect(await here(triager, reference)).toEqual([])
    const page = await open(triager, reference)
    await page.next('here')
    expect(await here(supervisor, reference, true)).toEqual([{ name: 'Test triager', writing: false }])
    await page.next('here')
    expect(await here(triager, reference)).toEqual([{ name: 'Test supervisor', writing: true }])
    await beGone(supervisor.actor, reference, 1)
    await page.next('here')
    expect(await here(triager, reference)).toEqual([])
  })

  it('is told of each of their pages: one that is made or left takes nothing from another', async () => {
    const { id, reference } = await opened()
    await here(supervisor, reference, true, 1)
    await here(supervisor, reference, false, 0)
    expect(await here(triager, reference)).toEqual([{ name: 'Test supervisor', writing: true }])
    await here(supervisor, reference, false, 2)
    await beGone(supervisor.actor, reference, 1)
    expect(await here(triager, reference)).toEqual([{ name: 'Test supervisor', writing: false }])
    // What the page was while it was made is not there beside it.
    expect(await ownerDb().casePresence.count({ where: { caseId: id } })).toBe(2)
    await here(supervisor, reference, false, 0)
    await beGone(supervisor.actor, reference, 2)
    expect(await here(triager, reference)).toEqual([])
  })

  it('passes within the minute without a word', async () => {
    const { id, reference } = await opened()
    await here(supervisor, reference, true)
    await ownerDb().casePresence.updateMany({
      where: { caseId: id },
      data: { seenAt: new Date(Date.now() - 61_000) },
    })
    expect(await here(triager, reference)).toEqual([])
    expect(await ownerDb().casePresence.count({ where: { caseId: id } })).toBe(1)
  })

  it('is nobody’s to learn who may not open it', async () => {
    const sealed = await opened(aCase({ restricted: true, namedIds: [supervisor.actor.id] }))
    await here(supervisor, sealed.reference, true)
    await expect(here(triager, sealed.reference, true)).rejects.toMatchObject({ code: 'not-found' })
    const held = await opened(aCase({ assigneeId: supervisor.actor.id, district: 'dacorum' }))
    await here(supervisor, held.reference, true)
    const id = randomUUID()
    await ownerDb().account.create({
      data: { id, email: `${id}@example.test`, name: 'Near by', role: 'liaison-officer' },
    })
    await ownerDb().officer.create({
      data: { id: randomUUID(), accountId: id, districts: ['dacorum'], openLimit: 5 },
    })
    const token = await sessionFor(id)
    const near = await findSession(token)
    if (near === null) throw new Error('There is no session.')
    await saysWhy({ token, ...near }, held.id)
    expect(await here({ token, ...near }, held.reference, true)).toEqual([])
    expect(await ownerDb().casePresence.count({ where: { accountId: id } })).toBe(0)
  })

  it.each<[string, (caseId: string) => Promise<unknown>]>([
    ['has not said why they open it', () => Promise.resolve()],
    ['only takes data out', (caseId) => saysWhy(triager, caseId, 'taking-out')],
    [
      'said so more than eight hours ago',
      async (caseId) => {
        await saysWhy(triager, caseId)
        const givenAt = new Date(Date.now() - 8 * 3_600_000 - 1_000)
        await ownerDb().caseReason.updateMany({ where: { caseId }, data: { givenAt } })
      },
    ],
  ])('is nobody’s to learn who %s, and they are not there themselves', async (_who, before) => {
    const { id, reference } = await store(aCase())
    await saysWhy(supervisor, id)
    await here(supervisor, reference, true)
    await before(id)
    expect(await here(triager, reference)).toEqual([])
    expect(await here(supervisor, reference)).toEqual([])
  })

  it('is told to whoever holds it, who need not say why', async () => {
    const { id, reference } = await store(aCase({ assigneeId: supervisor.actor.id }))
    const other = await person('supervisor')
    await saysWhy(other, id)
    await here(other, reference)
    expect(await here(supervisor, reference)).toEqual([{ name: 'Test supervisor', writing: false }])
  })
})

it('is asked by nobody else for what changed', async () => {
  await expect(
    ownerDb().$transaction(async (tx) => {
      await tx.$queryRaw`SELECT set_config('app.actor', ${supervisor.actor.id}, true)`
      return tx.$queryRaw`SELECT live_cases('{}')`
    }),
  ).rejects.toThrow(/nobody/u)
})
