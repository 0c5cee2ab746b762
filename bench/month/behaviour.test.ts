import { describe, expect, it } from 'vitest'
import { hertfordshire } from '@/lib/force/hertfordshire'
import { arrivalsOf } from './arrivals'
import { actsOfDesk, actsOfVolunteer, isRound, looksNow } from './behaviour'
import { luckOf } from './luck'
import { dutyKnown, lengthOf, volunteersOf, type Stage } from './volunteers'
import type { SeenCase } from './world'

const stage: Stage = {
  ...{ seed: 7, days: 30, volunteers: 60, casesADay: 50, from: '2026-03-02', force: hertfordshire },
}
const volunteers = volunteersOf(stage)
const arrivals = arrivalsOf(stage)
const luck = luckOf(stage.seed)
const at = new Date('2026-03-10T12:00:00Z')
const hour = 3_600_000
const before = (hours: number) => new Date(at.getTime() - hours * hour)

function seen(number: number, more: Partial<SeenCase> = {}): SeenCase {
  const [first] = arrivals
  if (first === undefined) throw new Error('Nothing came in.')
  const arrival = {
    ...first,
    number,
    risk: 'low',
    restricted: false,
    namesExclusion: false,
    wantsOfficer: true,
  } as const
  return {
    ...{
      arrival,
      askedOf: null,
      heldBy: null,
      heldSince: null,
      openedAt: null,
      contactedAt: null,
      toldAt: null,
    },
    ...{ promisedBy: before(-40), isEscalated: false, ...more },
  }
}

describe('the month', () => {
  it('is the same for the same seed, and another for another', () => {
    const withoutIds = (found: typeof arrivals) => found.map((one) => ({ ...one, id: '' }))
    expect(volunteersOf(stage)).toEqual(volunteers)
    expect(withoutIds(arrivalsOf(stage))).toEqual(withoutIds(arrivals))
    expect(withoutIds(arrivalsOf({ ...stage, seed: 8 }))).not.toEqual(withoutIds(arrivals))
  })

  it('has the volume it says, at hours when people are awake, with every sort in it', () => {
    expect(arrivals.length / stage.days).toBeGreaterThan(45)
    expect(arrivals.length / stage.days).toBeLessThan(55)
    const night = arrivals.filter(({ receivedAt }) => receivedAt.getUTCHours() < 6)
    expect(night.length / arrivals.length).toBeLessThan(0.1)
    const { startsAt, endsAt } = lengthOf(stage)
    expect(arrivals.every(({ receivedAt }) => receivedAt >= startsAt && receivedAt < endsAt)).toBe(true)
    for (const risk of ['high', 'medium', 'low']) expect(arrivals.some((one) => one.risk === risk)).toBe(true)
    expect(arrivals.some(({ district }) => district === null)).toBe(true)
    expect(arrivals.some(({ restricted }) => restricted)).toBe(true)
  })

  it('has volunteers on duty for as long as such posts are, and none of them on leave', () => {
    for (const one of volunteers) {
      const duty = dutyKnown(one, lengthOf(stage), hertfordshire)
      const hours = duty.reduce(
        (sum, { startsAt, endsAt }) => sum + (endsAt.getTime() - startsAt.getTime()) / hour,
        0,
      )
      expect(hours).toBeLessThan(200)
      for (const away of one.away)
        expect(duty.some(({ startsAt, endsAt }) => startsAt < away.endsAt && endsAt > away.startsAt)).toBe(
          false,
        )
    }
    expect(volunteers.filter(({ away }) => away.length > 0).length).toBeGreaterThan(10)
    expect(volunteers.filter(({ handsOverAt }) => handsOverAt !== null)).toHaveLength(2)
    expect(volunteers.filter(({ trainedUntil }) => trainedUntil < '2026-04-01')).toHaveLength(6)
  })
})

describe('luck', () => {
  it('hangs on what it is about alone, and is spread evenly', () => {
    expect(luck('declines', 3, 4)).toBe(luckOf(stage.seed)('declines', 3, 4))
    const many = Array.from({ length: 10_000 }, (_, index) => luck('looks', index % 60, index))
    expect(many.filter((value) => value < 0.25).length / many.length).toBeCloseTo(0.25, 1)
    expect(Math.max(...many)).toBeLessThan(1)
  })
})

