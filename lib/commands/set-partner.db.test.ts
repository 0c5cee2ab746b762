import { randomUUID } from 'node:crypto'
import { beforeAll, expect, it } from 'vitest'
import { otherKeys } from '../../e2e/factories/other-force'
import { currentForce } from '@/lib/config/current-force'
import { ownerDb } from '@/lib/db/owner'
import type { DomainError } from '@/lib/domain/errors'
import type { Actor } from '@/lib/domain/policy'
import { roles } from '@/lib/domain/words'
import type { Role } from '@/lib/domain/words'
import { findPartner, listPartners } from '@/lib/queries/partner-forces'
import { endPartner, setPartner } from './set-partner'

const person = (role: Role): Actor => ({ id: randomUUID(), name: role, role, districts: [] })
const administrator = person('administrator')
const others = roles.filter((role) => role !== 'administrator').map(person)
const partner = 'cambridgeshire'

beforeAll(async () => {
  for (const { id, name, role } of [administrator, ...others])
    await ownerDb().account.create({ data: { id, email: `${id}@example.test`, name, role } })
})

async function text(over: object = {}): Promise<string> {
  const { id, sealing, signing } = await otherKeys()
  return JSON.stringify({
    ...{ schema: 'exchange-identity/1', force: partner, address: 'https://desk.example.test/anything' },
    ...{ keyId: id, sealingKey: sealing.publicKey, signingKey: signing.publicKey },
    ...over,
  })
}

const codeOf = (act: Promise<unknown>) =>
  act.then(
    () => 'done',
    (error: unknown) => (error as DomainError).code,
  )

it('an administrator says which keys are another force’s, changes and ends it, each a row of the audit', async () => {
  await setPartner(administrator, await text())
  const first = await findPartner({ partner })
  expect(first?.address).toBe('https://desk.example.test')
  await setPartner(administrator, await text())
  expect((await findPartner({ partner }))?.keyId).not.toBe(first?.keyId)
  await endPartner(administrator, partner)
  expect(await findPartner({ partner })).toBeNull()
  const listed = await listPartners(administrator)
  expect(listed.find((one) => one.partner === partner)?.active).toBe(false)
  const rows = await ownerDb().auditEvent.findMany({
    where: { actorId: administrator.id },
    orderBy: { seq: 'asc' },
  })
  expect(rows.map(({ action }) => action)).toEqual(['partner-set', 'partner-set', 'partner-ended'])
})

it.each([
  ['no JSON', () => Promise.resolve('hello')],
  ['more than it says', () => text({ password: 'x' })],
  ['keys under another name', async () => text({ keyId: (await otherKeys()).id })],
  ['this force itself', () => text({ force: currentForce().id })],
  ['a force that there is not', () => text({ force: 'atlantis' })],
  ['an address that others on the way could read', () => text({ address: 'http://desk.example.test' })],
  ['an address that is none', () => text({ address: 'javascript:alert(1)' })],
])('is refused: %s', async (_, given) => {
  expect(await codeOf(setPartner(administrator, await given()))).toBe('invalid')
})

it.each(others.map((one) => [one.role, one] as const))('is nothing for %s', async (_, actor) => {
  expect(await codeOf(setPartner(actor, await text()))).toBe('forbidden')
  expect(await codeOf(endPartner(actor, partner))).toBe('forbidden')
})
