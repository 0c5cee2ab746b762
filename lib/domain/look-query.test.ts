import fc from 'fast-check'
import { expect, it, test } from 'vitest'
import { readLookQuery } from './look-query'

const force = { timeZone: 'Europe/London' }
const read = (fields: Readonly<Record<string, string>>) => readLookQuery((name) => fields[name] ?? '', force)

test.each([
  ['2026-03-02', '2026-03-02T00:00:00.000Z', '2026-03-03T00:00:00.000Z'],
  ['2026-07-01', '2026-06-30T23:00:00.000Z', '2026-07-01T23:00:00.000Z'],
  // The clocks go forward, and back: that day has 23 hours, and 25.
  ['2026-03-29', '2026-03-29T00:00:00.000Z', '2026-03-29T23:00:00.000Z'],
  ['2026-10-25', '2026-10-24T23:00:00.000Z', '2026-10-26T00:00:00.000Z'],
])('%s is a day by the clocks of the force', (day, from, until) => {
  const { filter } = read({ from: day, until: day })
  expect(filter.from?.toISOString()).toBe(from)
  expect(filter.until?.toISOString()).toBe(until)
})

test.each(['', '2026-02-30', '2026-13-01', '26-1-1', 'yesterday', '2026-03-02T09:00'])(
  '%j is no day and leaves nothing out',
  (text) => {
    expect(read({ from: text, until: text }).filter).toMatchObject({ from: null, until: null })
  },
)

it('reads a reference as people type it, and a role that there is', () => {
  const { reference, filter, typed } = read({ find: ' hc 7k2q m4td ', role: 'triager' })
  expect(reference).toBe('HC-7K2Q-M4TD')
  expect(filter.role).toBe('triager')
  expect(typed.find).toBe('hc 7k2q m4td')
  expect(read({ find: 'Obi', role: 'king' })).toMatchObject({ reference: null, filter: { role: null } })
})

it('takes anything at all', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      const { typed, filter } = read({ find: text, from: text, until: text, role: text })
      expect(typed.find).not.toMatch(/\p{Cc}/u)
      expect(typed.find.isWellFormed()).toBe(true)
      expect(filter.from === null || !Number.isNaN(filter.from.getTime())).toBe(true)
    }),
  )
})
