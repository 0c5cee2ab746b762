import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { forces } from '@/lib/force/forces'
import { completeAnswers } from '@/lib/journey/complete-answers'
import { walk } from '@/lib/journey/walk'
import { inventDecoy } from './decoys'
import { facetsOf } from './facets'
import { findJourney } from './find-journey'
import { identifiersOf } from './identifiers'

const at = new Date('2026-11-21T12:00:00Z')
const report = findJourney('report')

/** Chance out of a list of numbers. */
const chanceOf = (numbers: readonly number[]) => {
  let next = 0
  return (below: number) => (numbers[(next += 1) % numbers.length] ?? 0) % below
}
const numbers = fc.array(fc.nat(), { minLength: 30, maxLength: 30 })

describe.each(Object.entries(forces))('a decoy of %s', (_id, force) => {
  it('is a whole report of somebody who can be searched for, closed long ago and in nobody’s queue', () => {
    fc.assert(
      fc.property(numbers, (list) => {
        const { answers, receivedAt, firstOpenedAt, closedAt, disposition } = inventDecoy(
          chanceOf(list),
          force,
          at,
        )
        const context = { force, channel: 'online', today: '2026-11-21' } as const
        if (report === undefined) throw new Error('There is no report')
        const complete = completeAnswers(report, answers, context)
        const { relevant } = walk(report, complete, context)
        expect(new Set(identifiersOf(relevant).map(({ kind }) => kind))).toEqual(
          new Set(['telephone', 'postcode', 'surname']),
        )
        expect(relevant.phone).toMatch(/^07700 900\d{3}$/u)
        const facets = facetsOf('report', relevant, context)
        expect(facets).toMatchObject({ restricted: false, namesExclusion: false, excludedDistricts: [] })
        expect(facets.district).not.toBeNull()
        expect(force.dispositions.map(({ id }) => id)).toContain(disposition)
        expect(receivedAt < firstOpenedAt && firstOpenedAt < closedAt).toBe(true)
        expect(closedAt.getTime()).toBeLessThan(at.getTime() - 30 * 86_400_000)
      }),
    )
  })
})
