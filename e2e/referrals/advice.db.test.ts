import { randomUUID } from 'node:crypto'
import { beforeAll, expect, it } from 'vitest'
import { askAdvice } from '@/lib/commands/ask-advice'
import { ownerDb } from '@/lib/db/owner'
import { DomainError } from '@/lib/domain/errors'
import type { Actor } from '@/lib/domain/policy'
import { mayHold } from '@/lib/domain/policy'
import type { Role } from '@/lib/domain/words'
import { sentByMe } from '@/lib/queries/sent-by-me'
import { asActor } from '@/lib/db/client'
import { ensureKeys } from '../factories/play'

beforeAll(ensureKeys)

async function somebody(role: Role): Promise<Actor> {
  const id = randomUUID()
  await ownerDb().account.create({ data: { id, email: `${id}@example.test`, name: 'Sam', role } })
  return { id, name: 'Sam', role, districts: [] }
}

const question = () => ({
  ...{ token: randomUUID(), district: 'stevenage', question: 'What ought I to say to them?' },
  ...{ reach: 'Extension 4412, until 18:00', about: '41/12345/26' },
})
const codeOf = (act: Promise<unknown>) =>
  act.then(
    () => 'done',
    (error: unknown) => (error instanceof DomainError ? error.code : Promise.reject(error as Error)),
  )
const caseOf = (reference: string) => ownerDb().case.findUniqueOrThrow({ where: { reference } })

it.each(['call-handler', 'triager', 'liaison-officer', 'supervisor', 'administrator', 'auditor'] as const)(
  'a %s asks, and it is in the queue by that channel, and never theirs to hold',
  async (role) => {
    const actor = await somebody(role)
    const reference = await askAdvice(actor, question())
    const made = await caseOf(reference)
    expect(made).toMatchObject({ kind: 'liaison-request', channel: 'colleague', district: 'stevenage' })
    expect(made).toMatchObject({ wantsOfficer: true, recordedById: actor.id, status: 'new' })
    expect(mayHold({ id: actor.id, role }, made)).toBe(false)
    const seen = await asActor(await somebody('supervisor'), (tx) =>
      tx.case.findUnique({ where: { reference }, select: { reference: true } }),
    )
    expect(seen).not.toBeNull()
    expect(await asActor(actor, (tx) => tx.case.count({ where: { reference } }))).toBe(0)
    expect(await sentByMe(actor, 'colleague')).toMatchObject([{ reference, standing: 'new' }])
  },
)

it('the same form sent again is the same question; another is another', async () => {
  const [actor, other] = [await somebody('triager'), await somebody('triager')]
  const asked = question()
  const references = await Promise.all([askAdvice(actor, asked), askAdvice(actor, asked)])
  expect(references[0]).toBe(references[1])
  expect(await askAdvice(actor, question())).not.toBe(references[0])
  expect(await askAdvice(other, asked)).not.toBe(references[0])
  expect(await sentByMe(other, 'colleague')).toHaveLength(1)
})

it.each([
  ['no question', { question: ' ' }],
  ['no way to answer', { reach: '' }],
  ['another district', { district: 'elsewhere' }],
  ['too much', { question: 'x'.repeat(5_001) }],
  ['no token', { token: '' }],
])('%s is refused', async (_, change) => {
  expect(await codeOf(askAdvice(await somebody('triager'), { ...question(), ...change }))).toBe('invalid')
})

it('where it stands follows the case', async () => {
  const actor = await somebody('call-handler')
  const reference = await askAdvice(actor, question())
  await ownerDb().case.update({ where: { reference }, data: { status: 'in-progress' } })
  expect(await sentByMe(actor, 'colleague')).toMatchObject([{ reference, standing: 'in-progress' }])
})
