import { createHmac, randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, it, test } from 'vitest'
import { asOf } from '@/lib/adapters/clock'
import { drawWeek } from '@/lib/commands/look-sample'
import { signLook } from '@/lib/commands/sign-look'
import { asActor, deskDb } from '@/lib/db/client'
import { ownerDb } from '@/lib/db/owner'
import { drawSample } from '@/lib/domain/looking/sample'
import type { Actor } from '@/lib/domain/policy'
import type { Role } from '@/lib/domain/words'
import { listSample, sampledReference } from '@/lib/queries/list-sample'
import { drawLookSample } from './draw-look-sample'

/** A Monday that no other test is about, four hours into it. */
const monday = new Date('2031-03-10T04:00:00Z')
const inWeek = (hours: number) => new Date(Date.UTC(2031, 2, 3, 9 + hours))
const force = 'hertfordshire'

async function somebody(role: Role): Promise<Actor> {
  const id = randomUUID()
  await ownerDb().account.create({ data: { id, email: `${id}@example.test`, name: `Test ${role}`, role } })
  return { id, name: `Test ${role}`, role, districts: [] }
}

async function looks({ id: actorId, role }: Actor, count: number, at = inWeek(1), of = force): Promise<void> {
  await ownerDb().auditEvent.createMany({
    data: Array.from({ length: count }, () => ({
      ...{ at, actorId, role, action: 'opened', caseId: randomUUID(), reference: 'HC-7K2Q-S000', force: of },
      detail: { reason: 'supervision' },
    })),
  })
}

const people: { triager: Actor; officer: Actor; supervisor: Actor; auditor: Actor; other: Actor } =
  {} as never

beforeAll(async () => {
  Object.assign(people, {
    triager: await somebody('triager'),
    officer: await somebody('liaison-officer'),
    supervisor: await somebody('supervisor'),
    other: await somebody('supervisor'),
    auditor: await somebody('auditor'),
  })
  await looks(people.triager, 600)
  await looks(people.officer, 1, inWeek(2))
  await looks(people.supervisor, 3, inWeek(3))
  // Before the week, after it, and of another force.
  await looks(people.other, 5, inWeek(-12))
  await looks(people.other, 5, new Date('2031-03-10T00:00:00Z'))
  await looks(people.other, 5, inWeek(1), 'bedfordshire')
})

const drawnRows = () => ownerDb().lookSample.findMany({ where: { week: new Date('2031-03-03') } })