describe('a volunteer', () => {
  it('looks at the desk on duty only, and about as often as they say', () => {
    const [one] = volunteers
    if (one === undefined) throw new Error('Nobody is there.')
    expect(looksNow(one, [], at, 15, luck)).toBe(false)
    const duty = Array.from({ length: 400 }, (_, index) => ({
      startsAt: before(-24 * index),
      endsAt: before(-24 * index - 8),
    }))
    const looks = duty.flatMap(({ startsAt }) =>
      Array.from({ length: 32 }, (_, step) => new Date(startsAt.getTime() + step * 900_000)),
    )
    const share = looks.filter((time) => looksNow(one, duty, time, 15, luck)).length / looks.length
    expect(share).toBeCloseTo((0.88 * 15) / one.looksEvery, 1)
  })

  it('answers what they are asked, always the same way', () => {
    const asked = Array.from({ length: 200 }, (_, number) => seen(number, { askedOf: 3 }))
    const acts = actsOfVolunteer(3, asked, at, luck)
    expect(acts).toHaveLength(200)
    const declined = acts.filter((act) => act.do === 'decline').length
    expect(declined).toBeGreaterThan(2)
    expect(declined).toBeLessThan(30)
    expect(actsOfVolunteer(3, asked, before(-5), luck).map((act) => act.do)).toEqual(
      acts.map((act) => act.do),
    )
    expect(actsOfVolunteer(4, asked, at, luck)).toEqual([])
  })

  it('gets in touch with two at a look at most, the most urgent first, and not the moment they took it', () => {
    const held = [1, 2, 3, 4].map((number) =>
      seen(number, { heldBy: 3, heldSince: before(1), promisedBy: before(-number) }),
    )
    for (let look = 0; look < 50; look += 1) {
      const acts = actsOfVolunteer(3, held, new Date(at.getTime() + look * 900_000), luck)
      expect(acts.every((act) => act.do === 'contact' && act.about.arrival.number <= 2)).toBe(true)
    }
    expect(actsOfVolunteer(3, [seen(1, { heldBy: 3, heldSince: at })], at, luck)).toEqual([])
  })

  it('closes what is done, and leaves nobody without a word for long', () => {
    const long = { heldBy: 3, heldSince: before(24 * 20), contactedAt: before(24 * 19), toldAt: before(1) }
    expect(actsOfVolunteer(3, [seen(1, long)], at, luck)).toMatchObject([{ do: 'close' }])
    const silent = { ...long, contactedAt: before(23), toldAt: before(24 * 4) }
    expect(actsOfVolunteer(3, [seen(1, silent)], at, luck)).toMatchObject([{ do: 'update' }])
  })
})

describe('those at the desk', () => {
  it('make a round each half hour while the force reads', () => {
    expect(isRound(at, hertfordshire)).toBe(true)
    expect(isRound(new Date('2026-03-10T12:15:00Z'), hertfordshire)).toBe(false)
    expect(isRound(new Date('2026-03-10T20:00:00Z'), hertfordshire)).toBe(false)
  })

  it('leave to officers what is an officer’s, unless supervisors are told of it', () => {
    expect(actsOfDesk([seen(1)], at)).toEqual([])
    expect(actsOfDesk([seen(1, { isEscalated: true })], at)).toMatchObject([{ do: 'open', by: 'desk' }])
    expect(actsOfDesk([seen(1, { isEscalated: true, openedAt: at })], at)).toMatchObject([{ do: 'contact' }])
  })

  it('see to high risk, to what a person reads first and to what asks for no officer, no more than fits into a round', () => {
    const { arrival } = seen(1)
    const high = seen(1, { arrival: { ...arrival, risk: 'high', receivedAt: before(5) }, openedAt: at })
    expect(actsOfDesk([high], at)).toMatchObject([{ do: 'contact' }])
    const fresh = { ...arrival, risk: 'high', receivedAt: before(1) } as const
    expect(actsOfDesk([seen(1, { arrival: fresh, openedAt: at, heldBy: 2 })], at)).toEqual([])
    const named = seen(1, { arrival: { ...arrival, namesExclusion: true }, openedAt: at })
    expect(actsOfDesk([named], at)).toMatchObject([{ do: 'give' }])
    const alone = { ...arrival, wantsOfficer: false }
    expect(actsOfDesk([seen(1, { arrival: alone, openedAt: at })], at)).toMatchObject([{ do: 'contact' }])
    const over = { arrival: alone, openedAt: at, contactedAt: before(50) }
    expect(actsOfDesk([seen(1, over)], at)).toMatchObject([{ do: 'close' }])
    const many = Array.from({ length: 20 }, (_, number) => seen(number, { isEscalated: true }))
    expect(actsOfDesk(many, at)).toHaveLength(6)
  })
})
