import { randomUUID } from 'node:crypto'
import { beforeAll, beforeEach, expect, it } from 'vitest'
import { ensureKeys } from '@/e2e/factories/play'
import { currentForce } from '@/lib/config/current-force'
import { ownerDb } from '@/lib/db/owner'
import { peopleOf } from '@/lib/domain/people'
import type { Actor } from '@/lib/domain/policy'
import { listCaseHistory } from '@/lib/queries/list-case-history'
import { openCase } from '@/lib/queries/open-case'
import { seedAccounts, seedId } from '@/prisma/seed/seed-accounts'
import { sendCase } from '@/prisma/seed/seed-cases'
import { seededOfficers, seedOfficers } from '@/prisma/seed/seed-officers'
import { urgentCases } from '@/prisma/seed/urgent-cases'
import { changePerson, namePerson } from './record-person'

const supervisor: Actor = {
  id: seedId('account', 'supervisor@example.test'),
  name: 's',
  role: 'supervisor',
  districts: [],
}
const auditor: Actor = { ...supervisor, id: seedId('account', 'auditor@example.test'), role: 'auditor' }
let reference = ''

beforeAll(async () => {
  await ensureKeys()
  await seedAccounts(seededOfficers(currentForce()))
  await seedOfficers(currentForce(), new Date())
})

beforeEach(async () => {
  const [first] = urgentCases
  if (first === undefined) throw new Error('no case')
  reference = await sendCase(first)
})

const row = () => ownerDb().case.findUniqueOrThrow({ where: { reference } })
const seen = async () => ({ reference, version: (await row()).version })
const events = async () =>
  ownerDb().caseEvent.findMany({ where: { case: { reference } }, orderBy: { at: 'asc' } })

async function people() {
  const [opened, { entries }] = [
    await openCase(supervisor, reference, 'supervision', { reveal: null, number: null }),
    await listCaseHistory(supervisor, reference),
  ]
  return peopleOf(entries, opened?.notes ?? new Map<string, string>()).map(({ role, name }) => [role, name])
}

it('names somebody, changes what they are and takes them off, with the name sealed and nothing of it in the log', async () => {
  await namePerson(supervisor, { ...(await seen()), name: ' Zoraida Quill ', role: 'witness' })
  expect(await people()).toEqual([['witness', 'Zoraida Quill']])
  const named = (await events()).find(({ type }) => type === 'person-named')
  expect(named?.boxId).not.toBeNull()
  const person = named?.id ?? ''
  await changePerson(supervisor, { ...(await seen()), person, role: 'complainant' })
  expect(await people()).toEqual([['complainant', 'Zoraida Quill']])
  await changePerson(supervisor, { ...(await seen()), person, role: '' })
  expect(await people()).toEqual([])
  const audited = await ownerDb().auditEvent.findMany({ where: { reference } })
  expect(JSON.stringify([audited.map(({ detail }) => detail), await events()])).not.toContain('Quill')
  expect(audited.map(({ action }) => action)).toEqual(
    expect.arrayContaining(['person-named', 'person-changed', 'person-removed']),
  )
})

it('takes no name without a role, none without words, nobody of another case, and nothing from who may not write', async () => {
  const at = await seen()
  for (const given of [
    { name: 'Ann', role: 'king' },
    { name: ' ', role: 'victim' },
    { name: 'x'.repeat(201), role: 'victim' },
  ])
    await expect(namePerson(supervisor, { ...at, ...given })).rejects.toMatchObject({ code: 'invalid' })
  for (const given of [
    { person: randomUUID(), role: 'victim' },
    { person: 'nobody', role: 'victim' },
    { person: randomUUID(), role: 'king' },
  ])
    await expect(changePerson(supervisor, { ...at, ...given })).rejects.toMatchObject({ code: 'invalid' })
  await expect(namePerson(auditor, { ...at, name: 'Ann', role: 'victim' })).rejects.toMatchObject({
    code: 'not-found',
  })
})

it('forgets the name of whoever is complained of, and of nobody else, where a case ends so', async () => {
  await namePerson(supervisor, { ...(await seen()), name: 'Kept Witness', role: 'witness' })
  await namePerson(supervisor, { ...(await seen()), name: 'Was Victim', role: 'victim' })
  await namePerson(supervisor, { ...(await seen()), name: 'Not After All', role: 'subject' })
  const ids = (await events()).filter(({ type }) => type === 'person-named').map(({ id }) => id)
  await changePerson(supervisor, { ...(await seen()), person: ids[1] ?? '', role: 'subject' })
  await changePerson(supervisor, { ...(await seen()), person: ids[2] ?? '', role: 'witness' })
  const boxes = new Map((await events()).map(({ id, boxId }) => [id, boxId]))
  await ownerDb().caseEvent.create({
    data: { id: randomUUID(), caseId: (await row()).id, at: new Date(), type: 'minimised', detail: {} },
  })
  expect(await people()).toEqual([
    ['witness', 'Kept Witness'],
    ['witness', 'Not After All'],
    ['subject', null],
  ])
  expect(await ownerDb().sealedBox.count({ where: { id: boxes.get(ids[1] ?? '') ?? '' } })).toBe(0)
})
