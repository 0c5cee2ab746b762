import fc from 'fast-check'
import { expect, test } from 'vitest'
import { byDay, isTold } from './story'

const timeZone = 'Europe/London'

test('loses nothing, adds nothing and goes forward, in days and within them', () => {
  const moments = fc.array(
    fc.date({ min: new Date('2026-01-01'), max: new Date('2027-12-31'), noInvalidDate: true }),
  )
  fc.assert(
    fc.property(moments, (times) => {
      const all = times.map((at, id) => ({ id, at }))
      const days = byDay(all, timeZone)
      const told = days.flatMap((one) => one.moments)
      expect(told.map(({ id }) => id).sort()).toEqual(all.map(({ id }) => id).sort())
      const order = told.map(({ at }) => at.getTime())
      expect(order).toEqual(order.toSorted((one, other) => one - other))
      const names = days.map(({ day }) => day)
      expect(names).toEqual([...new Set(names)].sort())
    }),
  )
})

test('a day ends at midnight by the force’s clock, in summer too', () => {
  const at = (time: string) => ({ at: new Date(time) })
  expect(byDay([at('2027-06-30T22:59:00Z'), at('2027-06-30T23:01:00Z')], timeZone)).toMatchObject([
    { day: '2027-06-30' },
    { day: '2027-07-01' },
  ])
})

test('messages and agreements are told with their words, and offers not at all', () => {
  expect(['noted', 'received', 'closed', 'transferred'].every(isTold)).toBe(true)
  expect(['message-sent', 'message-received', 'agreed', 'offered', 'clock-near'].some(isTold)).toBe(false)
})
