import { beforeAll, describe, expect, test } from 'vitest'
import { converse, followUpOf } from '../../e2e/factories/converse'
import { ensureKeys } from '../../e2e/factories/play'
import { seedAccounts, seedId } from '@/prisma/seed/seed-accounts'
import { seedDistricts } from '@/prisma/seed/seed-districts'
import { seededOfficers, seedOfficers } from '@/prisma/seed/seed-officers'
import { currentForce } from '@/lib/config/current-force'
import { ownerDb } from '@/lib/db/owner'
import { longestAgreement } from '@/lib/domain/agreement'
import { DomainError } from '@/lib/domain/errors'
import type { Actor } from '@/lib/domain/policy'
import { followUpAgreement } from '@/lib/queries/follow-up-agreement'
import { openEscalations } from '@/lib/queries/list-escalations'
import { openCase } from '@/lib/queries/open-case'
import { answerAgreement } from './answer-agreement'
import { assignCase } from './assign-case'
import { closeCase } from './close-case'
import { writeAgreement } from './write-agreement'

const { home, beside } = seedDistricts(currentForce())
const actor = (part: string, role: Actor['role'], districts: readonly string[] = []): Actor => ({
  ...{ id: seedId('account', `${part}@example.test`), name: part, role, districts },
})
const supervisor = actor('supervisor', 'supervisor')
const officer = actor('officer', 'liaison-officer', [home, beside])
const colleague = actor('quinn.doyle', 'liaison-officer', [home, beside])

beforeAll(async () => {
  await ensureKeys()
  await seedAccounts(seededOfficers(currentForce()))
  await seedOfficers(currentForce(), new Date())
})

const found = (reference: string) => ownerDb().case.findUniqueOrThrow({ where: { reference } })
const seen = async (reference: string) => ({ reference, version: (await found(reference)).version })
const escalated = async (reference: string) =>
  (await openEscalations(supervisor)).rows
    .find((row) => row.reference === reference)
    ?.told.map(({ rule }) => rule) ?? []
const codeOf = (act: Promise<unknown>) =>
  act.then(
    () => 'allowed',
    (error: unknown) => (error instanceof DomainError ? error.code : Promise.reject(error as Error)),
  )

async function agreed() {
  const one = await converse()
  await assignCase(supervisor, { ...(await seen(one.reference)), to: officer.id })
  await writeAgreement(officer, { ...(await seen(one.reference)), text: 'A letter to my school, by Friday.' })
  const agreement = await followUpAgreement(await followUpOf(one.cookie))
  if (agreement === null) throw new Error('it was just written')
  const close = async () =>
    closeCase(officer, { ...(await seen(one.reference)), disposition: 'advice', reason: 'Done.' })
  const answer = (said: string) => answerAgreement({ cookie: one.cookie, id: agreement.id, answer: said })
  return { ...one, agreement, close, answer }
}

describe('what was agreed', () => {
  test('is read by both sides, and nobody is asked of it before the case is closed', async () => {
    const { reference, agreement, answer } = await agreed()
    expect(agreement).toMatchObject({
      text: 'A letter to my school, by Friday.',
      askedAt: null,
      answer: null,
    })
    const opened = await openCase(officer, reference, 'my-case')
    expect(opened?.agreements).toMatchObject([{ text: 'A letter to my school, by Friday.', answer: null }])
    expect(await answer('no')).toBe('over')
    expect(await escalated(reference)).toEqual([])
  })

  test('is asked of once the case is closed; a no goes to supervisors and can be taken back', async () => {
    const { reference, cookie, close, answer } = await agreed()
    await close()
    expect(await answer('maybe')).toBe('over')
    expect(await answer('no')).toBe('done')
    expect(await escalated(reference)).toEqual(['not-as-agreed'])
    expect(await found(reference)).toMatchObject({ status: 'closed' })
    expect(await answer('yes')).toBe('done')
    expect(await followUpAgreement(await followUpOf(cookie))).toMatchObject({ answer: 'yes' })
    // A supervisor looks at it all the same.
    expect(await escalated(reference)).toEqual(['not-as-agreed'])
    const said = await ownerDb().caseEvent.findMany({
      where: { case: { reference }, type: 'agreement-answered' },
      orderBy: { at: 'asc' },
    })
    expect(said.map(({ detail }) => detail)).toEqual([{ answer: 'no' }, { answer: 'yes' }])
  })

  test('cannot be answered anew after fourteen days, nor by anybody else', async () => {
    const { agreement, close, answer } = await agreed()
    const other = await converse()
    await close()
    expect(await answerAgreement({ cookie: other.cookie, id: agreement.id, answer: 'no' })).toBe('over')
    expect(await answerAgreement({ cookie: undefined, id: agreement.id, answer: 'no' })).toBe('ended')
    expect(await answer('yes')).toBe('done')
    await ownerDb().agreement.update({
      where: { id: agreement.id },
      data: { answeredAt: new Date(Date.now() - 15 * 24 * 60 * 60_000) },
    })
    expect(await answer('no')).toBe('over')
  })

  test('is written by whoever has the case and by supervisors, neither empty nor too long', async () => {
    const { reference } = await agreed()
    const attempt = async (by: Actor, text = 'Something else') =>
      codeOf(writeAgreement(by, { ...(await seen(reference)), text }))
    expect(['forbidden', 'not-found']).toContain(await attempt(colleague))
    expect(await attempt(actor('auditor', 'auditor'))).toBe('not-found')
    expect(await attempt(officer, ' ')).toBe('invalid')
    expect(await attempt(officer, 'x'.repeat(longestAgreement + 1))).toBe('invalid')
    expect(await attempt(supervisor)).toBe('allowed')
    const opened = await openCase(officer, reference, 'my-case')
    expect(opened?.agreements.map(({ text }) => text)).toEqual([
      'Something else',
      'A letter to my school, by Friday.',
    ])
  })
})
