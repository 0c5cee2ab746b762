import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { sessionFor } from '@/e2e/factories/sessions'
import { asOf } from '@/lib/adapters/clock'
import { ownerDb } from '@/lib/db/owner'
import type { Role } from '@/lib/domain/words'
import { endSessionsOf } from './end-sessions'
import { endSession, findSession, ownerOfEnded, renewSession, startSession } from './session'
import { encodeSession, newSessionId } from './session-token'

const start = new Date('2026-03-02T09:00:00Z')
const later = (minutes: number) => new Date(start.getTime() + minutes * 60_000)

async function newAccount(role: Role = 'triager', demo = false): Promise<string> {
  const id = randomUUID()
  await ownerDb().account.create({ data: { id, email: `${id}@example.test`, name: 'Test', role, demo } })
  return id
}

const begin = (accountId: string, minutes = 0, replaces?: string) =>
  asOf(later(minutes), () => sessionFor(accountId, 'password', replaces))
const find = (token: string, minutes = 1, use = true) => asOf(later(minutes), () => findSession(token, use))
const isLive = async (token: string, minutes?: number, use?: boolean) =>
  (await find(token, minutes, use)) !== null

async function auditOf(accountId: string): Promise<{ action: string; why: unknown }[]> {
  const rows = await ownerDb().auditEvent.findMany({
    where: { OR: [{ actorId: accountId }, { detail: { path: ['account'], equals: accountId } }] },
    orderBy: { seq: 'asc' },
  })
  return rows.map(({ action, detail }) => ({ action, why: (detail as { why?: unknown }).why }))
}

describe('a session', () => {
  it('says who, how it began and when they last proved it', async () => {
    const id = await newAccount()
    const token = await asOf(start, () => sessionFor(id, 'passkey'))
    expect(await find(token)).toMatchObject({
      actor: { id, role: 'triager' },
      method: 'passkey',
      strongAt: start,
    })
  })

  it('ends 15 minutes after its last use, and only use counts as use', async () => {
    const token = await begin(await newAccount())
    expect(await isLive(token, 14)).toBe(true)
    expect(await isLive(token, 28.9)).toBe(true)
    expect(await isLive(token, 40, false)).toBe(true)
    expect(await isLive(token, 44)).toBe(false)
  })

  it('that is over stays over, whatever the clock says later', async () => {
    const token = await begin(await newAccount())
    expect(await isLive(token, 16)).toBe(false)
    expect(await isLive(token, 1)).toBe(false)
  })

  it('ends after 12 hours however much it is used', async () => {
    const id = await newAccount()
    const token = await begin(id)
    for (let minutes = 10; minutes < 720; minutes += 10) expect(await isLive(token, minutes)).toBe(true)
    expect(await isLive(token, 720)).toBe(false)
    expect((await auditOf(id)).at(-1)).toEqual({ action: 'session-ended', why: 'twelve-hours' })
  })

  it('ends when the account is closed', async () => {
    const id = await newAccount()
    const token = await begin(id)
    await ownerDb().account.update({ where: { id }, data: { active: false } })
    expect(await isLive(token)).toBe(false)
    expect((await auditOf(id)).at(-1)).toEqual({ action: 'session-ended', why: 'deactivated' })
  })

  it('is looked up each time: a role lowered in mid-session counts with the very next request', async () => {
    const id = await newAccount('supervisor')
    const token = await begin(id)
    expect((await find(token))?.actor.role).toBe('supervisor')
    await ownerDb().account.update({ where: { id }, data: { role: 'call-handler' } })
    expect((await find(token, 2))?.actor.role).toBe('call-handler')
  })

  it('is audited from its start to its end', async () => {
    const id = await newAccount()
    await endSession(await begin(id))
    await find(await begin(id), 16)
    expect(await auditOf(id)).toEqual([
      { action: 'signed-in', why: undefined },
      { action: 'session-ended', why: 'signed-out' },
      { action: 'signed-in', why: undefined },
      { action: 'session-ended', why: 'idle' },
    ])
  })

  it('is not what a made-up token opens', async () => {
    for (const token of ['', 'x', 'a.b.c.d.e', await encodeSession(newSessionId())]) {
      expect(await isLive(token)).toBe(false)
      expect(await ownerOfEnded(token)).toBeNull()
      await endSession(token)
    }
  })
})

