import { beforeAll, describe, expect, it } from 'vitest'
import { hertfordshire } from '@/lib/force/hertfordshire'
import { publishedRows } from '@/scripts/testing/figures/published-rows'
import { answer } from './answer'
import { openData, openTables } from './open-data'
import type { PublishedRow } from './rows'
import { toldFigures } from './told-figures'

let rows: readonly PublishedRow[] = []
beforeAll(() => {
  rows = publishedRows().filter(({ measure }) => measure === 'received')
})

describe('what the public is told', () => {
  it('is nothing where nothing is published', () => {
    expect(openData([], hertfordshire)).toBeNull()
  })

  it('is each statistics year from where telling begins to the last month told', () => {
    const data = openData(rows, hertfordshire)
    const begin = rows.map(({ first }) => first).sort()[0] ?? ''
    expect(data?.last).toBe('2025-12')
    expect(data?.years.map(({ from }) => from)).toEqual([begin, '2024-04', '2025-04'])
    expect(data?.years.map(({ to }) => to)).toEqual(['2024-03', '2025-03', '2025-12'])
  })

  it('is what the desk is answered to the same question, cell by cell', () => {
    const data = openData(rows, hertfordshire)
    const told = toldFigures(rows, hertfordshire.statistics)
    const asked = (span: { from: string; to: string }, ...filters: readonly (readonly [string, string])[]) =>
      answer(
        { ...span, filters: filters.map(([dimension, value]) => ({ dimension, value }) as never) },
        'received',
        told,
        hertfordshire,
      )
    if (data === null) throw new Error('There is nothing.')
    for (const [at, span] of data.years.entries()) {
      expect(data.totals[at]).toEqual(asked(span))
      for (const id of openTables)
        for (const { value, answers } of data.tables[id])
          expect(answers[at], `${id} ${value}`).toEqual(
            asked(span, id === 'strand' ? [`strand:${value}`, 'yes'] : [id, value]),
          )
    }
    for (const { from, to, answer: found } of data.months) expect(found).toEqual(asked({ from, to }))
  })

  it('shows much, and no number under the minimum but none', () => {
    const data = openData(rows, hertfordshire)
    const answers = [
      ...(data?.totals ?? []),
      ...(data?.months ?? []).map((one) => one.answer),
      ...openTables.flatMap((id) => data?.tables[id].flatMap((line) => line.answers) ?? []),
    ]
    const shown = answers.flatMap((one) => (one.shown ? [one.count] : []))
    expect(shown.length).toBeGreaterThan(60)
    expect(shown.filter((count) => count > 0 && count < hertfordshire.statistics.minimum)).toEqual([])
  })
})
