import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { ownerDb } from '@/lib/db/owner'
import type { Actor } from '@/lib/domain/policy'
import { roles } from '@/lib/domain/words'
import type { Role } from '@/lib/domain/words'
import { whoSaw } from './who-saw'

const at = (hours: number) => new Date(Date.UTC(2026, 2, 2, 9 + hours))
const all = { from: null, until: null, role: null }

async function somebody(role: Role): Promise<Actor> {
  const id = randomUUID()
  await ownerDb().account.create({ data: { id, email: `${id}@example.test`, name: `Test ${role}`, role } })
  return { id, name: `Test ${role}`, role, districts: [] }
}

let number = 0
const newReference = () => `HC-7K2Q-${String((number += 1)).padStart(4, '0')}`

async function look(
  reference: string,
  by: Actor,
  hours: number,
  more: { action?: string; reason?: string } = {},
) {
  const { action = 'opened', reason } = more
  await ownerDb().auditEvent.createMany({
    data: [
      {
        at: at(hours),
        actorId: by.id,
        role: by.role,
        action,
        reference,
        force: 'hertfordshire',
        detail: reason === undefined ? {} : { reason },
      },
    ],
  })
}

describe('who has seen a case', () => {
  it('is said person by person, in each role, whoever looked last first', async () => {
    const [officer, triager, auditor] = [
      await somebody('liaison-officer'),
      await somebody('triager'),
      await somebody('auditor'),
    ]
    const reference = newReference()
    await look(reference, triager, 0, { reason: 'triage' })
    await look(reference, officer, 1, { reason: 'assigned' })
    await look(reference, officer, 2, { reason: 'assigned' })
    await look(reference, officer, 2, { action: 'revealed' })
    await look(reference, officer, 2, { action: 'identity-revealed', reason: 'record-check' })
    await look(reference, officer, 3, { action: 'identity-revealed', reason: 'risk' })
    await look(reference, officer, 3, { action: 'noted' })
    await look(newReference(), officer, 4)
    await look(reference, triager, 0, { action: 'refused' })
    expect(await whoSaw(auditor, reference, all)).toEqual([
      {
        ...{ actorId: officer.id, name: officer.name, role: 'liaison-officer', looks: 2, reveals: 1 },
        ...{ identities: 2, identityReasons: ['record-check', 'risk'], refusals: 0 },
        ...{ firstAt: at(1), lastAt: at(3), reasons: ['assigned'] },
      },
      {
        ...{ actorId: triager.id, name: triager.name, role: 'triager', looks: 1, reveals: 0 },
        ...{ identities: 0, identityReasons: [], refusals: 1 },
        ...{ firstAt: at(0), lastAt: at(0), reasons: ['triage'] },
      },
    ])
    expect(await whoSaw(auditor, reference, { ...all, role: 'triager' })).toHaveLength(1)
    expect(await whoSaw(auditor, reference, { ...all, from: at(1) })).toHaveLength(1)
    expect(await whoSaw(auditor, reference, { ...all, until: at(1) })).toHaveLength(1)
  })

  it.each(roles.map((role) => [role, role === 'auditor' || role === 'supervisor'] as const))(
    'is for a %s to know: %s',
    async (role, may) => {
      const actor = await somebody(role)
      const asked = whoSaw(actor, newReference(), all)
      if (may) expect(await asked).toEqual([])
      else await expect(asked).rejects.toThrow('forbidden')
    },
  )

  it('is asked with a row of its own, of the case, which is no look at it', async () => {
    const [officer, auditor] = [await somebody('liaison-officer'), await somebody('auditor')]
    const [reference, caseId] = [newReference(), randomUUID()]
    await look(reference, officer, 0)
    const row = { action: 'noted', reference, caseId, force: 'hertfordshire', detail: {} }
    await ownerDb().auditEvent.createMany({ data: [{ ...row, at: at(1), actorId: officer.id }] })
    await whoSaw(auditor, reference.toLowerCase(), all)
    expect(await whoSaw(auditor, reference, all)).toHaveLength(1)
    const rows = await ownerDb().auditEvent.findMany({ where: { actorId: auditor.id } })
    const asked = { action: 'looks-consulted', role: 'auditor', reference, caseId, detail: { people: 1 } }
    expect(rows).toEqual([expect.objectContaining(asked), expect.objectContaining(asked)])
  })

  it('is nothing of another force', async () => {
    const [officer, auditor] = [await somebody('liaison-officer'), await somebody('auditor')]
    const reference = newReference()
    await look(reference, officer, 0)
    const { seq } = await ownerDb().auditEvent.findFirstOrThrow({ where: { reference } })
    expect(seq).toBeGreaterThan(0n)
    await ownerDb().auditEvent.createMany({
      data: [
        {
          at: at(1),
          actorId: officer.id,
          role: 'triager',
          action: 'opened',
          reference,
          force: 'bedfordshire',
          detail: {},
        },
      ],
    })
    expect(await whoSaw(auditor, reference, all)).toHaveLength(1)
  })
})
