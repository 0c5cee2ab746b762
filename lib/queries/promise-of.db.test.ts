import { randomUUID } from 'node:crypto'
import { beforeEach, describe, expect, it } from 'vitest'
import { currentForce } from '@/lib/config/current-force'
import { publicDb } from '@/lib/db/client'
import { ownerDb } from '@/lib/db/owner'
import type { Reach } from '@/lib/domain/clocks/promise-words'
import { promisedBy } from '@/lib/domain/promise'
import { assessRisk } from '@/lib/domain/risk'
import type { RiskAssessment } from '@/lib/domain/risk'
import { facetsOf } from '@/lib/journeys/facets'
import type { Facets } from '@/lib/journeys/facets'
import { createKeys } from '@/lib/sealing/create-keys'
import { parityRow, storeParityRows } from '../../e2e/factories/parity-rows'
import { ownDatabase } from '../../scripts/testing/own-database'
import { dutyAhead } from './duty-ahead'
import { promiseOf } from './promise-of'

// The rota of a database of its own: nobody else is on duty.
await createKeys(await ownDatabase())

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
  readonly duties?: readonly (readonly [string, string])[]
  /** In hours: how much later than said. */
  readonly later?: number
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
  const moved = (text: string) => new Date(day(text).getTime() + (one.later ?? 0) * 3_600_000)
  const duties = one.duties ?? [one.duty ?? ['19T14:00', '19T22:00']]
  await ownerDb().dutyShift.createMany({
    data: duties.map(([from, to]) => ({
      ...{ id: randomUUID(), officerId: id, startsAt: moved(from), endsAt: moved(to) },
    })),
  })
}

const promise = (facets: Partial<Facets> = {}, risk = low, reach: Reach = 'out', when = at) =>
  promiseOf({ facets: { ...asked, ...facets }, risk, reach, force, at: when })

const held = (reference: string, assigneeId: string, restricted: boolean) =>
  parityRow(reference, {
    ...{ district: 'stevenage', status: 'assigned', assigneeId, recordedById: null, receivedAt: at },
    ...{
      excludedDistricts: [],
      namesExclusion: false,
      restricted,
      namedIds: restricted ? [randomUUID()] : [],
    },
  })

beforeEach(async () => {
  await ownerDb().officer.deleteMany()
})

describe('what is promised', () => {
  it('names the duty of the officer whom routing would ask first', async () => {
    await officer({ duty: ['19T14:00', '19T22:00'] })
    await officer({ districts: ['watford'], duty: ['18T08:00', '18T16:00'] })
    expect(await promise()).toEqual({
      ...{ asked: 'officer', reach: 'out', by: target, target, beyondTarget: false },
      ...{ dutyAt: day('19T14:00'), dutyUntil: day('19T22:00') },
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
    const nobody = { dutyAt: null, dutyUntil: null, beyondTarget: false }
    const none = { asked: 'officer', reach: 'out', by: target, target, ...nobody }
    expect(await promise()).toEqual(none)
    await officer({ duty: ['25T14:00', '25T22:00'] })
    expect(await promise()).toMatchObject({
      by: day('25T22:00'),
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

  it('does not count on the last minute of a duty, and counts on the next', async () => {
    const last = day('18T16:59')
    await officer({
      duties: [
        ['18T09:00', '18T17:00'],
        ['27T14:00', '27T22:00'],
      ],
    })
    expect(await promise({}, low, 'out', last)).toMatchObject({
      ...{ dutyAt: day('27T14:00'), by: day('27T22:00'), beyondTarget: true },
    })
    await officer({ districts: ['watford'], duty: ['19T14:00', '19T22:00'], languages: [] })
    expect(await promise({ district: 'watford' }, low, 'out', last)).toMatchObject({
      ...{ dutyAt: day('19T14:00'), beyondTarget: false },
    })
  })

  it('counts on nobody whom routing would not ask: on duty in more than two weeks', async () => {
    await officer({ duties: [['18T08:00', '18T09:00']], later: 15 * 24 })
    expect(await promise()).toMatchObject({ dutyAt: null, by: target, beyondTarget: false })
  })

  it.each(['none', 'theirs'] as const)('waits for no officer where the reporter is %s', async (reach) => {
    await officer({ duty: ['25T14:00', '25T22:00'] })
    expect(await promise({}, low, reach)).toMatchObject({
      ...{ reach, by: target, dutyAt: reach === 'none' ? null : day('25T14:00'), beyondTarget: false },
    })
  })

  it('knows nothing of sealed cases, as routing does', async () => {
    await officer({ openLimit: 1 })
    const { accountId } = await ownerDb().officer.findFirstOrThrow()
    await storeParityRows([held('HC-P001-0000', accountId, true)])
    expect(await promise()).toMatchObject({ dutyAt: day('19T14:00') })
    await storeParityRows([held('HC-P002-0000', accountId, false)])
    expect(await promise()).toMatchObject({ dutyAt: null })
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
        ...['next_from', 'next_until', 'open_limit', 'specialisms', 'trained_until'],
      ].sort(),
    )
    expect(JSON.stringify(row)).not.toMatch(/Secret Name|[0-9a-f]{8}-[0-9a-f]{4}-4/u)
    expect(await dutyAhead(force.id, at)).toHaveLength(1)
  })

  it('does not put off danger', async () => {
    await officer({ duty: ['25T14:00', '25T22:00'] })
    const danger = assessRisk({ ...asked.risk, happeningNow: true })
    expect(await promise({}, danger)).toMatchObject({
      asked: 'desk-first',
      by: day('19T10:00'),
      dutyAt: null,
      beyondTarget: false,
    })
  })
})
