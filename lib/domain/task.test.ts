import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { mayBeTasked, readDueDay, taskState } from './task'

const today = '2027-03-10'

describe('the day by which something is to be done', () => {
  it.each(['2027-03-10', '2027-03-11', '2028-03-10'])('can be %s', (day) => {
    expect(readDueDay(day, today)).toBe(day)
  })

  it.each([
    '',
    '2027-03-09',
    '2028-03-12',
    '2027-02-30',
    '2027-3-11',
    '11/03/2027',
    'tomorrow',
    '9999-99-99',
  ])('cannot be %j', (day) => {
    expect(readDueDay(day, today)).toBeNull()
  })

  it('is late from the day after it, and every day is one of the three', () => {
    const day = fc
      .date({ min: new Date('2026-01-01'), max: new Date('2028-12-31'), noInvalidDate: true })
      .map((at) => at.toISOString().slice(0, 10))
    fc.assert(
      fc.property(day, day, (due, now) => {
        const state = taskState(due, now)
        expect(state === 'late').toBe(new Date(due) < new Date(now))
        expect(state === 'today').toBe(due === now)
      }),
    )
  })
})

describe('whoever may be given a task', () => {
  const open = { restricted: false, namedIds: [], conflictedIds: [], assigneeId: 'holder' }

  it.each([
    ['holder', 'liaison-officer', {}, true],
    ['other', 'liaison-officer', {}, false],
    ['triager', 'triager', {}, false],
    ['boss', 'supervisor', {}, true],
    ['boss', 'supervisor', { conflictedIds: ['boss'] }, false],
    ['boss', 'supervisor', { restricted: true }, false],
    ['reader', 'liaison-officer', { restricted: true, namedIds: ['reader'] }, true],
    ['holder', 'liaison-officer', { conflictedIds: ['holder'] }, false],
  ] as const)('%s, a %s, of a case with %j: %s', (id, role, more, may) => {
    expect(mayBeTasked({ id, role }, { ...open, ...more })).toBe(may)
  })
})
