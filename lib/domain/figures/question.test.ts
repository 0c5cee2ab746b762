import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { hertfordshire } from '@/lib/force/hertfordshire'
import { readQuestion, within, writeQuestion } from './question'
import type { Askable, QuestionProblem } from './question'

const askable: Askable = {
  force: hertfordshire,
  thisMonth: '2026-11',
  usual: { from: '2026-04', to: '2026-10' },
  dispositions: ['made-at-the-desk'],
}
const read = (query: Parameters<typeof readQuestion>[0]) => readQuestion(query, askable)
const codes = (query: Parameters<typeof readQuestion>[0]) => {
  const found = read(query)
  return found.ok ? [] : found.problems.map(({ field, code }) => `${field}: ${code}`)
}

describe('a question', () => {
  it('is about the usual months where the address names none', () => {
    expect(read({})).toEqual({ ok: true, question: { from: '2026-04', to: '2026-10', filters: [] } })
    expect(read({ from: '', district: ' ' })).toEqual(read({}))
    expect(read({ 'not-a-field': 'x' })).toEqual(read({}))
  })

  it('has one value of each dimension', () => {
    const found = read({
      from: '2025-01',
      to: ' 2025-03 ',
      district: 'watford',
      strand: 'race',
      disposition: 'made-at-the-desk',
    })
    expect(found).toEqual({
      ok: true,
      question: {
        from: '2025-01',
        to: '2025-03',
        filters: [
          { dimension: 'district', value: 'watford' },
          { dimension: 'strand:race', value: 'yes' },
          { dimension: 'disposition', value: 'made-at-the-desk' },
        ],
      },
    })
  })

  it.each<[Record<string, string | string[]>, `${string}: ${QuestionProblem}`[]]>([
    [{ from: '2026-10', to: '2026-04' }, ['to: reversed']],
    [{ from: '2027-01', to: '2027-02' }, ['from: future', 'to: future']],
    [{ to: '2026-12' }, ['to: future']],
    [{ from: '2016-10', to: '2026-10' }, ['from: too-long']],
    [{ from: 'spring' }, ['from: no-month']],
    [{ from: '2026-13', to: '2026-1' }, ['from: no-month', 'to: no-month']],
    [{ district: 'atlantis' }, ['district: unknown']],
    [{ strand: 'not-' }, ['strand: unknown']],
    [{ strand: 'not-age', risk: '<b>' }, ['strand: unknown', 'risk: unknown']],
    [{ kind: ['report', 'liaison-request'] }, ['kind: several']],
    [{ disposition: 'toString' }, ['disposition: unknown']],
  ])('is refused: %j', (query, expected) => {
    expect(codes(query)).toEqual(expected)
  })

  it('of exactly ten years is read, and what was typed is kept where it is not', () => {
    expect(codes({ from: '2016-11', to: '2026-10' })).toEqual([])
    const found = read({ from: 'spring\u0007', to: '2026-10', district: 'watford' })
    expect(found.ok ? null : found.typed).toEqual({ from: 'spring', to: '2026-10', district: 'watford' })
  })

  it('is the same once it is written and read again', () => {
    const found = read({ from: '2026-05', strand: 'not-race', channel: 'online', weekday: '3' })
    expect(found.ok).toBe(true)
    if (found.ok)
      expect(read(Object.fromEntries(new URLSearchParams(writeQuestion(found.question))))).toEqual(found)
  })

  it('survives any address', () => {
    const name = fc.constantFrom(
      'from',
      'to',
      'district',
      'strand',
      'kind',
      'answer',
      '__proto__',
      'constructor',
    )
    const value = fc.oneof(fc.string({ unit: 'binary' }), fc.array(fc.string()), fc.constant(undefined))
    fc.assert(
      fc.property(fc.dictionary(name, value), (query) => {
        const found = read(query)
        if (!found.ok) expect(found.problems.length).toBeGreaterThan(0)
      }),
    )
  })
})

it.each([
  ['2016-11', '2026-10', '2017-08', '2026-10'],
  ['2026-04', '2026-11', '2026-04', '2026-10'],
  ['2018-01', '2018-01', '2018-01', '2018-01'],
])('of %s to %s there are %s to %s', (from, to, first, last) => {
  const question = { filters: [{ dimension: 'risk', value: 'high' }] } as const
  expect(within({ ...question, from, to }, '2017-08', '2026-10')).toEqual({
    ...question,
    from: first,
    to: last,
  })
})

it.each([
  ['2016-04', '2016-05'],
  ['2026-11', '2026-11'],
])('of %s to %s there is nothing', (from, to) => {
  expect(within({ from, to, filters: [] }, '2017-08', '2026-10')).toBeNull()
})
