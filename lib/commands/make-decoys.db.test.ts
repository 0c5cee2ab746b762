import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it, test } from 'vitest'
import { asOf } from '@/lib/adapters/clock'
import { asActor, deskDb } from '@/lib/db/client'
import { ownerDb } from '@/lib/db/owner'
import type { Actor } from '@/lib/domain/policy'
import { roles } from '@/lib/domain/words'
import type { Role } from '@/lib/domain/words'
import { drawLookSample } from '@/lib/jobs/draw-look-sample'
import { indexNewCases } from '@/lib/jobs/index-new-cases'
import { countQueue } from '@/lib/queries/count-queue'
import { listAudit } from '@/lib/queries/list-audit'
import { listDecoys } from '@/lib/queries/list-decoys'
import { listFlags } from '@/lib/queries/list-flags'
import { createIndexKey } from '@/lib/sealing/blind-index'
import { env } from '@/lib/config/env'
import { dropDecoys } from '../../e2e/factories/drop-decoys'
import { ensureKeys } from '../../e2e/factories/play'
import { makeDecoys } from './make-decoys'
import { resolveFlag } from './resolve-flag'

const at = new Date('2032-03-03T12:00:00Z')

async function somebody(role: Role): Promise<Actor> {
  const id = randomUUID()
  await ownerDb().account.create({ data: { id, email: `${id}@example.test`, name: `Test ${role}`, role } })
  return { id, name: `Test ${role}`, role, districts: [] }
}

const make = (actor: Actor, count = '2') => asOf(at, () => makeDecoys(actor, count))

/** What note_opening does once the policy and a reason let somebody in: the row that says so. */
const open = (actor: Actor, caseId: string, reference: string, when = at) =>
  asOf(when, () =>
    asActor(actor, (tx) =>
      tx.auditEvent.createMany({
        data: [
          { at: when, actorId: actor.id, role: actor.role, action: 'opened', caseId, reference, detail: {} },
        ],
      }),
    ),
  )

const flagOf = (actorId: string) =>
  ownerDb().lookingFlag.findFirst({ where: { actorId, rule: 'decoy-opened' } })

const people = {} as Readonly<Record<'auditor' | 'other' | 'supervisor' | 'fishing', Actor>>
let decoy = { id: '', reference: '' }

beforeAll(async () => {
  await ensureKeys()
  Object.assign(people, {
    ...{ auditor: await somebody('auditor'), other: await somebody('auditor') },
    ...{ supervisor: await somebody('supervisor'), fishing: await somebody('supervisor') },
  })
})

afterAll(dropDecoys)

describe('decoys', () => {
  it('are cases like others, closed, held by nobody, sealed, and of no queue', async () => {
    const before = await countQueue(people.supervisor)
    expect(await make(people.auditor, '3')).toBe(3)
    expect(await countQueue(people.supervisor)).toEqual(before)
    const made = await ownerDb().decoy.findMany({
      where: { madeById: people.auditor.id },
      include: {
        case: { include: { submission: { include: { box: { include: { wraps: true, fields: true } } } } } },
      },
    })
    expect(made).toHaveLength(3)
    for (const { case: found } of made) {
      expect(found).toMatchObject({
        status: 'closed',
        assigneeId: null,
        restricted: false,
        channel: 'online',
      })
      expect(found.closedAt === null || found.closedAt < at).toBe(true)
      expect(found.submission.box.wraps).toHaveLength(2)
      expect(found.submission.box.fields.map(({ field }) => field)).toEqual(
        expect.arrayContaining(['answers', 'transcript', 'contact']),
      )
    }
    decoy = made[0]?.case ?? decoy
  })

  it('have one row in the audit, by the auditor, which names none, and no row that is not true', async () => {
    const rows = await ownerDb().auditEvent.findMany({ where: { actorId: people.auditor.id } })
    expect(rows.map(({ action, detail, reference }) => ({ action, detail, reference }))).toEqual([
      { action: 'decoys-made', detail: { count: 3 }, reference: null },
    ])
    expect(await ownerDb().auditEvent.count({ where: { caseId: decoy.id } })).toBe(0)
  })

  it('can be searched for like others', async () => {
    await createIndexKey(env().KEY_DIR)
    await indexNewCases()
    expect(await ownerDb().caseIndex.count({ where: { caseId: decoy.id } })).toBe(5)
  })

  test.each(roles.filter((role) => role !== 'auditor'))('are made, and known, by no %s', async (role) => {
    const actor = await somebody(role)
    await expect(make(actor)).rejects.toThrow('forbidden')
    await expect(listDecoys(actor)).rejects.toThrow('forbidden')
    const seen = await asActor(actor, async (tx) => [
      ...(await tx.decoy.findMany()),
      ...(await tx.$queryRaw<unknown[]>`SELECT * FROM decoy_list()`),
    ])
    expect(seen).toEqual([])
    await expect(asActor(actor, (tx) => tx.$queryRaw`SELECT make_decoys('[]', now())`)).rejects.toThrow(
      /made by auditors/,
    )
  })

  test.each(['', '0', '21', 'two'])('are not made %j at once', async (count) => {
    await expect(make(people.auditor, count)).rejects.toThrow('invalid')
  })

  it('are made by nobody who is not signed in', async () => {
    await expect(deskDb().$queryRaw`SELECT make_decoys('[]', now())`).rejects.toThrow(/made by auditors/)
  })
})