describe('signing in', () => {
  it('takes nothing from the session an attacker put into the browser before', async () => {
    const attacker = await newAccount()
    const victim = await newAccount()
    const planted = await begin(attacker)
    const token = await begin(victim, 1, planted)
    expect(token).not.toBe(planted)
    expect((await find(token, 2))?.actor.id).toBe(victim)
    expect(await isLive(planted, 2)).toBe(false)
  })

  it('takes nothing from an id made up before', async () => {
    const planted = await encodeSession(newSessionId())
    const victim = await newAccount()
    await begin(victim, 0, planted)
    expect(await isLive(planted)).toBe(false)
  })

  it('ends the session this browser had', async () => {
    const id = await newAccount()
    const first = await begin(id)
    const second = await begin(id, 1, first)
    expect([await isLive(first, 2), await isLive(second, 2)]).toEqual([false, true])
  })

  it.each([
    ['administrator', false, 1],
    ['supervisor', false, 3],
    ['administrator', true, 5],
  ] as const)('as %s (demonstration: %s) leaves %i at once, the newest', async (role, demo, most) => {
    const id = await newAccount(role, demo)
    const tokens: string[] = []
    for (let minute = 0; minute < 5; minute += 1) tokens.push(await begin(id, minute))
    const live = []
    for (const token of tokens) live.push(await isLive(token, 6, false))
    expect(live).toEqual(tokens.map((_, index) => index >= 5 - most))
  })
})

describe('renewing', () => {
  it('gives a new id, ends the old one at once, and keeps the handle, the start and the end', async () => {
    const old = await begin(await newAccount())
    const before = await find(old)
    const token = await asOf(later(5), () => renewSession(old))
    expect(await isLive(old, 5)).toBe(false)
    expect(await find(token ?? '', 6)).toMatchObject({
      handle: before?.handle,
      createdAt: start,
      strongAt: later(5),
    })
    expect(await isLive(token ?? '', 720)).toBe(false)
  })

  it('brings nothing back that is over, and works once', async () => {
    const token = await begin(await newAccount())
    const renewed = await Promise.all([renewSession(token), renewSession(token)])
    expect(renewed.filter((each) => each !== null)).toHaveLength(1)
    const over = await begin(await newAccount())
    await endSession(over)
    expect(await renewSession(over)).toBeNull()
  })
})

describe('ending all sessions of somebody', () => {
  it('spares the one it is asked from and nobody else’s', async () => {
    const id = await newAccount()
    const [mine, other] = [await begin(id), await begin(id)]
    const colleague = await begin(await newAccount())
    expect(await endSessionsOf(id, (await find(mine))?.handle)).toBe(1)
    expect([await isLive(mine), await isLive(other), await isLive(colleague)]).toEqual([true, false, true])
    expect(await endSessionsOf(id, undefined, 'by-administrator')).toBe(1)
    expect(await isLive(mine)).toBe(false)
  })
})

describe('somebody who proved who they are', () => {
  it.each([
    ['the account or a way into it changed', { version: 2 }],
    ['it was closed', { active: false }],
  ])('gets no session when %s since', async (_, change) => {
    const id = await newAccount()
    const proved = await ownerDb().account.findUniqueOrThrow({ where: { id } })
    await ownerDb().account.update({ where: { id }, data: change })
    expect(await startSession(proved, 'password')).toBeNull()
    expect(await ownerDb().staffSession.count({ where: { accountId: id } })).toBe(0)
  })

  it('has no session left when the account changes in the same moment', async () => {
    for (let round = 0; round < 10; round += 1) {
      const id = await newAccount()
      const proved = await ownerDb().account.findUniqueOrThrow({ where: { id } })
      const change = ownerDb().$transaction(async (tx) => {
        await tx.account.update({ where: { id }, data: { version: 2 } })
        await tx.staffSession.updateMany({ where: { accountId: id }, data: { endedAt: later(0) } })
      })
      await Promise.all([startSession(proved, 'password'), change])
      expect(await ownerDb().staffSession.count({ where: { accountId: id, endedAt: null } })).toBe(0)
    }
  })
})

describe('the owner of a session that is over', () => {
  it('is told, so that what they wrote can be kept for them; of a live one it is not', async () => {
    const id = await newAccount()
    const token = await begin(id)
    expect(await ownerOfEnded(token)).toBeNull()
    expect(await isLive(token, 16)).toBe(false)
    expect(await ownerOfEnded(token)).toBe(id)
  })

  it('is nobody when the account is closed', async () => {
    const id = await newAccount()
    const token = await begin(id)
    await endSession(token)
    await ownerDb().account.update({ where: { id }, data: { active: false } })
    expect(await ownerOfEnded(token)).toBeNull()
  })
})
