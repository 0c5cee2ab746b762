import { createHmac } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { drawSample, readSampleOutcome, sampleOutcomes, sampleSize, weeksEnded } from './sample'
import type { View } from './sample'

const ranksOf = (seed: string) => (text: string) => createHmac('sha256', seed).update(text).digest('hex')

/** A week of looks: how many each person had. */
const weeks = fc.array(fc.integer({ min: 1, max: 60 }), { maxLength: 80 }).map((counts) =>
  counts.flatMap((count, person) =>
    Array.from({ length: count }, (_, look): View => ({
      seq: `${String(person)}-${String(look)}`,
      actorId: String(person),
    })),
  ),
)

test.each([
  [0, 0],
  [3, 3],
  [10, 10],
  [11, 10],
  [500, 10],
  [501, 11],
  [2_500, 50],
  [100_000, 50],
])('of %i looks %i are drawn', (views, size) => {
  expect(sampleSize(views)).toBe(size)
})

describe('a sample', () => {
  it('is of its size, without any look twice, of looks there are, and has one of each person while there is room', () => {
    fc.assert(
      fc.property(weeks, fc.string(), (views, seed) => {
        const drawn = drawSample(views, ranksOf(seed))
        expect(drawn).toHaveLength(sampleSize(views.length))
        expect(new Set(drawn).size).toBe(drawn.length)
        expect(drawn.every((view) => views.includes(view))).toBe(true)
        const people = new Set(views.map(({ actorId }) => actorId)).size
        expect(new Set(drawn.map(({ actorId }) => actorId)).size).toBe(Math.min(people, drawn.length))
      }),
    )
  })

  it('is the same again from the same seed, in whatever order the looks come', () => {
    fc.assert(
      fc.property(weeks, fc.string(), (views, seed) => {
        expect(drawSample([...views].reverse(), ranksOf(seed))).toEqual(drawSample(views, ranksOf(seed)))
      }),
    )
  })

  it('gives each person, each look of a person, and each that is left the same chance', () => {
    // 70 people, so that not all can be drawn; and three with 2, 10 and 100 looks.
    const crowd = Array.from({ length: 70 }, (_, person) => ({
      seq: `c${String(person)}`,
      actorId: `c${String(person)}`,
    }))
    const few = [2, 10, 100].flatMap((count) =>
      Array.from({ length: count }, (_, look) => ({
        seq: `${String(count)}-${String(look)}`,
        actorId: String(count),
      })),
    )
    const times = new Map<string, number>()
    const rounds = 800
    for (let round = 0; round < rounds; round += 1)
      for (const views of [crowd, few])
        for (const { seq } of drawSample(views, ranksOf(String(round))))
          times.set(seq, (times.get(seq) ?? 0) + 1)
    const share = (seqs: readonly string[]) => seqs.map((seq) => (times.get(seq) ?? 0) / rounds)
    // Five standard deviations around what it should be.
    const expectAbout = (shares: readonly number[], chance: number) => {
      const off = 5 * Math.sqrt((chance * (1 - chance)) / rounds)
      for (const one of shares) expect(Math.abs(one - chance)).toBeLessThan(off)
    }
    expectAbout(share(crowd.map(({ seq }) => seq)), 10 / 70)
    // 112 looks, 10 drawn: one of each of three people, and 7 of the 109 that are left.
    for (const count of [2, 10, 100]) {
      const own = few.filter(({ actorId }) => actorId === String(count)).map(({ seq }) => seq)
      expectAbout(share(own), 1 / count + (1 - 1 / count) * (7 / 109))
    }
  })
})

describe('the weeks that have ended', () => {
  const force = { timeZone: 'Europe/London' }
  it.each([
    // A Monday, a minute after midnight by the clock of summer, which is Sunday in UTC.
    ['2026-07-05T23:01:00Z', '2026-06-29', '2026-06-28T23:00:00.000Z', '2026-07-05T23:00:00.000Z'],
    ['2026-07-05T22:59:00Z', '2026-06-22', '2026-06-21T23:00:00.000Z', '2026-06-28T23:00:00.000Z'],
    // The week the clocks go back in is an hour longer.
    ['2026-10-26T04:00:00Z', '2026-10-19', '2026-10-18T23:00:00.000Z', '2026-10-26T00:00:00.000Z'],
    ['2026-01-01T04:00:00Z', '2025-12-22', '2025-12-22T00:00:00.000Z', '2025-12-29T00:00:00.000Z'],
  ])('at %s the last begins on %s', (at, monday, from, to) => {
    const weeks = weeksEnded(new Date(at), force, 3)
    const last = weeks.at(-1)
    expect(weeks).toHaveLength(3)
    expect([last?.monday, last?.from.toISOString(), last?.to.toISOString()]).toEqual([monday, from, to])
    expect(weeks[0]?.to).toEqual(weeks[1]?.from)
  })
})

it('takes the outcomes there are and no other', () => {
  expect(sampleOutcomes.map(readSampleOutcome)).toEqual(sampleOutcomes)
  for (const text of ['', 'In-order', 'no-concern', 'toString'])
    expect(() => readSampleOutcome(text)).toThrow('invalid')
})
