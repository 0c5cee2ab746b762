import { randomUUID } from 'node:crypto'
import { beforeAll, expect, it } from 'vitest'
import { declareLink } from '@/lib/commands/declare-link'
import { env } from '@/lib/config/env'
import { asActor } from '@/lib/db/client'
import { ownerDb } from '@/lib/db/owner'
import type { Actor } from '@/lib/domain/policy'
import type { Role } from '@/lib/domain/words'
import { createIndexKey } from '@/lib/sealing/blind-index'
import { declaredShare } from './declared-share'

beforeAll(() => createIndexKey(env().KEY_DIR))

async function person(role: Role): Promise<Actor> {
  const id = randomUUID()
  await ownerDb().account.create({ data: { id, email: `${id}@example.test`, name: 'Declares', role } })
  return { id, name: 'Declares', role, districts: [] }
}

const telephone = { kind: 'telephone', telephone: '07700 900501', email: '', surname: '', postcode: '' }
const address = { kind: 'person', telephone: '', email: '', surname: 'Declares', postcode: 'SG5 5AA' }

it('is of those who may search, and counts who declared a number and an address as their own', async () => {
  const auditor = await person('auditor')
  const before = await declaredShare(auditor)
  const [whole, half, close, other] = [
    await person('triager'),
    await person('supervisor'),
    await person('liaison-officer'),
    await person('call-handler'),
  ]
  for (const actor of [whole, other]) {
    await declareLink(actor, { ...telephone, own: 'yes' })
    await declareLink(actor, { ...address, own: 'yes' })
  }
  await declareLink(half, { ...telephone, own: 'yes' })
  await declareLink(close, { ...telephone, own: '' })
  await declareLink(close, { ...address, own: '' })
  const after = await declaredShare(auditor)
  expect([after.declared - before.declared, after.among - before.among]).toEqual([1, 3])
  expect(await declaredShare(half)).toEqual(after)
  await ownerDb().account.update({ where: { id: whole.id }, data: { active: false } })
  expect(await declaredShare(auditor)).toEqual({ declared: before.declared, among: after.among - 1 })
})

it('is told to whoever answers for looking alone', async () => {
  const triager = await person('triager')
  await expect(declaredShare(triager)).rejects.toMatchObject({ code: 'forbidden' })
  const direct = await asActor(triager, (tx) => tx.$queryRaw`SELECT declared, among FROM declared_share()`)
  expect(direct).toEqual([{ declared: 0, among: 0 }])
})
