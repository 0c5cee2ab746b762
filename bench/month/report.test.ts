import { describe, expect, it } from 'vitest'
import { hertfordshire } from '@/lib/force/hertfordshire'
import { arrivalsOf } from './arrivals'
import { isBetter, linesOf, tallyOf } from './report'
import type { Stage } from './volunteers'
import type { Outcome } from './world'

const stage: Stage = {
  ...{ seed: 7, days: 30, volunteers: 1, casesADay: 5, from: '2026-03-02', force: hertfordshire },
}
const [first] = arrivalsOf(stage)
const day = (day: number) => new Date(Date.UTC(2026, 2, 2 + day, 12))

function outcome(more: Partial<Outcome>): Outcome {
  if (first === undefined) throw new Error('Nothing came in.')
  const arrival = { ...first, receivedAt: day(0), wantsOfficer: true }
  return {
    ...{ arrival, target: day(2), promisedBy: day(2), openedAt: day(1), contactedAt: day(1), ...more },
  }
}

const tally = (...outcomes: readonly Outcome[]) =>
  tallyOf('a rule', stage, [], { outcomes, contactBy: new Map(), taken: [], declined: 0 })

describe('a tally', () => {
  it('calls unseen what nobody opened within the target, however late the promise is', () => {
    const late = { promisedBy: day(9), openedAt: day(5), contactedAt: day(6) }
    expect(tally(outcome(late))).toMatchObject({ unseen: 1, kept: 1, withinTarget: 0, later: 1 })
    expect(tally(outcome({ ...late, openedAt: day(2) })).unseen).toBe(0)
    expect(tally(outcome({ openedAt: null })).unseen).toBe(1)
    expect(tally(outcome({ openedAt: null, target: day(40), promisedBy: day(41) })).unseen).toBe(0)
  })

  it('has a column for each figure, with how many promises are later than the target', () => {
    const [head = '', row = ''] = linesOf([tally(outcome({ promisedBy: day(9) }), outcome({}))])
    const cells = (line: string) =>
      line
        .slice(36)
        .match(/.{10}/g)
        ?.map((cell) => cell.trim()) ?? []
    expect(cells(head)).toHaveLength(12)
    expect(cells(row)[cells(head).indexOf('later')]).toBe('1')
    expect(cells(row)[cells(head).indexOf('in target')]).toBe('2')
  })
})

describe('a rule is better', () => {
  const contacted = (at: Date | null, promisedBy = day(2)) => outcome({ contactedAt: at, promisedBy })
  const two = tally(contacted(day(1)), contacted(day(1)), contacted(null))
  const one = tally(contacted(day(1)), contacted(day(3)), contacted(null))

  it('where it keeps more promises', () => {
    expect(isBetter(two, one)).toBe(true)
    expect(isBetter(one, two)).toBe(false)
    expect(isBetter(one, one)).toBe(false)
  })

  it('and not where it only promises everything a week later', () => {
    const patient = tally(
      contacted(day(1), day(9)),
      contacted(day(3), day(9)),
      contacted(day(8), day(9)),
      contacted(day(8), day(9)),
    )
    expect(patient.kept).toBeGreaterThan(two.kept)
    expect(isBetter(patient, two)).toBe(false)
  })
})
