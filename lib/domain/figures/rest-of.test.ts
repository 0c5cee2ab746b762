import { describe, expect, it } from 'vitest'
import { hertfordshire } from '@/lib/force/hertfordshire'
import { chance } from '@/scripts/testing/figures/chance'
import { publishedRows } from '@/scripts/testing/figures/published-rows'
import type { Answer, WhyHidden } from './answer'
import { strandDimensions } from './measures'
import type { Filter, Question } from './question'
import { restOf } from './rest-of'
import { addMonths } from './statistics-year'
import { figureTable, figureTables } from './tables'
import { toldFigures } from './told-figures'
import { valuesOf } from './values'

const shown = (count: number): Answer => ({ shown: true, count })
const hidden = (why: WhyHidden = 'few'): Answer => ({ shown: false, why, atLeast: 0 })
const rules = { minimum: 5 }

describe('what is not shown, together', () => {
  it.each<[string, Answer, readonly Answer[], number | null]>([
    ['is the total less what is', shown(40), [shown(30), hidden(), hidden(), shown(0)], 10],
    ['is not said of nothing', shown(40), [shown(30), shown(10)], null],
    ['is not the total once more', shown(40), [hidden(), hidden()], null],
    ['is not said where the total is not', hidden(), [shown(30), hidden(), hidden()], null],
    ['is not said of one alone', shown(40), [shown(30), hidden()], null],
    ['is not said where it is few', shown(34), [shown(30), hidden(), hidden()], null],
    ['is not said of months to come', shown(40), [shown(30), hidden('not-yet'), hidden()], null],
  ])('%s', (_, total, cells, rest) => {
    expect(restOf(total, cells, rules)).toBe(rest)
  })

  it('is what anybody can work out of the page, and never few, whatever is asked', () => {
    const rows = publishedRows()
    const told = toldFigures(rows, hertfordshire.statistics)
    const random = chance(5)
    const one = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T
    let said = 0
    for (let left = 300; left > 0; left -= 1) {
      const from = random() < 0.5 ? '2024-04' : addMonths('2024-04', Math.floor(random() * 12))
      const to = random() < 0.5 ? '2025-03' : addMonths(from, Math.floor(random() * 12))
      const filters: readonly Filter[] = [
        { dimension: 'district', value: one(valuesOf('district', hertfordshire)) },
        { dimension: one(strandDimensions(hertfordshire)), value: one(['yes', 'no']) },
        { dimension: 'channel', value: one(valuesOf('channel', hertfordshire)) },
      ]
      const question: Question = { from, to, filters: random() < 0.5 ? [] : [one(filters)] }
      for (const id of figureTables) {
        const { rest, total, cells } = figureTable(id, question, told, hertfordshire)
        if (rest === undefined) continue
        said += 1
        const sum = cells.reduce((all, { answer }) => all + (answer.shown ? answer.count : 0), 0)
        expect(total).toEqual(shown(sum + rest))
        expect(rest).toBeGreaterThanOrEqual(hertfordshire.statistics.minimum)
        // Strands overlap and months are no values: of neither there is a rest.
        expect(['strands', 'trend']).not.toContain(id)
      }
    }
    expect(said).toBeGreaterThan(100)
  })
})
