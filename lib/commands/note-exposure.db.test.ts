import { beforeAll, expect, it } from 'vitest'
import { ensureKeys } from '@/e2e/factories/play'
import { currentForce } from '@/lib/config/current-force'
import { asActor } from '@/lib/db/client'
import { ownerDb } from '@/lib/db/owner'
import type { Actor } from '@/lib/domain/policy'
import { exposureBandOf, exposureBandsOf, ownExposure } from '@/lib/queries/exposure-of'
import { seedAccounts, seedId } from '@/prisma/seed/seed-accounts'
import { sendCase } from '@/prisma/seed/seed-cases'
import { seededOfficers, seedOfficers } from '@/prisma/seed/seed-officers'
import { urgentCases } from '@/prisma/seed/urgent-cases'
import { today } from './journey-setting'
import { noteExposure } from './note-exposure'

const id = (name: string) => seedId('account', `${name}@example.test`)
const supervisor: Actor = { id: id('supervisor'), name: 's', role: 'supervisor', districts: [] }
const officer: Actor = { id: id('officer'), name: 'o', role: 'liaison-officer', districts: ['stevenage'] }
const colleague: Actor = { ...officer, id: id('lena.fischer'), districts: [] }
let reference = ''

beforeAll(async () => {
  await ensureKeys()
  await seedAccounts(seededOfficers(currentForce()))
  await seedOfficers(currentForce(), new Date())
  const [first] = urgentCases
  if (first === undefined) throw new Error('no case')
  reference = await sendCase(first)
  await ownerDb().case.update({ where: { reference }, data: { assigneeId: officer.id, status: 'assigned' } })
})

it('counts each time for the person and the day, tells them, and supervisors a band, and goes after some months', async () => {
  const old = new Date(Date.now() - 120 * 24 * 60 * 60_000)
  await ownerDb().exposure.create({ data: { accountId: officer.id, day: old, count: 7 } })
  await noteExposure(officer, reference)
  await noteExposure(officer, reference)
  expect(await ownExposure(officer)).toBe(2)
  expect(await exposureBandOf(officer, officer.id)).toBe('some')
  expect(await exposureBandOf(supervisor, officer.id)).toBe('some')
  await expect(exposureBandOf(colleague, officer.id)).rejects.toMatchObject({ code: 'forbidden' })
  const both = [officer.id, colleague.id]
  expect(await exposureBandsOf(supervisor, both)).toEqual(
    new Map([
      [officer.id, 'some'],
      [colleague.id, 'none'],
    ]),
  )
  await expect(exposureBandsOf(officer, both)).rejects.toMatchObject({ code: 'forbidden' })
  expect(await asActor(supervisor, (tx) => tx.exposure.count())).toBe(0)
  const rows = await ownerDb().exposure.findMany({ where: { accountId: officer.id } })
  expect(rows).toMatchObject([{ count: 2 }])
  // Nothing in it says of which case.
  expect(Object.keys(rows[0] ?? {}).toSorted()).toEqual(['accountId', 'count', 'day'])
})

it('counts nothing for whoever may not open the case', async () => {
  await expect(noteExposure(colleague, reference)).rejects.toMatchObject({ code: 'not-found' })
  expect(await ownerDb().exposure.count({ where: { accountId: colleague.id } })).toBe(0)
})

it.each([
  [0, 'none'],
  [1, 'some'],
  [9, 'some'],
  [10, 'much'],
  [29, 'much'],
  [30, 'very-much'],
])('%i times in 28 days are %s', async (count, band) => {
  await ownerDb().exposure.deleteMany({ where: { accountId: colleague.id } })
  const day = (ago: number) => new Date(new Date(`${today()}T00:00:00Z`).getTime() - ago * 86_400_000)
  const rows = [
    { day: day(27), count },
    { day: day(28), count: 100 },
  ]
  await ownerDb().exposure.createMany({
    data: rows.filter((row) => row.count > 0).map((row) => ({ ...row, accountId: colleague.id })),
  })
  expect(await exposureBandOf(supervisor, colleague.id)).toBe(band)
})