describe('whoever opens one', () => {
  it('is flagged in the same transaction, which otherwise leaves nothing', async () => {
    await expect(
      asActor(people.fishing, async (tx) => {
        const { id: caseId, reference } = decoy
        await tx.auditEvent.createMany({
          data: [
            {
              at,
              actorId: people.fishing.id,
              role: 'supervisor',
              action: 'opened',
              caseId,
              reference,
              detail: {},
            },
          ],
        })
        throw new Error('and then it failed')
      }),
    ).rejects.toThrow('and then it failed')
    expect(await flagOf(people.fishing.id)).toBeNull()
    await open(people.fishing, decoy.id, decoy.reference)
    expect(await flagOf(people.fishing.id)).toMatchObject({
      ...{ rule: 'decoy-opened', day: new Date('2032-03-03'), raisedAt: at, resolvedAt: null },
    })
  })

  it('has one flag a day, with all the rows of it', async () => {
    await open(people.fishing, decoy.id, decoy.reference)
    expect((await flagOf(people.fishing.id))?.rows).toHaveLength(2)
    expect(await ownerDb().lookingFlag.count({ where: { actorId: people.fishing.id } })).toBe(1)
  })

  it('is known to the auditors, and to no supervisor, who could tell from it which cases are decoys', async () => {
    const has = async (actor: Actor, page = 1): Promise<boolean> => {
      const { flags, more } = await listFlags(actor, { resolved: false, page })
      return flags.some(({ actorId }) => actorId === people.fishing.id) || (more && has(actor, page + 1))
    }
    expect(await has(people.auditor)).toBe(true)
    expect(await has(people.supervisor)).toBe(false)
    const told = async (actor: Actor) =>
      (await listAudit(actor, { find: '', page: 1 })).rows.filter(
        ({ action, detail }) => action === 'decoys-made' || JSON.stringify(detail).includes('decoy-opened'),
      )
    expect((await told(people.auditor)).length).toBeGreaterThan(1)
    expect(await told(people.supervisor)).toEqual([])
    const { decoys } = await listDecoys(people.auditor)
    expect(decoys[0]).toMatchObject({ reference: decoy.reference, openings: 2 })
  })

  it('is answered for by an auditor alone, and is open again when it happens again', async () => {
    const flag = await flagOf(people.fishing.id)
    const given = { flagId: flag?.id ?? '', outcome: 'spoken-to', reason: 'curiosity' }
    await expect(resolveFlag(people.supervisor, given)).rejects.toThrow('not-found')
    await resolveFlag(people.other, given)
    expect((await flagOf(people.fishing.id))?.outcome).toBe('spoken-to')
    await open(people.fishing, decoy.id, decoy.reference)
    expect(await flagOf(people.fishing.id)).toMatchObject({ outcome: null, resolvedAt: null })
  })

  it('by the day of the force’s clock', async () => {
    const late = new Date('2032-07-01T23:30:00Z')
    const somebodyElse = await somebody('supervisor')
    await open(somebodyElse, decoy.id, decoy.reference, late)
    expect((await flagOf(somebodyElse.id))?.day).toEqual(new Date('2032-07-02'))
  })

  it('is drawn into no sample, which would lead somebody else to it', async () => {
    await asOf(new Date('2032-03-08T04:00:00Z'), drawLookSample)
    expect(await ownerDb().lookSample.count({ where: { caseId: decoy.id } })).toBe(0)
  })

  it('and whoever opens another case, or is refused one, is not', async () => {
    const actor = await somebody('supervisor')
    await open(actor, randomUUID(), 'HC-7K2Q-D000')
    await ownerDb().auditEvent.createMany({
      data: [{ at, actorId: actor.id, role: 'supervisor', action: 'noted', caseId: decoy.id, detail: {} }],
    })
    expect(await flagOf(actor.id)).toBeNull()
  })
})
