import { describe, expect, it } from 'vitest'
import { forces } from '@/lib/force/forces'
import { hertfordshire } from '@/lib/force/hertfordshire'
import { dimensionsOf, measures, pairName, pairsOf, strandDimensions } from './measures'
import { promiseOutcomes } from '../counted-times'
import { contactBands, valuesOf } from './values'

const everywhere = Object.values(forces).flatMap((force) => measures.map((measure) => ({ force, measure })))

describe('what is counted', () => {
  it.each(everywhere)('is in pairs of its own dimensions, in their order: $force.area, $measure', (one) => {
    const dimensions = dimensionsOf(one.measure, one.force)
    const pairs = pairsOf(one.measure, one.force)
    expect(new Set(dimensions).size).toBe(dimensions.length)
    expect(new Set(pairs.map(pairName)).size).toBe(pairs.length)
    for (const [a, b] of pairs) {
      expect(dimensions.indexOf(a)).toBeGreaterThanOrEqual(0)
      expect(dimensions.indexOf(b)).toBeGreaterThan(dimensions.indexOf(a))
    }
  })

  it.each(everywhere)(
    'has values, none twice and none empty: $force.area, $measure',
    ({ force, measure }) => {
      for (const dimension of dimensionsOf(measure, force)) {
        const values = valuesOf(dimension, force)
        expect(values.length).toBeGreaterThan(1)
        expect(new Set(values).size).toBe(values.length)
        expect(values).not.toContain('')
      }
    },
  )

  it('has each strand of the force as a dimension of its own, and never two strands at once', () => {
    const force = { ...hertfordshire, extraStrands: ['alternative-subculture'] }
    expect(strandDimensions(force)).toContain('strand:alternative-subculture')
    expect(valuesOf('strand:alternative-subculture', force)).toEqual(['yes', 'no'])
    const both = measures
      .flatMap((one) => pairsOf(one, force))
      .filter((pair) => pair.every((each) => each.startsWith('strand:')))
    expect(both).toEqual([])
  })

  it('keeps districts that ended, cases without one, and endings that only the desk knows', () => {
    const ended = {
      ...{ id: 'old', name: 'Old', code: 'X', places: ['Old'], neighbours: [] },
      ...{ until: '2025-03-31', becomes: ['watford'] },
    }
    const force = { ...hertfordshire, districts: [...hertfordshire.districts, ended] }
    expect(valuesOf('district', force).slice(-2)).toEqual(['old', 'unknown'])
    const endings = valuesOf('disposition', force, ['crime', 'zz-newest', 'made-at-the-desk', 'zz-newest'])
    expect(endings.slice(-2)).toEqual(['made-at-the-desk', 'zz-newest'])
    expect(endings.filter((one) => one === 'crime')).toHaveLength(1)
  })

  it('has its own values for what came of a promise and how soon', () => {
    expect(valuesOf('outcome', hertfordshire)).toEqual(promiseOutcomes)
    expect(valuesOf('band', hertfordshire)).toEqual(contactBands)
    expect(valuesOf('weekday', hertfordshire)).toEqual(['1', '2', '3', '4', '5', '6', '7'])
    expect(valuesOf('daypart', hertfordshire)).toEqual(['0', '1', '2', '3', '4', '5'])
  })
})
