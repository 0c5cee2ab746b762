import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { dropParityRows, parityRow, storeParityRows } from '../../e2e/factories/parity-rows'
import { ownerDb } from '@/lib/db/owner'
import { roles } from '@/lib/domain/words'
import type { Role } from '@/lib/domain/words'
import { asActor, deskDb } from './client'

/** What the database itself refuses, where a command would have asked before. */

const prefix = `ACT-${randomUUID()}-`
const facts = {
  ...{ district: 'north', status: 'assigned', recordedById: null, receivedAt: new Date() },
  ...{ excludedDistricts: [], namesExclusion: false },
}

async function newAccount(role: Role, active = true): Promise<string> {
  const id = randomUUID()
  await ownerDb().account.create({
    data: { id, email: `${id}@example.test`, name: 'Act', role, active },
  })
  if (role === 'liaison-officer')
    await ownerDb().officer.create({
      data: { id: randomUUID(), accountId: id, districts: ['north'], languages: [], openLimit: 5 },
    })
  return id
}

const [holder, colleague, supervisor] = await Promise.all([
  newAccount('liaison-officer'),
  newAccount('liaison-officer'),
  newAccount('supervisor'),
])
const held = parityRow(`${prefix}held`, { ...facts, assigneeId: holder, restricted: false })
const free = parityRow(`${prefix}free`, { ...facts, status: 'new', assigneeId: null, restricted: false })
const secret = parityRow(`${prefix}secret`, { ...facts, status: 'new', assigneeId: null, restricted: true })
const rows = [held, free, secret]

beforeAll(() => storeParityRows(rows))
afterAll(() => dropParityRows(rows))

class Undo extends Error {}

/** What the database says to giving a case to an account; nothing of it stays. */
async function give(by: string, role: Role, caseId: string, to: string): Promise<string> {
  let said = ''
  const actor = { id: by, name: 'Act', role, districts: [] }
  const act = JSON.stringify({
    at: new Date().toISOString(),
    event_id: randomUUID(),
    type: 'taken',
    patch: { assignee_id: to },
  })
  const run = asActor(actor, async (tx) => {
    const [row] = await tx.$queryRaw<{ outcome: string }[]>`
      SELECT change_case(${caseId}::uuid, 1, ${act}::jsonb) AS outcome`
    said = row?.outcome ?? ''
    throw new Undo()
  })
  await expect(run).rejects.toThrow(Undo)
  return said
}

test('a case a colleague holds cannot be taken by somebody who sees its headline alone', async () => {
  expect(await give(colleague, 'liaison-officer', held.id, colleague)).toBe('not-found')
  expect(await give(colleague, 'liaison-officer', free.id, colleague)).toBe('changed')
})

test.each(roles.filter((role) => role !== 'administrator'))(
  'cases are handed back, and counted, by no %s',
  async (role) => {
    const by = { id: await newAccount(role), name: 'Act', role, districts: [] }
    const handBack = asActor(by, (tx) => tx.$queryRaw`SELECT hand_back_cases(${holder}::uuid, false, now())`)
    await expect(handBack).rejects.toThrow(/only an administrator/)
    const counted = await asActor(
      by,
      (tx) => tx.$queryRaw<unknown[]>`SELECT open_cases_of(${holder}::uuid) AS open`,
    )
    expect(counted).toEqual([{ open: 0 }])
    expect(await ownerDb().case.findUnique({ where: { id: held.id } })).toMatchObject({ assigneeId: holder })
  },
)

test('cases are handed back by nobody who is not signed in', async () => {
  const handBack = deskDb().$queryRaw`SELECT hand_back_cases(${holder}::uuid, false, now())`
  await expect(handBack).rejects.toThrow(/only an administrator/)
})

test.each([
  ['a liaison officer', 'liaison-officer', true, 'changed', 'conflict'],
  ['a supervisor, who is not named for a sealed one', 'supervisor', true, 'changed', 'conflict'],
  ['a liaison officer whose account is closed', 'liaison-officer', false, 'conflict', 'conflict'],
  ['a supervisor whose account is closed', 'supervisor', false, 'conflict', 'conflict'],
  ['a triager', 'triager', true, 'conflict', 'conflict'],
  ['an auditor', 'auditor', true, 'conflict', 'conflict'],
] as const)('a case goes to %s: or does not', async (_name, role, active, plain, restricted) => {
  const to = await newAccount(role, active)
  expect(await give(supervisor, 'supervisor', free.id, to)).toBe(plain)
  expect(await give(supervisor, 'supervisor', secret.id, to)).toBe(restricted)
})
