import { randomUUID } from 'node:crypto'
import { expect, it } from 'vitest'
import { asOf } from '@/lib/adapters/clock'
import { createInvitation } from '@/lib/auth/invitations'
import { appendAudit } from '@/lib/commands/append-audit'
import { ownerDb } from '@/lib/db/owner'
import type { Role } from '@/lib/domain/words'
import { listAudit, listAuditOf, listFlagRows } from './list-audit'

const at = new Date('2026-03-02T09:00:00Z')

async function newAccount(role: Role, name: string): Promise<string> {
  const id = randomUUID()
  await ownerDb().account.create({ data: { id, email: `${id}@example.test`, name, role, createdAt: at } })
  return id
}

it('is asked of one case with a row of its own, and of everything without', async () => {
  const id = await newAccount('supervisor', 'Sue')
  const supervisor = { id, name: 'Sue', role: 'supervisor', districts: [] } as const
  const [reference, caseId] = ['HC-7K2Q-A0D1', randomUUID()]
  const row = { at, action: 'noted', force: 'hertfordshire', detail: {} }
  // A refusal is readable where the case is not: it lends its case to nobody's row.
  await ownerDb().auditEvent.createMany({
    data: [
      { ...row, reference, caseId },
      { ...row, reference: 'HC-7K2Q-A0D2', caseId, action: 'refused' },
    ],
  })
  await listAudit(supervisor, { find: '', page: 1 })
  await listAudit(supervisor, { find: 'nothing', page: 1 })
  await listAudit(supervisor, { find: reference, page: 2 })
  await listAudit(supervisor, { find: 'HC-7K2Q-A0D2', page: 1 })
  const rows = await ownerDb().auditEvent.findMany({ where: { actorId: id }, orderBy: { seq: 'asc' } })
  const asked = { action: 'looks-consulted', role: 'supervisor', reference }
  expect(rows).toEqual([
    expect.objectContaining({ ...asked, caseId, detail: { page: 2 } }),
    expect.objectContaining({ ...asked, reference: 'HC-7K2Q-A0D2', caseId: null, detail: { page: 1 } }),
  ])
})

it('tells a supervisor only of what made a flag that a search was for what is a colleague’s, and an auditor always', async () => {
  const who = async (role: 'auditor' | 'supervisor') =>
    ({ id: await newAccount(role, 'Reads'), name: 'Reads', role, districts: [] }) as const
  const [auditor, supervisor, actorId] = [
    await who('auditor'),
    await who('supervisor'),
    await newAccount('triager', 'Searches'),
  ]
  const detail = { kind: 'telephone', hits: 0, own: false, colleague: true }
  const { seq } = await ownerDb().auditEvent.create({
    data: { at, actorId, role: 'triager', action: 'searched', force: 'hertfordshire', detail },
  })
  const flag = await ownerDb().lookingFlag.create({
    data: {
      ...{ id: randomUUID(), force: 'hertfordshire', rule: 'colleague-looked-up', signs: [], actorId },
      ...{ day: at, rows: [seq], raisedAt: at },
    },
  })
  const read = async (reader: typeof auditor) => {
    const span = { accountId: actorId, from: at, to: at }
    const all = await listAudit(reader, { find: '', page: 1 })
    const found = [
      all.rows.find((row) => row.actorId === actorId),
      ...(await listAuditOf(reader, span)).rows,
      ...(await listAudit(reader, { find: '', flag: flag.id, page: 1 })).rows,
      ...((await listFlagRows(reader, { flagIds: [flag.id], most: 5 })).byFlag.get(flag.id)?.rows ?? []),
    ]
    return found.map((row) => row?.detail)
  }
  const rest = { kind: 'telephone', hits: 0, own: false }
  expect(await read(auditor)).toEqual([detail, detail, detail, detail])
  expect(await read(supervisor)).toEqual([rest, rest, detail, detail])
  await ownerDb().lookingFlag.delete({ where: { id: flag.id } })
})

it('names the accounts and invitations its rows are about, and nobody for what is no id', async () => {
  const auditor = {
    id: await newAccount('auditor', 'Aud'),
    name: 'Aud',
    role: 'auditor',
    districts: [],
  } as const
  const [account, holder] = [await newAccount('triager', 'Ada Obi'), await newAccount('triager', 'Ben Ito')]
  const invited = await asOf(at, () =>
    createInvitation({
      ...{
        email: `${randomUUID()}@example.test`,
        name: 'Cy Rao',
        role: 'auditor',
        districts: [],
        invitedById: null,
      },
    }),
  )
  for (const detail of [{ account }, { to: holder }, { from: 'low', to: 'high' }, { account: "' OR 1" }])
    await appendAudit(ownerDb(), { actorId: null, role: null, action: 'refused', detail })
  const { rows, names } = await listAudit(auditor, { find: '', page: 1 })
  expect(rows[0]?.detail).toEqual({ account: "' OR 1" })
  expect(rows.find(({ action }) => action === 'invited')).toMatchObject({
    actorId: null,
    detail: { invitation: invited.id },
  })
  expect(names.get(account)).toBe('Ada Obi')
  expect(names.get(holder)).toBe('Ben Ito')
  expect(names.get(invited.id)).toBe('Cy Rao')
})