describe('the week’s sample', () => {
  it('is drawn once, of the week and the force alone, with one look of everybody', async () => {
    // Five of them are of the week before, which nobody had drawn.
    expect(await asOf(monday, drawLookSample)).toBe(13 + 5)
    const rows = await drawnRows()
    expect(rows).toHaveLength(13)
    expect(new Set(rows.map(({ actorId }) => actorId))).toEqual(
      new Set([people.triager.id, people.officer.id, people.supervisor.id]),
    )
    for (const at of [monday, new Date('2031-03-11T04:00:00Z'), new Date('2031-03-16T23:00:00Z')])
      expect(await asOf(at, drawLookSample)).toBe(0)
    expect(await drawnRows()).toEqual(rows)
  })

  it('can be drawn again by anybody, with the seed that the audit has', async () => {
    const noted = await ownerDb().auditEvent.findFirstOrThrow({
      where: { action: 'sample-drawn', detail: { path: ['week'], equals: '2031-03-03' } },
    })
    const { seed, of, drawn, week } = noted.detail as {
      seed: string
      of: number
      drawn: number
      week: string
    }
    expect({ of, drawn, week, actor: noted.actorId }).toEqual({
      of: 604,
      drawn: 13,
      week: '2031-03-03',
      actor: null,
    })
    const views = await ownerDb().auditEvent.findMany({
      where: { action: 'opened', force, at: { gte: new Date('2031-03-03'), lt: new Date('2031-03-10') } },
    })
    const again = drawSample(
      views.map(({ seq, actorId }) => ({ seq: String(seq), actorId: actorId ?? '' })),
      (text) => createHmac('sha256', seed).update(text).digest('hex'),
    )
    const rows = await drawnRows()
    expect(again.map(({ seq }) => seq).sort()).toEqual(rows.map(({ seq }) => String(seq)).sort())
  })

  it('is drawn once when two workers draw it at the same time', async () => {
    await looks(people.triager, 30, new Date('2031-04-02T09:00:00Z'))
    const week = {
      monday: '2031-03-31',
      from: new Date('2031-03-30T23:00:00Z'),
      to: new Date('2031-04-06T23:00:00Z'),
    }
    const drawn = await Promise.all(['a', 'b', 'c'].map((seed) => drawWeek(week, seed)))
    expect(drawn.sort()).toEqual([0, 0, 10])
  })

  it('is drawn late where its day was missed', async () => {
    await looks(people.officer, 2, new Date('2031-06-04T09:00:00Z'))
    expect(await asOf(new Date('2031-06-26T04:00:00Z'), drawLookSample)).toBe(2)
  })

  it('is drawn by nobody who is signed in', async () => {
    const rows = asActor(
      people.auditor,
      (tx) => tx.$queryRaw`SELECT * FROM views_between('2031-01-01', '2031-12-31')`,
    )
    expect(await rows).toEqual([])
    await expect(
      asActor(
        people.auditor,
        (tx) => tx.$queryRaw`SELECT store_look_sample('2031-05-05', ARRAY[1]::bigint[], '{}', now())`,
      ),
    ).rejects.toThrow(/by hand/)
    await expect(deskDb().$queryRaw`UPDATE look_sample SET outcome = 'in-order'`).rejects.toThrow(
      /permission denied/,
    )
  })
})

describe('signing', () => {
  it('shows nobody their own, and nothing to whoever does not answer for looking', async () => {
    const shown = await asOf(monday, () => listSample(people.supervisor))
    const rows = await drawnRows()
    const own = rows.filter(({ actorId }) => actorId === people.supervisor.id).map(({ id }) => id)
    expect(shown.lastWeek).toEqual({ drawn: 13, signed: 0, own: own.length })
    const ids = new Set(shown.looks.map(({ id }) => id))
    expect(own.filter((id) => ids.has(id))).toEqual([])
    const others = await asOf(monday, () => listSample(people.auditor))
    expect(own.every((id) => others.looks.some((look) => look.id === id))).toBe(true)
    await expect(listSample(people.triager)).rejects.toThrow('forbidden')
  })

  it('is done once, by somebody else, with an outcome of the list, and recorded', async () => {
    const rows = await drawnRows()
    const own = rows.find(({ actorId }) => actorId === people.supervisor.id)?.id ?? ''
    const given = { sampleId: own, outcome: 'in-order' }
    await expect(signLook(people.supervisor, given)).rejects.toThrow('not-found')
    await expect(signLook(people.triager, given)).rejects.toThrow('forbidden')
    await expect(signLook(people.other, { ...given, outcome: 'fine' })).rejects.toThrow('invalid')
    await signLook(people.other, given)
    await expect(signLook(people.auditor, given)).rejects.toThrow('conflict')
    const signed = await ownerDb().lookSample.findUniqueOrThrow({ where: { id: own } })
    expect(signed).toMatchObject({ signedById: people.other.id, outcome: 'in-order' })
    expect(await asOf(monday, () => listSample(people.auditor))).toMatchObject({
      lastWeek: { drawn: 13, signed: 1 },
    })
    const noted = await ownerDb().auditEvent.findFirstOrThrow({
      where: { action: 'sample-signed', actorId: people.other.id },
    })
    expect(noted.detail).toEqual({ sample: own, week: '2031-03-03', outcome: 'in-order' })
  })

  test.each(['', 'x', randomUUID()])('%j leads to no case', async (id) => {
    expect(await sampledReference(people.supervisor, id)).toBeNull()
  })
})
