import { randomUUID } from 'node:crypto'
import { beforeEach, describe, expect, it } from 'vitest'
import { currentForce } from '@/lib/config/current-force'
import { publicDb } from '@/lib/db/client'
import { ownerDb } from '@/lib/db/owner'
import { promisedBy } from '@/lib/domain/promise'
import { assessRisk } from '@/lib/domain/risk'
import type { RiskAssessment } from '@/lib/domain/risk'
import { facetsOf } from '@/lib/journeys/facets'
import type { Facets } from '@/lib/journeys/facets'
import { ownDatabase } from '../../scripts/testing/own-database'
import { dutyAhead } from './duty-ahead'
import { promiseOf } from './promise-of'

// The rota of a database of its own: nobody else is on duty.
await ownDatabase()

const at = new Date('2026-11-18T10:00:00Z')
const force = currentForce()
const target = promisedBy('low', at, force)
const day = (text: string) => new Date(`2026-11-${text}Z`)
const low: RiskAssessment = { suggested: 'low', rules: [] }

const context = { force, channel: 'online' as const, today: '2026-11-18' }
const asked: Facets = {
  ...facetsOf('liaison', {}, context),
  ...{ district: 'stevenage', wantsOfficer: true, languages: [], excludedDistricts: [] },
}

interface Officer {
  readonly districts?: readonly string[]
  readonly duty?: readonly [string, string]
  readonly languages?: readonly string[]
  readonly openLimit?: number
  readonly trainedUntil?: string
  readonly active?: boolean
}

async function officer(one: Officer): Promise<void> {
  const [id, accountId] = [randomUUID(), randomUUID()]
  const { districts = ['stevenage'], languages = ['en'], openLimit = 3, trainedUntil = '2027-01-01' } = one
  await ownerDb().account.create({
    data: { id: accountId, email: `${accountId}@example.test`, name: 'Secret Name', role: 'liaison-officer' },
  })
  await ownerDb().officer.create({
    data: {
      ...{ id, accountId, districts: [...districts], languages: [...languages], openLimit },
      ...{ trainingUntil: new Date(trainedUntil), active: one.active ?? true },
    },
  })
  const [from, to] = one.duty ?? ['19T14:00', '19T22:00']
  await ownerDb().dutyShift.create({
    data: { id: randomUUID(), officerId: id, startsAt: day(from), endsAt: day(to) },
  })
}

const promise = (facets: Partial<Facets> = {}, risk = low) =>
  promiseOf({ ...asked, ...facets }, risk, force, at)

beforeEach(async () => {
  await ownerDb().officer.deleteMany()
})

describe('what is promised', () => {
  it('names the duty of the officer whom routing would ask first', async () => {
    await officer({ duty: ['19T14:00', '19T22:00'] })
    await officer({ districts: ['watford'], duty: ['18T08:00', '18T16:00'] })
    expect(await promise()).toEqual({
      ...{ asked: 'officer', by: target, dutyAt: day('19T14:00'), beyondTarget: false },
    })
  })

  it.each<[string, Officer]>([
    ['away', { duty: ['17T08:00', '17T16:00'] }],
    ['not trained any more', { trainedUntil: '2026-11-17' }],
    ['at their limit', { openLimit: 0 }],
    ['not taking cases', { active: false }],
    ['left out', { districts: ['stevenage', 'dacorum'] }],
  ])('counts on nobody who is %s', async (_, one) => {
    await officer({ duty: ['18T08:00', '18T16:00'], ...one })
    expect(await promise({ excludedDistricts: ['dacorum'] })).toMatchObject({ dutyAt: null, by: target })
  })

  it('says when nobody is on duty in time, and when everybody is away', async () => {
    expect(await promise()).toEqual({ asked: 'officer', by: target, dutyAt: null, beyondTarget: false })
    await officer({ duty: ['25T14:00', '25T22:00'] })
    expect(await promise()).toMatchObject({
      by: day('25T16:00'),
      dutyAt: day('25T14:00'),
      beyondTarget: true,
    })
  })

  it('is the target alone where no officer is asked for, and where somebody reads it first', async () => {
    await officer({})
    expect(await promise({ wantsOfficer: false })).toMatchObject({
      asked: 'nobody',
      by: target,
      dutyAt: null,
    })
    for (const facets of [{ restricted: true }, { namesExclusion: true }])
      expect(await promise(facets)).toMatchObject({ asked: 'person-first', by: target, dutyAt: null })
  })

  it('never fails: without the rota it is the target', async () => {
    await officer({})
    await ownerDb()
      .$executeRaw`REVOKE EXECUTE ON FUNCTION duty_ahead(text, timestamptz) FROM alongside_public`
    try {
      expect(await promise()).toMatchObject({ by: target, dutyAt: null })
    } finally {
      await ownerDb().$executeRaw`GRANT EXECUTE ON FUNCTION duty_ahead(text, timestamptz) TO alongside_public`
    }
  })

  it('takes nobody’s name or id out of the desk', async () => {
    await officer({})
    const [row] = await publicDb().$queryRaw<
      object[]
    >`SELECT * FROM duty_ahead(${force.id}, ${at}::timestamptz)`
    expect(Object.keys(row ?? {}).sort()).toEqual(
      [
        ...['districts', 'duty_from', 'duty_until', 'handing_over', 'languages', 'one_more', 'open_cases'],
        ...['open_limit', 'specialisms', 'trained_until'],
      ].sort(),
    )
    expect(JSON.stringify(row)).not.toMatch(/Secret Name|[0-9a-f]{8}-[0-9a-f]{4}-4/u)
    expect(await dutyAhead(force.id, at)).toHaveLength(1)
  })

  it('does not put off danger', async () => {
    await officer({ duty: ['25T14:00', '25T22:00'] })
    const danger = assessRisk({ ...asked.risk, happeningNow: true })
    expect(await promise({}, danger)).toMatchObject({
      by: day('19T10:00'),
      dutyAt: null,
      beyondTarget: false,
    })
  })
})
